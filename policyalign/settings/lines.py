"""On which line of a TOML file each key stands, and the mistakes at these lines.

The parser of Python tells no lines, and tomlkit keeps none. So the text is taken apart into its
statements, each as long as the parser needs to make sense of it: that is right for every string
and list that runs over several lines, without a second grammar.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cached_property

from policyalign.packs.mistakes import Mistakes

Path = tuple[str | int, ...]


class Lines:
    """The lines of a text that is valid TOML, and what is wrong with it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[tuple[int, str], None] = {}

    def at(self, path: Path) -> Mistakes:
        """Give what notes mistakes at a key, such as ``("waiver", 0, "until")``."""
        return _At(self, path)

    def note(self, line: int, sentence: str) -> None:
        """Note a mistake on a line, counted from 1."""
        self._found[line, sentence] = None

    def line_of(self, path: Path) -> int:
        """Give the line of a key, or of what it stands in."""
        while path not in self._known and path:
            path = path[:-1]
        return self._known.get(path, 1)

    def mistakes(self) -> tuple[tuple[int, str], ...]:
        """Give all mistakes in the order of the lines."""
        return tuple(sorted(self._found, key=lambda found: found[0]))

    @cached_property
    def _known(self) -> dict[Path, int]:
        known: dict[Path, int] = {}
        entries: dict[str, int] = {}
        table: Path = ()
        for line, statement, parsed in _statements(self._text):
            if not statement.lstrip().startswith("["):
                known |= {(*table, *path): line for path in _paths(parsed)}
                continue
            table = tuple(name for path in _paths(parsed) for name in path)
            if statement.lstrip().startswith("[["):
                name = str(table[0])
                entries[name] = entries.get(name, -1) + 1
                table = (*table[:1], entries[name])
            known[table] = line
        return known


class _At(Mistakes):
    """Notes mistakes at one key; its line is looked up only if there is one."""

    def __init__(self, lines: Lines, path: Path) -> None:
        super().__init__()
        self._lines, self._path = lines, path

    def add(self, sentence: str) -> None:
        self._lines.note(self._lines.line_of(self._path), sentence)


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, object]]]:
    """Give each key with its value, and each heading, with the line on which it begins."""
    begun, start = "", 1
    for number, line in enumerate(text.split("\n"), start=1):
        start = start if begun else number
        begun += f"{line}\n"
        # A list of many lines would be parsed once for each of them.
        if line.rstrip().endswith(",") and "#" not in line:
            continue
        try:
            parsed = tomllib.loads(begun)
        except tomllib.TOMLDecodeError:
            continue  # it goes on in the next line
        if parsed:
            yield start, begun, parsed
        begun = ""


def _paths(parsed: object) -> Iterator[Path]:
    """Give the paths of the innermost keys of a statement; a list has only the list's own."""
    if not isinstance(parsed, dict):
        return
    for name, held in parsed.items():
        yield (name,)
        yield from ((name, *path) for path in _paths(held))
