"""A JSON report read back holds what the run found."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from policyalign import check, load_pack, saved_report
from policyalign.errors import InputError
from policyalign.model.report import Report, Whose
from policyalign.renderers import render
from policyalign.saved_report import read_saved_report

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def report() -> Report:
    policies = sorted((ROOT / "samples").glob("**/*.docx"))[:2]
    return check([*policies, ROOT / "pyproject.toml"], pack=load_pack("sos"), agency="Reed Hill")


@pytest.fixture
def saved(report: Report, tmp_path: Path) -> Path:
    file = tmp_path / "report.json"
    file.write_bytes(render(report, "json"))
    return file


def test_what_was_written_is_read_back(report: Report, saved: Path) -> None:
    back = read_saved_report(saved)
    assert (back.pack.id, back.pack.version) == (report.pack.id, report.pack.version)
    assert back.settings == report.settings
    again = Report(
        pack=report.pack, settings=back.settings, documents=back.documents, unread=back.unread
    )
    assert render(again, "json") == saved.read_bytes()


def test_what_json_leaves_out_stands_at_its_default(report: Report, saved: Path) -> None:
    first = read_saved_report(saved).documents[0]
    was = report.documents[0]
    assert first.items == was.items
    assert [
        replace(m, sentence=(m.start, m.end), commits=False, planned=False, whose=Whose.OWN)
        for m in was.mentions
    ] == list(first.mentions)
    assert not first.blocks


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is not a JSON report, or only a part of one"),
        ("[" * 100_000, "is not a JSON report"),
        ("[]", "not a report of policyalign"),
        ('{"schema": "policyalign-report/2"}', "a report of another version"),
        ('{"schema": "policyalign-report/1"}', "damaged report, or somebody has changed it"),
    ],
)
def test_another_file_is_refused_with_a_reason(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_saved_report(file)


def test_a_value_of_the_wrong_kind_is_refused_by_its_place(saved: Path) -> None:
    held = json.loads(saved.read_bytes())
    held["documents"][0]["items"][0]["outcome"] = "splendid"
    saved.write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(InputError, match="splendid"):
        read_saved_report(saved)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Cannot read"):
        read_saved_report(tmp_path / "none.json")


@pytest.mark.parametrize("score", ["NaN", "Infinity", "1e999", "1e300", "-1"])
def test_a_score_that_is_none_is_refused(saved: Path, score: str) -> None:
    """A comparison that holds one could not be written as JSON."""
    held = json.loads(saved.read_bytes())
    held["documents"][0]["score"] = "HERE"
    saved.write_text(json.dumps(held).replace('"HERE"', score), encoding="utf-8")
    with pytest.raises(InputError):
        read_saved_report(saved)


@pytest.mark.parametrize("today", ["soon", "", "20261103", "2026-W45-2"])
def test_a_day_that_is_none_is_refused(saved: Path, today: str) -> None:
    held = json.loads(saved.read_bytes())
    held["settings"]["today"] = today
    saved.write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(InputError, match="its day is no date"):
        read_saved_report(saved)


def test_a_report_of_no_reasonable_size_is_not_read(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saved_report, "MOST_BYTES", 100)
    with pytest.raises(InputError, match="is larger than"):
        read_saved_report(saved)
