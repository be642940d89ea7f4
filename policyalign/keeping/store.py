"""Bytes kept under keys in one file: bounded in size, and never believed when damaged.

The file is an SQLite database, from Python's own library. diskcache would do much of this, but it
has had no release since 2023 and pickles what it keeps, so that whoever can write to its folder
can run code. SQLite lets two runs write at once (a write-ahead log, and patience), and a run that
is killed loses nothing that was put before.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

# Room for the results of about 30,000 policies of twelve pages.
MOST_BYTES = 250_000_000

_NAME = "results.sqlite"
_FILES = (_NAME, f"{_NAME}-wal", f"{_NAME}-shm")
# Of this program's databases: "pali" read as a number. A change of the table needs another version.
_OURS, _VERSION = 0x70616C69, 1
_PATIENCE = 10.0
# What was used within a day need not be marked as used again, so that a run that only reads does
# not write.
_DAY = 86_400
# Made room for at once, so that a full store does not make room at every turn.
_ROOM = 0.1
# What SQLite says of a file that is not as this module made it. All else, such as a full disk, lies
# in the surroundings.
_DAMAGE = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_ERROR,  # no such table or column
    sqlite3.SQLITE_SCHEMA,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_CONSTRAINT,
)

_GET = "SELECT used, checksum, content FROM kept WHERE key = ?"
_HOLDS = "SELECT 1 FROM kept WHERE key = ?"
_DROP = "DELETE FROM kept WHERE key = ?"
_COUNT = "SELECT COUNT(*) FROM kept"
_PUT = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)"
_MARK = "UPDATE kept SET used = ? WHERE key = ?"
_MAKE_ROOM = """
DELETE FROM kept WHERE rowid IN (
    SELECT rowid FROM (
        SELECT rowid, SUM(size) OVER (ORDER BY used, rowid) - size AS before FROM kept
    ) WHERE before < ?
)
"""
_TABLE = (
    "DROP TABLE IF EXISTS kept",
    "CREATE TABLE kept (key BLOB PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL, "
    "checksum BLOB NOT NULL, content BLOB NOT NULL)",
    "CREATE INDEX by_use ON kept (used, size)",
    f"PRAGMA application_id = {_OURS}",
    f"PRAGMA user_version = {_VERSION}",
)


class Store:
    """Keeps bytes under keys in a folder. Whatever goes wrong there, nothing is raised.

    ``remarks`` tells in sentences what went wrong; a store that cannot go on holds nothing from
    then on. ``limit`` is in bytes; beyond it what was not used for longest goes first.
    """

    def __init__(self, folder: Path, limit: int = MOST_BYTES) -> None:
        self.path = folder / _NAME
        self.remarks: list[str] = []
        self._limit = limit
        self._used: set[bytes] = set()
        self._connection: sqlite3.Connection | None = None
        self._begin()

    def get(self, key: bytes) -> bytes | None:
        """Give what is kept under a key, or ``None``; what is damaged is dropped."""
        row = self._do(lambda db: db.execute(_GET, (key,)).fetchone(), None)
        if row is None:
            return None
        used, checksum, content = row
        if not isinstance(content, bytes) or checksum != _checksum(key, content):
            self.drop(key)
            return None
        if not isinstance(used, int) or time.time() - used > _DAY:
            self._used.add(key)
        return content

    def holds(self, key: bytes) -> bool:
        """Tell whether something is kept under a key, which may still turn out to be damaged."""
        return self._do(lambda db: db.execute(_HOLDS, (key,)).fetchone(), None) is not None

    def put(self, key: bytes, content: bytes) -> None:
        """Keep bytes under a key, at once and for good, in the place of what was there."""
        if len(content) > self._limit * _ROOM:
            return
        row = (key, int(time.time()), len(content), _checksum(key, content), content)
        self._do(lambda db: self._insert(db, row), None)

    def drop(self, key: bytes) -> None:
        """Keep nothing under a key any more."""
        self._do(lambda db: db.execute(_DROP, (key,)), None)

    def count(self) -> int:
        """Give how many keys there are."""
        row = self._do(lambda db: db.execute(_COUNT).fetchone(), (0,))
        return int(row[0])

    def close(self) -> None:
        """Note what was used, and let go of the file."""
        marks = [(int(time.time()), key) for key in self._used]
        if marks:
            self._do(lambda db: _mark_used(db, marks), None)
        self._let_go()

    def _insert(self, db: sqlite3.Connection, row: tuple[bytes, int, int, bytes, bytes]) -> None:
        excess = _bytes_in_use(db) + row[2] - self._limit
        if excess > 0:
            _make_room(db, excess + int(self._limit * _ROOM))
        db.execute(_PUT, row)

    def _begin(self) -> None:
        try:
            self._connection = _opened(self.path)
        except (sqlite3.Error, OSError) as problem:
            self._meet(problem, last=False)

    def _do(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        if self._connection is None:
            return otherwise
        try:
            return work(self._connection)
        except sqlite3.Error as problem:
            self._meet(problem, last=False)
            return otherwise

    def _meet(self, problem: sqlite3.Error | OSError, *, last: bool) -> None:
        """Make a damaged file anew, once; go on without the store where anything else is wrong."""
        self._let_go()
        if last or getattr(problem, "sqlite_errorcode", 0) & 0xFF not in _DAMAGE:
            self.remarks.append(_unusable(self.path, problem))
            return
        try:
            remove(self.path.parent)
            self._connection = _opened(self.path)
        except (sqlite3.Error, OSError) as again:
            self._meet(again, last=True)
        else:
            self.remarks.append(f"The cache {self.path} was damaged and was begun anew.")

    def _let_go(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):  # it is of no more use in any case
                self._connection.close()
            self._connection = None


def key_of(*parts: bytes) -> bytes:
    """Give a key that no other parts have."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"%d:%b" % (len(part), part))
    return digest.digest()


def remove(folder: Path) -> int:
    """Remove the store of a folder and give how many bytes it took. Raises ``OSError``."""
    taken = size(folder)
    for name in _FILES:
        (folder / name).unlink(missing_ok=True)
    return taken


def size(folder: Path) -> int:
    """Give how many bytes a store takes on the disk, 0 if there is none. Raises ``OSError``."""
    taken = 0
    for name in _FILES:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            taken += (folder / name).stat().st_size
    return taken


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite gives the rights of this file to those that it makes beside it.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)  # one that stood there may have been open to others
    db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        # When the power fails the last results may be lost, but the file does not become damaged.
        db.execute("PRAGMA synchronous = NORMAL")
        _prepare(db)
    except sqlite3.Error:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection) -> None:
    """Make the table where there is none, or one of another version of this module."""
    until = time.monotonic() + _PATIENCE
    while _stamp(db) != (_OURS, _VERSION):
        try:
            db.execute("PRAGMA auto_vacuum = INCREMENTAL")
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("BEGIN IMMEDIATE")
            if _stamp(db) != (_OURS, _VERSION):  # nobody was quicker
                for statement in _TABLE:
                    db.execute(statement)
            db.execute("COMMIT")
        except sqlite3.OperationalError as problem:
            # SQLite does not wait its turn to begin a log.
            if problem.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _stamp(db: sqlite3.Connection) -> tuple[int, int]:
    (program,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return program, version


def _bytes_in_use(db: sqlite3.Connection) -> int:
    pragmas = ("page_count", "freelist_count", "page_size")
    pages, free, page = (int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in pragmas)
    return (pages - free) * page


def _make_room(db: sqlite3.Connection, wanted: int) -> None:
    db.execute(_MAKE_ROOM, (wanted,))
    db.execute("PRAGMA incremental_vacuum").fetchall()


def _mark_used(db: sqlite3.Connection, marks: list[tuple[int, bytes]]) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.executemany(_MARK, marks)
    db.execute("COMMIT")


def _checksum(key: bytes, content: bytes) -> bytes:
    """Give a hash by which content under another key is found out too."""
    return hashlib.sha256(key + content).digest()


def _unusable(path: Path, problem: sqlite3.Error | OSError) -> str:
    reason = getattr(problem, "strerror", None) or problem
    return f"The cache {path} cannot be used ({reason}); the run goes on without it."
