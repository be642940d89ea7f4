"""The ids that a settings file takes from a pack, looked up there."""

from __future__ import annotations

from collections.abc import Collection

from policyalign.errors import SettingsError
from policyalign.model.pack import Pack
from policyalign.model.settings import SettingsFile
from policyalign.packs.mistakes import did_you_mean


def check_names(settings: SettingsFile, pack: Pack) -> None:
    """Raise ``SettingsError``, which lists them all, for ids that the pack does not have."""
    if wrong := wrong_names(settings, pack):
        raise SettingsError(str(settings.path), wrong)


def wrong_names(settings: SettingsFile, pack: Pack) -> tuple[tuple[int, str], ...]:
    """Give each id that the pack does not have, with its line, in the order of lines."""
    known: dict[str, Collection[str]] = {
        "type": pack.types,
        "item": pack.checklist,
        "concept": pack.concepts,
    }
    return tuple(
        (
            name.line,
            f"{name.place}: the pack {pack.id} has no {name.kind} '{name.id}'"
            f"{did_you_mean(name.id, known[name.kind])}",
        )
        for name in sorted(settings.names, key=lambda name: name.line)
        if name.id not in known[name.kind]
    )
