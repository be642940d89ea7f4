"""``policyalign vocab review`` as an author meets it, with the review itself replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from policyalign.cli.main import cli
from policyalign.model.review import Mark, Review
from tests.report_builders import pack

if TYPE_CHECKING:
    from pathlib import Path


class Stand:
    """Stands for the review: gives one, and remembers what it was asked."""

    documents = 1

    def __init__(self) -> None:
        self.asked: dict[str, Any] = {}

    def __call__(self, paths: tuple[Path, ...], **asked: Any) -> Review:
        self.asked = {"paths": paths, **asked}
        return Review(
            pack=pack(),
            documents=self.documents,
            words=9,
            unread=(),
            unused=(),
            silent=(),
            everywhere=(),
            near_misses=(),
            marks=(),
        )


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Stand:
    made = Stand()
    monkeypatch.setattr("policyalign.cli.vocab_review.review", made)
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["vocab", "review", *arguments])


def test_the_review_goes_to_standard_output(stand: Stand) -> None:
    done = run("policies")
    assert done.exit_code == 0
    assert done.stdout.startswith("Signs of Safety in use: small 1, 1 document read, 9 words")
    assert stand.asked["pack"] == "sos"


def test_pack_and_marks_come_from_the_settings_and_the_option_goes_before(
    stand: Stand, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(
        'pack = "ours"\n[[not-detected]]\nconcept = "goal"\nfile = "a"\nquote = "b"\n',
        encoding="utf-8",
    )
    run("policies", "--config", str(settings))
    assert stand.asked["pack"] == tmp_path / "ours"
    assert stand.asked["marks"] == (Mark(concept="goal", file="a", quote="b"),)
    run("policies", "--config", str(settings), "--pack", "theirs")
    assert stand.asked["pack"] == "theirs"


def test_nothing_that_could_be_read_exits_with_two(stand: Stand) -> None:
    stand.documents = 0
    done = run("policies")
    assert done.exit_code == 2
    assert done.stderr == "No document could be read.\n"


def test_a_path_that_does_not_exist_is_one_sentence() -> None:
    done = run("no-such-folder", "--pack", "sos")
    assert done.exit_code == 2
    assert done.stderr.startswith("Error: There is no file or folder no-such-folder.")


@pytest.mark.parametrize("most", ["0", "many"])
def test_a_limit_that_is_no_number_above_nought_is_refused(most: str) -> None:
    assert run("policies", "--most", most).exit_code == 2
