"""Where a concept or a phrase occurs in files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import policyalign
from policyalign.errors import InputError
from policyalign.model.finds import Finds
from tests.matching.small_pack import PACK
from tests.test_checking import write_policy

if TYPE_CHECKING:
    from pathlib import Path

TERMED = replace(
    PACK,
    fingerprint="small-termed-pack",
    concepts={
        **PACK.concepts,
        "goal": replace(PACK.concepts["goal"], term="What we want to see in the family"),
    },
)


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    folder = tmp_path / "policies"
    write_policy(
        folder / "b.docx", "We use Signs of Safety.", "Two safety goals and a saftey goal."
    )
    write_policy(folder / "a.docx", "We do not use safety goals.", "Lunch is in the dining hall.")
    (folder / "c.docx").write_bytes(b"")
    return folder


def words(found: Finds) -> list[tuple[str, str]]:
    return [(file.path, one.excerpt.words) for file in found.files for one in file.finds]


def test_a_concept_is_found_in_all_its_wording_in_order_of_file_and_place(policies: Path) -> None:
    found = policyalign.find("goal", policies, pack=TERMED)
    assert words(found) == [
        ("a.docx", "safety goals"),
        ("b.docx", "safety goals"),
        ("b.docx", "saftey goal"),
    ]
    assert (found.concepts, found.named, found.total) == (("goal",), True, 3)
    assert [file.path for file in found.files] == ["a.docx", "b.docx"]
    assert [one.how for one in found.files[1].finds] == ["inflected", "fuzzy"]


def test_files_that_could_not_be_read_are_named(policies: Path) -> None:
    found = policyalign.find("goal", policies, pack=TERMED)
    assert [(one.path, "empty" in one.reason) for one in found.unread] == [("c.docx", True)]


@pytest.mark.parametrize(
    ("wanted", "named"), [("what we want to SEE in the family", True), ("Safety goal", False)]
)
def test_a_term_or_a_form_stands_for_its_concept(policies: Path, wanted: str, named: bool) -> None:
    found = policyalign.find(wanted, policies, pack=TERMED)
    assert (found.concepts, found.named, found.total) == (("goal",), named, 3)


def test_exact_looks_for_the_words_alone(policies: Path) -> None:
    found = policyalign.find("safety goal", policies, pack=TERMED, exact=True)
    assert (found.concepts, found.total) == ((), 2)


def test_any_other_phrase_is_looked_for_as_forms_are(policies: Path) -> None:
    found = policyalign.find("dining halls", policies, pack=TERMED)
    assert words(found) == [("a.docx", "dining hall")]
    assert found.files[0].finds[0].concept == ""


def test_a_phrase_with_a_slip_in_it_is_found_too(policies: Path) -> None:
    found = policyalign.find("lucnh", policies, pack=TERMED)
    assert found.phrase == "(lucnh|lunch)"
    assert words(found) == [("a.docx", "Lunch")]


def test_finds_of_one_status_can_be_asked_for(policies: Path) -> None:
    found = policyalign.find("goal", policies, pack=TERMED, statuses=["negated"])
    assert words(found) == [("a.docx", "safety goals")]
    with pytest.raises(InputError, match="There is no status “maybe”"):
        policyalign.find("goal", policies, pack=TERMED, statuses=["maybe"])


def test_places_that_mean_something_else_are_counted(tmp_path: Path) -> None:
    write_policy(tmp_path / "a.docx", "Each ward has a fire safety plan.", "Lunch.")
    found = policyalign.find("plan", tmp_path, pack=TERMED)
    assert (found.total, found.passed_over) == (0, 1)
    assert policyalign.find("safety plan", tmp_path, pack=TERMED, exact=True).total == 1


def test_the_same_files_give_the_same_result(policies: Path) -> None:
    one, other = (policyalign.find("safety goal", policies, pack=TERMED) for _ in range(2))
    assert one == other


def test_a_phrase_without_words_and_a_path_that_is_not_there_are_errors(policies: Path) -> None:
    with pytest.raises(InputError, match="There are no words to look for"):
        policyalign.find(" ", policies, pack=TERMED)
    with pytest.raises(InputError, match="There is no file or folder"):
        policyalign.find("goal", policies / "nowhere", pack=TERMED)
