"""The names that a pack declares, gathered before anything refers to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policyalign.packs.files import DISCOURAGED, TYPES, VOCABULARY, PackFiles
from policyalign.packs.mistakes import did_you_mean
from policyalign.packs.table import Table
from policyalign.packs.values import Value

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Tell whether a text can be an id."""
    return _ID.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of concepts and document types and the kinds of discouraged wording.

    ``complete`` is false where a file could not be read: references are then not checked, since
    what they name may stand in that file.
    """

    concepts: frozenset[str]
    types: frozenset[str]
    kinds: frozenset[str]
    complete: bool = True

    def unknown_concepts(self, used: Iterable[str]) -> Iterator[str]:
        """Give the end of a message for each of these that is no concept."""
        return self._unknown("concept", used, self.concepts)

    def unknown_types(self, used: Iterable[str]) -> Iterator[str]:
        """Give the end of a message for each of these that is no document type."""
        return self._unknown("document type", used, self.types)

    def unknown_kinds(self, used: Iterable[str]) -> Iterator[str]:
        """Give the end of a message for each of these that is no kind of discouraged wording."""
        return self._unknown("kind of discouraged wording", used, self.kinds)

    def _unknown(self, what: str, used: Iterable[str], known: frozenset[str]) -> Iterator[str]:
        for name in used if self.complete else ():
            if name not in known:
                yield f"unknown {what} '{name}'{did_you_mean(name, known)}"


def declared_names(files: PackFiles) -> Names:
    """Gather the names; whether they are well formed and unique is checked where they stand."""
    return Names(
        concepts=frozenset(_ids(files.within(VOCABULARY), "concept")),
        types=frozenset(_ids([files.single(TYPES)], "type")),
        kinds=frozenset(_texts(files.within(DISCOURAGED), "kind")),
        complete=files.complete,
    )


class Ids:
    """The ids seen so far of one sort of entry, so that no two are the same."""

    def __init__(self) -> None:
        self._places: dict[str, str] = {}

    def take(self, table: Table) -> str:
        """Give the table's id, having noted a missing, badly formed or repeated one."""
        found = table.text("id")
        if not found:
            return found
        if not is_id(found):
            table.wrong(
                f"id '{found}' must be small letters and digits joined by hyphens, "
                "such as 'first-idea'"
            )
        first = self._places.setdefault(found, table.place)
        if first != table.place:
            table.wrong(f"the id '{found}' is already used by {first}")
        return found


def _ids(tables: Iterable[Table], key: str) -> Iterator[str]:
    for table in tables:
        value = table.value(key)
        entries = value.content if value and isinstance(value.content, list) else []
        for entry in entries:
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                yield entry["id"].strip()


def _texts(tables: Iterable[Table], key: str) -> Iterator[str]:
    values: Iterable[Value | None] = (table.value(key) for table in tables)
    return (value.content.strip() for value in values if value and isinstance(value.content, str))
