"""What can be compared: reports, saved reports, policies and folders, in any mixture."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

import policyalign
from policyalign.comparing import compare, trend
from policyalign.errors import InputError
from policyalign.model.comparison import KnownBy
from policyalign.saved_report import read_saved_report
from tests.readers.docx_builder import docx, p, t

if TYPE_CHECKING:
    from pathlib import Path

OLD = "Hard to reach families are discussed at the meeting in the spring."
NEW = "We use Signs of Safety as our practice framework with every family."
BOTH = "Visitors ring the bell and wait in the hall until somebody comes."


def policy(folder: Path, name: str, *paragraphs: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(docx(*(p(t(text)) for text in paragraphs)))
    return path


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    policy(tmp_path / "old", "school.docx", BOTH, OLD)
    policy(tmp_path / "new", "school.docx", BOTH, NEW)
    return tmp_path / "old", tmp_path / "new"


def save(folder: Path, day: date = date(2026, 5, 1)) -> Path:
    file = folder.parent / f"{folder.name}.json"
    file.write_bytes(policyalign.render(policyalign.check(folder, today=day, jobs=1), "json"))
    return file


def test_a_report_a_saved_report_and_a_folder_tell_the_same(folders: tuple[Path, Path]) -> None:
    old, new = folders
    saved = save(old)
    for before in (old, saved, str(saved), read_saved_report(saved), policyalign.check(old)):
        found = policyalign.compare(before, new)
        assert (found.cleared, found.crept_in, found.lost) == (1, 0, 0)
        assert "names-framework" in {item.after.id for d in found.documents for item in d.items}


def test_two_policies_are_versions_of_one(folders: tuple[Path, Path]) -> None:
    old, new = (folder / "school.docx" for folder in folders)
    (change,) = compare(old, new).documents
    assert change.known_by is KnownBy.GIVEN
    assert change.likeness == 50.0


def test_a_policy_in_a_report_is_known_by_its_path(folders: tuple[Path, Path]) -> None:
    old, new = folders
    (change,) = compare(save(old), new / "school.docx").documents
    assert change.known_by is KnownBy.PATH


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(tmp_path: Path) -> None:
    file = tmp_path / "policy.docx"
    file.write_text("no Word file")
    with pytest.raises(InputError, match=r"No document could be read in .*policy.docx: it "):
        compare(file, file)


def test_a_folder_without_a_policy_that_can_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.xyz").write_text("nothing")
    with pytest.raises(InputError, match="No document could be read in"):
        compare(tmp_path, tmp_path)


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file or folder"):
        compare(tmp_path / "none", tmp_path / "none")


def test_a_report_of_a_version_without_sentences_can_still_be_compared(
    folders: tuple[Path, Path],
) -> None:
    old, _ = folders
    saved = save(old)
    held = json.loads(saved.read_bytes())
    for document in held["documents"]:
        for finding in document["discouraged"]:
            del finding["sentence"]
    saved.write_text(json.dumps(held))
    assert not compare(saved, old).changed


def test_saved_reports_give_a_trend(folders: tuple[Path, Path]) -> None:
    old, new = folders
    found = trend([save(new, date(2026, 9, 1)), save(old)])
    assert [point.day for point in found.points] == ["2026-05-01", "2026-09-01"]
    (line,) = found.documents
    assert line.scores[0] is not None
    assert line.scores[1] is not None
    assert line.scores[0] < line.scores[1]
