"""Tables are in line, pictures readable by everyone, and pages keep what a person wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from benchmarks.page import put, table
from benchmarks.plot import Line, Panel, drawing

SVG = "{http://www.w3.org/2000/svg}"
PAGE = "Prose.\n\n<!-- figures -->\nold\n<!-- end figures -->\n\nMore prose.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_columns_of_a_table_are_in_line() -> None:
    assert list(table(("a", "long heading"), [("cell", "1")])) == [
        "| a    | long heading |",
        "| ---- | ------------ |",
        "| cell | 1            |",
    ]


def test_only_the_named_part_of_a_page_is_written(page: Path) -> None:
    put(page, "figures", ["new \\1", "lines"])
    written = page.read_text(encoding="utf-8")
    assert written == PAGE.replace("old", "\nnew \\1\nlines\n")
    put(page, "figures", ["new \\1", "lines"])
    assert page.read_text(encoding="utf-8") == written


def test_a_page_without_the_part_is_left_as_it_is(page: Path) -> None:
    with pytest.raises(ValueError, match="'tables' 0 times"):
        put(page, "tables", ["new"])
    assert page.read_text(encoding="utf-8") == PAGE


def _drawn(lines: int = 2) -> str:
    points = [(0.0, 100.0), (12.0, 40.0)]
    panel = Panel("Found <all>", [Line(f"line {number}", points) for number in range(lines)])
    return drawing(title="A & B", across="per cent", panels=[panel, panel])


def test_a_picture_says_in_words_what_it_shows() -> None:
    root = etree.fromstring(_drawn().encode())
    names = {"s": "http://www.w3.org/2000/svg"}
    assert root.get("role") == "img"
    assert root.findtext("s:title", namespaces=names) == "A & B"
    described = root.findtext("s:desc", namespaces=names) or ""
    assert "Found <all>, line 1: 100 per cent at 0, 40 at 12 (per cent)." in described
    assert root.get("aria-labelledby", "").split() == [
        element.get("id") for element in root.xpath("s:title | s:desc", namespaces=names)
    ]


def test_lines_differ_in_more_than_colour() -> None:
    root = etree.fromstring(_drawn(3).encode())
    shapes = {
        name: {element.tag for element in root.iter() if element.get("class") == name}
        for name in ("mark0", "mark1", "mark2")
    }
    assert len({frozenset(tags) for tags in shapes.values()}) == 3
    style = root.findtext(f"{SVG}style") or ""
    assert style.count("stroke-dasharray") == 2


def test_nothing_but_marks_and_background_is_filled() -> None:
    root = etree.fromstring(_drawn(3).encode())
    assert ".grid, .axis, .line { fill: none; }" in (root.findtext(f"{SVG}style") or "")
    names = {path.get("class", "").split()[0] for path in root.iter(f"{SVG}path")}
    assert names == {"grid", "axis", "line", "mark2"}


def test_a_picture_is_the_same_each_time_and_fits_a_dark_page() -> None:
    assert _drawn() == _drawn()
    assert "prefers-color-scheme: dark" in _drawn()


def test_more_lines_than_can_be_told_apart_are_refused() -> None:
    with pytest.raises(ValueError, match="3 lines"):
        _drawn(4)
