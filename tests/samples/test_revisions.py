"""A comparison of the two versions of each sample states what was planted, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pytest

from policyalign import checking, load_pack
from policyalign.comparing import compare
from policyalign.model.comparison import KnownBy
from tools.samples.making import PROJECT, make_revised
from tools.samples.report import DAY

if TYPE_CHECKING:
    from pathlib import Path

    from policyalign.model.comparison import Comparison, DocumentChange

SAMPLES = PROJECT / "samples"
SCAN = "kestrel-reach-homes-safeguarding-policy-scan"


@dataclass(frozen=True)
class Planted:
    """Every change of one sample: items with their outcomes, wording, fields, kinds of notices."""

    known_by: KnownBy = KnownBy.PATH
    gained: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    crept_in: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    fields: frozenset[str] = frozenset()
    new_notices: tuple[str, ...] = ()
    settled_notices: tuple[str, ...] = ()


def lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.strip().splitlines())


PLANTED = {
    # A sentence went that other words stood in for; the paragraphs after it moved to other columns.
    "dunstrake-council-early-help-strategy.pdf": Planted(
        lost=lines("behaviour-not-labels met partly"),
        crept_in=("hard-to-engage",),
        fields=lines("version\napproved"),
    ),
    # Group supervision and Words and Pictures went; other wording still meets these items.
    "ellowmere-council-child-protection-procedures.docx": Planted(
        lost=lines("behaviour-not-labels met partly"),
        crept_in=("failed-to-engage",),
        fields=lines("version"),
    ),
    "ellowmere-partnership-seven-minute-briefing.docx": Planted(
        gained=lines("training-plan partly met"),
    ),
    "ostley-vale-hospitals-safeguarding-procedure.docx": Planted(
        gained=lines("""
            names-framework not-met met
            commits-to-framework not-met met
            common-language not-met met
            current-references not-met met
        """),
        cleared=("disguised-compliance", "ccg"),
        fields=lines("version"),
    ),
    # Two tracked insertions were accepted.
    "pellworth-council-supervision-policy.docx": Planted(
        gained=lines("""
            names-framework partly met
            commits-to-framework partly met
            supervision partly met
        """),
        fields=lines("version\napproved"),
    ),
    # A paragraph with "challenging behaviour" was moved to another section, which is no change.
    "pipits-lane-primary-safeguarding-policy.docx": Planted(
        gained=lines("plain-language not-met met"),
        lost=lines("child-tools met not-met"),
        crept_in=("resistant",),
        cleared=("lscb", "broken-home", "problem-family", "hard-to-reach"),
        fields=lines("version\napproved\nreview"),
        settled_notices=("review-overdue",),
    ),
    # The picture that hid page 2 went, so that what could not be told is known to be missing.
    "sandrick-youth-club-keeping-young-people-safe.pdf": Planted(
        known_by=KnownBy.LIKENESS,
        gained=lines("current-references unclear met"),
        other=lines("""
            need-risk-change unclear not-met
            balanced-view unclear not-met
            three-questions unclear not-met
            scaling unclear not-met
            immediate-safety unclear not-met
            child-tools unclear not-met
            questioning-and-curiosity unclear not-met
            supervision unclear not-met
            referrals-and-conferences unclear not-met
        """),
        cleared=("hard-to-reach",),
        fields=lines("title\nversion"),
        settled_notices=("scanned-page",),
    ),
}


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("second")
    for name, content in make_revised():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def comparison(second: Path) -> Comparison:
    pack = load_pack("sos")
    check = partial(checking.check, pack=pack, today=DAY, jobs=1)
    return compare(SAMPLES, second, pack=pack, check=check)


def change(comparison: Comparison, path: str) -> DocumentChange:
    return next(document for document in comparison.documents if document.after.path == path)


def turns(found: DocumentChange, turn: str) -> frozenset[str]:
    return frozenset(
        f"{item.after.id} {item.before.outcome} {item.after.outcome}"
        for item in found.items
        if item.turn == turn
    )


@pytest.mark.parametrize("path", PLANTED)
def test_a_comparison_states_what_was_planted_and_nothing_else(
    comparison: Comparison, path: str
) -> None:
    found = change(comparison, path)
    assert PLANTED[path] == Planted(
        known_by=found.known_by,
        gained=turns(found, "gained"),
        lost=turns(found, "lost"),
        other=turns(found, "other"),
        crept_in=tuple(finding.id for finding in found.crept_in),
        cleared=tuple(finding.id for finding in found.cleared),
        fields=frozenset(field.field for field in found.fields),
        new_notices=tuple(notice.kind for notice in found.new_notices),
        settled_notices=tuple(notice.kind for notice in found.settled_notices),
    )


def test_the_words_behind_what_was_planted_are_quoted(comparison: Comparison) -> None:
    school = change(comparison, "pipits-lane-primary-safeguarding-policy.docx")
    lost = next(item for item in school.items if item.after.id == "child-tools")
    gained = next(item for item in school.items if item.after.id == "plain-language")
    assert "Three Houses" in lost.gone[0].quote
    assert "plain English" in gained.appeared[0].quote
    assert school.crept_in[0].sentence == "Resistant parents are sent a letter."


def test_words_that_were_there_before_are_not_called_new(comparison: Comparison) -> None:
    supervision = change(comparison, "pellworth-council-supervision-policy.docx")
    assert not [piece for item in supervision.items for piece in (*item.appeared, *item.gone)]


def test_a_scan_that_can_be_read_now_is_added(comparison: Comparison) -> None:
    assert len(comparison.documents) == len(PLANTED)
    assert [document.path for document in comparison.added] == [f"{SCAN}.docx"]
    assert not comparison.removed
    assert not comparison.newly_unread
    assert (comparison.only_before, comparison.only_after) == ((), ())


@pytest.mark.parametrize("backwards", [False, True])
def test_nothing_is_stated_of_a_version_compared_with_itself(second: Path, backwards: bool) -> None:
    folder = second if backwards else SAMPLES
    path = next(folder.glob("pipits*"))
    assert not compare(path, path).changed


def test_two_files_are_compared_as_the_user_names_them(second: Path) -> None:
    found = compare(next(SAMPLES.glob("sandrick*")), next(second.glob("sandrick*")))
    assert [document.known_by for document in found.documents] == [KnownBy.GIVEN]


def test_second_versions_made_again_are_the_same(second: Path) -> None:
    assert {name: (second / name).read_bytes() for name, _ in make_revised()} == dict(
        make_revised()
    )
