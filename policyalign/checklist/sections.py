"""Which parts of a document belong together, for clauses that ask for the same section."""

from __future__ import annotations

from collections.abc import Hashable

from policyalign.model.document import Block, Document, Kind

_WINDOW = 8
_LEAFLET_WORDS = 700


def section_keys(document: Document) -> list[tuple[Hashable, ...]]:
    """Give, for each block, the keys of the parts it belongs to.

    Two blocks share a section if they share a key: the same outermost heading below the title,
    the same table, the same text box; where a document has no headings the same page, and where
    it has no pages either, a stretch of a few blocks. A leaflet is one section.
    """
    if document.words < _LEAFLET_WORDS:
        return [("leaflet",)] * len(document.blocks)
    headed = any(block.kind is Kind.HEADING for block in document.blocks)
    return [tuple(_keys(block, document.title, headed)) for block in document.blocks]


def _keys(block: Block, title: str | None, headed: bool) -> list[Hashable]:
    keys: list[Hashable] = []
    trail = [*block.place.heading, *([block.text] if block.kind is Kind.HEADING else [])]
    if trail and trail[0] == title:
        trail = trail[1:]
    if trail:
        keys.append(("section", trail[0]))
    if block.cell:
        keys.append(("table", block.cell.table))
    if block.box:
        keys.append(("box", block.box))
    number = block.place.block
    if not headed and block.place.page:
        keys.append(("page", block.place.page))
    elif not trail:
        keys += [("stretch", number // _WINDOW), ("between", (number + _WINDOW // 2) // _WINDOW)]
    return keys


def in_words(key: Hashable) -> str:
    """Say for a person what part of a document a section key stands for."""
    match key:
        case ("section", heading):
            return f"“{heading}”"
        case ("table" | "page" as part, number):
            return f"{part} {number}"
        case ("box", number):
            return f"text box {number}"
        case "leaflet":
            return "the whole document, which is short"
    return "a few paragraphs that follow each other"
