"""Tell the kind of each line: contents, reference, form field, or the container it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from policyalign.model.document import Kind
from policyalign.readers.sections import (
    is_contents_heading,
    is_contents_line,
    is_reference_heading,
)
from policyalign.readers.word.line import Line, Story, TableShape

_RELATED = re.compile(
    r"(?:[\dA-Za-z.]{1,6}\s+)?(?:(?:related|associated|linked|supporting|other relevant)"
    r"(?:\s+(?:and|&|or)\s+\w+)?\s+"
    r"(?:policies|documents|documentation|procedures|guidance|legislation)"
    r"(?:(?:,|\s+and|\s+&)\s+\w+)*)\s*:?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}[.):]?\s+")
_DIGITS = "0123456789"
_FILL_IN = re.compile(r"_{5,}|\.{6,}|…{2,}|(?:\.\s){6,}")
_FEWEST_DOTS = 6
_PROMPT_ENDS = (":", "?", "…", "_", "☐", "□")
_BULLET = re.compile(r"\s*[•▪●○◦‣⁃\uf0b7\uf0a7]\s")
_ANY_HEADING_ENDS = 10
_LONGEST_LEAD = 60
_LONGEST_ENTRY = 300
# To look up a member of an enumeration costs more than all else that is asked of most lines.
_CONTENTS, _HEADING, _REFERENCE = Kind.CONTENTS, Kind.HEADING, Kind.REFERENCE
_FORM_FIELD, _TEXT_BOX, _TABLE_CELL = Kind.FORM_FIELD, Kind.TEXT_BOX, Kind.TABLE_CELL
_LIST_ITEM, _PARAGRAPH, _BODY = Kind.LIST_ITEM, Kind.PARAGRAPH, Story.BODY
_BESIDE_THE_BODY = {
    Story.NOTE: Kind.FOOTNOTE,
    Story.HEADER: Kind.HEADER,
    Story.FOOTER: Kind.FOOTER,
}


def kinds(
    lines: Sequence[Line], levels: Sequence[int], tables: Mapping[int, TableShape]
) -> list[Kind]:
    """Give the kind of each line; ``levels`` are their heading levels, 0 for none."""
    contents = _contents(lines)
    references = _references(lines, levels, contents)
    forms = _blank_forms(lines, tables)
    found = [
        _HEADING if level else _container(line, forms)
        for line, level in zip(lines, levels, strict=True)
    ]
    for position in references:
        found[position] = _REFERENCE
    # A line of the contents may be written in the style of a heading.
    for position in contents:
        found[position] = _CONTENTS
    return found


def _container(line: Line, forms: set[int]) -> Kind:
    if line.placeholder or _is_dotted(line.text):
        return _FORM_FIELD
    if forms and line.cell is not None and line.cell.table in forms:
        return _FORM_FIELD
    if line.story is not _BODY:
        return _BESIDE_THE_BODY[line.story]
    if line.box is not None:
        return _TEXT_BOX
    if line.cell is not None:
        return _TABLE_CELL
    return _LIST_ITEM if line.listed or _BULLET.match(line.text) else _PARAGRAPH


def _contents(lines: Sequence[Line]) -> set[int]:
    """Find the lines of contents pages: fields and styles, else typed lists of headings."""
    found: set[int] = set()
    last_use: dict[str, int] = {}
    listing = False
    for position, line in enumerate(lines):
        if not (listing or line.contents) and (line.cell is not None or not _may_list(line)):
            continue
        text = line.text.strip()
        if not text:
            continue
        if len(text) > _LONGEST_ENTRY:
            listing = False
        elif line.contents or (len(text) <= _LONGEST_LEAD and is_contents_heading(text)):
            listing = listing or not line.contents
            last_use = last_use or {_key(other.text): n for n, other in enumerate(lines)}
            found.add(position)
        elif (
            _ends_in_page(text)
            and is_contents_line(text)
            and (listing or _in_a_run(lines, position))
        ):
            found.add(position)
        elif listing and not line.level and last_use.get(_key(text), 0) > position:
            # A list of headings without page numbers: each of them stands again further on.
            found.add(position)
        else:
            listing = False
    return found


def _may_list(line: Line) -> bool:
    """Look quickly whether a line can head or belong to a typed contents page."""
    if line.listed:
        return False
    length = len(line.text)
    return 0 < length <= _LONGEST_LEAD or (
        0 < length <= _LONGEST_ENTRY and line.text.rstrip()[-1:].isalnum()
    )


def _ends_in_page(text: str) -> bool:
    """Look quickly whether a line can end in a page number, arabic or roman."""
    return text[-1].isdigit() or text[-1] in "ivxlcIVXLC"


def _key(text: str) -> str:
    """Give the words of a heading or contents line, without its number and page."""
    text = text.strip()
    if len(text) > _LONGEST_ENTRY:
        return ""
    text = _NUMBER.sub("", text, count=1) if text[:1].isdigit() else text
    return " ".join(text.rstrip(_DIGITS).rstrip(" \t.…_").casefold().split())


def _in_a_run(lines: Sequence[Line], position: int) -> bool:
    """Tell whether three lines together look like contents: one alone may be a form."""
    around = (line.text.strip() for line in lines[max(0, position - 2) : position + 3])
    likely = (text for text in around if text and len(text) <= _LONGEST_ENTRY)
    return sum(is_contents_line(text) for text in likely) > 2


def _references(lines: Sequence[Line], levels: Sequence[int], contents: set[int]) -> set[int]:
    """Find what stands under a heading of references, to the next heading as high."""
    found: set[int] = set()
    until = 0
    for position, line in enumerate(lines):
        if position in contents:
            continue
        level = levels[position]
        if not (until or level) and (line.cell is not None or len(line.text) > _LONGEST_LEAD):
            continue
        text = line.text.strip()
        if level and (not until or level <= until):
            until = level if _names_sources(text) else 0
        elif not level and not until and _leads_to_sources(line, text):
            until = _ANY_HEADING_ENDS
        elif until and not level and line.box is None:
            found.add(position)
    return found


def _names_sources(text: str) -> bool:
    if len(text) > _LONGEST_ENTRY:
        return False
    return is_reference_heading(text) or _RELATED.fullmatch(" ".join(text.split())) is not None


def _leads_to_sources(line: Line, text: str) -> bool:
    plain = line.box is None and not line.listed
    return plain and len(text) < _LONGEST_LEAD and _names_sources(text)


def _is_dotted(text: str) -> bool:
    # The search is slow to find that there is nothing; to look for single characters is not.
    likely = "_" in text or "…" in text or text.count(".") >= _FEWEST_DOTS
    return likely and _FILL_IN.search(text) is not None


def _blank_forms(lines: Sequence[Line], tables: Mapping[int, TableShape]) -> set[int]:
    """Find tables that are forms to be filled in: prompts with empty cells to answer in."""
    gappy = any(blank or not cells for shape in tables.values() for cells, blank in shape.rows)
    prompts: dict[int, list[bool]] = {}
    for line in lines if gappy else ():
        if line.cell is not None:
            ends = line.text.rstrip().endswith(_PROMPT_ENDS)
            prompts.setdefault(line.cell.table, []).append(ends)
    return {
        name
        for name, shape in tables.items()
        if name in prompts and _is_blank(shape, prompts[name])
    }


def _is_blank(shape: TableShape, prompts: Sequence[bool]) -> bool:
    cells = sum(count for count, _ in shape.rows)
    blank = sum(count for _, count in shape.rows)
    below = shape.rows[1:]
    if below and all(count == empty for count, empty in below) and shape.rows[0][0] > 1:
        return True
    # A quarter of the cells left empty, and most of the others asking for something.
    return blank > 1 and blank * 4 >= cells and sum(prompts) * 5 >= len(prompts) * 3
