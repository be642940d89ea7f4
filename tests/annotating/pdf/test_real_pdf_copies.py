"""Real and difficult PDFs: highlights cover their words, and nothing else changes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from policyalign.annotating.pdf import annotated_pdf
from policyalign.annotating.remarks import Remark
from policyalign.model.document import Document
from policyalign.readers.pdf import read_pdf
from tests.annotating.making import (
    LABELLED,
    SAMPLES,
    TODAY,
    read_or_none,
    real_files,
    remark,
    said_of,
    unread_reason,
)
from tests.annotating.pdf.read_back import Annotation, annotations_of

_FILES = real_files(".pdf")
_POLICIES = [path for path in _FILES if path.parent in {SAMPLES, LABELLED}]
_MOST_BLOCKS = 25
_REFUSED = {
    "kreuzberg__copy_protected.pdf",
    "pdfminer.six__issue-00352-hash-twos-complement.pdf",
    "pdfminer.six__issue-1113-evil-xobjects.pdf",
    "pdfminer.six__simple3.pdf",
}
# Figures and formulas that the file holds in another order than they are read in.
_SCATTERED = {"docling__basic_arch.pdf", "pdfplumber__nics-background-checks-2015-11-rotated.pdf"}


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _ours(copy: bytes) -> list[Annotation]:
    return [one for one in annotations_of(copy) if one.author == "policyalign"]


@pytest.mark.parametrize("path", _POLICIES, ids=lambda path: path.name)
def test_every_remark_of_a_policy_is_at_its_very_words(path: Path) -> None:
    document = read_or_none(path)
    if document is None:
        assert "pictures" in unread_reason(path)
        return
    remarks = said_of(document)
    copy, notices = annotated_pdf(path.read_bytes(), document, remarks, TODAY)
    found = {one.contents: one for one in _ours(copy)}
    assert notices == ()
    assert len(_ours(copy)) == len(remarks) > 0
    for said in remarks:
        one = found["\n".join(said.lines)]
        assert one.is_highlight == said.at_words
        if said.at_words:
            quote = document.blocks[said.block].text[said.start : said.end]
            assert _letters(one.words) == _letters(quote)


def _some(document: Document) -> list[Remark]:
    """Give a remark on a few words in the middle of blocks from all over a document."""
    step = len(document.blocks) // _MOST_BLOCKS + 1
    found = []
    for number, block in enumerate(document.blocks[::step]):
        words = list(re.finditer(r"\S+", block.text))
        chosen = words[len(words) // 3 : len(words) // 3 + 4]
        one = remark(document, block.text)
        start, end = chosen[0].start(), chosen[-1].end()
        found.append(replace(one, start=start, end=end, lines=(f"Remark {number}.",)))
    return found


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_words_of_any_file_are_covered_or_the_file_is_refused(path: Path) -> None:
    document = read_or_none(path)
    data = path.read_bytes()
    if document is None or path.name in _REFUSED:
        assert unread_reason(path)
        return
    remarks = _some(document)
    copy, _ = annotated_pdf(data, document, remarks, TODAY)
    assert copy.startswith(data)
    assert read_pdf(copy, path=document.path, sha256=document.sha256) == document
    ours = _ours(copy)
    covered = 0
    for one in remarks:
        parts = [found for found in ours if found.contents.startswith(one.lines[0])]
        assert parts
        quote = document.blocks[one.block].text[one.start : one.end]
        covered += not Counter(_letters(quote)) - Counter(_letters("".join(p.words for p in parts)))
    assert path.name in _SCATTERED or covered >= 0.8 * len(remarks)


@pytest.mark.parametrize("path", _POLICIES, ids=lambda path: path.name)
def test_a_highlight_is_seen_and_the_words_below_it_too(path: Path) -> None:
    document = read_or_none(path)
    if document is None:
        assert unread_reason(path)
        return
    words = next(block for block in document.blocks if len(block.text) > 40)
    one = remark(document, words.text[:20].strip())
    copy, _ = annotated_pdf(path.read_bytes(), document, [one], TODAY)
    (found,) = _ours(copy)
    assert _colours(copy, found) - _colours(path.read_bytes(), found) >= {(255, 224, 89)}


def _colours(data: bytes, found: Annotation) -> set[tuple[int, ...]]:
    """Give the colours of the page under an annotation, in steps that hide smoothing."""
    document = pdfium.PdfDocument(data)
    page = document[found.page - 1]
    picture = page.render(scale=1).to_pil().convert("RGB")
    left, bottom, right, top = found.areas[0]
    height = picture.height
    area = (int(left) + 1, int(height - top) + 1, int(right), int(height - bottom))
    colours = picture.crop(area).getcolors(100_000) or []
    page.close()
    document.close()
    return {colour for _, colour in colours}
