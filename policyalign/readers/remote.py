"""Files that do not lie on this computer: object stores, servers and archives, through fsspec."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from policyalign.errors import InputError, PolicyAlignError, ReadError
from policyalign.readers.finding import is_passed_over, writable

# Two letters at least: one is a drive of Windows. Addresses may be chained: zip::s3://bucket/a.zip.
_ADDRESS = re.compile(r"[A-Za-z][\w+.-]+(::.*)?://", re.DOTALL)
_PASSWORD = re.compile(r"(?<=://)[^/@]*@")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file in a store. ``address`` leads to the store, ``path`` is its path there.

    Like a ``Path`` as far as reading goes, and it can be pickled: whoever opens it goes to the
    store by the address, with drivers, rights and settings of their own.
    """

    address: str
    path: str
    size: int

    @property
    def suffix(self) -> str:
        """The ending of its name, with the dot."""
        return PurePosixPath(self.path).suffix

    @contextmanager
    def open(self, _mode: str = "rb") -> Generator[BinaryIO]:
        """Open it to read its bytes. Raises ``OSError``, whatever the driver raises."""
        try:
            store, _ = _store_of(self.address)
            with store.open(self.path, "rb") as file:
                yield file
        except (OSError, ReadError, MemoryError):
            raise
        except Exception as problem:  # each driver has errors of its own
            raise OSError(None, _told(problem)) from problem


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRemote:
    """A file to read. ``name`` is its path below the folder that all files share."""

    path: RemoteFile
    name: str


def is_address(text: str) -> bool:
    """Tell an address such as ``s3://bucket/policies`` from a path."""
    return _ADDRESS.match(text) is not None


def find_remote(addresses: Iterable[str]) -> tuple[FoundRemote, ...]:
    """Give the files at addresses of one store, each once, in order of name.

    A folder stands for all files below it, save those that are passed over on a disk as well.
    Raises ``InputError`` if the store cannot be looked at or nothing is found.
    """
    _store_of.cache_clear()  # what is there may have changed since the last run
    asked = list(dict.fromkeys(addresses))
    stores = [_store_of(address) for address in asked]
    if any(store != stores[0][0] for store, _ in stores):
        raise InputError("The files lie in different stores; check one store at a time.")
    files: dict[str, RemoteFile] = {}
    folders = []
    for address, (store, path) in zip(asked, stores, strict=True):
        with _looking_at(address):
            found = list(_files_at(store, path, address))
        folders.append(posixpath.dirname(path) if found[0].path == path else path)
        for file in found:
            files.setdefault(file.path, file)
    root = "/".join(posixpath.commonprefix([folder.split("/") for folder in folders]))
    named = (FoundRemote(path=f, name=writable(_below(root, f.path))) for f in files.values())
    return tuple(sorted(named, key=lambda file: file.name))


def _below(folder: str, path: str) -> str:
    return path.removeprefix(folder).lstrip("/")


def _files_at(store: Any, path: str, address: str) -> Iterator[RemoteFile]:
    single = not address.endswith("/") and store.isfile(path)
    listing = {path: store.info(path)} if single else store.find(path, detail=True)
    nothing = True
    for file, details in sorted(listing.items()):
        # Some stores keep an empty file for a folder.
        if file.endswith("/") or any(map(is_passed_over, _below(path, file).split("/"))):
            continue
        nothing = False
        yield RemoteFile(address, file, details.get("size") or 0)
    if nothing:
        raise InputError(
            f"There are no files at {_shown(address)}. Check the spelling, or name a folder that "
            "holds policies."
        )


@lru_cache(maxsize=4)
def _store_of(address: str) -> tuple[Any, str]:
    """Give the file system behind an address, and the path in it.

    It is kept, because fsspec keeps no archive, and to open one for each file in it takes long.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as problem:
        raise InputError(
            f"{_shown(address)} needs a package that is not installed. Install it: "
            'python -m pip install "policyalign[remote]"'
        ) from problem
    with _looking_at(address):
        store, path = url_to_fs(address)
    return store, path.rstrip("/")


@contextmanager
def _looking_at(address: str) -> Generator[None]:
    try:
        yield
    except PolicyAlignError:
        raise
    except ImportError as problem:  # fsspec says which package is to be installed
        raise InputError(f"{_shown(address)} needs another package: {_told(problem)}.") from problem
    except Exception as problem:  # each driver has errors of its own
        raise InputError(f"{_shown(address)} cannot be looked at: {_told(problem)}.") from problem


def _told(problem: Exception) -> str:
    """Say in one line what a driver says."""
    words = " ".join(str(problem).split()).removesuffix(".")
    return _PASSWORD.sub("", words) or problem.__class__.__name__


def _shown(address: str) -> str:
    return _PASSWORD.sub("", address)
