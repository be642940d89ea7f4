"""Results kept out of memory while a report of very many documents is made and written."""

from __future__ import annotations

import tempfile
import weakref
from array import array
from collections.abc import Sequence
from typing import overload

from policyalign.errors import OutputError
from policyalign.keeping import codec
from policyalign.model.report import DocumentResult

# From this many files on results are spooled. A result of twelve pages takes some 75 kB in memory,
# and a third of a millisecond to read back.
MANY = 500


class Spool(Sequence[DocumentResult]):
    """A sequence of results in a temporary file, each read back when it is asked for.

    Nobody else can open the file, and the system removes it when the spool is no longer used,
    also when the program is killed.
    """

    def __init__(self) -> None:
        try:
            self._file = tempfile.TemporaryFile(prefix="policyalign-")  # noqa: SIM115  it stays open
        except OSError as problem:
            raise _no_room(problem) from problem
        weakref.finalize(self, self._file.close)
        self._starts = array("Q")
        self._end = 0

    def append(self, result: DocumentResult) -> None:
        """Add a result. Raises ``OutputError`` where the disk has no room for it."""
        data = codec.encode(result)
        try:
            self._file.seek(self._end)
            self._file.write(data)
            self._file.flush()
        except OSError as problem:
            raise _no_room(problem) from problem
        self._starts.append(self._end)
        self._end += len(data)

    def __len__(self) -> int:
        """Give how many results there are."""
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> DocumentResult: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[DocumentResult, ...]: ...
    def __getitem__(self, index: int | slice) -> DocumentResult | tuple[DocumentResult, ...]:
        """Read one result back, or several."""
        if isinstance(index, slice):
            return tuple(self[one] for one in range(*index.indices(len(self))))
        number = range(len(self))[index]
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self) else self._end
        self._file.seek(start)
        result = codec.decode(self._file.read(end - start))
        assert isinstance(result, DocumentResult)
        return result


def _no_room(problem: OSError) -> OutputError:
    return OutputError(
        f"Results cannot be set aside in {tempfile.gettempdir()}: "
        f"{problem.strerror or problem}. Make room there, or check fewer files at once "
        f"(up to {MANY} are kept in memory)."
    )
