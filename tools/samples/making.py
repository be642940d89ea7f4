"""Turn every text into its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.samples import pdf, scan, word
from tools.samples.source import read_source

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
        source = read_source(path)
        ending, make = _MAKERS[source.facts["kind"]]
        yield source.name + ending, make(source)
