"""The concepts of a pack, from the files in ``vocabulary``."""

from __future__ import annotations

from collections.abc import Iterable

from policyalign.model.pack import Concept
from policyalign.packs.forms import FormReader
from policyalign.packs.names import Ids
from policyalign.packs.table import Table


def read_concepts(files: Iterable[Table], forms: FormReader) -> dict[str, Concept]:
    """Read the concepts of every file, in order of file and then of entry."""
    ids = Ids()
    found: dict[str, Concept] = {}
    for file in files:
        category = file.text("category")
        for entry in file.tables("concept"):
            concept = _concept(entry, ids, category, forms)
            found[concept.id] = concept
        file.close()
    return found


def _concept(table: Table, ids: Ids, category: str, forms: FormReader) -> Concept:
    concept = Concept(
        id=ids.take(table),
        term=table.text("term"),
        category=category,
        definition=table.text("definition"),
        anchor=table.flag("anchor"),
        stands_inside=table.flag("stands_inside"),
        ordinary=table.flag("ordinary"),
        forms=forms.read(table),
        false_friends=forms.owners.distinct_wordings(
            table, "false_friends", "a false friend that is a form cancels it everywhere"
        ),
        examples=table.texts("examples"),
        counterexamples=table.texts("counterexamples"),
        source=table.text("source"),
    )
    table.close()
    return concept
