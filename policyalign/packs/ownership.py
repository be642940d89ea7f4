"""Which entry of a pack has which form: no form may have two owners unless the pack says so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from policyalign.packs.table import Table
from policyalign.packs.wording import Wording, loosely, read_wordings


@dataclass(frozen=True, slots=True)
class _Claim:
    owner: Table
    form: Wording

    def __str__(self) -> str:
        """Name the form within its owner, such as ``forms[3] 'danger statement'``."""
        key = self.form.entry.place.removeprefix(f"{self.owner.place}: ")
        return f"{key} '{self.form.text}'"


class FormOwners:
    """The forms read so far of one sort of entry, concepts or discouraged wording."""

    def __init__(self) -> None:
        self._own: dict[tuple[str, str], _Claim] = {}
        self._loose: defaultdict[str, dict[str, tuple[_Claim, str]]] = defaultdict(dict)

    def claim(self, owner: Table, form: Wording) -> None:
        """Note that an entry of the pack has this form, which it may have only once."""
        claim = _Claim(owner, form)
        firsts = []
        for key in form.keys:
            firsts.append(self._own.setdefault((owner.place, key), claim))
            self._loose[loosely(key)].setdefault(owner.place, (claim, key))
        # Choices may overlap with those of another form, as long as they add something.
        if firsts and claim not in firsts:
            form.entry.wrong(f"'{form.text}' repeats {firsts[0]}")

    def distinct_wordings(
        self, owner: Table, key: str, effect: str, *, cue: bool = False
    ) -> tuple[str, ...]:
        """Give the wordings under ``key``, none of which may be a form of the same owner.

        ``effect`` says what such a wording would do.
        """
        found = read_wordings(owner, key, cue=cue)
        for wording in found:
            claims = (self._own.get((owner.place, one)) for one in wording.keys)
            if same := next(filter(None, claims), None):
                wording.entry.wrong(f"'{wording.text}' is also its {same}; {effect}")
        return tuple(wording.text for wording in found)

    def note_shared(self, allowed: frozenset[str]) -> None:
        """Note every form with more than one owner, unless its loose key is allowed."""
        pairs: dict[tuple[str, str], tuple[_Claim, _Claim, str]] = {}
        for key in sorted(self._loose.keys() - allowed):
            (first, spelt), *others = self._loose[key].values()
            for other, _ in others:
                places = (first.form.entry.place, other.form.entry.place)
                pairs.setdefault(places, (first, other, spelt))
        for first, other, spelt in pairs.values():
            other.form.entry.wrong(
                f"'{other.form.text}' covers '{spelt}', and so does {first.owner.place}: {first}; "
                "take it out of one of them, or list it under shared_forms in pack.toml"
            )


def note_shared_forms(main: Table, *sorts: FormOwners) -> None:
    """Note every form with more than one owner that does not stand in ``shared_forms``."""
    wordings = read_wordings(main, "shared_forms")
    allowed = frozenset(loosely(key) for wording in wordings for key in wording.keys)
    for owners in sorts:
        owners.note_shared(allowed)
