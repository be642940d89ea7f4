"""Found words in their sentence, marked so that they are seen without colour too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.renderers.terminal_page import Page, Style

if TYPE_CHECKING:
    from rich.text import Text

    from policyalign.model.excerpt import Excerpt


def marked(page: Page, excerpt: Excerpt) -> Text:
    """Give an excerpt with the words that were found in guillemets, or what stands for them."""
    opening, closing = ("«", "»") if page.pen.carries("«»") else ("[", "]")
    words = f"{opening}{excerpt.words}{closing}"
    return page.text(excerpt.before, (words, Style.STRONG), excerpt.after)
