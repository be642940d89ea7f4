"""Real and difficult Word files: the copy is the policy, with comments at its words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyalign.annotating.remarks import Remark
from policyalign.annotating.word import annotated_word
from policyalign.errors import ReadError
from policyalign.model.document import Block, Document, Kind
from policyalign.readers.word import read_word
from tests.annotating.making import (
    LABELLED,
    SAMPLES,
    TODAY,
    read_or_none,
    real_files,
    said_of,
    unread_reason,
)
from tests.annotating.word.read_back import Comment, comments_of

_FILES = real_files(".docx", ".docm", ".dotx", ".dotm")
_POLICIES = [path for path in _FILES if path.parent in {SAMPLES, LABELLED}]
_MOST_BLOCKS = 40
_MAY_CHANGE = {"[content_types].xml", "comments.xml", "document.xml.rels"}
# What drop-down lists say stands in no text.
_WITHOUT_TEXT = {"docx2python__checked_boxes.docx", "docx2python__unchecked_drop0.docx"}
# Formulas, words with their pronunciation and controls of one value are marked as a whole.
_AS_A_WHOLE = {
    "docling__equations.docx",
    "docling__omml_frac_superscript.docx",
    "docling__omml_text_escapes_in_math.docx",
    "kreuzberg__equations.docx",
    "markitdown__equations.docx",
    "poi__61470.docx",
    "poi__clusterfuzz-testcase-minimized-POIXWPFFuzzer-6733884933668864.docx",
    "poi__stress019.docx",
}


def _name(path: Path) -> str:
    return path.name[:60]


def _in_the_middle(block: Block) -> Iterator[Remark]:
    """Give remarks whose words overlap, so that runs are split in many places."""
    length = len(block.text)
    for start, end in ((length // 4, 3 * length // 4 + 1), (length // 2, length), (0, length)):
        words = block.text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = first + len(words.strip())
        if first < last:
            yield Remark(
                block=block.place.block, start=first, end=last, lines=("Said",), at_words=True
            )


def _some(document: Document) -> list[Remark]:
    step = len(document.blocks) // _MOST_BLOCKS + 1
    return [remark for block in document.blocks[::step] for remark in _in_the_middle(block)]


def _ours(copy: bytes, before: bytes) -> list[Comment]:
    known = comments_of(before).keys()
    return [comment for number, comment in comments_of(copy).items() if number not in known]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _hangs(block: Block) -> bool:
    """Tell whether a block stands where Word allows no comment."""
    return block.box is not None or block.kind in {Kind.FOOTNOTE, Kind.HEADER, Kind.FOOTER}


def _stands_at(comment: Comment, quote: str) -> bool:
    return _squeezed(quote) in {_squeezed(comment.words), _squeezed(comment.live)}


@pytest.mark.parametrize("path", _POLICIES, ids=_name)
def test_every_remark_stands_at_its_very_words(path: Path) -> None:
    document = read_or_none(path)
    assert document is not None
    remarks = said_of(document)
    copy, notices = annotated_word(path.read_bytes(), document, remarks, TODAY)
    comments = _ours(copy, path.read_bytes())
    assert len(comments) == len(remarks) > 0
    assert notices == ()
    for comment, remark in zip(comments, remarks, strict=True):
        quote = document.blocks[remark.block].text[remark.start : remark.end]
        assert comment.author == "policyalign"
        assert comment.lines[0] == remark.lines[0]
        said = any(line.startswith("The words stand in the ") for line in comment.lines)
        assert said == (remark.at_words and _hangs(document.blocks[remark.block]))
        assert _hangs(document.blocks[remark.block]) or _stands_at(comment, quote)


@pytest.mark.parametrize("path", _FILES, ids=_name)
def test_any_words_can_be_remarked_on_and_nothing_else_changes(path: Path) -> None:
    document = read_or_none(path)
    if document is None:
        assert unread_reason(path)
        return
    remarks, data = _some(document), path.read_bytes()
    if {block.kind for block in document.blocks} <= {Kind.HEADER, Kind.FOOTER}:
        with pytest.raises(ReadError, match="no paragraph at which a comment can stand"):
            annotated_word(data, document, remarks, TODAY)
        return
    copy, _ = annotated_word(data, document, remarks, TODAY)
    _reads_the_same(document, copy)
    changed = {name.lower().rpartition("/")[2] for name in _changed_parts(data, copy)}
    assert changed <= _MAY_CHANGE | _main_of(data)
    comments = _ours(copy, data)
    assert len(comments) == len(remarks)
    for comment, remark in zip(comments, remarks, strict=True):
        block = document.blocks[remark.block]
        assert comment.signs == 1
        if path.name not in _WITHOUT_TEXT and not _hangs(block):
            quote = block.text[remark.start : remark.end]
            assert _stands_at(comment, quote) or _stands_within(path, comment, quote)


def _reads_the_same(document: Document, copy: bytes) -> None:
    again = read_word(copy, path=document.path, sha256=document.sha256)
    assert again.blocks == document.blocks
    assert again == document


def _stands_within(path: Path, comment: Comment, quote: str) -> bool:
    """Tell whether words that stand apart, or cannot be parted, are within those marked."""
    parts = [_squeezed(part) for part in quote.split("…")]
    whole = path.name in _AS_A_WHOLE or len(parts) > 1
    return whole and all(part in _squeezed(comment.words) for part in parts)


def _changed_parts(data: bytes, copy: bytes) -> set[str]:
    """Give the members whose compressed bytes differ, and those that are new."""
    before, after = _members(data), _members(copy)
    assert before.keys() <= after.keys()
    return {name for name, member in after.items() if before.get(name) != member}


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {}
        for info in archive.filelist:
            at = info.header_offset
            lengths = data[at + 26 : at + 30]
            start = at + 30 + int.from_bytes(lengths[:2], "little")
            start += int.from_bytes(lengths[2:], "little")
            members[info.filename] = data[start : start + info.compress_size]
        return members


def _main_of(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        links = archive.read("_rels/.rels") if "_rels/.rels" in archive.namelist() else b""
        names = {name.rpartition("/")[2] for name in archive.namelist()}
    mains = {name for name in names if b"/" + name.encode() + b'"' in links}
    return {name.lower() for name in mains} | {f"{name.lower()}.rels" for name in mains}
