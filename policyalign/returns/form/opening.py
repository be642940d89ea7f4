"""Open a form that came back, with the limits that hold for any Word file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from policyalign.errors import ReadError
from policyalign.limits import MOST_RETURN_BYTES
from policyalign.readers.word.markup import Element
from policyalign.readers.word.package import Package, open_package
from policyalign.renderers.return_record import Record
from policyalign.returns.form.held import read_held, read_known

_DECLARES = b"<!DOCTYPE"
_TOO_LARGE = "The file is larger than a form can be. Go back to an earlier copy of it."
_UNSAFE = "The file declares entities, as no Word document does. Ask where it comes from."


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form that came back: the file, its main part as bytes and as a tree, and its record.

    ``known`` are the sums of what the program put into it.
    """

    data: bytes
    package: Package
    main: bytes
    root: Element
    record: Record
    known: frozenset[str]


def open_form(path: Path) -> Form:
    """Open a form. Raises ``ReadError``, with what to do, for a file that is none."""
    try:
        if path.stat().st_size > MOST_RETURN_BYTES:
            raise ReadError(_TOO_LARGE)
        data = path.read_bytes()
    except OSError as problem:
        raise ReadError(f"The file cannot be read: {problem.strerror}.") from problem
    package = open_package(data)
    record = read_held(package)
    main = package.data(package.main)
    if main is None or _DECLARES in main:
        raise ReadError(_UNSAFE)
    root = package.parsed(package.main, main)
    if root is None or package.cut_off or package.notices:
        raise ReadError(_TOO_LARGE)
    return Form(
        data=data, package=package, main=main, root=root, record=record, known=read_known(package)
    )
