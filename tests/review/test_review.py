"""A folder of files reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest

from policyalign.errors import InputError
from policyalign.model.review import Mark, MarkOutcome
from policyalign.review import review
from tests.matching.small_pack import PACK

if TYPE_CHECKING:
    from pathlib import Path


def policy(path: Path, *paragraphs: str) -> None:
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(str(path))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    policy(tmp_path / "a.docx", "We use Signs of Safety.", "A danger statement is written.")
    policy(tmp_path / "b.docx", "A danger summary is written. The danger summary is read.")
    (tmp_path / "c.docx").write_bytes(b"")
    return tmp_path


def test_all_parts_are_filled_from_all_files(folder: Path) -> None:
    made = review(folder, pack=PACK, marks=[Mark(concept="goal", file="a.docx", quote="written")])
    assert (made.documents, made.words) == (2, 20)
    assert [unread.path for unread in made.unread] == ["c.docx"]
    assert [group.concept for group in made.unused] == ["framework"]
    assert [miss.wording for miss in made.near_misses] == ["danger summary"]
    assert [(r.outcome, r.holds) for r in made.marks] == [(MarkOutcome.OPEN, True)]


def test_the_same_files_give_the_same_review(folder: Path) -> None:
    assert review(folder, pack=PACK) == review([folder], pack=PACK)


def test_progress_is_told_of_every_file(folder: Path) -> None:
    told: list[tuple[int, int, str]] = []
    review(folder, pack=PACK, progress=lambda *done: told.append(done))
    assert told == [(1, 3, "a.docx"), (2, 3, "b.docx"), (3, 3, "c.docx")]


def test_a_wrong_mark_is_told_before_anything_is_read(folder: Path) -> None:
    marks = [Mark(concept="nothing", file="a.docx", quote="written")]
    with pytest.raises(InputError, match="policyalign vocab list"):
        review(folder / "none", pack=PACK, marks=marks)
