"""Reports on documents that were really read and checked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import docx
import pytest
from jsonschema import Draft202012Validator

from policyalign.checking import check
from policyalign.model.report import Report
from policyalign.renderers import render
from policyalign.renderers.arithmetic import shares
from policyalign.renderers.json_report import schema

EVALUATION = Path(__file__).parents[2].parent / "shared" / "eval" / "documents"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("policies")
    made = docx.Document()
    made.add_heading("Safeguarding policy", 1)
    made.add_paragraph("We will use Signs of Safety, which is strengths-based, with families.")
    made.add_heading("Planning", 2)
    made.add_paragraph("Each danger statement must be paired with a safety goal.")
    made.add_paragraph("Mother failed to engage with the safety plan. \x7f“Quoted” – text.")
    made.save(str(folder / "policy.docx"))
    (folder / "broken.docx").write_bytes(b"This is no Word file.")
    return check([folder])


def test_json_of_a_real_report_keeps_to_the_schema(checked: Report) -> None:
    made = json.loads(render(checked, "json"))
    Draft202012Validator(schema()).validate(made)
    assert [Path(unread["path"]).name for unread in made["unread"]] == ["broken.docx"]


def test_terminal_report_of_a_real_run_names_what_was_found(checked: Report) -> None:
    shown = render(checked, "terminal").decode()
    assert "failed to engage" in shown
    assert "broken.docx" in shown


def test_scores_can_be_worked_out_again(checked: Report) -> None:
    for document in checked.documents:
        parts = shares(document, checked.pack)
        points, out_of = sum(p.points for p in parts), sum(p.out_of for p in parts)
        assert document.score == pytest.approx(100 * points / out_of, abs=0.051)


def test_no_clause_reaches_the_reader_in_the_language_of_the_pack(checked: Report) -> None:
    shown = render(checked, "terminal").decode()
    assert not re.search(r"(all|any|at least \d) of \[", shown)


def test_reports_on_the_evaluation_documents_keep_to_the_schema() -> None:
    if not EVALUATION.is_dir():
        pytest.skip("the evaluation documents are not beside this checkout")
    found = check(sorted(EVALUATION.glob("*.docx")) + sorted(EVALUATION.glob("*.pdf")))
    Draft202012Validator(schema()).validate(json.loads(render(found, "json")))
    assert render(found, "json") == render(found, "json")
