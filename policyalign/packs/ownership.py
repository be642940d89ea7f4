"""Which entry of a pack has which form: no form may have two owners unless the pack says so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from policyalign.packs.table import Table
from policyalign.packs.wording import Outline, Wording, read_wordings


@dataclass(frozen=True, slots=True)
class _Claim:
    owner: Table
    form: Wording

    def __str__(self) -> str:
        """Name the form within its owner, such as ``forms[3] 'danger statement'``."""
        key = self.form.entry.place.removeprefix(f"{self.owner.place}: ")
        return f"{key} '{self.form.text}'"


class FormOwners:
    """The forms read so far of one sort of entry, concepts or discouraged wording.

    Forms stand for tens of thousands of wordings, so only those are spelt out that have an
    outline in common with another.
    """

    def __init__(self) -> None:
        self._claims: list[_Claim] = []
        self._own: defaultdict[tuple[str, Outline], list[_Claim]] = defaultdict(list)

    def claim(self, owner: Table, form: Wording) -> None:
        """Note that an entry of the pack has this form, which it may have only once."""
        claim = _Claim(owner, form)
        if all(self._own.get((owner.place, outline)) for outline in form.outlines):
            self._note_repeat(claim)
        self._claims.append(claim)
        for outline in form.outlines:
            self._own[owner.place, outline].append(claim)

    def distinct_wordings(
        self, owner: Table, key: str, effect: str, *, cue: bool = False
    ) -> tuple[str, ...]:
        """Give the wordings under ``key``, none of which may be a form of the same owner.

        ``effect`` says what such a wording would do.
        """
        found = read_wordings(owner, key, cue=cue)
        for wording in found:
            near = self._near(owner, wording)
            if same := next((one for one in near if set(one.form.keys) & set(wording.keys)), None):
                wording.entry.wrong(f"'{wording.text}' is also its {same}; {effect}")
        return tuple(wording.text for wording in found)

    def note_shared(self, allowed: frozenset[str]) -> None:
        """Note every form with more than one owner, unless its loose key is allowed."""
        firsts: dict[str, _Claim] = {}
        noted: set[tuple[str, str]] = set()
        for claim in self._contested():
            for key, loose in zip(claim.form.keys, claim.form.loose_keys, strict=True):
                first = firsts.setdefault(loose, claim)
                if first.owner is claim.owner:
                    continue
                pair = (first.form.entry.place, claim.form.entry.place)
                if loose in allowed or pair in noted:
                    continue
                noted.add(pair)
                claim.form.entry.wrong(
                    f"'{claim.form.text}' covers '{key}', and so does {first.owner.place}: "
                    f"{first}; take it out of one of them, or list it under shared_forms in "
                    "pack.toml"
                )

    def _note_repeat(self, claim: _Claim) -> None:
        """Note a form that adds nothing; its choices may overlap with those of another form."""
        near = self._near(claim.owner, claim.form)
        had = {key: one for one in reversed(near) for key in one.form.keys}
        keys = claim.form.keys
        if keys and all(key in had for key in keys):
            claim.form.entry.wrong(f"'{claim.form.text}' repeats {had[keys[0]]}")

    def _near(self, owner: Table, wording: Wording) -> list[_Claim]:
        """Give the forms of an owner that have an outline of the wording, in their order."""
        found = (self._own.get((owner.place, outline), []) for outline in sorted(wording.outlines))
        unique = {claim.form.entry.place: claim for claims in found for claim in claims}
        return list(unique.values())

    def _contested(self) -> list[_Claim]:
        """Give the forms that have an outline in common with another owner's."""
        owners: defaultdict[Outline, set[str]] = defaultdict(set)
        for place, outline in self._own:
            owners[outline].add(place)
        shared = {outline for outline, places in owners.items() if len(places) > 1}
        return [claim for claim in self._claims if claim.form.outlines & shared]


def note_shared_forms(main: Table, *sorts: FormOwners) -> None:
    """Note every form with more than one owner that does not stand in ``shared_forms``."""
    wordings = read_wordings(main, "shared_forms")
    allowed = frozenset(key for wording in wordings for key in wording.loose_keys)
    for owners in sorts:
        owners.note_shared(allowed)
