"""Turn every text into its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.samples import pdf, scan, word
from tools.samples.revising import revised
from tools.samples.source import Source, read_source

PROJECT = Path(__file__).resolve().parents[2]
_TEXTS = Path(__file__).resolve().parent / "text"
_MAKERS = {
    "word": (".docx", word.make),
    "pdf": (".pdf", pdf.make),
    "scan": (".pdf", scan.make),
}


def make_all() -> Iterator[tuple[str, bytes]]:
    """Give the name and the bytes of each sample, in order of name."""
    for path in sorted(_TEXTS.glob("*.md")):
        yield _made(read_source(path))


def make_revised() -> Iterator[tuple[str, bytes]]:
    """Give the name and the bytes of the second version of each sample, in the same order."""
    for path in sorted(_TEXTS.glob("*.md")):
        yield _made(revised(path))


def _made(source: Source) -> tuple[str, bytes]:
    ending, make = _MAKERS[source.facts["kind"]]
    return source.name + ending, make(source)
