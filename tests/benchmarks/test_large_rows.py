"""Copies differ in nothing that is read, and the rows on large runs say what was measured."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from benchmarks import speed
from benchmarks.copies import lay_out
from benchmarks.corpus import Corpus, make_corpus
from benchmarks.extraction import characters, document_xml_text
from benchmarks.large_rows import documents_read, growth_rows
from benchmarks.measuring import Row
from benchmarks.page import put
from benchmarks.processes import Spent, seconds_of, watched
from policyalign import read
from policyalign.model.document import Document

MEGABYTES = 60
EATER = f"import subprocess, sys; held = b'x' * {MEGABYTES}_000_000; print(len(held)); "
WORKER = "import time; held = b'x' * 120_000_000; time.sleep(0.8)"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make_corpus(tmp_path_factory.mktemp("corpus"), each=1, paragraphs=12)


def _read(path: Path) -> Document:
    document = read(path)
    assert isinstance(document, Document)
    return document


def test_copies_differ_in_their_hash_and_in_nothing_that_is_read(
    corpus: Corpus, tmp_path: Path
) -> None:
    originals = (*corpus.word, *corpus.pdf)
    copies = lay_out(originals, tmp_path, 4)
    assert [path.suffix for path in copies] == [".docx", ".pdf", ".docx", ".pdf"]
    assert len({_read(path).sha256 for path in (*originals, *copies)}) == 6
    for original, copy in zip(originals * 2, copies, strict=True):
        assert _read(copy).blocks == _read(original).blocks
        assert not _read(copy).notices


def test_copies_lie_in_folders_of_a_hundred(tmp_path: Path) -> None:
    original = tmp_path / "small.pdf"
    original.write_bytes(b"%PDF-1.4\n")
    copies = lay_out([original], tmp_path / "many", 201)
    folders = [path.parent.name for path in copies]
    assert [folders.count(name) for name in ("000", "001", "002")] == [100, 100, 1]


def test_bare_extraction_takes_all_words_of_a_file(corpus: Corpus) -> None:
    assert corpus.policies[0].title in document_xml_text(corpus.word[0])
    for path, policy in zip((*corpus.word, *corpus.pdf), corpus.policies, strict=True):
        assert characters(path) > 0.8 * len(policy.text)


def _spent(processor: float, parent: float = 100, worker: float = 150) -> Spent:
    return Spent(processor=processor, clock=processor, parent=parent, worker=worker)


def _cells(spent: dict[int, Spent]) -> list[tuple[str, ...]]:
    return [row.cells() for row in growth_rows(spent)]


def test_what_the_start_takes_is_no_part_of_a_further_file() -> None:
    time, *_ = _cells({10: _spent(5 + 0.1), 100: _spent(5 + 1), 1_000: _spent(5 + 10)})
    assert time == (
        "processor time of a further file, from 100 to 1,000",
        "the same, from 10 to 100",
        "1 times as much",
        "≤ 1.2",
        "yes",
        "10 against 10 ms",
    )


def test_growth_that_is_more_than_linear_does_not_reach_what_is_required() -> None:
    time, *_ = _cells({10: _spent(1), 100: _spent(10), 1_000: _spent(1_000)})
    assert time[2:5] == ("11 times as much", "≤ 1.2", "no")


def test_memory_is_compared_from_step_to_step_and_with_what_a_worker_may_take() -> None:
    runs = {
        10: _spent(1, parent=100, worker=100),
        100: _spent(2, parent=110, worker=130),
        1_000: _spent(3, parent=110, worker=260),
    }
    _, *memory = _cells(runs)
    assert [(row[0], row[2], row[4]) for row in memory] == [
        ("peak memory, the command itself, 100 files", "1.1 times as much", "yes"),
        ("peak memory, the largest worker, 100 files", "1.3 times as much", "no"),
        ("peak memory, the command itself, 1,000 files", "1 times as much", "yes"),
        ("peak memory, the largest worker, 1,000 files", "2 times as much", "no"),
        ("peak memory, the largest worker, 1,000 files", "1.3 times as much", "no"),
    ]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("Wrote r.json\n1,000 documents read; mean alignment 33.1.\n", 1_000),
        ("1 document read; nothing scored.\n", 1),
        ("No document could be read.\n", 0),
    ],
)
def test_the_command_says_how_many_documents_it_read(said: str, count: int) -> None:
    assert documents_read(said) == count


@pytest.mark.skipif(sys.platform == "win32", reason="Unix counts the time of ended processes")
def test_time_is_that_of_the_process_and_a_program_that_fails_is_no_time() -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    assert seconds_of("-c", busy) >= 0.3
    with pytest.raises(CalledProcessError, match="exit status 3"):
        seconds_of("-c", "raise SystemExit(3)")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is looked at, not kept")
def test_memory_of_a_process_and_of_its_worker_are_told_apart() -> None:
    pytest.importorskip("psutil")
    spent = watched("-c", f"{EATER}subprocess.run([sys.executable, '-c', {WORKER!r}])")
    assert spent.said.strip() == str(MEGABYTES * 1_000_000)
    assert MEGABYTES < spent.parent < 100
    assert 120 < spent.worker < 160


def test_the_page_has_a_place_for_every_part_and_keeps_the_others(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(speed.PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    for part in speed.ALL_PARTS:
        put(page, part, [json.dumps({"part": part})])
    written = page.read_text(encoding="utf-8")
    assert all(written.count(json.dumps({"part": part})) == 1 for part in speed.ALL_PARTS)


def test_the_load_of_the_machine_stands_beside_what_it_may_have_spoilt() -> None:
    assert speed.load_note(5.26, 2) == "load before this part: 5.3 on 2 cores."


def test_a_part_without_rows_says_so() -> None:
    assert list(speed.row_lines([])) == ["Not measured."]
    row = Row(what="a", against="b", ratio=2, wanted=3, ours=1, theirs=2, unit="s")
    assert list(speed.row_lines([row]))[2].split("|")[3:6] == [
        " 2 times faster ",
        " ≥ 3      ",
        " no      ",
    ]
