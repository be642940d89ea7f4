"""From files to a report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import docx
import pytest

import policyalign
from policyalign.errors import InputError
from policyalign.model.document import Document, Unread
from policyalign.readers import read_as
from policyalign.readers.finding import FoundFile, find_files
from policyalign.renderers import render
from tests.packs.pack_builder import make_pack
from tests.readers.pdf.builder import self_drawing

SENTENCE = "We use Signs of Safety. Every danger statement has its own safety goal."


def write_policy(path: Path, *paragraphs: str, title: str = "Child Protection Procedures") -> None:
    document = docx.Document()
    document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    folder = tmp_path / "policies"
    write_policy(folder / "b.docx", SENTENCE)
    write_policy(folder / "sub" / "a.docx", "The family is hard to reach.")
    (folder / "notes.xyz").write_text("not a policy", encoding="utf-8")
    return folder


def test_every_file_is_a_result_or_unread(policies: Path) -> None:
    report = policyalign.check(policies)
    assert [document.path for document in report.documents] == ["b.docx", "sub/a.docx"]
    assert [unread.path for unread in report.unread] == ["notes.xyz"]
    assert report.totals.documents == 2
    assert report.totals.unread == 1


def test_a_result_carries_its_text_and_the_json_report_does_not(policies: Path) -> None:
    report = policyalign.check(policies / "b.docx")
    (document,) = report.documents
    assert [block.text for block in document.blocks][1:] == [SENTENCE]
    assert b"blocks" not in render(report, "json")


def test_a_result_names_what_was_found_and_where(policies: Path) -> None:
    document = policyalign.check(policies / "b.docx").documents[0]
    assert document.type == "child-protection-procedures"
    mention = next(m for m in document.mentions if m.concept == "danger-statement")
    assert mention.quote == "danger statement"
    named = next(item for item in document.items if item.id == "names-framework")
    assert named.outcome == "met"
    assert named.evidence[0].quote == "We use Signs of Safety."


def test_the_type_given_overrules_the_one_inferred(policies: Path) -> None:
    document = policyalign.check(policies / "b.docx", type="referral-form").documents[0]
    assert (document.type, document.type_source) == ("referral-form", "given by the user")
    with pytest.raises(InputError, match="There is no document type 'nonsense'"):
        policyalign.check(policies, type="nonsense")


def test_an_overdue_review_is_a_notice_only_when_a_day_is_given(tmp_path: Path) -> None:
    path = tmp_path / "old.docx"
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, cells in enumerate((("Version", "2"), ("Review date", "March 2020"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.save(str(path))
    result = policyalign.check(path, today=date(2026, 1, 1)).documents[0]
    assert result.control.review == "March 2020"
    assert [n.reason for n in result.notices] == ["its review date, March 2020, has passed"]
    assert policyalign.check(path).documents[0].notices == ()


def test_progress_counts_every_file(policies: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    policyalign.check(policies, progress=lambda *step: seen.append(step))
    assert seen == [(1, 3, "b.docx"), (2, 3, "notes.xyz"), (3, 3, "sub/a.docx")]


def test_every_way_of_sharing_the_work_gives_the_same_report(
    policies: Path, tmp_path: Path
) -> None:
    pack = policyalign.load_pack(make_pack(tmp_path / "small"))

    def report(**asked: Any) -> bytes:
        return render(policyalign.check(policies, pack=pack, **asked), "json")

    alone = report()
    assert json.loads(alone)["documents"][0]["mentions"]
    assert report(jobs=2) == alone
    assert report(jobs=1, timeout=60) == alone
    with ThreadPoolExecutor(3) as threads:
        assert report(executor=threads) == alone
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        assert report(executor=processes) == alone


def test_a_pdf_that_draws_itself_is_given_up_and_the_others_stand(
    policies: Path, tmp_path: Path
) -> None:
    (policies / "c.pdf").write_bytes(self_drawing())
    pack = policyalign.load_pack(make_pack(tmp_path / "small"))
    report = policyalign.check(policies, pack=pack, jobs=2, timeout=2)
    assert [document.path for document in report.documents] == ["b.docx", "sub/a.docx"]
    reasons = {unread.path: unread.reason for unread in report.unread}
    assert reasons["c.pdf"].startswith("was not read within 2 seconds.")


def test_a_fault_in_the_program_costs_one_file_and_is_named(
    policies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(path: Path, name: str) -> Document | Unread:
        if name == "b.docx":
            raise ZeroDivisionError
        return read_as(path, name)

    monkeypatch.setattr("policyalign.file_results.read_as", faulty)
    report = policyalign.check(policies)
    assert [document.path for document in report.documents] == ["sub/a.docx"]
    reason = report.unread[0].reason
    assert "met a fault in policyalign: ZeroDivisionError in test_checking.py, line" in reason


def test_a_file_that_vanishes_while_the_folder_is_read_is_named(
    policies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listed(paths: Iterable[str | Path]) -> tuple[FoundFile, ...]:
        found = find_files(paths)
        (policies / "b.docx").unlink()
        return found

    monkeypatch.setattr("policyalign.checking.find_sources", listed)
    report = policyalign.check(policies)
    assert [unread.path for unread in report.unread] == ["b.docx", "notes.xyz"]
    assert "there is no such file, or no longer" in report.unread[0].reason


def test_nothing_is_scored_where_there_are_no_words() -> None:
    assert policyalign.check_text("").score is None


def test_jobs_must_be_one_or_more(policies: Path) -> None:
    with pytest.raises(InputError, match="The number of jobs must be 1 or more, not 0"):
        policyalign.check(policies, jobs=0)


def test_an_executor_has_limits_of_its_own(policies: Path) -> None:
    with (
        ThreadPoolExecutor(1) as executor,
        pytest.raises(InputError, match="An executor has its own jobs, timeout and memory"),
    ):
        policyalign.check(policies, executor=executor, timeout=5)


def test_text_without_a_file_is_checked(tmp_path: Path) -> None:
    result = policyalign.check_text("A safety plan is made.", heading="Signs of Safety")
    assert [m.concept for m in result.mentions] == ["safety-plan"]
    assert result.score is not None


def test_the_same_input_gives_the_same_bytes(policies: Path, tmp_path: Path) -> None:
    """Hash seeds, the order of paths and the current folder leave no trace."""
    a, b = str(policies / "b.docx"), str(policies / "sub")
    runs = [("1", policies, (a, b)), ("2", tmp_path, (b, a)), ("3", policies, ("sub", "b.docx"))]
    outputs = []
    for seed, folder, paths in runs:
        options = ["--format", "json", "--no-cache"]
        command = [sys.executable, "-m", "policyalign", "check", *paths, *options]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, check=True, timeout=120
        )
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1] == outputs[2]
