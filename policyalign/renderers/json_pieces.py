"""JSON written piece by piece, so that a report of many documents is never whole in memory."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

_STEP = "  "
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def one_line(value: Any) -> str:
    """Give a value as JSON on one line. Half of a surrogate pair, which no file can hold, is lost.

    ``json`` takes six times as long, and writes very large and very small numbers otherwise.
    """
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False, allow_nan=False))


def json_pieces(value: Any, dumps: Callable[[Any], str]) -> Iterator[str]:
    """Give what ``json.dumps`` gives for a value with ``indent=2``, and a line end.

    ``dumps`` gives a value as JSON on one line. msgspec then sets the lines, and changes nothing
    but white space; ``json`` itself takes four times as long to indent.

    An iterator in the value becomes a list of which each entry is a piece. It must be the value
    itself, an entry of such an iterator, or stand in a dictionary which is.
    """
    yield from _pieces(value, dumps, "\n")
    yield "\n"


def _pieces(value: Any, dumps: Callable[[Any], str], margin: str) -> Iterator[str]:
    inner = margin + _STEP
    if isinstance(value, Iterator):
        opening = "["
        for entry in value:
            yield f"{opening}{inner}"
            yield from _pieces(entry, dumps, inner)
            opening = ","
        yield "[]" if opening == "[" else f"{margin}]"
    elif isinstance(value, dict) and any(isinstance(held, Iterator) for held in value.values()):
        opening = "{"
        for key, held in value.items():
            yield f"{opening}{inner}{dumps(key)}: "
            yield from _pieces(held, dumps, inner)
            opening = ","
        yield f"{margin}}}"
    else:
        # A line end inside a string is written as two other characters.
        yield msgspec.json.format(dumps(value), indent=len(_STEP)).replace("\n", margin)
