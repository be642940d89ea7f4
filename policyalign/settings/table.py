"""A table of the settings file, read key by key, with each mistake noted at its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from policyalign.packs.mistakes import did_you_mean
from policyalign.packs.table import Table
from policyalign.packs.values import Value, shown
from policyalign.settings.lines import Lines, Path


class LinedTable(Table):
    """A table of a pack file in all but this: a mistake is told by its line, not by its file."""

    def __init__(
        self, keys: Mapping[str, object], lines: Lines, path: Path = (), place: str = ""
    ) -> None:
        super().__init__(keys, place, lines.at(path))
        self._lines, self._path = lines, path

    def wrong(self, what: str) -> None:
        """Note a mistake in the table as a whole, or in how its keys go together."""
        self.mistakes.add(f"{self.place}: {what}" if self.place else what)

    def line_of(self, *keys: str | int) -> int:
        """Give the line of a key in this table."""
        return self._lines.line_of((*self._path, *keys))

    def value(self, key: str, *, required: bool = False) -> Value | None:
        """Give the value of a key with its place, or ``None`` where it is absent."""
        found = super().value(key, required=required)
        if found is None:
            return None
        return replace(
            found,
            place=found.place.removeprefix(": "),
            mistakes=self._lines.at((*self._path, key)),
        )

    def table(self, key: str) -> LinedTable:
        """Give the table written ``[key]``; an absent one is empty."""
        value = self.value(key)
        if value and not isinstance(value.content, dict):
            value.wrong(f"must be a table headed [{key}], found {shown(value.content)}")
        keys = value.content if value and isinstance(value.content, dict) else {}
        return LinedTable(keys, self._lines, (*self._path, key), f"[{key}]")

    def entries_headed(self, key: str) -> tuple[LinedTable, ...]:
        """Give the tables written ``[[key]]``, which may be none."""
        value = self.value(key)
        tables = value.content if value else []
        if value and not (isinstance(tables, list) and all(isinstance(t, dict) for t in tables)):
            value.wrong(f"must be headed [[{key}]], with two brackets on each side")
        return tuple(
            LinedTable(table, self._lines, (*self._path, key, number), f"{key} no. {number + 1}")
            for number, table in enumerate(tables if isinstance(tables, list) else [])
            if isinstance(table, dict)
        )

    def names(self) -> tuple[str, ...]:
        """Give the keys of a table whose keys people choose, in their order."""
        return tuple(self._keys)

    def close(self) -> None:
        """Note every key that was not asked for: it is misspelt or has no meaning here."""
        for key in self._keys:
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                hint = did_you_mean(key, self._asked) or f"; the keys here are {known}"
                what = f"unknown key '{key}'{hint}"
                self._lines.at((*self._path, key)).add(
                    f"{self.place}: {what}" if self.place else what
                )
