"""Files that are no return, or would like to cost more than one may."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from policyalign import limits
from policyalign.returns import Severity, read_return, workbook
from tests.returns.filling import new_return, saved

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def repacked(change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A return with its parts changed."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(new_return())) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return result.getvalue()


def in_part(wanted: str, change: Callable[[bytes], bytes | None]) -> bytes:
    return repacked(lambda name, data: change(data) if name == wanted else data)


ITEMS, DATA = "xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml"
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
FILES = {
    "empty": (b"", "is empty"),
    "text": (b"Hello", "is no Excel workbook"),
    "old Excel": (OLE + b"Workbook", "is no Excel workbook"),
    "password": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "is protected with a password",
    ),
    "truncated": (new_return()[:5000], "is damaged or only a part of a file"),
    "another zip": (in_part("xl/workbook.xml", lambda _: None), "is no Excel workbook"),
    "broken part": (in_part(ITEMS, lambda data: data[:900]), "is damaged"),
    "entities": (
        in_part(ITEMS, lambda data: data.replace(b"<worksheet", BOMB + b"<worksheet", 1)),
        "holds declarations that no workbook needs",
    ),
    "no record": (in_part(DATA, lambda _: None), "its hidden sheet was deleted"),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_return_is_one_clear_sentence(tmp_path: Path, name: str) -> None:
    data, words = FILES[name]
    path = tmp_path / "return.xlsx"
    path.write_bytes(data)
    made, problems = read_return(path)
    assert made is None
    assert [problem.severity for problem in problems] == [Severity.UNUSABLE]
    assert words in problems[0].sentence
    assert problems[0].sentence.startswith(f"{path}: ")
    assert problems[0].sentence.endswith(".")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    made, problems = read_return(tmp_path / "none.xlsx")
    assert made is None
    assert "cannot be opened: No such file or directory" in problems[0].sentence


def test_a_return_without_its_headings_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path, lambda book: book["Self-assessment"].delete_rows(2))
    made, problems = read_return(path)
    assert made is None
    assert "no sheet with the headings of a return" in problems[0].sentence


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "return.xlsx"
    path.write_bytes(in_part(ITEMS, lambda data: data + b" " * 2_000_000))
    monkeypatch.setattr(workbook, "LARGEST_PART", 1_000_000)
    assert "unpacks to more than any return holds" in read_return(path)[1][0].sentence
    monkeypatch.setattr(workbook, "LARGEST_PART", limits.LARGEST_PART)
    monkeypatch.setattr(workbook, "LARGEST_TOTAL", 1_000_000)
    assert "unpacks to more than any return holds" in read_return(path)[1][0].sentence


def test_a_sheet_of_very_many_cells_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_MARKS", 500)
    path = saved(tmp_path)
    assert "unpacks to more than any return holds" in read_return(path)[1][0].sentence


def test_a_very_large_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_RETURN_BYTES", 1000)
    assert "is larger than" in read_return(saved(tmp_path))[1][0].sentence


def test_a_word_in_the_last_cell_of_a_sheet_costs_nothing(tmp_path: Path) -> None:
    def far_away(data: bytes) -> bytes:
        cell = b'<c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c>'
        row = b'<row r="1048576">' + cell + b"</row></sheetData>"
        dimension = data.replace(b'ref="A1:Q9"', b'ref="A1:XFD1048576"', 1)
        return dimension.replace(b"</sheetData>", row)

    path = tmp_path / "return.xlsx"
    path.write_bytes(in_part(ITEMS, far_away))
    made, problems = read_return(path)
    assert made is not None
    assert not problems


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"made": "2026-11-03"', b'"made": "never"'),
        (b'"schema": "policyalign-return/1"', b'"schema": "policyalign-return/9"'),
        (b'"partly": "Partly met", ', b""),
        (b'"item": "commits"', b'"item": 5'),
        (b'{"schema"', b'[[[{"schema"'),
        (b">return<", b">item<"),
    ],
)
def test_a_damaged_record_is_one_sentence(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = tmp_path / "return.xlsx"
    path.write_bytes(in_part("xl/sharedStrings.xml", lambda data: data.replace(old, new)))
    made, problems = read_return(path)
    assert made is None
    assert [problem.severity for problem in problems] == [Severity.UNUSABLE]


def test_a_row_without_numbers_is_counted(tmp_path: Path) -> None:
    """Some programs leave out what can be counted."""
    path = tmp_path / "return.xlsx"
    path.write_bytes(in_part(ITEMS, lambda data: re.sub(rb'(<(?:row|c)) r="\w+"', rb"\1", data)))
    made, problems = read_return(path)
    assert made is not None
    assert not problems


def test_a_strict_workbook_is_read(tmp_path: Path) -> None:
    def strict(name: str, data: bytes) -> bytes:
        main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        return data.replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main")

    path = tmp_path / "return.xlsx"
    path.write_bytes(repacked(strict))
    made, problems = read_return(path)
    assert made is not None
    assert not problems


def test_an_error_in_a_cell_is_named_and_not_read(tmp_path: Path) -> None:
    cell, shown = b'<c r="M4" t="e"><f>1/0</f><v>#DIV/0!</v></c>', re.compile(rb'<c r="M4"[^>]*/>')
    path = tmp_path / "return.xlsx"
    path.write_bytes(in_part(ITEMS, lambda data: shown.sub(cell, data)))
    made, problems = read_return(path)
    assert made is not None
    assert made.rows[1].answer.owner == ""
    assert [problem.cell for problem in problems] == ["M4"]
    assert "shows the error #DIV/0!" in problems[0].sentence


def test_a_part_that_many_sheets_share_is_read_for_one_of_them() -> None:
    """Else a small file keeps the program busy for hours."""

    def many(data: bytes) -> bytes:
        sheet = re.search(rb"<sheet name=.*?/>", data)
        assert sheet is not None
        named = (sheet[0].replace(b"Start here", b"s%d" % number) for number in range(9_000))
        return data.replace(sheet[0], sheet[0] + b"".join(named))

    book = workbook.Workbook(in_part("xl/workbook.xml", many))
    assert list(book.sheets) == ["Start here", "Self-assessment", "Documents", "Return data"]
