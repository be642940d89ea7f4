"""Tables: cells once each, with their place."""

from __future__ import annotations

import time

from policyalign.model.document import Cell, Kind
from tests.readers.docx_builder import blocks, cell, grid, p, row, table, texts

_START = '<w:vMerge w:val="restart"/>'
_GO_ON = "<w:vMerge/>"


def test_each_paragraph_of_a_cell_is_a_block_with_its_place() -> None:
    found = blocks(grid(("A", "B"), ("C", "D")), table(row(cell("E", "F"))))
    assert [(b.text, b.cell) for b in found] == [
        ("A", Cell(table=1, row=1, column=1)),
        ("B", Cell(table=1, row=1, column=2)),
        ("C", Cell(table=1, row=2, column=1)),
        ("D", Cell(table=1, row=2, column=2)),
        ("E", Cell(table=2, row=1, column=1)),
        ("F", Cell(table=2, row=1, column=1)),
    ]
    assert {b.kind for b in found} == {Kind.TABLE_CELL}


def test_a_cell_merged_downwards_stands_once() -> None:
    merged = table(
        row(cell("Owner", properties=_START), "Ann"),
        row(cell("Owner", properties=_GO_ON), "Bob"),
        row("Other", "Cyd"),
    )
    assert texts(merged) == ["Owner", "Ann", "Bob", "Other", "Cyd"]


def test_a_cell_that_goes_on_with_nothing_is_a_cell() -> None:
    assert texts(table(row(cell("Alone", properties=_GO_ON)))) == ["Alone"]


def test_a_cell_merged_across_moves_the_columns_after_it() -> None:
    found = blocks(table(row(cell("Wide", properties='<w:gridSpan w:val="3"/>'), "Last")))
    assert [b.cell.column for b in found if b.cell] == [1, 4]


def test_the_old_way_of_merging_across_is_known() -> None:
    start, rest = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    merged = table(row(cell("Wide", properties=start), cell("x", properties=rest), "Last"))
    assert texts(merged) == ["Wide", "Last"]


def test_a_nested_table_has_its_own_number_and_the_outer_cell_goes_on() -> None:
    found = blocks(table(row(cell("Before", grid(("Inner",)), p("After")), "Next")))
    assert [(b.text, b.cell.table, b.cell.column) for b in found if b.cell] == [
        ("Before", 1, 1),
        ("Inner", 2, 1),
        ("After", 1, 1),
        ("Next", 1, 2),
    ]


def test_a_table_of_many_merged_cells_takes_time_in_proportion() -> None:
    def seconds(rows: int) -> float:
        merged = table(
            row(cell("Top", properties=_START), "x"),
            *(row(cell(properties=_GO_ON), f"row {n}") for n in range(rows)),
        )
        start = time.process_time()
        assert len(texts(merged)) == rows + 2
        return time.process_time() - start

    assert seconds(8_000) < 60 * max(seconds(500), 0.005)
