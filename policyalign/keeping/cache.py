"""Packs and results kept from one run to the next.

Packs are also kept compiled, by whoever first has a file to read (``compiled``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Self

from policyalign.keeping import codec
from policyalign.keeping.codec import Result
from policyalign.keeping.folder import cache_folder
from policyalign.keeping.packing import NotDecodableError
from policyalign.keeping.packs import decode_pack, encode_pack, files_digest, pack_digest
from policyalign.keeping.program import program_mark
from policyalign.keeping.store import MOST_BYTES, Store, key_of
from policyalign.packs import load_pack
from policyalign.packs.finding import pack_folder
from policyalign.readers import is_readable_kind
from policyalign.readers.remote import FoundRemote

if TYPE_CHECKING:
    from policyalign.model.pack import Pack
    from policyalign.readers.sources import Source


class Cache:
    """What earlier runs found, on this machine, for this user.

    It holds words of the policies that were checked. Nothing that is wrong with it stops a run:
    ``remarks`` says in sentences what it was. Close it, or use it in a ``with`` statement.
    """

    def __init__(self, folder: Path | None = None, limit: int = MOST_BYTES) -> None:
        """Open the cache of a folder, else of the user; it takes up to ``limit`` bytes there."""
        self._store = Store(folder or cache_folder(), limit)

    def __enter__(self) -> Self:
        """Begin to use the cache."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the cache."""
        self.close()

    @property
    def folder(self) -> Path:
        """Where the cache lies."""
        return self._store.path.parent

    @property
    def remarks(self) -> tuple[str, ...]:
        """What went wrong with the cache so far, in sentences for a person."""
        return tuple(self._store.remarks)

    def close(self) -> None:
        """Let go of the files."""
        self._store.close()

    def pack(self, name_or_path: str | Path) -> Pack:
        """Load a pack as :func:`policyalign.load_pack` does, or as it was loaded before."""
        try:
            digest = files_digest(pack_folder(name_or_path))
        except OSError:
            return load_pack(name_or_path)  # which says what is wrong with the files
        key = key_of(b"pack", program_mark(), digest)
        if content := self._store.get(key):
            try:
                return decode_pack(content)
            except NotDecodableError:
                self._store.drop(key)
        pack = load_pack(name_or_path)
        self._store.put(key, encode_pack(pack))
        return pack

    def results(self, pack: Pack, types: Mapping[str, str]) -> Results:
        """Give the results found with a pack; ``types`` are those given, by the names of files."""
        return Results(self._store, key_of(program_mark(), pack_digest(pack)), types)


class Results:
    """Results by the content and the name of the file they are of.

    They have the path of a file as it was then, and no agency, no notice of the day and no
    decision: nothing is found otherwise for these, so that they are put in afterwards.
    """

    def __init__(self, store: Store, asked: bytes, types: Mapping[str, str]) -> None:
        self._store = store
        self._asked = asked
        self._types = types
        self._contents: dict[str, str] = {}

    def holds(self, file: Source) -> bool:
        """Tell whether there is a result for a file as it is now.

        There is none for a file in a store: to see whether it changed, it would have to be fetched.
        """
        if isinstance(file, FoundRemote) or not is_readable_kind(file.path):
            return False
        try:
            if not file.path.is_file():
                return False
            with file.path.open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").hexdigest()
        except OSError:
            return False  # whoever reads it will say why
        self._contents[file.name] = digest
        return self._store.holds(self._key_of(file, digest))

    def recall(self, file: Source) -> Result | None:
        """Give the result for a file that ``holds`` was asked about, if it is whole."""
        key = self._key_of(file, self._contents[file.name])
        content = self._store.get(key)
        if content is None:
            return None
        try:
            return codec.decode(content)
        except NotDecodableError:
            self._store.drop(key)
            return None

    def keep(self, file: Source, result: Result) -> None:
        """Keep a result, unless another time could bring another with the same content."""
        if file.name in self._contents and result.sha256 is not None:
            self._store.put(self._key_of(file, result.sha256), codec.encode(result))

    def _key_of(self, file: Source, digest: str) -> bytes:
        # The ending chooses the reader, and the name may tell the type.
        name = PurePosixPath(file.name).name.encode("utf-8", "surrogatepass")
        type_ = self._types.get(file.name, "").encode()
        return key_of(b"result", self._asked, type_, name, digest.encode())
