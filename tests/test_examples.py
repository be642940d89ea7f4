"""A pack's examples are run against its own vocabulary."""

from __future__ import annotations

from pathlib import Path

from policyalign.examples import Failure, run_examples
from policyalign.packs import load_pack
from tests.packs.pack_builder import make_pack

ANALYSIS, JARGON = "vocabulary/a-analysis.toml", "discouraged/jargon.toml"
GOOD = "Write a danger statement with the family."
HARMLESS = "Beware of the dog."


def _run(folder: Path, *changes: tuple[str, str, str]) -> tuple[Failure, ...]:
    return run_examples(load_pack(make_pack(folder, *changes)))


def _jargon_examples(examples: str) -> tuple[str, str, str]:
    return (JARGON, 'source = "invented"', f'source = "invented"\n{examples}')


def test_examples_that_do_as_they_say_give_no_failure(tmp_path: Path) -> None:
    assert _run(tmp_path) == ()


def test_an_example_that_is_not_credited_fails(tmp_path: Path) -> None:
    assert _run(tmp_path, (ANALYSIS, GOOD, "Nothing of the kind.")) == (
        Failure(owner="danger-statement", sentence="Nothing of the kind.", expected=True, found=()),
    )


def test_an_example_that_is_negated_fails_and_says_why(tmp_path: Path) -> None:
    sentence = "We do not use danger statements."
    (failure,) = _run(tmp_path, (ANALYSIS, GOOD, sentence))
    assert failure.found == ("danger-statement (negated)",)


def test_a_counterexample_that_is_credited_fails(tmp_path: Path) -> None:
    sentence = "Each danger statement is shared."
    assert _run(tmp_path, (ANALYSIS, HARMLESS, sentence)) == (
        Failure(
            owner="danger-statement",
            sentence=sentence,
            expected=False,
            found=("danger-statement",),
        ),
    )


def test_a_counterexample_may_be_mentioned_without_credit(tmp_path: Path) -> None:
    assert _run(tmp_path, (ANALYSIS, HARMLESS, "We do not use danger statements.")) == ()


def test_discouraged_wording_must_be_found_unexcused(tmp_path: Path) -> None:
    examples = 'examples = ["Ask the service user.", "Ask the service user group."]'
    (failure,) = _run(tmp_path, _jargon_examples(examples))
    assert failure.sentence == "Ask the service user group."
    assert failure.expected


def test_a_counterexample_of_discouraged_wording_may_be_excused(tmp_path: Path) -> None:
    examples = 'counterexamples = ["She was formerly a service user.", "Ask the parent."]'
    assert _run(tmp_path, _jargon_examples(examples)) == ()
