"""Read a policy from a file: the reader is chosen by the ending of the file's name."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from policyalign.errors import ReadError
from policyalign.limits import MOST_BYTES
from policyalign.model.document import Document, Unread
from policyalign.readers.remote import RemoteFile
from policyalign.report_mark import NOT_A_POLICY, is_report

_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_PDF = ".pdf"
READERS = ("policyalign.readers.word", "policyalign.readers.pdf")
"""The modules that are imported when the first file of their kind is read."""
_OTHER_FORMATS = {
    ".doc": "is an old Word file (.doc). Open it in Word and save it as .docx",
    ".odt": "is an OpenDocument file. Save it as .docx or PDF",
    ".rtf": "is a rich-text file. Save it as .docx or PDF",
}


def read(path: str | Path) -> Document | Unread:
    """Read one file. What cannot be read comes back as ``Unread`` with the reason."""
    path = Path(path)
    return read_as(path, path.as_posix())


def is_readable_kind(path: Path | RemoteFile) -> bool:
    """Tell by its ending whether a file is of a kind that can be read."""
    return path.suffix.lower() in {*_WORD, _PDF}


def read_as(path: Path | RemoteFile, name: str) -> Document | Unread:
    """Read one file and call it by ``name`` in everything that follows."""
    sha256 = None
    try:
        _refuse_what_is_no_file(path)
        reader = _reader_for(path)
        data = bytes_of(path)
        sha256 = hashlib.sha256(data).hexdigest()
        return reader(data, path=name, sha256=sha256)
    except ReadError as problem:
        return Unread(path=name, reason=str(problem), sha256=sha256)


def _reader_for(path: Path | RemoteFile) -> Callable[..., Document]:
    suffix = path.suffix.lower()
    # A reader brings a large library with it; most runs need it only after the options are known.
    if suffix in _WORD:
        from policyalign.readers.word import read_word

        return read_word
    if suffix == _PDF:
        from policyalign.readers.pdf import read_pdf

        return read_pdf
    if _is_own_report(path):
        raise ReadError(NOT_A_POLICY)
    if suffix in _OTHER_FORMATS:
        raise ReadError(f"{_OTHER_FORMATS[suffix]}, then check it again")
    kind = f"{suffix} files" if suffix else "files without an ending such as .docx"
    raise ReadError(f"{kind} cannot be read; only Word (.docx, .docm, .dotx) and PDF files can")


def _is_own_report(path: Path | RemoteFile) -> bool:
    try:
        with path.open("rb") as file:
            return is_report(file)
    except (OSError, ValueError) as problem:
        raise _cannot_be_opened(problem) from problem


def _cannot_be_opened(problem: OSError | ValueError) -> ReadError:
    """Say why a file does not open; ``ValueError`` is for names with a null character."""
    if isinstance(problem, FileNotFoundError):
        reason = "there is no such file, or no longer. Look for it and check again"
    else:
        reason = str(getattr(problem, "strerror", None) or problem)
    return ReadError(f"cannot be opened: {reason}")


def bytes_of(path: Path | RemoteFile) -> bytes:
    """Give the contents of a file. Raises ``ReadError`` if it is empty, huge or closed to us."""
    try:
        with path.open("rb") as file:
            size = path.size if isinstance(path, RemoteFile) else os.fstat(file.fileno()).st_size
            if size > MOST_BYTES:
                raise _too_large()
            data = file.read(size + 1)  # to ask for much more than there is takes time
            if len(data) > size:  # it grew, or did not tell its size
                data += file.read(MOST_BYTES + 1 - len(data))
    except (OSError, ValueError) as problem:
        raise _cannot_be_opened(problem) from problem
    if len(data) > MOST_BYTES:
        raise _too_large()
    if not data:
        raise ReadError("is empty (0 bytes). Ask for the file again")
    return data


def _refuse_what_is_no_file(path: Path | RemoteFile) -> None:
    if isinstance(path, RemoteFile):
        return
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return  # to open it will fail, too, and say why
    if stat.S_ISDIR(mode):
        raise ReadError("is a folder that cannot be opened. Ask for the right to read it")
    if not stat.S_ISREG(mode):
        raise ReadError("is not an ordinary file. Check what it is")


def _too_large() -> ReadError:
    limit = MOST_BYTES // 1_000_000
    return ReadError(f"is larger than {limit} MB; no policy is. Check what the file is")
