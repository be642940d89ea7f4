"""A second check: the same report, from what the first one left."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import policyalign
from policyalign.errors import InputError
from policyalign.keeping import Cache
from policyalign.model.document import Unread
from policyalign.model.report import Report
from policyalign.packs import load_pack
from policyalign.readers import read_as
from tests.packs.pack_builder import make_pack

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
TODAY = date(2026, 5, 1)


class Readings:
    """Counts the files that are read in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []
        monkeypatch.setattr("policyalign.file_results.read_as", self)

    def __call__(self, path: Path, name: str) -> Any:
        self.names.append(name)
        return read_as(path, name)

    def taken(self) -> list[str]:
        """Give what was read since this was last asked."""
        names, self.names = self.names, []
        return names


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> Readings:
    return Readings(monkeypatch)


@pytest.fixture(scope="module")
def first_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the results of the samples, to be copied."""
    folder = tmp_path_factory.mktemp("first")
    with Cache(folder) as cache:
        policyalign.check(SAMPLES, today=TODAY, cache=cache)
    return folder


@pytest.fixture
def cache(first_cache: Path, tmp_path: Path) -> Iterator[Cache]:
    shutil.copytree(first_cache, tmp_path / "cache")
    with Cache(tmp_path / "cache") as cache:
        yield cache


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    """A folder with two of the samples in it, one of which is a scan."""
    folder = tmp_path / "policies"
    folder.mkdir()
    for path in SAMPLES.iterdir():
        if "scan" in path.name or "youth" in path.name:
            shutil.copy(path, folder)
    return folder


def json(report: Report) -> bytes:
    return policyalign.render(report, "json")


def test_the_second_report_is_the_first_to_the_byte(cache: Cache, readings: Readings) -> None:
    again = policyalign.check(SAMPLES, today=TODAY, cache=cache)
    assert readings.taken() == []
    anew = policyalign.check(SAMPLES, today=TODAY)
    assert len(readings.taken()) == 8
    assert json(again) == json(anew)
    assert again == anew


def test_neither_pack_nor_matcher_is_made_again(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("this takes most of a second")

    monkeypatch.setattr("policyalign.matching.matcher_for", refuse)
    monkeypatch.setattr("policyalign.keeping.cache.load_pack", refuse)
    assert policyalign.check(SAMPLES, today=TODAY, cache=cache).totals.documents == 7


def test_two_workers_and_what_is_kept_give_one_report(
    cache: Cache, policies: Path, tmp_path: Path
) -> None:
    shutil.copy(SAMPLES / "pellworth-council-supervision-policy.docx", policies)
    with Cache(tmp_path / "other") as empty:
        policyalign.check(policies / "sandrick-youth-club-safeguarding-policy.pdf", cache=empty)
        mixed = policyalign.check(policies, jobs=2, cache=empty)
        warm = policyalign.check(policies, jobs=2, cache=empty)
    assert json(mixed) == json(warm) == json(policyalign.check(policies, cache=cache))


def test_another_day_needs_no_reading(cache: Cache, readings: Readings) -> None:
    late = date(2099, 1, 1)
    again = policyalign.check(SAMPLES, today=late, cache=cache)
    assert readings.taken() == []
    notices = [n.kind for document in again.documents for n in document.notices]
    assert "review-overdue" in notices
    assert json(again) == json(policyalign.check(SAMPLES, today=late))


def test_another_agency_needs_no_reading(cache: Cache, readings: Readings) -> None:
    again = policyalign.check(SAMPLES, today=TODAY, agency="Hall", cache=cache)
    assert readings.taken() == []
    assert {document.agency for document in again.documents} == {"Hall"}


def test_another_type_is_another_result(cache: Cache, policies: Path, readings: Readings) -> None:
    report = policyalign.check(policies, type="referral-form", cache=cache)
    # A scan has no type, but to tell that it is one it has to be read.
    assert len(readings.taken()) == 2
    assert report.documents[0].type == "referral-form"


def test_a_file_in_another_folder_has_its_new_path(
    cache: Cache, policies: Path, readings: Readings
) -> None:
    (policies / "new").mkdir()
    for path in list(policies.glob("*.pdf")):
        path.rename(policies / "new" / path.name)
    shutil.copy(SAMPLES / "pellworth-council-supervision-policy.docx", policies)
    report = policyalign.check(policies, cache=cache)
    assert readings.taken() == []
    assert [document.path for document in report.documents] == [
        "new/sandrick-youth-club-safeguarding-policy.pdf",
        "pellworth-council-supervision-policy.docx",
    ]
    assert [unread.path for unread in report.unread] == [
        "new/kestrel-reach-homes-safeguarding-policy-scan.pdf"
    ]


def test_a_file_with_another_name_has_it_in_the_report(
    cache: Cache, policies: Path, readings: Readings
) -> None:
    (policies / "sandrick-youth-club-safeguarding-policy.pdf").rename(policies / "strategy.pdf")
    report = policyalign.check(policies, cache=cache)
    assert readings.taken() == ["strategy.pdf"]
    assert [document.path for document in report.documents] == ["strategy.pdf"]
    assert json(report) == json(policyalign.check(policies))


def test_a_file_with_other_content_is_read(
    cache: Cache, policies: Path, readings: Readings
) -> None:
    path = policies / "sandrick-youth-club-safeguarding-policy.pdf"
    known = path.stat()
    path.write_bytes((SAMPLES / "dunstrake-council-early-help-strategy.pdf").read_bytes())
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))
    report = policyalign.check(policies, cache=cache)
    assert readings.taken() == [path.name]
    assert report.documents[0].title != "Safeguarding policy"


def test_an_edited_pack_is_not_mistaken_for_the_old_one(
    policies: Path, tmp_path: Path, readings: Readings
) -> None:
    folder = make_pack(tmp_path / "pack")
    with Cache(tmp_path / "other") as cache:
        policyalign.check(policies, pack=folder, cache=cache)
        assert len(readings.taken()) == 2
        policyalign.check(policies, pack=folder, cache=cache)
        assert readings.taken() == []
        make_pack(folder, ("pack.toml", "partly = 0.5", "partly = 0.25"))
        report = policyalign.check(policies, pack=folder, cache=cache)
        assert len(readings.taken()) == 2
        assert report.pack.partly == 0.25
        (folder / "stray.toml").write_text("", encoding="utf-8")
        with pytest.raises(policyalign.PackError, match="nothing reads this file"):
            policyalign.check(policies, pack=folder, cache=cache)


def test_a_pack_changed_by_a_program_is_another(
    cache: Cache, policies: Path, readings: Readings
) -> None:
    changed = replace(load_pack("sos"), partly=0.0)
    policyalign.check(policies, pack=changed, cache=cache)
    assert len(readings.taken()) == 2


def test_another_program_finds_nothing_kept(
    cache: Cache, policies: Path, readings: Readings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policyalign.keeping.cache.program_mark", lambda: b"of another version")
    policyalign.check(policies, cache=cache)
    assert len(readings.taken()) == 2


def test_a_damaged_result_is_read_anew(cache: Cache, readings: Readings, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "cache" / "results.sqlite") as db:
        db.execute("UPDATE kept SET content = x'0102'")
    db.close()
    report = policyalign.check(SAMPLES, today=TODAY, cache=cache)
    assert len(readings.taken()) == 8
    assert json(report) == json(policyalign.check(SAMPLES, today=TODAY))
    readings.taken()
    policyalign.check(SAMPLES, today=TODAY, cache=cache)
    assert readings.taken() == []


def test_a_result_that_is_no_result_is_read_anew(
    policies: Path, tmp_path: Path, readings: Readings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The checksum is right, and still it is not believed."""
    with Cache(tmp_path / "other") as cache, monkeypatch.context() as patch:
        patch.setattr("policyalign.keeping.codec.encode", lambda _: b"dnonsense")
        patch.setattr("policyalign.keeping.cache.encode_pack", lambda _: b"nonsense")
        policyalign.check(policies, cache=cache)
    readings.taken()
    with Cache(tmp_path / "other") as cache:
        report = policyalign.check(policies, cache=cache)
    assert len(readings.taken()) == 2
    assert report.totals.documents == 1


def test_only_what_lies_in_the_file_is_kept_of_an_unread_one(
    cache: Cache, tmp_path: Path, readings: Readings
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.7 and no more")
    (folder / "empty.docx").write_bytes(b"")
    (folder / "notes.xyz").write_bytes(b"of another kind")
    first = policyalign.check(folder, cache=cache)
    assert len(readings.taken()) == 3
    assert policyalign.check(folder, cache=cache) == first
    assert readings.taken() == ["empty.docx", "notes.xyz"]


def test_a_result_is_kept_for_what_was_read_not_for_what_was_there_before(
    cache: Cache, policies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves a file between the look at it and the reading."""
    path = policies / "changing.pdf"
    path.write_bytes(b"%PDF-1.7 damaged")

    def saved_meanwhile(file: Path, name: str) -> object:
        path.write_bytes((SAMPLES / "dunstrake-council-early-help-strategy.pdf").read_bytes())
        return read_as(file, name)

    with monkeypatch.context() as patch:
        patch.setattr("policyalign.file_results.read_as", saved_meanwhile)
        assert policyalign.check(path, cache=cache).totals.documents == 1
    path.write_bytes(b"%PDF-1.7 damaged")
    (unread,) = policyalign.check(path, cache=cache).unread
    assert isinstance(unread, Unread)


def test_a_number_that_is_none_is_refused_though_all_is_kept(cache: Cache) -> None:
    with pytest.raises(InputError, match="The number of jobs must be 1 or more, not 0"):
        policyalign.check(SAMPLES, today=TODAY, jobs=0, cache=cache)


def test_without_a_cache_nothing_is_kept(policies: Path, cache_folder: Path) -> None:
    policyalign.check(policies)
    assert not cache_folder.exists()


TELLING = """
import os, sys, time
from policyalign import checking
from policyalign.cli.main import run
from policyalign.keeping import Results
each_result, keep = checking.each_result, Results.keep
kept = []
def tell(word, file):
    sys.stderr.write(f"{word} {file.name}\\n")
    sys.stderr.flush()
def telling(files, *rest):
    for file in files:
        tell("READ", file)
    return each_result(files, *rest)
def pausing(self, file, result):
    keep(self, file, result)
    tell("KEPT", file)
    kept.append(file)
    while len(kept) == int(os.environ["PAUSE_AFTER"]):
        time.sleep(1)
checking.each_result, Results.keep = telling, pausing
sys.argv[0] = "policyalign"
run()
"""


def command(pack: Path, *arguments: str, pause_after: int = 0) -> subprocess.Popen[str]:
    """Start the program; it says on standard error which files it reads and has kept.

    After so many results it stands still, to be killed.
    """
    options = ["--pack", str(pack), "--format", "json", *arguments]
    return subprocess.Popen(
        [sys.executable, "-c", TELLING, "check", str(SAMPLES), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PAUSE_AFTER": str(pause_after)},
    )


def told(word: str, stderr: str) -> set[str]:
    lines = (line.partition(" ") for line in stderr.splitlines())
    return {name for first, _, name in lines if first == word}


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_run_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    pack = make_pack(tmp_path)
    first = command(pack, pause_after=5)
    assert first.stderr is not None
    begun = "".join(first.stderr.readline() for _ in range(8 + 5))
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert first.returncode == -signal.SIGKILL
    kept = told("KEPT", begun)
    assert (len(kept), len(told("READ", begun))) == (5, 8)
    second, errors = command(pack).communicate(timeout=60)
    assert "Traceback" not in errors
    assert told("READ", errors) == told("READ", begun) - kept
    third, errors = command(pack, "--no-cache").communicate(timeout=60)
    assert len(told("READ", errors)) == 8
    assert second == third


def test_two_runs_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    pack = make_pack(tmp_path)
    runs = [command(pack), command(pack)]
    (output, errors), (other, other_errors) = (run.communicate(timeout=60) for run in runs)
    assert output == other
    for said in (errors, other_errors):
        assert "cache" not in said
        assert "Traceback" not in said
    third, errors = command(pack).communicate(timeout=60)
    assert (third, told("READ", errors)) == (output, set())
