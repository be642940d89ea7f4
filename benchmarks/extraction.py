"""Bare text extraction, as a program of its own: how many characters the files of a folder hold.

    python -m benchmarks.extraction FOLDER

PDFium's text of each page, and the text in ``document.xml`` of each Word file by lxml: the least
that any program does that reads policies.
"""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

from benchmarks.alternatives import pypdfium2_text

_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def main() -> None:
    """Print how many files there were and how many characters they hold."""
    files = sorted(path for path in Path(sys.argv[1]).rglob("*") if path.is_file())
    print(len(files), sum(characters(path) for path in files))


def characters(path: Path) -> int:
    """Count the characters of a Word file or PDF."""
    texts = pypdfium2_text(path) if path.suffix == ".pdf" else [document_xml_text(path)]
    return sum(map(len, texts))


def document_xml_text(path: Path) -> str:
    """Give the text of the body of a Word file, without a word about where it stands."""
    from lxml import etree

    with ZipFile(path) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    return "".join(element.text or "" for element in root.iter(_TEXT))


if __name__ == "__main__":
    main()
