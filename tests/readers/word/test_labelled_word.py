"""Labelled Word policies: what a careful reader finds in them is found."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from policyalign.model.document import Document, Kind
from tests.readers.docx_builder import read

_FOLDER = Path(__file__).parents[4] / "shared" / "eval" / "documents"
_FILES = sorted(_FOLDER.glob("*.docx"))
_FOLDED = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\u2011": "-", "\u00ad": None})

pytestmark = pytest.mark.skipif(not _FILES, reason="the labelled documents are not here")


def _folded(text: str) -> str:
    return " ".join(text.translate(_FOLDED).casefold().split())


def _labelled(path: Path) -> tuple[Document, dict[str, Any], str]:
    document = read(path.read_bytes())
    labels = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    return document, labels, "\n".join(_folded(block.text) for block in document.blocks)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem[:2])
def test_phrases_are_found_and_none_that_is_hidden_or_doubled(path: Path) -> None:
    _, labels, text = _labelled(path)
    wanted = labels["must_contain"]
    missing = [entry["text"] for entry in wanted if _folded(entry["text"]) not in text]
    assert len(missing) <= 0.02 * len(wanted), missing
    assert [hidden for hidden in labels["must_not_contain"] if _folded(hidden) in text] == []
    assert [once for once in labels["once_only"] if text.count(_folded(once)) != 1] == []


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem[:2])
def test_headings_are_found_in_order(path: Path) -> None:
    document, labels, _ = _labelled(path)
    found = [_folded(f"{b.label} {b.text}") for b in document.blocks if b.kind is Kind.HEADING]
    wanted = [_folded(heading) for heading in labels["headings"]]
    matched = SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
    assert sum(match.size for match in matched) >= 0.95 * len(wanted)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem[:2])
def test_title_and_control_data_are_as_labelled(path: Path) -> None:
    document, labels, _ = _labelled(path)
    control = document.control
    found = {
        "title": document.title,
        "version": control.version,
        "owner": control.owner,
        "approved": control.approved,
        "review": control.review,
    }
    assert found == labels["control"]
