"""Text from documents made fit for Markdown: it shows as it is and does nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policyalign.renderers.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

# Emphasis, code, links, HTML, entities, tables, strike-through, formulas, and the braces that
# templates and wikis fill in.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~&$#]|(?<=\{)%|%(?=\})")
# What would begin a list, a quotation or a heading at the start of a line, or underline one.
_FIRST_SIGN = re.compile(r"^[-+=]")
_FIRST_NUMBER = re.compile(r"^(\d+)([.)])(?!\S)")
# Addresses are made into links even where nothing marks them as such.
_ADDRESS = re.compile(r":(?=//)|(?<=\bwww)\.|(?<=\bmailto):|(?<=\bxmpp):", re.IGNORECASE)
# "@name" and "#12" may notify a person or link a ticket, and "a@b" becomes a link, even behind a
# backslash; behind an invisible joiner they are words.
_NAME = re.compile(r"(@|(?<!\w)\\#)(?=\w)")
_WORD_JOINER = "\u2060"


def escaped(text: str) -> str:
    """Give text on one line that can stand anywhere in Markdown, also first on a line."""
    shown = _SIGNS.sub(r"\\\g<0>", plain(text))
    shown = _FIRST_SIGN.sub(r"\\\g<0>", shown)
    shown = _FIRST_NUMBER.sub(r"\1\\\2", shown)
    shown = _ADDRESS.sub(r"\\\g<0>", shown)
    return _NAME.sub(rf"\1{_WORD_JOINER}", shown)


def heading(level: int, text: str) -> str:
    """Give a heading; its text is escaped."""
    return f"{'#' * level} {escaped(text)}"


def entries(rows: Iterable[tuple[str, str]]) -> str:
    """Give a list in which each entry has a name; texts are escaped."""
    return "\n".join(f"- {name}: {escaped(text)}" for name, text in rows)


def quotation(text: str) -> str:
    """Give a block quotation; its text is escaped."""
    return f"> {escaped(text)}"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Give a table; its cells are escaped."""
    names = list(head)
    lines = [names, ["---"] * len(names), *([escaped(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
