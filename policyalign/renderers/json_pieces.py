"""JSON written piece by piece, so that a report of many documents is never whole in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_STEP = "  "


def json_pieces(value: Any, *, ascii_only: bool) -> Iterator[str]:
    """Give the text that ``json.dumps`` gives for a value, indented by two spaces, and a line end.

    An iterator in it becomes a list of which each entry is a piece. It must be the value itself,
    an entry of such an iterator, or stand in a dictionary which is.
    """
    dumps = partial(json.dumps, ensure_ascii=ascii_only, indent=len(_STEP), allow_nan=False)
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
        yield dumps(value).replace("\n", margin)
