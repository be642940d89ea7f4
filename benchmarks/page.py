"""Tables in Markdown, and pages of which a program writes some parts and a person the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give a table in Markdown with its columns in line."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    for cells in (headings, ["-" * width for width in widths], *rows):
        padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        yield f"| {' | '.join(padded)} |"


def put(page: Path, part: str, lines: Iterable[str]) -> None:
    """Write lines into a page between the remarks ``<!-- PART -->`` and ``<!-- end PART -->``.

    Raises ``ValueError`` if the page has no such part, or has it more than once.
    """
    begin, end = f"<!-- {part} -->", f"<!-- end {part} -->"
    text = page.read_text(encoding="utf-8")
    body = "\n".join(lines)
    changed, count = re.subn(
        f"(?s){re.escape(begin)}.*?{re.escape(end)}", lambda _: f"{begin}\n\n{body}\n\n{end}", text
    )
    if count != 1:
        raise ValueError(f"{page.name} has the part {part!r} {count} times, and needs it once")
    page.write_text(changed, encoding="utf-8", newline="\n")
