"""Found words in their sentence, marked so that they are seen without colour too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.renderers.terminal_page import Page, Style

if TYPE_CHECKING:
    from policyalign.model.excerpt import Excerpt


def marked(page: Page, excerpt: Excerpt) -> tuple[str | tuple[str, str], ...]:
    """Give an excerpt, with guillemets around what was found, or brackets where there are none."""
    opening, closing = ("«", "»") if page.pen.carries("«»") else ("[", "]")
    words = f"{opening}{excerpt.words}{closing}"
    return excerpt.before, (words, Style.STRONG), excerpt.after
