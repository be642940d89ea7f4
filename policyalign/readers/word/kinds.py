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
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.):]?\s+)?(.*?)[\s.…_]*\d*$", re.DOTALL)
_FILL_IN = re.compile(r"_{5,}|\.{6,}|…{2,}|(?:\.\s){6,}")
_PROMPT_ENDS = (":", "?", "…", "_", "☐", "□")
_BULLET = re.compile(r"[•▪●○◦‣⁃\uf0b7\uf0a7]\s")
_ANY_HEADING_ENDS = 10
_LONGEST_REFERENCE_LEAD = 60


def kinds(
    lines: Sequence[Line], levels: Sequence[int], tables: Mapping[int, TableShape]
) -> list[Kind]:
    """Give the kind of each line; ``levels`` are their heading levels, 0 for none."""
    contents = _contents(lines, levels)
    references = _references(lines, levels, contents)
    forms = _blank_forms(lines, tables)
    found: list[Kind] = []
    for position, line in enumerate(lines):
        if position in contents:
            found.append(Kind.CONTENTS)
        elif levels[position]:
            found.append(Kind.HEADING)
        elif position in references:
            found.append(Kind.REFERENCE)
        elif _is_form_field(line) or (line.cell is not None and line.cell.table in forms):
            found.append(Kind.FORM_FIELD)
        else:
            found.append(_container(line))
    return found


def _container(line: Line) -> Kind:
    if line.story is not Story.BODY:
        return {
            Story.NOTE: Kind.FOOTNOTE,
            Story.HEADER: Kind.HEADER,
            Story.FOOTER: Kind.FOOTER,
        }[line.story]
    if line.box is not None:
        return Kind.TEXT_BOX
    if line.cell is not None:
        return Kind.TABLE_CELL
    listed = line.listed or _BULLET.match(line.text.lstrip()) is not None
    return Kind.LIST_ITEM if listed else Kind.PARAGRAPH


def _contents(lines: Sequence[Line], levels: Sequence[int]) -> set[int]:
    """Find the lines of contents pages: fields and styles, else typed lists of headings."""
    found: set[int] = set()
    last_use = {_key(line.text): position for position, line in enumerate(lines)}
    listing = False
    for position, line in enumerate(lines):
        text = line.text.strip()
        if line.story is not Story.BODY or not text:
            continue
        if line.contents or is_contents_heading(text):
            listing = listing or not line.contents
            found.add(position)
        elif is_contents_line(text) and (listing or _in_a_run(lines, position)):
            found.add(position)
        elif listing and last_use[_key(text)] > position:
            # A list of headings without page numbers: each of them stands again further on.
            found.add(position)
        else:
            listing = False
    return found


def _key(text: str) -> str:
    numbered = _NUMBERED.match(text.strip())
    return " ".join((numbered.group(1) if numbered else text).casefold().split())


def _in_a_run(lines: Sequence[Line], position: int) -> bool:
    """Tell whether three lines together look like contents: one alone may be a form."""
    around = lines[max(0, position - 2) : position + 3]
    return sum(is_contents_line(line.text) for line in around) > 2


def _references(lines: Sequence[Line], levels: Sequence[int], contents: set[int]) -> set[int]:
    """Find what stands under a heading of references, to the next heading as high."""
    found: set[int] = set()
    until = 0
    for position, line in enumerate(lines):
        if position in contents or line.story is not Story.BODY:
            continue
        text = line.text.strip()
        level = levels[position]
        if level and (not until or level <= until):
            until = level if _names_sources(text) else 0
        elif not level and not until and _leads_to_sources(line, text):
            until = _ANY_HEADING_ENDS
        elif until and not level and line.box is None:
            found.add(position)
    return found


def _names_sources(text: str) -> bool:
    return is_reference_heading(text) or _RELATED.fullmatch(" ".join(text.split())) is not None


def _leads_to_sources(line: Line, text: str) -> bool:
    plain = line.cell is None and line.box is None and not line.listed
    return plain and len(text) < _LONGEST_REFERENCE_LEAD and _names_sources(text)


def _is_form_field(line: Line) -> bool:
    return line.placeholder or _FILL_IN.search(line.text) is not None


def _blank_forms(lines: Sequence[Line], tables: Mapping[int, TableShape]) -> set[int]:
    """Find tables that are forms to be filled in: prompts with empty cells to answer in."""
    prompts: dict[int, list[bool]] = {}
    for line in lines:
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
