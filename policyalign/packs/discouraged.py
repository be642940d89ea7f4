"""The discouraged wording of a pack, from the files in ``discouraged``."""

from __future__ import annotations

from collections.abc import Iterable

from policyalign.model.pack import Discouraged
from policyalign.packs.forms import FormReader
from policyalign.packs.names import Ids
from policyalign.packs.table import Table
from policyalign.packs.wording import read_cues


def read_discouraged(files: Iterable[Table], forms: FormReader) -> dict[str, Discouraged]:
    """Read the discouraged wording of every file, in order of file and then of entry."""
    ids = Ids()
    found: dict[str, Discouraged] = {}
    for file in files:
        kind = file.text("kind")
        for entry in file.tables("discouraged"):
            wording = _discouraged(entry, ids, kind, forms)
            found[wording.id] = wording
        file.close()
    return found


def _discouraged(table: Table, ids: Ids, kind: str, forms: FormReader) -> Discouraged:
    wording = Discouraged(
        id=ids.take(table),
        phrase=table.text("phrase"),
        kind=kind,
        forms=forms.read(table),
        prefer=table.text("prefer"),
        why=table.text("why"),
        allowed_when=table.text("allowed_when", default=""),
        unless=forms.owners.distinct_wordings(
            table, "unless", "an unless that is a form excuses it everywhere", cue=True
        ),
        current_in=read_cues(table, "current_in"),
        in_references=table.flag("in_references"),
        examples=table.texts("examples"),
        counterexamples=table.texts("counterexamples"),
        source=table.text("source"),
    )
    table.close()
    return wording
