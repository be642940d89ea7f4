"""The alternatives search as their names say, with all the wording that the pack spells out."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from benchmarks import searches
from benchmarks.agreement import Result
from benchmarks.labelled_passages import Passage
from benchmarks.matchers import (
    ALTERNATIVES,
    EVERY,
    ONE,
    SURE,
    Alternative,
    best,
    found_by_policyalign,
    ours,
    results_with_settings,
    wordings,
)
from policyalign import Pack, check_text, load_pack
from tests.benchmarks.passage_builder import found, passage

INSTALLED = [each for each in ALTERNATIVES if each.is_installed]
WORDINGS = ("lantern plan", "plan", "kite")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("sos")


def _found(search: searches.Search, text: str, listed: Collection[str] = WORDINGS) -> set[str]:
    return set(search([text], listed)[0])


def test_exact_search_finds_whole_words_only() -> None:
    assert _found(searches.exact_all, "a lantern planner and kites") == set()


def test_exact_search_finds_the_longest_wording_or_all() -> None:
    text = "a lantern plan kite"
    assert _found(searches.exact_longest, text) == {"lantern plan", "kite"}
    assert _found(searches.exact_all, text) == {"lantern plan", "plan", "kite"}


def test_exact_search_finds_plurals_where_a_final_s_is_left_off() -> None:
    assert _found(searches.exact_without_plurals, "two lantern plans") == {"lantern plan", "plan"}


def test_partial_ratio_says_how_like_a_wording_is() -> None:
    (likeness,) = searches.partial_ratio(["the lantern plam is here"], ["lantern plan", "kite"])
    assert likeness.keys() == {"lantern plan"}
    assert searches.LOWEST <= likeness["lantern plan"] < 100


@pytest.mark.parametrize("alternative", INSTALLED, ids=lambda each: each.title)
def test_what_is_installed_finds_wording_as_it_stands_and_not_in_other_text(
    alternative: Alternative,
) -> None:
    """The packages of the extra ``bench`` are tried wherever they are installed."""
    texts = ["the lantern plan is here", "nothing of the sort"]
    settings = searches.tried(alternative.searches, alternative.thresholds, texts, ["lantern plan"])
    for setting, found_in in settings:
        assert found_in == [{"lantern plan"}, set()], setting


def test_every_threshold_of_every_search_is_tried() -> None:
    tried = dict(
        searches.tried(
            {"": searches.partial_ratio}, (80, 100), ["a lantern plam"], ["lantern plan"]
        )
    )
    assert tried == {"≥ 80": [{"lantern plan"}], "≥ 100": [set()]}
    exact = searches.tried({"all": searches.exact_all}, (), ["kite"], WORDINGS)
    assert list(exact) == [("all", [{"kite"}])]


def test_wording_shared_by_concepts_stands_for_both(pack: Pack) -> None:
    every = wordings(pack.concepts.values())
    assert any(len(names) > 1 for names in every.values())
    sure, one = (wordings(pack.concepts.values(), which) for which in (SURE, ONE))
    assert len(one) < len(sure) < len(every)
    assert sure.keys() | one.keys() <= every.keys()


def test_acronyms_keep_their_capitals_and_are_found_letter_for_letter(pack: Pack) -> None:
    exact = wordings(pack.concepts.values(), EVERY, exact_case=True)
    acronym = next(w for w in exact if w.isupper() and w.isalpha())
    (concept,) = exact[acronym]
    texts = [f"The {acronym} is here.", f"The {acronym.lower()} is here."]
    passages = [passage(str(n), text) for n, text in enumerate(texts)]
    (result,) = results_with_settings(_EXACT, passages, pack)
    assert [concept in each.concepts for each in result.found] == [True, False]


def test_what_alternatives_find_is_affirmed_whatever_the_sentence_says(pack: Pack) -> None:
    text = "We do not use danger statements or a danger statement."
    (theirs,) = results_with_settings(_EXACT, [passage(text=text)], pack)
    own = ours([passage(text=text)], pack)
    assert theirs.found[0].concepts["danger-statement"].status == "affirmed"
    assert own.found[0].concepts["danger-statement"].status == "negated"


def test_a_concept_is_affirmed_if_it_is_so_anywhere(pack: Pack) -> None:
    text = "A danger statement is written. We do not use danger statements for staff."
    mention = found_by_policyalign(check_text(text, pack=pack)).concepts["danger-statement"]
    assert mention.status == "affirmed"
    assert len(mention.words) == 2


def test_the_best_setting_is_that_with_the_best_f1() -> None:
    labelled: list[Passage] = [passage(a="affirmed", b="affirmed")]
    low = Result("x", "low", labelled, [found(c="affirmed")])
    high = Result("x", "high", labelled, [found(a="affirmed")])
    assert best([low, high]).setting == "high"


def test_a_package_that_is_not_there_is_known_to_be_absent() -> None:
    absent = Alternative(name="x", wording=EVERY, searches={}, needs="no_such_package_here")
    assert not absent.is_installed
    assert _EXACT.is_installed


_EXACT = Alternative(name="exact", wording=EVERY, searches={"all": searches.exact_all})
