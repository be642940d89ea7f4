"""Where a text quotes: the spans between quotation marks."""

from __future__ import annotations

import re

_MOST_QUOTED = 300
_QUOTED = re.compile(
    rf"“[^“”]{{1,{_MOST_QUOTED}}}”"
    rf'|(?<!\w)"[^"]{{1,{_MOST_QUOTED}}}"(?!\w)'
    rf"|‘[^‘]{{1,{_MOST_QUOTED}}}?’(?!\w)"
    rf"|(?<!\w)'[^']{{1,{_MOST_QUOTED}}}?'(?!\w)"
)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Give the spans of the original text that stand in quotation marks, marks included."""
    return [match.span() for match in _QUOTED.finditer(text)]
