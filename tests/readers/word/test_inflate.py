"""Small parts are inflated at once, and whatever is odd is left to ``zipfile``."""

from __future__ import annotations

import io
import zipfile

import pytest

from policyalign.readers.word.inflate import beginning, inflated

_TEXT = b"<w:t>The plan is reviewed each month.</w:t>" * 20


def _zipped(method: int = zipfile.ZIP_DEFLATED) -> tuple[bytes, zipfile.ZipInfo]:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("word/document.xml", _TEXT)
    return file.getvalue(), archive.infolist()[0]


def test_a_part_written_in_the_usual_way_is_given_whole() -> None:
    assert inflated(*_zipped()) == _TEXT


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("CRC", 0),
        ("file_size", len(_TEXT) - 1),
        ("file_size", len(_TEXT) + 1),
        ("file_size", 5_000_000),
        ("compress_size", 10),
        ("flag_bits", 1),
        ("header_offset", -5),
        ("header_offset", 3),
        ("header_offset", 1_000_000),
        ("orig_filename", "word/other.xml"),
    ],
)
def test_a_part_that_is_not_as_the_directory_says_is_left_alone(
    field: str, value: int | str
) -> None:
    file, info = _zipped()
    setattr(info, field, value)
    assert inflated(file, info) is None


def test_a_part_that_is_only_stored_is_left_alone() -> None:
    assert inflated(*_zipped(zipfile.ZIP_STORED)) is None


def test_the_beginning_of_a_long_part_is_given_by_itself() -> None:
    assert beginning(*_zipped(), 100) == _TEXT[:100]


def test_a_part_that_is_not_longer_has_no_beginning_of_its_own() -> None:
    assert beginning(*_zipped(), len(_TEXT)) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [("flag_bits", 1), ("header_offset", 3), ("orig_filename", "word/other.xml")],
)
def test_no_beginning_is_given_of_what_is_not_as_the_directory_says(
    field: str, value: int | str
) -> None:
    file, info = _zipped()
    setattr(info, field, value)
    assert beginning(file, info, 100) is None
