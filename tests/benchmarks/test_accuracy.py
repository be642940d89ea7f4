"""The program that scores labelled passages says plainly what it did and what it was not given."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import accuracy
from benchmarks.accuracy_tables import passage_lines
from benchmarks.agreement import Result
from benchmarks.matchers import Alternative
from policyalign import load_pack
from tests.benchmarks.passage_builder import found, passage

LINE = {
    "id": "p-1",
    "kind": "plain",
    "heading": None,
    "text": "The worker writes a danger statement with the parents of the child.",
    "mentions": [
        {"concept": "danger-statement", "quote": "danger statement", "status": "affirmed"},
        {"concept": "never-there", "quote": "parents", "status": "affirmed"},
    ],
    "discouraged": [],
}


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(accuracy, "DOCUMENTS", Path("no such folder"))
    monkeypatch.setattr(sys, "argv", ["accuracy.py", *arguments])
    accuracy.main()


def test_a_run_alone_prints_figures_errors_and_concepts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    passages = tmp_path / "passages.jsonl"
    passages.write_text(json.dumps(LINE), encoding="utf-8")
    _run(monkeypatch, str(passages), "--alone", "--errors", "--concepts")
    printed = capsys.readouterr().out
    assert "100.0 / 50.0 / 66.7" in printed
    assert "concept never-there\n      expected affirmed in “parents”" in printed
    assert "| danger-statement | 100.0 / 100.0 / 100.0 |" in printed


@pytest.mark.parametrize("content", [None, "no json", "[1]", '{"id": "p-1"}'])
def test_a_file_that_holds_no_passages_is_named_and_the_exit_code_is_2(
    content: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "passages.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        _run(monkeypatch, str(path), "--alone")
    assert stopped.value.code == 2
    assert "cannot be read as labelled passages" in capsys.readouterr().err


def test_the_page_is_not_written_without_the_alternatives(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        _run(monkeypatch, "--alone", "--write")
    assert stopped.value.code == 2
    assert "--alone" in capsys.readouterr().err


def test_what_is_not_installed_is_said_and_not_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = Alternative(name="x", wording="y", searches={}, needs="no_such_package_here")
    slow = Alternative(name="slow", wording="y", searches={}, slow=True)
    monkeypatch.setattr(accuracy, "ALTERNATIVES", (absent, slow))
    tried, reasons = accuracy.try_all([passage()], load_pack("sos"), slow=False)
    assert tried == {}
    assert "not installed" in reasons["x, y"]
    assert "twenty minutes" in reasons["slow, y"]
    own = Result("ours", "", [passage()], [found()])
    assert "not installed" in "\n".join(passage_lines([own], reasons))
