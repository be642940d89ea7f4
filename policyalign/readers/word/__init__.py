"""Read Word files: ``.docx``, ``.docm``, ``.dotx`` and ``.dotm``.

::

    package, inflate               the zip and its limits
    stylesheet, look, styles       what the file says of looks, read as far as it is needed
    numbering, properties          what it says of lists and paragraphs
    story, tables, boxes           walk a part once, into lines
    quick, words, drawings         what stands in a paragraph
    headings, kinds, title         tell what the lines are
    compose, file                  lines into blocks, parts into a document

What is kept and what is left out stands in ``docs/reading-word.md``.
"""

from __future__ import annotations

from policyalign.errors import ReadError
from policyalign.model.document import Document
from policyalign.readers.word.file import WordFile
from policyalign.report_mark import NOT_A_POLICY, bears_mark


def read_word(data: bytes, *, path: str, sha256: str) -> Document:
    """Read the bytes of a Word file.

    ``path`` and ``sha256`` are put into the document as they are. Raises ``ReadError`` with a
    reason for a person if the file is protected, damaged, not a Word document, without text, or a
    gap report of this program.
    """
    file = WordFile(data)
    if bears_mark(file.package.archive):
        raise ReadError(NOT_A_POLICY)
    document = file.document(path=path, sha256=sha256)
    if not document.blocks:
        raise ReadError(_no_text(document))
    return document


def _no_text(document: Document) -> str:
    if document.notices:
        return (
            "The document holds pictures or other objects but no text that can be read. Ask for "
            "the policy as text, or check it by hand."
        )
    return "The document holds no text. Check that it is the right file."
