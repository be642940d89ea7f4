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
        self._loose: defaultdict[str, dict[str, _Claim]] = defaultdict(dict)

    def claim(self, owner: Table, form: Wording) -> None:
        """Note that an entry of the pack has this form, which it may have only once."""
        claim = _Claim(owner, form)
        repeated = None
        for key in form.keys:
            first = self._own.setdefault((owner.place, key), claim)
            repeated = repeated or (first if first is not claim else None)
            self._loose[loosely(key)].setdefault(owner.place, claim)
        if repeated:
            form.entry.wrong(f"'{form.text}' repeats {repeated}")

    def distinct_wordings(self, owner: Table, key: str, effect: str) -> tuple[str, ...]:
        """Give the wordings under ``key``, none of which may be a form of the same owner.

        ``effect`` says what such a wording would do.
        """
        found = read_wordings(owner, key)
        for wording in found:
            claims = (self._own.get((owner.place, one)) for one in wording.keys)
            if same := next(filter(None, claims), None):
                wording.entry.wrong(f"'{wording.text}' is also its {same}; {effect}")
        return tuple(wording.text for wording in found)

    @property
    def shared(self) -> frozenset[str]:
        """The loose keys of forms with more than one owner."""
        return frozenset(key for key, claims in self._loose.items() if len(claims) > 1)

    def note_shared(self, allowed: frozenset[str]) -> None:
        """Note every form with more than one owner, unless its loose key is allowed."""
        for key in sorted(self.shared - allowed):
            first, *others = self._loose[key].values()
            for other in others:
                other.form.entry.wrong(
                    f"'{other.form.text}' also belongs to {first.owner.place}: {first}; take it "
                    "out of one of them, or list it under shared_forms in pack.toml"
                )


def check_shared_forms(main: Table, *sorts: FormOwners) -> None:
    """Note forms that are shared without standing in ``shared_forms``, and the reverse."""
    shared = frozenset[str]().union(*(owners.shared for owners in sorts))
    allowed: set[str] = set()
    for wording in read_wordings(main, "shared_forms"):
        keys = {loosely(key) for key in wording.keys}
        if keys and not keys & shared:
            wording.entry.wrong(
                f"'{wording.text}' is not shared by two entries; take it out of this list"
            )
        allowed |= keys
    for owners in sorts:
        owners.note_shared(frozenset(allowed))
