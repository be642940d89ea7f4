"""The use case behind ``annotate``: a copy of a policy with remarks at its words.

::

    remarks, fitting    what to say, and at which words; no format is known there
    word, pdf           how it gets into a file of each kind
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from policyalign.annotating.remarks import Remark, remarks
from policyalign.assess import assess
from policyalign.errors import ReadError
from policyalign.model.document import Document, Unread
from policyalign.model.pack import Pack
from policyalign.model.report import Settings
from policyalign.readers import bytes_of, read_as
from policyalign.settings.deciding import Decisions

_PDF = ".pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An annotated copy: its bytes, the remarks in it, and what to know about it as sentences."""

    path: str
    data: bytes
    remarks: tuple[Remark, ...]
    notices: tuple[str, ...] = ()


def annotate(
    path: Path, name: str, pack: Pack, settings: Settings, decisions: Decisions | None = None
) -> Annotated | Unread:
    """Give an annotated copy of one file, called by ``name``; the file itself stays as it is.

    What cannot be read, or cannot be copied with remarks in it, comes back as ``Unread`` with the
    reason. Gaps that people accept, or decided to be none, are not remarked on. The remarks carry
    the day of the settings, if there is one, and no other date.
    """
    document = read_as(path, name)
    if isinstance(document, Unread):
        return document
    checked = assess(document, pack, settings)
    found = remarks(document, decisions.put_beside(checked, path) if decisions else checked, pack)
    today = date.fromisoformat(settings.today) if settings.today else None
    try:
        # A large library comes with each kind of file.
        if path.suffix.lower() == _PDF:
            from policyalign.annotating.pdf import annotated_pdf as annotated
        else:
            from policyalign.annotating.word import annotated_word as annotated
        data, notices = annotated(_unchanged(path, document), document, found, today)
    except ReadError as problem:
        return Unread(path=name, reason=str(problem))
    return Annotated(path=name, data=data, remarks=found, notices=notices)


def _unchanged(path: Path, document: Document) -> bytes:
    data = bytes_of(path)
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise ReadError("was changed by somebody while it was read. Annotate it again")
    if is_annotated_copy(io.BytesIO(data)):
        raise ReadError("is itself an annotated copy. Annotate the policy that it was made from")
    return data


def is_annotated_copy(file: BinaryIO) -> bool:
    """Tell whether a file, open at its start, is a copy that was made here and not saved since.

    Somebody who saves a copy has perhaps worked in it; then it is theirs.
    """
    from policyalign.annotating.pdf.writing import is_marked as is_marked_pdf
    from policyalign.rewriting.zip_copy import is_marked as is_marked_zip

    return is_marked_pdf(file) or is_marked_zip(file)
