"""Reports written to files: whole, or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from policyalign.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SENTENCES = {
    errno.ENOSPC: "The disk is full. Make room and run the command again.",
    errno.EACCES: (
        "Permission was refused. Close the file if it is open in another program, "
        "or write to another folder."
    ),
    errno.EROFS: "The folder is read-only. Write to another folder.",
    errno.ENAMETOOLONG: "The name is too long. Choose a shorter one.",
}
_SENTENCES[errno.EPERM] = _SENTENCES[errno.EACCES]
NOT_A_REPORT = (
    "exists and is not a report as policyalign wrote it: it is another file, or somebody has "
    "filled it in or changed it. "
    "Choose another name, or add --force to write over it."
)


def check_target(path: Path) -> None:
    """Raise ``OutputError`` if a file cannot stand at ``path``; nothing is written."""
    if path.is_dir():
        raise OutputError(f"Cannot write {path}: it is a folder. Give the name of a file in it.")
    if not path.parent.is_dir():
        raise OutputError(
            f"Cannot write {path}: the folder {path.parent} does not exist. Make it first."
        )


def check_replaceable(
    path: Path, is_ours: Callable[[BinaryIO], bool], refusal: str = NOT_A_REPORT
) -> None:
    """Raise ``OutputError`` if a file stands at ``path`` that somebody else made.

    ``is_ours`` is given the file, open at its start. An empty file holds nothing to lose.
    ``refusal`` goes on from the name of the file.
    """
    if path.is_file() and not holds(path, lambda file: _is_empty(file) or is_ours(file)):
        raise OutputError(f"{path} {refusal}")


def make_folder(path: Path) -> None:
    """Make a folder and those that it stands in. Raises ``OutputError`` if that cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as problem:
        raise OutputError(
            f"Cannot write into {path}: there is a file of that name. Choose another folder."
        ) from problem
    except OSError as problem:
        raise cannot_write(f"into {path}", problem) from problem


def holds(path: Path, what: Callable[[BinaryIO], bool]) -> bool:
    """Tell whether a file that may be written over holds ``what``, which is given it open.

    Raises ``OutputError`` if the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return what(file)
    except OSError as problem:
        raise cannot_write(str(path), problem) from problem


def _is_empty(file: BinaryIO) -> bool:
    return not os.fstat(file.fileno()).st_size


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``; what stood there before stays until all of it is written.

    Raises ``OutputError`` with a sentence that says what to do.
    """
    write_all([(path, (data,))])


def write_all(files: Iterable[tuple[Path, Iterable[bytes]]]) -> None:
    """Write files, each from its pieces; nothing is changed until all of them are made.

    Raises ``OutputError`` as ``write`` does.
    """
    with ExitStack() as parts:
        staged = [(path, _stage(path, pieces, parts)) for path, pieces in files]
        for path, finish in staged:
            with _sentence_on(path):
                finish()


def cannot_write(where: str, problem: OSError) -> OutputError:
    """Turn what the system says into a sentence for a person."""
    sentence = _SENTENCES.get(problem.errno or 0, f"{problem.strerror or problem}.")
    return OutputError(f"Cannot write {where}: {sentence}")


def _stage(path: Path, pieces: Iterable[bytes], parts: ExitStack) -> Callable[[], object]:
    """Make a file beside ``path``, and give what moves it there: no reader sees it half done."""
    check_target(path)
    with _sentence_on(path):
        if path.exists() and not path.is_file():
            # A device or a pipe must not be replaced by a file.
            return partial(_write_through, path, pieces)
        whole = path.resolve()  # through a link, the file that it names
        part = whole.with_name(f".policyalign-{os.getpid()}-{os.urandom(4).hex()}.part")
        parts.callback(part.unlink, missing_ok=True)
        with part.open("xb") as file:
            file.writelines(pieces)
        return partial(part.replace, whole)


def _write_through(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(pieces)


@contextmanager
def _sentence_on(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise cannot_write(str(path), problem) from problem
