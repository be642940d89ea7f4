"""``policyalign vocab``: looking into a pack and checking one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from policyalign.cli.main import cli
from policyalign.errors import PackError
from policyalign.examples import Failure
from tests.report_builders import pack

if TYPE_CHECKING:
    from policyalign.model.pack import Pack


@pytest.fixture(autouse=True)
def small_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every name is that of a small pack, but for ``bad``, which has two mistakes."""

    def load(name: str) -> Pack:
        if name == "bad":
            raise PackError("bad", ("a.toml: one is wrong", "b.toml: two is wrong"))
        return pack()

    monkeypatch.setattr("policyalign.packs.load_pack", load)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["vocab", *arguments])


def test_list_shows_every_concept_under_its_category() -> None:
    lines = run("list").stdout.splitlines()
    assert lines[0] == "Signs of Safety (small 1): 5 concepts"
    assert lines.index("analysis") < lines.index("  danger-statement  Danger statement  1 form")
    assert len([line for line in lines if line.startswith("  ")]) == 5


@pytest.mark.parametrize(
    ("entry", "sentences"),
    [
        ("safety-goal", ["concept", "What safety goal means.", "This is not about Safety goal."]),
        ("commits", ["checklist item", "in the same section", "all documents", "essential"]),
        ("failed-to-engage", ["discouraged wording", "blaming", "quoted title"]),
    ],
)
def test_show_finds_entries_of_every_kind(entry: str, sentences: list[str]) -> None:
    done = run("show", entry)
    assert done.exit_code == 0
    for sentence in sentences:
        assert sentence in done.stdout


def test_show_names_the_nearest_id_for_a_slip() -> None:
    done = run("show", "saftey-goal")
    assert done.exit_code == 2
    assert "Did you mean “safety-goal”?" in done.stderr


def test_check_says_that_a_pack_is_in_order() -> None:
    done = run("check")
    assert done.exit_code == 0
    assert "5 concepts, 7 checklist items and 1 discouraged wording." in done.stdout


def test_check_prints_every_mistake() -> None:
    done = run("check", "bad")
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        "Error: The pack bad has 2 mistakes:",
        "  a.toml: one is wrong",
        "  b.toml: two is wrong",
    ]


def test_examples_that_all_hold_exit_with_nought(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyalign.examples.run_examples", lambda _: ())
    done = run("test")
    assert done.exit_code == 0
    assert done.stdout == "12 examples run, 0 failed.\n"


def test_example_that_fails_is_shown_with_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    failures = (
        Failure(owner="harm", sentence="They came to harm.", expected=True, found=()),
        Failure(owner="harm", sentence="No harm meant.", expected=False, found=("harm", "goal")),
    )
    monkeypatch.setattr("policyalign.examples.run_examples", lambda _: failures)
    done = run("test")
    assert done.exit_code == 2
    assert done.stdout.splitlines() == [
        "harm: “They came to harm.” should be credited; found: nothing.",
        "harm: “No harm meant.” should not be credited; found: harm, goal.",
        "12 examples run, 2 failed.",
    ]
