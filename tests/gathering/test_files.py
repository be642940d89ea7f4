"""What becomes of each file that a roll-up is given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from policyalign.errors import InputError
from policyalign.gathering import gather
from policyalign.model.document import Unread
from policyalign.model.pack import Pack
from policyalign.model.report import Outcome, Report, Settings
from policyalign.model.submissions import Gathered, Source
from policyalign.renderers import render
from policyalign.renderers.partnership import FORMATS
from policyalign.renderers.partnership import render as render_view
from policyalign.returns import render as render_return
from tests.gathering.filling import write_moderated, write_return
from tests.partnership.building import MET, PARTLY, SCALING, held, row, sent, view
from tests.report_builders import document, pack, report, result

DAY = Settings(today="2026-11-03")


def gathered(folder: Path) -> Gathered:
    return gather([folder], load=lambda _: pack())


def write_report(path: Path, made: Report, **changes: object) -> Path:
    whole = json.loads(render(made, "json"))
    path.write_text(json.dumps(whole | changes), encoding="utf-8")
    return path


def of_agencies(*agencies: str | None, settings: Settings = DAY) -> Report:
    documents = (
        document(f"{agency}.docx", result("commits", Outcome.MET), agency=agency)
        for agency in agencies
    )
    made = report(*documents, unread=(Unread(path="scan.pdf", reason="has no text"),))
    return Report(pack=made.pack, settings=settings, documents=made.documents, unread=made.unread)


def test_a_return_is_read_with_its_answers(tmp_path: Path) -> None:
    made = held("Ostley Police", row("scaling", PARTLY, action="Rewrite it"), row("network", MET))
    write_return(tmp_path / "2026" / "police.xlsx", made)
    write_return(tmp_path / "school.xlsx", held("School", row("scaling", MET)))
    first, second = gathered(tmp_path).submissions
    assert (first.path, first.source) == ("2026/police.xlsx", Source.RETURN)
    assert first.held.agency == "Ostley Police"
    assert [found.answer.rating for found in first.held.rows] == [PARTLY, MET]
    assert first.held.rows[0].answer.action == "Rewrite it"
    assert second.path == "school.xlsx"


def test_a_word_form_is_a_return_as_well(tmp_path: Path) -> None:
    made = held("School", row("scaling"), row("network"))
    (tmp_path / "school.docx").write_bytes(render_return(made, pack(), ".docx"))
    (only,) = gathered(tmp_path).submissions
    assert (only.path, only.held.agency) == ("school.docx", "School")
    assert [found.item for found in only.held.rows] == ["scaling", "network"]


def test_a_report_is_a_return_for_each_of_its_agencies(tmp_path: Path) -> None:
    write_report(tmp_path / "all.json", of_agencies("A", "B"))
    one, two = gathered(tmp_path).submissions
    assert (one.held.agency, two.held.agency) == ("A", "B")
    assert one.source is Source.REPORT
    assert one.held.made.isoformat() == "2026-11-03"
    assert [d.path for d in one.held.documents] == ["A.docx"]
    assert [r.item for r in one.held.rows] == ["commits"]
    assert one.held.rows[0].title == "Commits to using the framework"
    assert one.remarks == ("could not read 1 file, whose agency is not known",)


def test_the_unread_files_of_a_report_on_one_agency_are_its_own(tmp_path: Path) -> None:
    write_report(tmp_path / "a.json", of_agencies("A"))
    (only,) = gathered(tmp_path).submissions
    assert only.held.unread == ("scan.pdf: has no text",)
    assert only.remarks == ()


def test_files_that_name_no_agency_stay_apart_and_say_so(tmp_path: Path) -> None:
    write_report(tmp_path / "a.json", of_agencies(None))
    write_return(tmp_path / "b.xlsx", held("", row("scaling", MET)))
    report_, return_ = gathered(tmp_path).submissions
    assert report_.held.agency == "Agency not named (a.json)"
    assert return_.held.agency == "Agency not named (b.xlsx)"
    assert "names no agency" in report_.remarks[0]


def test_an_item_that_the_pack_here_does_not_know_is_kept_by_its_id(tmp_path: Path) -> None:
    whole = json.loads(render(of_agencies("A"), "json"))
    whole["documents"][0]["items"][0]["id"] = "older-item"
    whole["pack"]["version"] = "0.9"
    (tmp_path / "a.json").write_text(json.dumps(whole), encoding="utf-8")
    (only,) = gathered(tmp_path).submissions
    assert only.held.pack_version == "0.9"
    assert [(r.item, r.title, r.area) for r in only.held.rows] == [
        ("older-item", "older-item", "Not in the pack on this computer")
    ]


def no_pack(_: str) -> Pack:
    raise InputError("There is no pack called other. The packs are: sos.")


def test_a_report_whose_pack_is_not_here_is_named_with_the_reason(tmp_path: Path) -> None:
    write_report(tmp_path / "a.json", of_agencies("A"))
    (only,) = gather([tmp_path], load=no_pack).unread
    assert only.reason == "There is no pack called other. The packs are: sos."


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"notes", "is neither a return nor a JSON report"),
        (
            "a.ods",
            b"PK",
            "is neither a return nor a JSON report. If it is a return, open it in Excel, Word or "
            "LibreOffice and save it as .xlsx",
        ),
        ("a.xlsx", b"PK\x03\x04 cut off", "is damaged or only a part of a file"),
        ("a.xlsx", b"", "is empty"),
        ("a.docx", b"PK\x03\x04 cut off", "The file is damaged"),
        ("a.json", b"{", "is not a JSON report, or only a part of one"),
        ("a.json", b'{"schema": "other/1"}', "is JSON, but not a report of policyalign"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    found = gathered(tmp_path)
    assert found.submissions == ()
    assert [file.path for file in found.unread] == [name]
    assert found.unread[0].reason.startswith(reason)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (of_agencies("A", settings=Settings()), "without a date"),
        (of_agencies("A", settings=Settings(today="soon")), "its day is no date"),
        (report(), "no document was read"),
    ],
)
def test_a_report_that_says_too_little_is_named(tmp_path: Path, made: Report, reason: str) -> None:
    whole = Report(pack=made.pack, settings=made.settings, documents=made.documents)
    if not made.documents:
        whole = Report(pack=made.pack, settings=DAY, documents=())
    write_report(tmp_path / "a.json", whole)
    assert reason in gathered(tmp_path).unread[0].reason


def test_a_workbook_of_somebody_else_is_no_return(tmp_path: Path) -> None:
    import openpyxl

    openpyxl.Workbook().save(tmp_path / "accounts.xlsx")
    assert "no return that policyalign made" in gathered(tmp_path).unread[0].reason


@pytest.mark.parametrize("suffix", sorted(set(FORMATS) - {".xlsx"}))
def test_a_roll_up_that_is_no_workbook_brings_nothing_in(tmp_path: Path, suffix: str) -> None:
    made = view(sent(held("A", row("scaling", MET))))
    (tmp_path / f"partnership{suffix}").write_bytes(render_view(made, suffix))
    (only,) = gathered(tmp_path).unread
    assert only.reason.startswith("is itself a roll-up")


def test_a_roll_up_workbook_brings_what_was_moderated_in_it(tmp_path: Path) -> None:
    made = view(sent(held("A", row("scaling", MET), row("network", MET))))
    write_moderated(tmp_path / "moderated.xlsx", made, ("A", "scaling", "Partly met", "Seen"))
    found = gathered(tmp_path)
    (ruling,) = found.rulings
    assert (ruling.path, ruling.agency, ruling.key) == ("moderated.xlsx", "A", SCALING)
    assert (ruling.rating, ruling.comment) == (PARTLY, "Seen")
    assert found.submissions == ()
    assert found.unread == ()


def test_a_report_cannot_say_from_where_a_pack_is_loaded(tmp_path: Path) -> None:
    """It comes from another agency, and a path in it would be opened on this computer."""
    for name in ("../other", "/srv/pack", "\\\\host\\share", ""):
        write_report(
            tmp_path / "a.json",
            of_agencies("A"),
            pack={"id": name, "version": "1", "fingerprint": "0"},
        )
        found = gather([tmp_path], load=no_pack)
        assert found.unread[0].reason.startswith("is a report whose pack has no id")


def test_a_name_of_blanks_is_no_name(tmp_path: Path) -> None:
    write_report(tmp_path / "a.json", of_agencies("  "))
    (only,) = gathered(tmp_path).submissions
    assert only.held.agency == "Agency not named (a.json)"
