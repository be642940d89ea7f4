"""Bytes kept in a file: found again, bounded, private, and never believed when damaged."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from policyalign.keeping.store import Store, remove, size

KEY = b"k" * 32
CONTENT = b"what was found" * 100


def kept(folder: Path, number: int = 1) -> Path:
    """Make a store that holds contents, and give its file."""
    store = Store(folder)
    for count in range(number):
        store.put(b"%032d" % count, CONTENT)
    store.put(KEY, CONTENT)
    store.close()
    assert store.remarks == []
    return store.path


def test_what_was_put_is_there_another_time(tmp_path: Path) -> None:
    kept(tmp_path)
    again = Store(tmp_path)
    assert again.get(KEY) == CONTENT
    assert again.holds(KEY)
    assert again.get(b"other") is None
    assert again.count() == 2
    again.drop(KEY)
    assert not again.holds(KEY)


def test_two_stores_see_what_each_other_puts(tmp_path: Path) -> None:
    one, other = Store(tmp_path), Store(tmp_path)
    one.put(b"a", b"1")
    other.put(b"b", b"2")
    assert (one.get(b"b"), other.get(b"a")) == (b"2", b"1")


def test_many_may_begin_at_once(tmp_path: Path) -> None:
    """Whoever comes first makes the file, and nobody is turned away."""
    gate = threading.Barrier(8)
    stores: list[Store] = []

    def begin(number: int) -> None:
        gate.wait()
        store = Store(tmp_path)
        store.put(b"%d" % number, CONTENT)
        stores.append(store)

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [store.remarks for store in stores] == [[]] * 8
    assert all(store.count() == 8 for store in stores)


def test_the_size_is_bounded_and_the_least_recently_used_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_000_000_000.0
    monkeypatch.setattr("policyalign.keeping.store.time.time", lambda: now)
    limit = 1_000_000
    for number in range(100):
        now += 1
        store = Store(tmp_path, limit)
        store.put(b"%d" % number, os.urandom(20_000))
        now += 2 * 86_400
        assert number == 0 or store.get(b"0") is not None
        store.close()
        assert size(tmp_path) < 1.2 * limit
    last = Store(tmp_path, limit)
    assert last.holds(b"0")
    assert not last.holds(b"1")
    assert last.holds(b"99")
    assert last.count() > 30


def test_what_is_too_large_for_the_store_is_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=10_000)
    store.put(KEY, bytes(5_000))
    assert not store.holds(KEY)


@pytest.mark.skipif(sys.platform == "win32", reason="the profile is private there")
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    previous = os.umask(0)
    try:
        store = Store(tmp_path / "new" / "cache")
        store.put(KEY, CONTENT)
        files = list(store.path.parent.iterdir())
        assert len(files) == 3
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
        assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700
    finally:
        os.umask(previous)


@pytest.mark.skipif(sys.platform == "win32", reason="the profile is private there")
def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = kept(tmp_path)
    path.chmod(0o666)
    store = Store(tmp_path)
    store.put(b"new", CONTENT)
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}
    assert store.get(KEY) == CONTENT


@pytest.mark.parametrize(
    "change",
    [
        "content = zeroblob(length(content))",
        "content = substr(content, 2)",
        "content = 'text'",
        "checksum = x'00'",
        "key = x'6f74686572', used = 'never'",
    ],
)
def test_a_damaged_row_is_dropped(tmp_path: Path, change: str) -> None:
    path = kept(tmp_path)
    with sqlite3.connect(path) as db:
        db.execute(f"UPDATE kept SET {change} WHERE key = ?", (KEY,))
    db.close()
    key = b"other" if change.startswith("key") else KEY
    store = Store(tmp_path)
    assert store.holds(key)
    assert store.get(key) is None
    assert not store.holds(key)
    assert store.remarks == []
    assert store.count() == 1


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scribble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)


def scribble_all(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


def take_the_table(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE kept")
    db.close()


@pytest.mark.parametrize("damage", [cut, scribble, scribble_all, take_the_table])
def test_a_damaged_file_is_begun_anew_with_one_sentence(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(kept(tmp_path, 50))
    store = Store(tmp_path)
    for number in range(50):
        assert store.get(b"%032d" % number) in {None, CONTENT}
    store.put(KEY, CONTENT)
    assert store.get(KEY) == CONTENT
    assert store.remarks == [f"The cache {store.path} was damaged and was begun anew."]
    store.close()
    again = Store(tmp_path)
    assert again.get(KEY) == CONTENT
    assert again.remarks == []


def test_damage_that_appears_during_a_run_is_met(tmp_path: Path) -> None:
    path = kept(tmp_path, 50)
    store = Store(tmp_path)
    assert store.get(KEY) == CONTENT
    scribble(path)
    store.get(b"%032d" % 7)
    store.put(b"new", CONTENT)
    assert store.get(b"new") == CONTENT
    assert len(store.remarks) <= 1


def test_a_file_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    path = kept(tmp_path)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    store = Store(tmp_path)
    assert store.count() == 0
    store.put(KEY, CONTENT)
    assert store.get(KEY) == CONTENT
    assert store.remarks == []


def test_a_folder_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = Store(tmp_path / "file")
    store.put(KEY, CONTENT)
    assert store.get(KEY) is None
    assert store.count() == 0
    (remark,) = store.remarks
    assert remark.endswith("; the run goes on without it.")


def test_a_store_in_the_place_of_which_a_folder_stands_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "results.sqlite").mkdir()
    store = Store(tmp_path)
    assert store.get(KEY) is None
    assert len(store.remarks) == 1


def test_a_folder_that_cannot_be_written_is_one_sentence(shut_folder: Path) -> None:
    shut_folder.chmod(0o500)
    store = Store(shut_folder / "cache")
    shut_folder.chmod(0o700)
    assert store.get(KEY) is None
    assert len(store.remarks) == 1


def test_a_store_that_is_locked_for_good_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kept(tmp_path)
    monkeypatch.setattr("policyalign.keeping.store._PATIENCE", 0.05)
    locking = sqlite3.connect(path, isolation_level=None)
    locking.execute("BEGIN EXCLUSIVE")
    store = Store(tmp_path)
    store.put(b"new", CONTENT)
    assert store.get(KEY) is None
    (remark,) = store.remarks
    assert "locked" in remark
    locking.execute("COMMIT")
    locking.close()
    assert Store(tmp_path).get(KEY) == CONTENT


def test_a_store_is_removed_whole(tmp_path: Path) -> None:
    kept(tmp_path)
    (tmp_path / "other").write_text("mine", encoding="utf-8")
    taken = size(tmp_path)
    assert remove(tmp_path) == taken > len(CONTENT)
    assert [path.name for path in tmp_path.iterdir()] == ["other"]
    assert (size(tmp_path), remove(tmp_path)) == (0, 0)
