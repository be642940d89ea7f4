"""The forms of concepts and of discouraged wording."""

from __future__ import annotations

from collections.abc import Mapping

from policyalign.model.pack import Form, Sense
from policyalign.packs.names import Names
from policyalign.packs.ownership import FormOwners
from policyalign.packs.table import Table
from policyalign.packs.values import Value
from policyalign.packs.wording import Wording, forbid_concepts, read_wording

DISCOURAGED_FORMS = {"forms": Sense.ANYWHERE, "casework_forms": Sense.CASEWORK}
CONCEPT_FORMS = DISCOURAGED_FORMS | {"framework_forms": Sense.FRAMEWORK}


class FormReader:
    """Reads the forms of entries of one sort, concepts or discouraged wording.

    ``senses`` gives the keys that hold forms, and ``threshold`` counts for forms without one of
    their own. ``names`` is given where forms may name concepts.
    """

    def __init__(
        self, senses: Mapping[str, Sense], threshold: float, names: Names | None = None
    ) -> None:
        self.owners = FormOwners()
        self._senses = senses
        self._threshold = threshold
        self._names = names

    def read(self, table: Table) -> tuple[Form, ...]:
        """Give all forms of an entry, which must have at least one."""
        threshold = table.number("threshold", 0, 100, default=self._threshold)
        found = [
            self._form(table, entry, sense, threshold)
            for key, sense in self._senses.items()
            for entry in table.entries(key)
        ]
        if not found:
            table.wrong(f"has no form; give at least one in {' or '.join(self._senses)}")
        return tuple(found)

    def _form(self, owner: Table, entry: Value, sense: Sense, threshold: float) -> Form:
        text, threshold = _text_and_threshold(entry, threshold)
        wording = read_wording(entry, text)
        self._check_concepts(wording)
        self.owners.claim(owner, wording)
        return Form(text=text, sense=sense, threshold=threshold)

    def _check_concepts(self, wording: Wording) -> None:
        if self._names is None:
            forbid_concepts(wording)
            return
        for unknown in self._names.unknown_concepts(wording.concepts):
            wording.entry.wrong(f"'{wording.text}': {unknown}")


def _text_and_threshold(entry: Value, threshold: float) -> tuple[str, float]:
    """Read a form written as text alone or as ``{ text = "...", threshold = 95 }``."""
    if not isinstance(entry.content, dict):
        return entry.text(), threshold
    table = Table(entry.content, entry.place, entry.mistakes)
    text = table.text("text")
    own = table.number("threshold", 0, 100)
    table.close()
    return text, own
