"""A check by a settings file, from files to a report."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import policyalign
from policyalign.errors import InputError, SettingsError
from policyalign.keeping import Cache
from policyalign.model.settings import SettingsFile
from policyalign.renderers import render
from policyalign.saved_report import read_saved_report
from tests.settings.made import waiver, written
from tests.test_checking import SENTENCE, write_policy
from tests.test_explaining import PACK

TODAY = date(2026, 11, 23)
NONE = "'none.docx'"
FORM = "We fill this in."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    policies = tmp_path / "policies"
    write_policy(policies / "schools" / "hall" / "a.docx", SENTENCE)
    write_policy(policies / "schools" / "mill" / "b.docx", FORM)
    write_policy(policies / "archive" / "old.docx", SENTENCE)
    return policies


def checked(folder: Path, text: str, **asked: Any) -> policyalign.Report:
    file = written(folder, text)
    return policyalign.check(folder, settings=file, pack=PACK, today=TODAY, **asked)


def test_agencies_and_types_are_given_by_folder(folder: Path) -> None:
    text = "agency = 'Council'\n[agencies]\nHall = 'schools/hall'\n[types]\nschool = '*/mill'\n"
    made = checked(folder, text)
    found = {d.path: (d.agency, d.type_source) for d in made.documents}
    assert [agency for agency, _ in found.values()] == ["Council", "Hall", "Council"]
    given = [path for path, (_, source) in found.items() if source == "given by the user"]
    assert given == ["schools/mill/b.docx"]


def test_what_is_asked_for_goes_before_the_file(folder: Path) -> None:
    made = checked(folder, "agency = 'Council'\n[agencies]\nHall = 'schools'\n", agency="Us")
    assert {document.agency for document in made.documents} == {"Us"}
    assert made.settings.agency == "Us"


def test_excluded_files_are_named_and_in_no_figure(folder: Path) -> None:
    made = checked(folder, "exclude = ['archive', '*/mill/*']\n")
    assert [document.path for document in made.documents] == ["schools/hall/a.docx"]
    assert made.excluded == ("archive/old.docx", "schools/mill/b.docx")
    assert (made.totals.documents, made.totals.unread, made.totals.excluded) == (1, 0, 2)


def test_a_file_that_is_itself_named_is_checked_all_the_same(folder: Path) -> None:
    file = written(folder, "exclude = 'archive'\n")
    made = policyalign.check(folder / "archive" / "old.docx", settings=file, pack=PACK)
    assert len(made.documents) == 1
    assert made.excluded == ()


def test_to_exclude_everything_is_a_mistake(folder: Path) -> None:
    with pytest.raises(InputError, match="excludes all 3 files"):
        checked(folder, "exclude = '**'\n")


def test_the_settings_file_is_no_policy_whatever_its_name(folder: Path) -> None:
    assert checked(folder, "").unread == ()
    other = folder / "ours.toml"
    other.touch()
    assert policyalign.check(folder, settings=other, pack=PACK).unread == ()


def test_a_folder_with_nothing_but_settings_is_said_to_be_empty(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There are no files in"):
        policyalign.check(tmp_path, settings=written(tmp_path, ""))


def test_the_report_names_the_file_and_what_it_held(folder: Path) -> None:
    first = checked(folder, "agency = 'A'\n").settings
    second = checked(folder, "agency = 'B'\n").settings
    assert first.file == second.file == "policyalign.toml"
    assert first.fingerprint != second.fingerprint
    assert policyalign.check(folder, pack=PACK).settings.file is None


def test_ids_that_the_pack_lacks_are_refused(folder: Path) -> None:
    with pytest.raises(SettingsError, match=r"line 2: waiver no\. 1: item: the pack .* has no"):
        checked(folder, waiver(item="'no-such-item'"))


def with_waiver(**keys: str) -> str:
    return waiver(item="'pair'", **{"decision": "'overruled'", "outcome": "'met'", **keys})


def test_decisions_stand_in_the_report_and_survive_a_saved_one(
    folder: Path, tmp_path: Path
) -> None:
    made = checked(folder, with_waiver())
    saved = tmp_path / "r.json"
    saved.write_bytes(render(made, "json"))
    back = read_saved_report(saved)
    assert [d.decided for d in back.documents] == [d.decided for d in made.documents]
    assert [d.decisions[0].decision for d in back.documents] == [
        d.decisions[0].decision for d in made.documents
    ]


def test_what_is_kept_knows_no_decisions(folder: Path) -> None:
    plain = render(policyalign.check(folder, pack=PACK, today=TODAY), "json")
    with Cache(folder.parent / "cache") as cache:
        decided = checked(folder, with_waiver(), cache=cache)
        again = checked(folder, with_waiver(), cache=cache)
        (folder / "policyalign.toml").unlink()
        without = policyalign.check(folder, pack=PACK, today=TODAY, cache=cache)
    assert decided.totals.decided
    assert render(again, "json") == render(decided, "json")
    assert render(without, "json") == plain


def test_a_type_that_is_given_later_is_not_answered_from_what_is_kept(folder: Path) -> None:
    with Cache(folder.parent / "cache") as cache:
        checked(folder, "", cache=cache)
        made = checked(folder, "[types]\nschool = '**'\n", cache=cache)
    assert {document.type for document in made.documents} == {"school"}


def test_worker_processes_give_the_same_report(folder: Path) -> None:
    text = f"[types]\nschool = 'schools/mill'\n{with_waiver()}"
    alone, shared = (render(checked(folder, text, jobs=n), "json") for n in (1, 2))
    assert json.loads(alone)["documents"]
    assert alone == shared


def test_settings_may_be_made_in_a_program(folder: Path) -> None:
    made = policyalign.check(folder, settings=SettingsFile(agency="Hall"), pack=PACK)
    assert {document.agency for document in made.documents} == {"Hall"}


def test_explain_shows_the_decision(folder: Path) -> None:
    file = written(folder, with_waiver(document="'schools/mill'"))
    policy = folder / "schools" / "mill" / "b.docx"
    found = policyalign.explain("pair", policy, pack=PACK, settings=file, today=TODAY)
    assert found.result.decision is not None
    assert found.result.outcome is not found.result.standing
    assert found.checked.decided is not None


def test_entries_without_a_file_are_remarked_on_where_the_whole_folder_is_checked(
    folder: Path,
) -> None:
    text = f"[agencies]\nHall = 'schools/hal'\nMill = 'schools/mill'\n{with_waiver(document=NONE)}"
    made = checked(folder, text)
    assert [remark.line for remark in made.remarks] == [4, 2]
    assert "is of “Hall”" in made.remarks[1].reason
    file = folder / "policyalign.toml"
    part = policyalign.check(folder / "schools", settings=file, pack=PACK, today=TODAY)
    assert [remark.line for remark in part.remarks] == [4]
    alone = folder / "schools" / "mill" / "b.docx"
    assert policyalign.check(alone, settings=file, pack=PACK, today=TODAY).remarks == ()


def test_an_agency_whose_files_are_all_excluded_is_no_mistake(folder: Path) -> None:
    made = checked(folder, "exclude = 'archive'\n[agencies]\nOld = 'archive'\n")
    assert made.remarks == ()
