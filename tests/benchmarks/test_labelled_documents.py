"""Whole documents are compared with two readers, either of whom may be right."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from benchmarks.labelled_documents import (
    DOCUMENTS,
    Judgement,
    document_errors,
    document_lines,
    score_documents,
)
from policyalign import Pack, load_pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("sos")


def _judged(given: str, *wanted: str) -> Judgement:
    return Judgement("item", given, wanted, "", "")


def _labelled(folder: Path, **changes: object) -> None:
    document = docx.Document()
    document.add_paragraph("The team keeps a danger statement for each child.")
    document.save(str(folder / "made.docx"))
    labels = {
        "type": "no-such-type",
        "control": {"title": None, "version": "7"},
        "discouraged": [{"id": "overlooked", "quote": "some words"}],
        "alignment": 50,
        "outcomes": {"names-framework": {"outcome": "met", "also": "partly", "why": "it does"}},
    }
    text = json.dumps(labels | changes)
    (folder / "made.gold.json").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("judged", "agrees", "is_near"),
    [
        (_judged("met", "met"), True, True),
        (_judged("partly", "met", "partly"), True, True),
        (_judged("partly", "met"), False, True),
        (_judged("not-met", "met"), False, False),
        (_judged("not-met", "met", "partly"), False, True),
        (_judged("n-a", "n-a"), True, True),
        (_judged("n-a", "not-met"), False, False),
        (_judged("met", "n-a"), False, False),
    ],
    ids=lambda value: f"{value.given}-for-{value.wanted}" if isinstance(value, Judgement) else "",
)
def test_an_outcome_agrees_with_either_reader_or_is_a_step_away(
    judged: Judgement, agrees: bool, is_near: bool
) -> None:
    assert (judged.agrees, judged.is_near) == (agrees, is_near)


def test_a_document_is_compared_in_every_respect(tmp_path: Path, pack: Pack) -> None:
    _labelled(tmp_path)
    (score,) = score_documents(tmp_path, pack)
    assert [(j.given, j.agrees) for j in score.judgements] == [("not-met", False)]
    assert score.type not in score.types
    assert score.control == {"title": (None, None), "version": (None, "7")}
    assert score.overlooked == {"overlooked": "some words"}
    assert score.score is not None
    assert score.difference == score.score - 50
    # One reader gave the whole item, the other what an item partly met is worth.
    assert score.by_readers == pytest.approx({pack.partly: 50 + 50 * pack.partly, 0.5: 75})


def test_a_type_that_fits_as_well_is_right(tmp_path: Path, pack: Pack) -> None:
    _labelled(tmp_path, also_fits=list(pack.types))
    (score,) = score_documents(tmp_path, pack)
    assert score.type in score.types


def test_the_table_has_a_row_for_each_document_and_one_for_all(tmp_path: Path, pack: Pack) -> None:
    _labelled(tmp_path)
    scores = score_documents(tmp_path, pack)
    rows = [line for line in document_lines(scores) if line.startswith("|")]
    assert [row.split("|")[1].strip() for row in rows[2:]] == ["made", "all"]
    assert "0 of 1 (0%)" in rows[2]
    assert "1 of 2" in rows[3]


def test_every_difference_is_listed(tmp_path: Path, pack: Pack) -> None:
    _labelled(tmp_path)
    text = "\n".join(document_errors(score_documents(tmp_path, pack)))
    assert "names-framework: expected met or partly: it does" in text
    assert "version: expected '7', read None" in text
    assert "discouraged overlooked: missed: “some words”" in text


def test_labels_without_a_document_are_an_error(tmp_path: Path, pack: Pack) -> None:
    with pytest.raises(ValueError, match="no labelled documents"):
        score_documents(tmp_path, pack)
    _labelled(tmp_path)
    (tmp_path / "made.docx").unlink()
    with pytest.raises(ValueError, match="made: one readable document"):
        score_documents(tmp_path, pack)


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the labelled documents are not at hand")
def test_four_in_five_outcomes_are_those_of_a_careful_reader(pack: Pack) -> None:
    judgements = [j for score in score_documents(DOCUMENTS, pack) for j in score.judgements]
    assert sum(j.agrees for j in judgements) >= 0.8 * len(judgements)
