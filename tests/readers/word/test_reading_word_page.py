"""The page on reading Word files names a test for each rule, and the tests are there."""

from __future__ import annotations

import re
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_PAGE = (_ROOT / "docs" / "reading-word.md").read_text(encoding="utf-8")
_NAMED = re.compile(r"`(test_\w+\.py)::(test_\w+)`")


def test_each_test_that_the_page_names_is_there() -> None:
    named = _NAMED.findall(_PAGE)
    assert len(named) > 40
    for file, test in named:
        source = (Path(__file__).parent / file).read_text(encoding="utf-8")
        assert f"def {test}(" in source, f"{file}::{test}"


def test_each_row_of_a_table_names_a_test() -> None:
    rows = [line for line in _PAGE.splitlines() if line.startswith("| ") and "| Test |" not in line]
    assert [row for row in rows if not _NAMED.search(row)] == []
