"""Find what a PDF says of itself: its title, version, owner and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyalign.model.document import Block, Control, Kind
from policyalign.readers.control import (
    described_by_lines,
    described_by_rows,
    merged,
)
from policyalign.readers.pdf.pages import COVER_PAGES
from policyalign.readers.sections import is_contents_heading, is_reference_heading

_LONGEST_LINE = 200
_PLAIN = (Kind.PARAGRAPH, Kind.TEXT_BOX, Kind.LIST_ITEM, Kind.HEADING)
_FILE_NAME = re.compile(
    r"\.(?:docx?|docm|pdf|rtf|odt|indd|pub)$|^microsoft word|^untitled|^document\d*$|^\(",
    re.IGNORECASE,
)


Rows = Sequence[Sequence[str]]


def describe(blocks: Sequence[Block], rows: Rows, metadata: str) -> tuple[str | None, Control]:
    """Give the title and the document control.

    The title is that of the control table, else in the largest type of page 1, else in the
    metadata. Control is read from tables, then cover lines, then headers and footers. ``rows``
    are those of the first pages that no ruled lines part.
    """
    tables = [described_by_rows(table) for table in (*_tables(blocks), rows)]
    cover = described_by_lines(_cover(blocks))
    controls = [control for control, _ in (*tables, cover)]
    controls.append(described_by_lines(_edges(blocks))[0])
    named = next((title for _, title in (*tables, cover) if title), None)
    return named or _title(blocks, metadata), merged(controls)


def _title(blocks: Sequence[Block], metadata: str) -> str | None:
    """Give the title of a document that nowhere says which of its words are the title."""
    headings = [block for block in blocks if _may_be_title(block)]
    first = [heading for heading in headings if heading.place.page == 1]
    largest = min(first, key=lambda block: block.level or 0).text if first else None
    stated = "" if _FILE_NAME.search(metadata.strip()) else metadata.strip()
    return largest or stated or next((heading.text for heading in headings), None)


def _may_be_title(block: Block) -> bool:
    return block.kind is Kind.HEADING and not (
        is_contents_heading(block.text) or is_reference_heading(block.text)
    )


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
        if (block.place.page or 0) <= COVER_PAGES
        and block.kind in _PLAIN
        and len(block.text) <= _LONGEST_LINE
    ]


def _edges(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if block.kind in (Kind.HEADER, Kind.FOOTER)]
