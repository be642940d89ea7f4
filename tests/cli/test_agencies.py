"""Whose documents these are follows from the folders they lie in."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyalign.cli.agencies import agencies_of, sorted_out
from tests.test_checking import write_policy


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    for name in ("all/north/a", "all/south", "reports", "mixed"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("all/north/a/one", "all/south/two", "all/three", "mixed/four"):
        write_policy(tmp_path / f"{name}.docx", "Text.")
    for name in ("reports/one.json", "mixed/report.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    return tmp_path


def test_one_folder_holds_the_agencies(folders: Path) -> None:
    agency = agencies_of((folders / "all",))
    assert agency("north/a/one.docx") == "north"
    assert agency("south/two.docx") == "south"
    assert agency("three.docx") == "all"


def test_several_folders_are_the_agencies(folders: Path) -> None:
    agency = agencies_of((folders / "all" / "north", folders / "mixed"))
    assert agency("all/north/a/one.docx") == "north"
    assert agency("mixed/four.docx") == "mixed"


def test_a_file_belongs_to_its_folder(folders: Path) -> None:
    assert agencies_of((folders / "all" / "south" / "two.docx",))("two.docx") == "south"


def test_a_path_from_where_one_stands_is_no_different(
    folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folders / "all")
    assert agencies_of((Path(),))("north/a/one.docx") == "north"
    assert agencies_of((Path("..") / "all",))("three.docx") == "all"


def test_reports_are_parted_from_policies(folders: Path) -> None:
    given = (folders / "all", folders / "reports", folders / "mixed" / "report.json")
    policies, reports = sorted_out(given)
    assert policies == (folders / "all",)
    assert [path.name for path in reports] == ["one.json", "report.json"]


def test_a_report_beside_policies_tells_of_these_and_is_passed_over(folders: Path) -> None:
    assert sorted_out((folders / "mixed",)) == ((folders / "mixed",), ())
