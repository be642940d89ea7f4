"""How many workers a run has, and when it has none."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from policyalign import limits
from policyalign.errors import InputError
from policyalign.working import sharing
from policyalign.working.sharing import terms_for


@pytest.fixture
def eight_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "_cores", lambda: 8)


def paths(count: int) -> list[Path]:
    return [Path(f"nowhere/{number}.pdf") for number in range(count)]


def test_a_small_run_and_one_job_are_done_without_workers() -> None:
    assert terms_for(paths(limits.SMALL_RUN_FILES), None, None, None) is None
    assert terms_for(paths(1_000), 1, None, None) is None


def test_large_files_make_no_small_run(tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(limits.SMALL_RUN_BYTES + 1)
    assert terms_for([large], None, None, None) is not None


@pytest.mark.parametrize(("seconds", "megabytes"), [(5.0, None), (None, 500)])
def test_whoever_names_a_limit_has_a_worker_that_keeps_it(
    seconds: float | None, megabytes: int | None
) -> None:
    terms = terms_for(paths(1), None, seconds, megabytes)
    assert terms is not None
    assert terms.workers == 1
    assert terms.seconds == (seconds or limits.SECONDS_A_FILE)
    assert terms.megabytes == (megabytes or limits.MEGABYTES_A_WORKER)


@pytest.mark.parametrize(("files", "workers"), [(8, 1), (23, 2), (1_000, 8)])
def test_no_worker_is_started_that_has_nothing_to_do(
    eight_cores: None, files: int, workers: int
) -> None:
    terms = terms_for(paths(files), None, 5, None)
    assert terms is not None
    assert terms.workers == workers


@pytest.mark.parametrize(("jobs", "workers"), [(2, 2), (4, 3), (500, 3)])
def test_the_jobs_asked_for_are_had_up_to_one_a_file(jobs: int, workers: int) -> None:
    terms = terms_for(paths(3), jobs, None, None)
    assert terms is not None
    assert terms.workers == workers


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ((0, None, None), "The number of jobs must be 1 or more, not 0"),
        ((None, 0, None), "The seconds for one file must be more than 0, not 0"),
        ((None, math.nan, None), "more than 0, not nan"),
        ((None, None, 50), "must be 200 MB or more, not 50"),
    ],
)
def test_numbers_that_mean_nothing_are_refused(
    asked: tuple[int | None, float | None, int | None], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        terms_for(paths(1), *asked)
