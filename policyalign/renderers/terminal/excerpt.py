"""Found words in their sentence, marked so that they are seen without colour too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policyalign.renderers import wording
from policyalign.renderers.terminal.page import Page, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.text import Text

    from policyalign.model.excerpt import Excerpt

    Span = tuple[int, int]


class Found(NamedTuple):
    """Words in their sentence, where they stand, what they were found for, and a remark on them."""

    excerpt: Excerpt
    where: str
    term: str
    note: str = ""


def marked(page: Page, *excerpts: Excerpt) -> tuple[str | tuple[str, str], ...]:
    """Give a sentence, with guillemets around what was found, or brackets where there are none.

    Several excerpts are of one sentence; words that overlap are marked as one.
    """
    opening, closing = ("«", "»") if page.pen.carries("«»") else ("[", "]")
    text = "".join(excerpts[0])
    parts: list[str | tuple[str, str]] = []
    done = 0
    for start, end in _merged(_span(one) for one in excerpts):
        parts += [text[done:start], (f"{opening}{text[start:end]}{closing}", Style.STRONG)]
        done = end
    return (*parts, text[done:])


def by_sentence(found: Iterable[Found]) -> list[list[Found]]:
    """Put together what was found in one sentence, in the order of the first."""
    sentences: dict[tuple[str, str], list[Found]] = {}
    for one in found:
        sentences.setdefault(("".join(one.excerpt), one.where), []).append(one)
    return list(sentences.values())


def in_sentence(page: Page, found: Sequence[Found], nearness: str = "") -> Text:
    """Give a sentence once with all that was found in it, and beneath it where and for what.

    ``nearness`` says what the words are to the terms, where they are not simply words for them.
    """
    terms = wording.listed(dict.fromkeys(one.term for one in found))
    note = wording.by_term((one.term, one.note) for one in found)
    return (
        page.text(*marked(page, *(one.excerpt for one in found)))
        .append("\n")
        .append_text(page.text((f"{found[0].where}; {nearness}{terms}", Style.QUIET)))
        .append_text(page.text((f" – {note}" if note else "", Style.PARTLY)))
    )


def _span(excerpt: Excerpt) -> Span:
    start = len(excerpt.before)
    return start, start + len(excerpt.words)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    first, *rest = sorted(spans)
    start, end = first
    for other in rest:
        if other[0] >= end:
            yield start, end
            start, end = other
        end = max(end, other[1])
    yield start, end
