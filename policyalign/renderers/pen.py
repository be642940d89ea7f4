"""Text from documents made visible: on one line, in what a stream or a file can encode."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_PLAIN = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'",
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
        "…": "...", "•": "*", "·": "-", "›": ">", "×": "x", "÷": "/",
        "█": "#", "░": ".", "─": "-", "●": "*", "→": "->",
    }
)  # fmt: skip
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_WHITE = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_UNFIT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes text as a stream of this encoding can show it."""

    encoding: str

    def text(self, text: str) -> str:
        """Give one line without control characters; what cannot be encoded is replaced.

        Escape sequences, other controls and marks that reorder a line become U+FFFD, so that they
        are seen and do nothing.
        """
        # Nearly all text is printable as it stands, and need not be looked at letter by letter.
        visible = text if text.isprintable() else "".join(map(_visible, text))
        line = " ".join(visible.split())
        return line if self.carries(line) else "".join(map(self._encodable, line))

    def span(self, text: str) -> str:
        """Do the same, but keep the blanks at either end, which part one span from the next."""
        before = len(text) - len(text.lstrip(" "))
        after = len(text) - len(text.rstrip(" ")) if before < len(text) else 0
        return f"{' ' * before}{self.text(text)}{' ' * after}"

    def carries(self, text: str) -> bool:
        """Tell whether the stream can encode every character."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def _encodable(self, char: str) -> str:
        if self.carries(char):
            return char
        plain = char.translate(_PLAIN)
        return plain if self.carries(plain) else "?"


def _visible(char: str) -> str:
    if char in _INVISIBLE:
        return ""
    if char in _WHITE:
        return " "
    return "\ufffd" if unicodedata.category(char) in _UNFIT else char
