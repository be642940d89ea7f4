"""What counts as right, extra and missed, and the figures made of the counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.accuracy_errors import error_lines
from benchmarks.accuracy_tables import ahead_lines, cell, concept_lines, passage_lines
from benchmarks.agreement import Found, Mention, Result, Tally, by, tally
from benchmarks.labelled_passages import Passage, read_passages
from tests.benchmarks.passage_builder import found, passage


def _result(*pairs: tuple[Passage, Found], matcher: str = "ours", setting: str = "") -> Result:
    passages, given = zip(*pairs, strict=True)
    return Result(matcher, setting, passages, given)


def test_credited_concepts_are_right_extra_or_missed() -> None:
    result = _result(
        (passage(lantern="affirmed", kite="affirmed"), found(lantern="affirmed", drum="affirmed"))
    )
    assert {j.name: j.verdict for j in result.concepts} == {
        "lantern": "right",
        "drum": "extra",
        "kite": "missed",
    }


def test_crediting_what_is_denied_is_extra_and_not_crediting_it_is_no_error() -> None:
    denied = passage(lantern="negated")
    assert tally(_result((denied, found(lantern="affirmed"))).concepts) == Tally(extra=1)
    assert tally(_result((denied, found(lantern="cited"))).concepts) == Tally()
    assert tally(_result((denied, found())).concepts) == Tally()


def test_another_status_is_missed_in_one_and_extra_in_the_other() -> None:
    result = _result((passage(lantern="negated"), found(lantern="cited")))
    assert tally(result.with_status("negated")) == Tally(missed=1)
    assert tally(result.with_status("cited")) == Tally(extra=1)


def test_labels_that_are_not_affirmed_are_the_same_or_at_least_kept_out_of_credit() -> None:
    labelled = passage(a="negated", b="cited", c="historical", d="affirmed")
    result = _result((labelled, found(a="negated", b="affirmed")))
    assert result.kept_out == (3, 1, 2)


def test_right_on_other_words_than_the_labels_is_luck() -> None:
    labelled = passage(lantern="affirmed", kite="affirmed")
    given = found(lantern="affirmed")
    given.concepts["kite"] = Mention("affirmed", ("paper",))
    assert _result((labelled, given)).lucky == 1


def test_discouraged_wording_is_judged_by_its_id() -> None:
    labelled = passage(discouraged={"one": "first", "two": "second"})
    result = _result((labelled, found({"two": "2nd", "three": "third"})))
    assert tally(result.discouraged) == Tally(right=1, extra=1, missed=1)


def test_figures_are_shares_or_absent_where_there_is_nothing_to_divide() -> None:
    counts = Tally(right=6, extra=2, missed=4)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))
    assert (Tally().precision, Tally().recall, Tally().f1) == (None, None, None)
    assert (Tally(missed=1).precision, Tally(missed=1).recall, Tally(missed=1).f1) == (None, 0, 0)


def test_counts_in_groups_add_up_to_the_whole() -> None:
    result = _result(
        (passage(kind="plain", a="affirmed"), found(a="affirmed")),
        (passage(kind="trap"), found(a="affirmed", b="affirmed")),
    )
    groups = by(result.concepts, lambda judged: judged.passage.kind)
    assert groups == {"plain": Tally(right=1), "trap": Tally(extra=2)}


def test_a_third_of_passages_is_set_aside_by_id_alone() -> None:
    names = [f"made-{number}" for number in range(3000)]
    aside = [name for name in names if passage(name).is_set_aside]
    assert 0.3 < len(aside) / len(names) < 0.37
    assert all(passage(name, "Other words.", kind="trap").is_set_aside for name in aside[:20])
    assert [passage(f"dev-00{n}").is_set_aside for n in range(1, 6)] == [
        False,
        False,
        True,
        True,
        False,
    ]


def test_passages_are_read_from_lines_of_json(tmp_path: Path) -> None:
    line = {
        "id": "p-1",
        "kind": "plain",
        "heading": None,
        "text": "A lantern plan.",
        "mentions": [{"concept": "lantern", "quote": "lantern plan", "status": "affirmed"}],
        "discouraged": [{"id": "plan", "quote": "plan"}],
    }
    path = tmp_path / "passages.jsonl"
    path.write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    (read,) = read_passages(path)
    assert read.affirmed == {"lantern"}
    assert read.discouraged == {"plan": "plan"}


def test_a_cell_has_three_figures_or_the_number_of_false_finds() -> None:
    assert cell(Tally(right=3, extra=1, missed=0)) == "75.0 / 100.0 / 85.7"
    assert cell(Tally(extra=2)) == "2 false"
    assert cell(Tally()) == "–"


def test_tables_have_a_row_for_each_matcher_and_say_why_others_are_absent() -> None:
    pair = (passage(a="affirmed"), found(a="affirmed"))
    lines = list(
        passage_lines([_result(pair), _result(pair, matcher="b", setting="≥ 9")], {"c": "gone"})
    )
    kinds = lines[lines.index("### Concepts, by kind of passage") + 2 :][:5]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in kinds]
    assert cells[0] == ["matcher", "setting", "all", "plain"]
    assert [row[:2] for row in cells[2:]] == [["ours", ""], ["b", "≥ 9"], ["c", "gone"]]
    assert cells[2][2] == "100.0 / 100.0 / 100.0"
    assert cells[4][2:] == ["", ""]


def test_only_settings_with_a_higher_figure_are_named_as_ahead() -> None:
    labelled = passage(a="affirmed", b="affirmed")
    own = _result((labelled, found(a="affirmed")))
    more = _result((labelled, found(a="affirmed", b="affirmed", c="affirmed")), setting="≥ 7")
    less = _result((labelled, found(c="affirmed")), setting="≥ 8")
    text = "\n".join(ahead_lines([own, less], {"x": [more, less]}))
    assert "recall 100.0 against 50.0" in text
    assert "≥ 8" not in text
    assert "\n".join(ahead_lines([own, less], {"x": [less]})).count("nowhere") == 2


def test_the_figures_of_each_concept_stand_side_by_side() -> None:
    result = _result((passage(a="affirmed"), found(b="affirmed")))
    rows = list(concept_lines([result]))[2:]
    assert [row.split("|")[1].strip() for row in rows] == ["a", "b"]


def test_errors_show_the_passage_what_was_expected_and_what_was_found() -> None:
    wrong = passage("p-7", "A lan\u00adtern\x1b[31m.", heading="Plans", lantern="affirmed")
    right = passage("p-8", kite="affirmed")
    text = "\n".join(
        error_lines(_result((wrong, found(drum="affirmed")), (right, found(kite="affirmed"))))
    )
    assert "p-7 (plain), under the heading “Plans”" in text
    assert "A lan<U+00AD>tern<U+001B>[31m." in text
    assert "expected affirmed in “the lantern”\n      found    nothing" in text
    assert "expected nothing\n      found    affirmed in “the drum”" in text
    assert "p-8" not in text
