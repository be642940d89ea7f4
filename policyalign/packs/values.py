"""One value of a pack file with its place, so that a mistake in it can be named.

Each reading method notes a mistake where the value is not what it should be and then gives an
empty value of the right type, so that reading goes on and finds the next mistake.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from policyalign.packs.mistakes import Mistakes

_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Value:
    """A value as TOML gave it. ``place`` is its file, entry and key, as messages name it."""

    content: object
    place: str
    mistakes: Mistakes

    def wrong(self, what: str) -> None:
        """Note a mistake: ``what`` continues a sentence that begins with the place."""
        self.mistakes.add(f"{self.place} {what}")

    def text(self) -> str:
        """Give the text without blanks around it; it must not be empty."""
        if not isinstance(self.content, str):
            self.wrong(f"must be text in quotes, found {shown(self.content)}")
            return ""
        if not self.content.strip():
            self.wrong("is empty")
        return self.content.strip()

    def number(self, lowest: float, highest: float) -> float:
        """Give the number, which must lie between these two or be one of them."""
        limits = f"of {lowest:g} or more" if highest == math.inf else f"{lowest:g} to {highest:g}"
        number = self.content
        if isinstance(number, bool) or not isinstance(number, int | float):
            self.wrong(f"must be a number {limits} (without quotes), found {shown(number)}")
        elif not (lowest <= number <= highest and math.isfinite(number)):
            self.wrong(f"must be a number {limits}, found {shown(number)}")
        else:
            return float(number)
        return lowest

    def count(self) -> int:
        """Give a whole number, 0 or more."""
        number = self.content
        if isinstance(number, int) and not isinstance(number, bool) and number >= 0:
            return number
        self.wrong(f"must be a whole number, 0 or more (without quotes), found {shown(number)}")
        return 0

    def flag(self) -> bool:
        """Give true or false."""
        if not isinstance(self.content, bool):
            self.wrong(f"must be true or false (without quotes), found {shown(self.content)}")
        return self.content is True

    def entries(self) -> tuple[Value, ...]:
        """Give the values of a list; messages count them from 1."""
        if not isinstance(self.content, list):
            self.wrong(f"must be a list in square brackets, found {shown(self.content)}")
            return ()
        return tuple(
            Value(one, f"{self.place}[{number}]", self.mistakes)
            for number, one in enumerate(self.content, 1)
        )

    def texts(self) -> tuple[str, ...]:
        """Give a list of texts, leaving out any that are wrong."""
        return tuple(text for entry in self.entries() if (text := entry.text()))


def shown(content: object) -> str:
    """Write a value for a message, as an author would know it, and not too long."""
    match content:
        case bool():
            return "true" if content else "false"
        case int() if abs(content) >= 10**_LONGEST_SHOWN:
            return "a number of very many digits"
        case float():
            return f"{content:g}"
        case str():
            text = content.replace("\n", " ")
            return f"'{text[:_LONGEST_SHOWN]}...'" if len(text) > _LONGEST_SHOWN else f"'{text}'"
        case list() | dict():
            return "a list" if isinstance(content, list) else "a table"
    return str(content)
