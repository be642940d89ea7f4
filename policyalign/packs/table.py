"""A table of a pack file, read key by key, with each mistake noted at its place."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from policyalign.packs.mistakes import Mistakes, did_you_mean
from policyalign.packs.values import Value, shown

Choice = TypeVar("Choice", bound=StrEnum)


class Table:
    """The keys of one table. ``place`` names it in messages: its file, then its entry.

    Keys without a default must be there. :meth:`close` notes the keys that nobody asked for.
    """

    def __init__(self, keys: Mapping[str, object], place: str, mistakes: Mistakes) -> None:
        self.place = place
        self.mistakes = mistakes
        self._keys = keys
        self._asked: set[str] = set()

    def wrong(self, what: str) -> None:
        """Note a mistake in the table as a whole, or in how its keys go together."""
        self.mistakes.add(f"{self.place}: {what}")

    def value(self, key: str, *, required: bool = False) -> Value | None:
        """Give the value of a key with its place, or ``None`` where it is absent."""
        self._asked.add(key)
        if key in self._keys:
            return Value(self._keys[key], f"{self.place}: {key}", self.mistakes)
        if required:
            self.wrong(f"missing key '{key}'")
        return None

    def text(self, key: str, default: str | None = None) -> str:
        """Give a text that is not empty."""
        value = self.value(key, required=default is None)
        return value.text() if value else default or ""

    def number(
        self, key: str, lowest: float, highest: float, default: float | None = None
    ) -> float:
        """Give a number between these two, or one of them."""
        value = self.value(key, required=default is None)
        if value:
            return value.number(lowest, highest)
        return lowest if default is None else default

    def count(self, key: str) -> int:
        """Give a whole number, 0 or more, that must be there."""
        value = self.value(key, required=True)
        return value.count() if value else 0

    def flag(self, key: str) -> bool:
        """Give true or false; an absent key is false."""
        value = self.value(key)
        return value.flag() if value else False

    def entries(self, key: str, *, required: bool = False) -> tuple[Value, ...]:
        """Give the values of a list; a required one has at least one."""
        value = self.value(key, required=required)
        entries = value.entries() if value else ()
        if value and value.content == [] and required:
            value.wrong("is empty; it needs at least one entry")
        return entries

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Give a list of texts, leaving out any that are wrong; a required one has at least one."""
        return tuple(text for one in self.entries(key, required=required) if (text := one.text()))

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """Give one of the words of an enumeration."""
        value = self.value(key, required=True)
        word = value.text() if value else ""
        if word in {choice.value for choice in choices}:
            return choices(word)
        if value and word:
            hint = did_you_mean(word, choices) or f"; expected one of {', '.join(choices)}"
            value.wrong(f"is '{word}', which is unknown{hint}")
        return next(iter(choices))

    def table(self, key: str) -> Table:
        """Give the table written ``[key]``. An absent one is empty: its missing keys are noted."""
        value = self.value(key)
        if value and not isinstance(value.content, dict):
            value.wrong(f"must be a table headed [{key}], found {shown(value.content)}")
        keys = value.content if value and isinstance(value.content, dict) else {}
        return Table(keys, f"{self.place}: [{key}]", self.mistakes)

    def tables(self, key: str, *, called: str = "id", required: bool = True) -> tuple[Table, ...]:
        """Give the tables written ``[[key]]``; messages name each by its key ``called``."""
        value = self.value(key)
        if value is None or not isinstance(value.content, list):
            self._note_no_tables(key, value, required=required)
            return ()
        found = []
        for number, entry in enumerate(value.entries(), 1):
            if isinstance(entry.content, dict):
                name = entry.content.get(called)
                title = f"{key} {shown(name)} (no. {number})" if name else f"{key} no. {number}"
                found.append(Table(entry.content, f"{self.place}: {title}", self.mistakes))
            else:
                entry.wrong(f"must be a table headed [[{key}]], found {shown(entry.content)}")
        return tuple(found)

    def _note_no_tables(self, key: str, value: Value | None, *, required: bool) -> None:
        if value is not None:
            value.wrong(f"must be headed [[{key}]], with two brackets on each side")
        elif required:
            self.wrong(f"there must be at least one entry headed [[{key}]]")

    def close(self) -> None:
        """Note every key that was not asked for: it is misspelt or has no meaning here."""
        for key in self._keys.keys() - self._asked:
            known = ", ".join(sorted(self._asked))
            hint = did_you_mean(key, self._asked) or f"; the keys here are {known}"
            self.wrong(f"unknown key '{key}'{hint}")
