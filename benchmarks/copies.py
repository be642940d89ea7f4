"""Many files from few: copies that differ in their last bytes and in nothing that is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from zipfile import ZipFile

FILES_A_FOLDER = 100


def lay_out(originals: Sequence[Path], folder: Path, count: int) -> tuple[Path, ...]:
    """Write so many copies into folders of ``FILES_A_FOLDER`` each, and give where they are.

    The originals follow one another in turn. To lay out a new PDF takes longer than to check it.
    """
    return tuple(_copies(originals, folder, count))


def _copies(originals: Sequence[Path], folder: Path, count: int) -> Iterator[Path]:
    for number, original in enumerate(islice(cycle(originals), count)):
        shelf = folder / f"{number // FILES_A_FOLDER:03d}"
        shelf.mkdir(parents=True, exist_ok=True)
        path = shelf / f"{number:05d}{original.suffix}"
        path.write_bytes(original.read_bytes())
        _mark(path, f"copy {number}".encode())
        yield path


def _mark(path: Path, remark: bytes) -> None:
    """Make a file one of its own, by what no reader looks at."""
    if path.suffix == ".docx":
        with ZipFile(path, "a") as file:
            file.comment = remark
    else:
        with path.open("ab") as file:
            file.write(b"% " + remark + b"\n")  # a remark after the end of a PDF
