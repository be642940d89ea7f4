"""Read the text of a sample: TOML facts between ``+++`` lines, then a small Markdown dialect.

Lines that belong together stand together; a blank line ends a part. What a part can be::

    # Heading, ## Lower heading     #! Heading without a number
    1) clause with a number         - bullet
    > quotation in a box            | cell | cell |   (|---| below the first row marks headings)
    {contents} {page} {picture}     anything else is a paragraph

A table cell ``<`` belongs to the cell on its left and ``^`` to the one above. Inside a line:
``**bold**``, ``[^footnote]``, ``{++inserted++}``, ``{--deleted--}``, ``{>>comment<<}`` and
``{br}`` for a new line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Any


class Form(StrEnum):
    """What a part of a text is."""

    HEADING = "heading"
    CLAUSE = "clause"
    BULLET = "bullet"
    QUOTE = "quote"
    TABLE = "table"
    MARK = "mark"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph, a heading or a table. ``numbered`` is about headings alone."""

    form: Form
    text: str = ""
    level: int = 0
    numbered: bool = True
    rows: tuple[tuple[str, ...], ...] = ()
    headed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text of one sample. ``name`` is the file name without its ending."""

    name: str
    facts: dict[str, Any]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a line; ``mark`` is "" for plain text, else the name of its mark-up."""

    text: str
    mark: str = ""


_FACTS = re.compile(r"\+\+\+\n(.*?)\n\+\+\+\n(.*)", re.DOTALL)
_STARTS = (
    (re.compile(r"(#+)(!?) "), Form.HEADING),
    (re.compile(r"1\) "), Form.CLAUSE),
    (re.compile(r"- "), Form.BULLET),
    (re.compile(r"> "), Form.QUOTE),
    (re.compile(r"\|"), Form.TABLE),
    (re.compile(r"\{(?=(?:contents|page|picture)\})"), Form.MARK),
)
_RULE = re.compile(r"\|(?:-+\|)+")
_SPAN = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\[\^(?P<footnote>.+?)\]|\{\+\+(?P<inserted>.+?)\+\+\}"
    r"|\{--(?P<deleted>.+?)--\}|\{>>(?P<comment>.+?)<<\}|(?P<newline>\{br\})"
)


def read_source(path: Path) -> Source:
    """Read a text file; raises ``ValueError`` if it has no facts at its top."""
    return source_of(path.stem, path.read_text(encoding="utf-8"))


def source_of(name: str, text: str) -> Source:
    """Read the text of a sample; raises ``ValueError`` if it has no facts at its top."""
    found = _FACTS.fullmatch(text)
    if not found:
        raise ValueError(f"{name} must start with facts between two lines of +++")
    parts = tuple(_parts(found[2].splitlines()))
    return Source(name=name, facts=tomllib.loads(found[1]), parts=parts)


def spans(text: str) -> Iterator[Span]:
    """Split a line into plain and marked stretches."""
    done = 0
    for found in _SPAN.finditer(text):
        if found.start() > done:
            yield Span(text=text[done : found.start()])
        mark = found.lastgroup or ""
        yield Span(text=found[mark], mark=mark)
        done = found.end()
    if done < len(text):
        yield Span(text=text[done:])


def _parts(lines: list[str]) -> Iterator[Part]:
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        if filled:
            yield from _paragraphs(list(group))


def _paragraphs(lines: list[str]) -> Iterator[Part]:
    """Give the parts of lines without a blank one between: a line that starts none goes on."""
    if lines[0].startswith("|"):
        yield _table(lines)
        return
    starts = [n for n, line in enumerate(lines) if n == 0 or _form(line) is not Form.PARAGRAPH]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _part(" ".join(line.strip() for line in lines[start:end]))


def _form(line: str) -> Form:
    return next((form for pattern, form in _STARTS if pattern.match(line)), Form.PARAGRAPH)


def _part(line: str) -> Part:
    form = _form(line)
    pattern = next((pattern for pattern, other in _STARTS if other is form), None)
    found = pattern.match(line) if pattern else None
    text = line[found.end() :] if found else line
    if form is Form.HEADING and found:
        return Part(form=form, text=text, level=len(found[1]), numbered=not found[2])
    return Part(form=form, text=text.rstrip("}") if form is Form.MARK else text)


def _table(lines: list[str]) -> Part:
    rows = [line for line in lines if not _RULE.fullmatch(line)]
    cells = (tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows)
    return Part(form=Form.TABLE, rows=tuple(cells), headed=len(rows) < len(lines))
