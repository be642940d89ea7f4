"""What documents say that an idea is: "A … is …", "… means …", rows and lines of a glossary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policyalign.excerpts import window
from policyalign.model.language import Definition
from policyalign.model.report import Status
from policyalign.shared_language.naming import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policyalign.model.document import Block
    from policyalign.model.report import DocumentResult, Mention

# What is shorter says too little to be a definition: "Danger statement: see page 4" has four.
_LEAST_WORDS = 5
_OPENING, _CLOSING = frozenset("“‘\"'"), frozenset("”’\"'")
_OPENS = re.compile(
    r"\W*(?:(?:a|an|the|each|every|any|our|this|by|the (?:term|words?|phrase))\s+){0,2}[“\"‘']?",
    re.IGNORECASE,
)
_IN_BRACKETS = r"(?:\s*\([^()]{1,60}\))?"
_SAYS = re.compile(
    r"[”\"’']?" + _IN_BRACKETS + r"\s*,?\s+(?:"
    r"(?:we|this|that)?\s*(?:means?|refers? to|stands? for)\b"
    r"|(?:is|are) (?:defined as|the (?:name|term|word)|known as|what|how|who|where|when|those|one|"
    r"any|people|statements?|sentences?|descriptions?|things?|an?|the|our)\b"
    r"|(?:says?|states?|tells?|describes?|explains?|sets? out|shows?|names?|lists?|sums? up)"
    r" (?:us )?(?:what|who|how|when|where|why|which|the|an?|in)\b"
    r")",
    re.IGNORECASE,
)
_LINE = re.compile(r"[”\"’']?" + _IN_BRACKETS + r"\s*[:–—]\s*(?=\S)|[”\"’']?\s+-\s+(?=\S)")
_WHITE = re.compile(r"\s+")
_NO_WORD = re.compile(r"\W*")
_BRACKETED = re.compile(r"\([^()]*\)")


def definition(
    agency: str,
    document: DocumentResult,
    mention: Mention,
    name: str,
    rows: Mapping[tuple[int, int], list[Block]],
) -> Definition | None:
    """Give what the document says at a mention that the idea is, if it says so there.

    The mention is affirmed, or cited because the name stands in quotation marks. ``rows`` are the
    blocks of each row of the document's tables, by table and row.
    """
    block = document.blocks[mention.block]
    if mention.status is not Status.AFFIRMED and not _is_term_in_quotes(block, mention):
        return None
    text = _row(block, mention, rows) or _line(block, mention) or _sentence(block, mention)
    if len(text.split()) < _LEAST_WORDS:
        return None
    return Definition(
        agency=agency, document=document.path, name=name, text=text, place=mention.place
    )


def table_rows(blocks: Iterable[Block]) -> dict[tuple[int, int], list[Block]]:
    """Give the blocks of each row of the tables, by table and row, in their order."""
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in blocks:
        if block.cell:
            rows.setdefault((block.cell.table, block.cell.row), []).append(block)
    return rows


def same_wording(definitions: Iterable[Definition]) -> bool:
    """Tell whether all say the same, but for capitals, plurals and punctuation."""
    return len({name_key(one.text) for one in definitions}) < 2


def _is_term_in_quotes(block: Block, mention: Mention) -> bool:
    """Tell whether the name alone stands in quotation marks, as what is defined often does."""
    before, after = block.text[: mention.start].rstrip(), block.text[mention.end :]
    return before[-1:] in _OPENING and after[:1] in _CLOSING


def _row(block: Block, mention: Mention, rows: Mapping[tuple[int, int], list[Block]]) -> str:
    """Give the second cell of a row whose first holds the name alone."""
    if not block.cell or block.cell.column > 1:
        return ""
    alone = _BRACKETED.sub("", block.text[: mention.start] + block.text[mention.end :])
    if not _NO_WORD.fullmatch(alone):
        return ""
    row = rows[block.cell.table, block.cell.row]
    beside = [b.text for b in row if b.cell and b.cell.column == 2]
    said = _on_one_line(" ".join(beside))
    return "" if said.endswith(":") else said  # labels of a form, and not what the name means


def _line(block: Block, mention: Mention) -> str:
    """Give what follows the name in a line such as "Name: what it is"."""
    found = _LINE.match(block.text, mention.end)
    if not found or not _NO_WORD.fullmatch(block.text, 0, mention.start):
        return ""
    rest = block.text[found.end() :]
    start, end = window(rest, (0, 1), (0, len(rest)))
    return _on_one_line(rest[start:end]) + (" …" if end < len(rest) else "")


def _sentence(block: Block, mention: Mention) -> str:
    """Give the sentence, if it begins with the name and goes on to say what that is."""
    start, end = mention.sentence
    opens = _OPENS.fullmatch(block.text, start, mention.start)
    says = _SAYS.match(block.text, mention.end, end)
    if not (opens and says):
        return ""
    before = block.text[:start]
    opening = before[-1:] if before[-1:] in _OPENING else ""  # a sentence is said without its marks
    return _on_one_line(opening + block.text[start:end])


def _on_one_line(text: str) -> str:
    return _WHITE.sub(" ", text).strip()
