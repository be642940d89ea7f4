"""Make annotated copies in tests, with remarks of the test's own or with those of the pack."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from policyalign.annotating import annotate
from policyalign.annotating.pdf import annotated_pdf
from policyalign.annotating.remarks import Remark, remarks
from policyalign.annotating.word import annotated_word
from policyalign.assess import assess
from policyalign.model.document import Document, Unread
from policyalign.model.pack import Pack
from policyalign.model.report import Settings
from policyalign.packs import load_pack
from policyalign.readers import read
from policyalign.readers.pdf import read_pdf
from policyalign.readers.word import read_word
from tests.readers.docx_builder import docx

PROJECT = Path(__file__).parents[2]
SAMPLES = PROJECT / "samples"
LABELLED = PROJECT.parent / "shared" / "eval" / "documents"
DIFFICULT = PROJECT.parent / "shared" / "torture"
TODAY = date(2026, 5, 4)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


@cache
def pack() -> Pack:
    return load_pack("sos")


def said_of(document: Document) -> tuple[Remark, ...]:
    """Give the remarks of the pack on a document."""
    return remarks(document, assess(document, pack(), Settings()), pack())


def remark(document: Document, words: str, *, occurrence: int = 0) -> Remark:
    """Give a remark on words that stand in a document."""
    found = [block for block in document.blocks if words in block.text]
    block = found[occurrence]
    start = block.text.index(words)
    return Remark(
        block=block.place.block,
        start=start,
        end=start + len(words),
        lines=("Title of the remark", "What it says."),
        at_words=True,
    )


def word_copy(data: bytes, *words: str) -> tuple[bytes, Document]:
    """Give a copy of a Word file with a remark on each of these words, and what was read of it."""
    document = read_word(data, path="policy.docx", sha256=hashlib.sha256(data).hexdigest())
    copy, _ = annotated_word(data, document, [remark(document, w) for w in words], TODAY)
    return copy, document


def pdf_copy(data: bytes, *words: str) -> tuple[bytes, Document]:
    """Give a copy of a PDF with a remark on each of these words, and what was read of it."""
    document = read_pdf(data, path="policy.pdf", sha256=hashlib.sha256(data).hexdigest())
    copy, _ = annotated_pdf(data, document, [remark(document, w) for w in words], TODAY)
    return copy, document


def real_files(*suffixes: str) -> list[Path]:
    """Give the samples, and the labelled and difficult documents where these are at hand."""
    folders = (SAMPLES, LABELLED, DIFFICULT)
    files = [path for folder in folders for path in sorted(folder.glob("*"))]
    return [path for path in files if path.suffix.lower() in suffixes]


def read_or_none(path: Path) -> Document | None:
    document = read(path)
    return None if isinstance(document, Unread) else document


def unread_reason(path: Path) -> str:
    result = annotate(path, path.name, pack(), Settings())
    return result.reason if isinstance(result, Unread) else ""


def word_policy(*body: str, types: str = _TYPES, **more: Any) -> bytes:
    """Give a Word file as ``docx`` does, with the list of contents that Word wants as well."""
    file = io.BytesIO(docx(*body, **more))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("[Content_Types].xml", types)
    return file.getvalue()
