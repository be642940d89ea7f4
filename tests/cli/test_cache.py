"""``policyalign cache`` and ``check --no-cache`` as a user meets them."""

from __future__ import annotations

import errno
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from policyalign.cli.main import cli
from policyalign.file_results import each_result
from policyalign.readers.finding import FoundFile

SAMPLE = Path(__file__).parents[2] / "samples" / "sandrick-youth-club-safeguarding-policy.pdf"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    # As in a new process, which compiles the pack.
    monkeypatch.setattr("policyalign.matching._matchers", {})
    return str(shutil.copy(SAMPLE, tmp_path))


def test_a_second_check_prints_the_same_and_reads_nothing(
    policy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("check", policy)
    monkeypatch.setattr("policyalign.file_results.spread", None)
    second = run("check", policy)
    assert (second.exit_code, second.output) == (0, first.output)


def test_no_cache_neither_reads_nor_writes(
    policy: str, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("check", policy, "--no-cache").exit_code == 0
    assert not cache_folder.exists()
    assert run("check", policy).exit_code == 0
    before = (cache_folder / "results.sqlite").read_bytes()
    read: list[FoundFile] = []

    def reading(files: tuple[FoundFile, ...], *rest: Any) -> Any:
        read.extend(files)
        return each_result(files, *rest)

    monkeypatch.setattr("policyalign.checking.each_result", reading)
    assert run("check", policy, "--no-cache").exit_code == 0
    assert len(read) == 1
    assert (cache_folder / "results.sqlite").read_bytes() == before


def test_info_says_where_it_is_and_what_it_holds(policy: str, cache_folder: Path) -> None:
    empty = run("cache", "info")
    assert "Kept: 0 entries" in empty.stdout
    assert not cache_folder.exists()
    run("check", policy)
    full = run("cache", "info")
    assert "Kept: 3 entries" in full.stdout  # the pack, the pack compiled, and the result
    assert "passages of the policies" in " ".join(full.stdout.split())
    assert cache_folder.name in full.stdout


def test_clear_removes_what_is_kept(policy: str, cache_folder: Path) -> None:
    run("check", policy)
    cleared = run("cache", "clear")
    assert cleared.exit_code == 0
    assert re.match(r"Removed \d\.\d MB from ", cleared.stdout)
    assert list(cache_folder.iterdir()) == []
    assert run("cache", "clear").stdout == "There is no cache.\n"


def test_a_cache_that_cannot_be_removed_is_one_sentence(cache_folder: Path) -> None:
    (cache_folder / "results.sqlite" / "x").mkdir(parents=True)
    done = run("cache", "clear")
    assert done.exit_code == 2
    assert done.stderr.startswith("Error: The cache in ")
    assert len(done.stderr.splitlines()) == 1


def test_a_broken_cache_does_not_fail_a_run(policy: str, cache_folder: Path) -> None:
    cache_folder.write_text("not a folder", encoding="utf-8")
    done = run("check", policy)
    assert done.exit_code == 0
    assert "cannot be used" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "1 document checked" in done.stdout


def test_a_damaged_cache_is_begun_anew(policy: str, cache_folder: Path) -> None:
    first = run("check", policy)
    (cache_folder / "results.sqlite").write_bytes(b"no database" * 1000)
    done = run("check", policy)
    assert done.exit_code == 0
    assert done.stdout == first.stdout
    assert done.stderr.endswith("was damaged and was begun anew.\n")
    assert run("check", policy).stderr == ""


def test_a_cache_that_cannot_be_looked_into_is_one_sentence(
    cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", refuse)
        done = run("cache", "info")
    assert done.exit_code == 2
    assert done.stderr.endswith("cannot be opened: Permission denied.\n")
    cache_folder.write_text("a file in the place of the folder", encoding="utf-8")
    assert "Size: 0.0 MB" in run("cache", "info").stdout
