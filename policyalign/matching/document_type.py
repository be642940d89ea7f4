"""Infer what kind of policy a document is, from its title, its file name and its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from policyalign.matching.compiled import CompiledPack
from policyalign.matching.lexicon import BLOCK_END, Lexicon
from policyalign.matching.passage import passage_of
from policyalign.matching.patterns import Cue
from policyalign.model.document import Document

# A title says more than a file name, and that more than any number of phrases in the text.
_TITLE = 30
_FILE_NAME = 15
_MOST_CONTENT = 10
OPENING_BLOCKS = 80


@dataclass(frozen=True, slots=True)
class _Sign:
    """One reason to take a document for a type, and how much it weighs: a cue found in a text."""

    kind: str
    weight: int
    cue: Cue
    text: str
    source: str

    def reason(self, lexicon: Lexicon) -> str:
        """Say which words are the sign, and where they stand."""
        passage = passage_of(self.text, lexicon)
        match = self.cue.search(passage.lettered)
        words = " ".join(passage.written(*match.span())) if match else ""
        return f"“{words}” in the {self.source}"


def infer_type(compiled: CompiledPack, document: Document, opening: str) -> tuple[str, str]:
    """Give the id of the document's type and, in words, why it was chosen.

    ``opening`` are the document's first blocks in letters. Within a title the first phrases of a
    type are its strongest. Of types with equal signs the one that stands first in the pack is
    taken.
    """
    name = PurePosixPath(document.path).stem.replace("_", " ")
    signs = [
        *_title_signs(compiled, document.title or "", _TITLE, "title"),
        *_title_signs(compiled, name, _FILE_NAME, "file name"),
        *_content_signs(compiled, document, opening),
    ]
    if not signs:
        return compiled.pack.default_type, "assumed, because nothing in it shows another type"
    totals = {kind: sum(s.weight for s in signs if s.kind == kind) for kind in compiled.pack.types}
    best = max(totals, key=lambda kind: totals[kind])
    reasons = [sign.reason(compiled.lexicon) for sign in signs if sign.kind == best]
    return best, f"inferred from {' and '.join(reasons)}"


def _title_signs(compiled: CompiledPack, text: str, weight: int, source: str) -> Iterator[_Sign]:
    lettered = passage_of(text, compiled.lexicon).lettered
    for kind, titles in compiled.type_titles.items():
        for rank, title in enumerate(titles):
            if title.search(lettered):
                yield _Sign(kind, weight - min(rank, weight // 2), title, text, source)
                break


def _content_signs(compiled: CompiledPack, document: Document, opening: str) -> Iterator[_Sign]:
    """Count the distinct phrases typical of each type in the opening of the document."""
    for kind, content in compiled.type_content.items():
        matches = list(content.finditer(opening))
        if matches:
            block = document.blocks[opening.count(BLOCK_END, 0, matches[0].start())]
            weight = min(len({match[0] for match in matches}), _MOST_CONTENT)
            yield _Sign(kind, weight, content, block.text, "text")
