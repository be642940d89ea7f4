"""The names under which ideas go, from ``names.toml``; a pack may do without that file."""

from __future__ import annotations

from collections.abc import Mapping

from policyalign.forms import is_plain
from policyalign.model.pack import Concept, NamedIdea
from policyalign.packs.names import Names
from policyalign.packs.table import Table
from policyalign.packs.wording import read_wordings


def read_ideas(file: Table, names: Names, concepts: Mapping[str, Concept]) -> tuple[NamedIdea, ...]:
    """Read the ideas in the order of the file; a concept belongs to one of them at most."""
    found = []
    taken: dict[str, str] = {}
    for table in file.tables("idea", called="concept", required=False):
        idea = _idea(table, names, concepts)
        for concept in idea.concepts:
            if (first := taken.setdefault(concept, table.place)) != table.place:
                table.wrong(f"the concept '{concept}' belongs already to {first}")
        found.append(idea)
    file.close()
    return tuple(found)


def _idea(table: Table, names: Names, concepts: Mapping[str, Concept]) -> NamedIdea:
    concept = table.text("concept")
    together = (concept, *table.texts("also"))
    for unknown in names.unknown_concepts(filter(None, together)):
        table.wrong(unknown)
    term = concepts[concept].term if concept in concepts else concept
    preferred = table.text("prefer", term)
    idea = NamedIdea(
        concepts=together,
        preferred=preferred,
        same=_plain(table, "same"),
        names=_plain(table, "names"),
        note=table.text("note", ""),
    )
    table.close()
    return idea


def _plain(table: Table, key: str) -> tuple[str, ...]:
    """Read names, which hold words and choices of words and nothing else."""
    found = read_wordings(table, key)
    for wording in found:
        if "~" in wording.text or not is_plain(wording.phrase):
            wording.entry.wrong(f"'{wording.text}' is a name, which has no gaps and no ~ in it")
    return tuple(wording.text for wording in found)
