"""What a partnership filled in in a roll-up workbook comes back, whatever was done to the sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from policyalign.errors import InputError
from policyalign.gathering.moderation import Moderated, read_moderation
from policyalign.model.partnership import Partnership
from policyalign.model.returns import Rating
from policyalign.renderers.moderation_layout import DATA, SHEET
from tests.gathering.filling import write_moderated
from tests.partnership.building import MET, PARTLY, held, row, sent, view

COLOURS = dict(zip(Rating, ("Green", "Amber", "Red", "Grey"), strict=True))
TYPED = ("A", "scaling", "Amber", "Seen by the panel")


def made() -> Partnership:
    labels = COLOURS
    return view(
        sent(held("A", row("scaling", MET), row("network", PARTLY), labels=labels)),
        sent(held("B", row("scaling", MET, moderated=PARTLY, moderation="Kept"), labels=labels)),
    )


def changed(path: Path, change: Callable[[Worksheet], object]) -> Moderated:
    write_moderated(path, made(), TYPED)
    book = openpyxl.load_workbook(path)
    change(book[SHEET])
    book.save(path)
    return read_moderation(path, path.name)


def rulings(found: Moderated) -> set[tuple[str, str, Rating | None, str]]:
    return {(r.agency, r.key[1], r.rating, r.comment) for r in found.rulings}


WANTED = {("A", "scaling", PARTLY, "Seen by the panel"), ("B", "scaling", PARTLY, "Kept")}


def test_ratings_come_back_in_the_words_of_the_workbook_with_those_of_the_returns(
    tmp_path: Path,
) -> None:
    found = changed(tmp_path / "m.xlsx", lambda sheet: None)
    assert rulings(found) == WANTED
    assert found.remarks == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: sheet.insert_cols(1, 2),
        lambda sheet: sheet.insert_rows(1, 3),
        lambda sheet: sheet.move_range("A2:L2", rows=20),
        lambda sheet: setattr(sheet, "title", "Panel"),
        lambda sheet: setattr(sheet["I2"], "value", "  AMBER "),
        lambda sheet: setattr(sheet["I2"], "value", "partly"),
        lambda sheet: setattr(sheet["I2"], "value", "Partly met"),
    ],
    ids=["columns", "rows", "sorted", "renamed", "capitals", "id", "usual word"],
)
def test_nothing_is_lost_when_the_sheet_is_rearranged(
    tmp_path: Path, change: Callable[[Worksheet], object]
) -> None:
    assert rulings(changed(tmp_path / "m.xlsx", change)) == WANTED


def test_a_word_that_is_no_rating_is_named_with_its_cell_and_the_comment_stays(
    tmp_path: Path,
) -> None:
    found = changed(tmp_path / "m.xlsx", lambda sheet: setattr(sheet["I2"], "value", "Ambr"))
    assert found.remarks == (
        "Moderation I2: “Ambr” is no rating, and was not read. Did you mean “Amber”?",
    )
    assert ("A", "scaling", None, "Seen by the panel") in rulings(found)


def test_a_row_with_no_more_than_a_word_that_is_no_rating_is_named_once(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["I2"], sheet["J2"] = "8 of 10", None

    (remark,) = changed(tmp_path / "m.xlsx", change).remarks
    assert remark.startswith("Moderation I2: “8 of 10” is no rating, and was not read. Choose one")


def test_a_row_that_lost_its_reference_is_named(tmp_path: Path) -> None:
    found = changed(tmp_path / "m.xlsx", lambda sheet: setattr(sheet["L2"], "value", None))
    assert found.remarks == ("Moderation row 2: names no agency or item, and was not read",)


def test_a_sheet_without_its_headings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no sheet has the headings Agency, Pack"):
        changed(tmp_path / "m.xlsx", lambda sheet: sheet.delete_rows(1))


def test_a_roll_up_of_another_version_is_refused(tmp_path: Path) -> None:
    path = write_moderated(tmp_path / "m.xlsx", made(), TYPED)
    book = openpyxl.load_workbook(path)
    book[DATA]["B1"] = "policyalign-partnership/9"
    book.save(path)
    with pytest.raises(InputError, match="another version"):
        read_moderation(path, path.name)
