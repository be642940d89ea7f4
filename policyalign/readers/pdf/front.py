"""Find what a PDF says of itself: its title, version, owner and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyalign.model.document import Block, Control, Kind
from policyalign.readers.control import (
    control_from_lines,
    control_from_rows,
    merged,
    title_from_lines,
    title_from_rows,
)
from policyalign.readers.pdf.pages import COVER_PAGES
from policyalign.readers.sections import is_contents_heading, is_reference_heading

_LONGEST_LINE = 200
_PLAIN = frozenset({Kind.PARAGRAPH, Kind.TEXT_BOX, Kind.LIST_ITEM, Kind.HEADING})
_FILE_NAME = re.compile(
    r"\.(?:docx?|docm|pdf|rtf|odt|indd|pub)$|^microsoft word|^untitled|^document\d*$|^\(",
    re.IGNORECASE,
)


Rows = Sequence[Sequence[str]]


def find_control(blocks: Sequence[Block], rows: Rows) -> Control:
    """Read document control from tables, then cover lines, then headers and footers.

    ``rows`` are those of the first pages that no ruled lines part.
    """
    found = [control_from_rows(table) for table in _tables(blocks)]
    found.append(control_from_rows(rows))
    return merged([*found, control_from_lines(_cover(blocks)), control_from_lines(_edges(blocks))])


def find_title(blocks: Sequence[Block], rows: Rows, metadata: str) -> str | None:
    """Give the title: of the control table, else in the largest type of page 1, else metadata."""
    largest = _largest(blocks)
    named = [title_from_rows(table) for table in [*_tables(blocks), rows]]
    named.append(title_from_lines(_cover(blocks)))
    heading = next((block.text for block in blocks if _may_be_title(block)), None)
    stated = "" if _FILE_NAME.search(metadata.strip()) else metadata.strip()
    candidates = (*named, largest, stated, heading)
    return next((title for title in candidates if title), None)


def _may_be_title(block: Block) -> bool:
    return block.kind is Kind.HEADING and not (
        is_contents_heading(block.text) or is_reference_heading(block.text)
    )


def _largest(blocks: Sequence[Block]) -> str | None:
    """Give the first of the highest headings on page 1."""
    headings = [block for block in blocks if _may_be_title(block) and block.place.page == 1]
    return min(headings, key=lambda block: block.level or 0).text if headings else None


def _tables(blocks: Sequence[Block]) -> list[list[list[str]]]:
    tables: dict[int, dict[int, dict[int, str]]] = {}
    for block in blocks:
        if block.cell:
            row = tables.setdefault(block.cell.table, {}).setdefault(block.cell.row, {})
            before = row.get(block.cell.column)
            row[block.cell.column] = f"{before} {block.text}" if before else block.text
    return [
        [[cells[column] for column in sorted(cells)] for _, cells in sorted(rows.items())]
        for _, rows in sorted(tables.items())
    ]


def _cover(blocks: Sequence[Block]) -> list[str]:
    return [
        block.text
        for block in blocks
        if block.kind in _PLAIN
        and (block.place.page or 0) <= COVER_PAGES
        and len(block.text) <= _LONGEST_LINE
    ]


def _edges(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if block.kind in {Kind.HEADER, Kind.FOOTER}]
