"""Read a policy from a file: the reader is chosen by the ending of the file's name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from policyalign.errors import ReadError
from policyalign.model.document import Document, Unread
from policyalign.report_mark import NOT_A_POLICY, is_report

_MOST_BYTES = 500_000_000
_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_PDF = ".pdf"
_OTHER_FORMATS = {
    ".doc": "is an old Word file (.doc). Open it in Word and save it as .docx",
    ".odt": "is an OpenDocument file. Save it as .docx or PDF",
    ".rtf": "is a rich-text file. Save it as .docx or PDF",
}


def read(path: str | Path) -> Document | Unread:
    """Read one file. What cannot be read comes back as ``Unread`` with the reason."""
    path = Path(path)
    return read_as(path, path.as_posix())


def is_readable_kind(path: Path) -> bool:
    """Tell by its ending whether a file is of a kind that can be read."""
    return path.suffix.lower() in {*_WORD, _PDF}


def read_as(path: Path, name: str) -> Document | Unread:
    """Read one file and call it by ``name`` in everything that follows."""
    sha256 = None
    try:
        _refuse_what_is_no_file(path)
        reader = _reader_for(path)
        data = _bytes_of(path)
        sha256 = hashlib.sha256(data).hexdigest()
        return reader(data, path=name, sha256=sha256)
    except ReadError as problem:
        return Unread(path=name, reason=str(problem), sha256=sha256)


def _reader_for(path: Path) -> Callable[..., Document]:
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


def _is_own_report(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_report(file)
    except OSError as problem:
        raise _cannot_be_opened(problem) from problem


def _cannot_be_opened(problem: OSError) -> ReadError:
    return ReadError(f"cannot be opened: {problem.strerror or problem}")


def _refuse_what_is_no_file(path: Path) -> None:
    if path.is_dir():
        raise ReadError("is a folder that cannot be opened. Ask for the right to read it")
    if path.exists() and not path.is_file():
        raise ReadError("is not an ordinary file. Check what it is")


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _MOST_BYTES:
            limit = _MOST_BYTES // 1_000_000
            raise ReadError(f"is larger than {limit} MB; no policy is. Check what the file is")
        data = path.read_bytes()
    except OSError as problem:
        raise _cannot_be_opened(problem) from problem
    if not data:
        raise ReadError("is empty (0 bytes). Ask for the file again")
    return data
