"""What must hold for every file, pack and text, however bad it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import policyalign
from policyalign.annotating.pdf import annotated_pdf
from policyalign.annotating.remarks import Remark, remarks
from policyalign.annotating.word import annotated_word
from policyalign.assess import assess
from policyalign.errors import PackError, ReadError
from policyalign.model.document import Document
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult, Finding, Mention, Report, Settings
from policyalign.readers.pdf import read_pdf
from policyalign.readers.word import read_word
from policyalign.renderers import RENDERERS, render
from tests.fuzz.originals import pdf_files, word_files
from tests.fuzz.packs import spoilt_pack
from tests.fuzz.pdf_files import spoil_pdf
from tests.fuzz.returns import return_holds
from tests.fuzz.texts import hostile_text, wordings
from tests.fuzz.word_files import spoil_word

_Reader = Callable[..., Document]
_Annotator = Callable[..., tuple[bytes, tuple[str, ...]]]
_TEXT = "We write a danger statement, with a scaling question, not for the service user. " * 3


def word_holds(pack: Pack, random: Random) -> str:
    """Spoil and read a Word file; say what became of it."""
    data = spoil_word(random.choice(word_files()), random)
    return _file_holds(data, read_word, annotated_word, pack, random)


def pdf_holds(pack: Pack, random: Random) -> str:
    """Spoil and read a PDF; say what became of it."""
    data = spoil_pdf(random.choice(pdf_files()), random)
    return _file_holds(data, read_pdf, annotated_pdf, pack, random)


def pack_holds(pack: Pack, random: Random) -> str:
    """Spoil and load a pack; one that loads must also match."""
    with TemporaryDirectory() as name:
        spoilt_pack(Path(name), random)
        try:
            spoilt = policyalign.load_pack(name)
        except PackError as problem:
            return _refused(problem.mistakes)
    _result_holds(policyalign.check_text(_TEXT, pack=spoilt))
    return "loaded"


def text_holds(pack: Pack, random: Random) -> str:
    """Match a text that nobody writes."""
    text = hostile_text(wordings(pack), random)
    result = policyalign.check_text(text, pack=pack)
    _result_holds(result)
    assert policyalign.check_text(text, pack=pack) == result
    return "mentions" if result.mentions else "no mentions"


TARGETS: dict[str, Callable[[Pack, Random], str]] = {
    "word": word_holds,
    "pdf": pdf_holds,
    "pack": pack_holds,
    "text": text_holds,
    "return": return_holds,
}
"""What is spoilt; each gives what became of it, and raises whatever should not have happened."""


def _file_holds(
    data: bytes, reader: _Reader, annotator: _Annotator, pack: Pack, random: Random
) -> str:
    document = _outcome(data, reader)
    assert _outcome(data, reader) == document
    if isinstance(document, str):
        assert document.strip(), "a reason is missing"
        return "unread"
    assert [block.place.block for block in document.blocks] == list(range(len(document.blocks)))
    assert all(block.text.strip() for block in document.blocks), "a block says nothing"
    result = assess(document, pack, Settings())
    _result_holds(result)
    report = Report(pack=pack, settings=Settings(), documents=(result,), unread=())
    # Text that cannot be encoded would only come to light here.
    assert render(report, random.choice(list(RENDERERS)))
    said = remarks(document, result, pack)
    return "annotated" if _copy_holds(data, document, said, reader, annotator) else "read"


def _copy_holds(
    data: bytes,
    document: Document,
    said: Sequence[Remark],
    reader: _Reader,
    annotator: _Annotator,
) -> bool:
    """Annotate a file, if that can be done: the copy must say what the file says."""
    try:
        copy, _ = annotator(data, document, said, None)
    except ReadError:
        return False
    again = _outcome(copy, reader)
    assert not isinstance(again, str), "the copy cannot be read"
    assert _words(again) == _words(document), "the copy does not say what the file says"
    return True


def _words(document: Document) -> list[str]:
    return [word for block in document.blocks for word in block.text.split()]


def _refused(mistakes: tuple[str, ...]) -> str:
    assert mistakes, "a reason is missing"
    return "refused"


def _outcome(data: bytes, reader: _Reader) -> Document | str:
    try:
        return reader(data, path="policy", sha256="0" * 64)
    except ReadError as problem:
        return str(problem)


def _result_holds(result: DocumentResult) -> None:
    """Assert that every quote stands where it is said to stand."""
    every: tuple[Mention | Finding, ...] = (*result.mentions, *result.discouraged)
    for found in every:
        text = result.blocks[found.block].text
        assert 0 <= found.start < found.end <= len(text)
        assert found.quote == text[found.start : found.end]
    assert result.score is None or 0 <= result.score <= 100
