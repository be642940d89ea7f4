"""From the text of a settings file to a :class:`SettingsFile`, or to all its mistakes."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from policyalign.errors import InputError, PolicyAlignError, SettingsError
from policyalign.model.pack import Pack
from policyalign.model.patterns import Pattern
from policyalign.model.returns import LABELS, Rating
from policyalign.model.review import Mark
from policyalign.model.settings import Assigned, SettingsFile, UsedName, Waiver
from policyalign.packs import load_pack
from policyalign.packs.finding import pack_names
from policyalign.settings.lines import Lines
from policyalign.settings.marks import NOT_DETECTED, read_marks
from policyalign.settings.names import wrong_names
from policyalign.settings.pathnames import read_pattern
from policyalign.settings.table import LinedTable
from policyalign.settings.waivers import WAIVER, read_waivers

DEFAULT_PACK = "sos"


def load_settings(path: str | Path, *, pack: str | Path | Pack | None = None) -> SettingsFile:
    """Read a settings file. ``pack`` goes before the pack that it names.

    Raises ``InputError`` for a file that cannot be read or is no TOML, and ``SettingsError``,
    which lists every mistake with its line, for one that is wrong. Where nothing else is wrong,
    whether the pack has the ids that it names is left to ``check_names``.
    """
    path = Path(path)
    text = _text(path)
    lines = Lines(text)
    settings = _read(path, text, LinedTable(_table(path, text), lines))
    if found := lines.mistakes():
        raise SettingsError(str(path), tuple(sorted((*found, *_of_names(settings, pack)))))
    return settings


def settings_of(
    given: SettingsFile | str | Path | None, pack: str | Path | Pack | None = None
) -> SettingsFile:
    """Give settings as they are, read from a file, or such that say nothing."""
    if given is None or isinstance(given, SettingsFile):
        return given or SettingsFile()
    return load_settings(given, pack=pack)


def _of_names(
    settings: SettingsFile, pack: str | Path | Pack | None
) -> tuple[tuple[int, str], ...]:
    """Give what is wrong with ids as well, so that all mistakes are told at once."""
    pack = pack or settings.pack or DEFAULT_PACK
    try:
        pack = pack if isinstance(pack, Pack) else load_pack(pack)
    except PolicyAlignError:
        return ()  # it will say itself what is wrong with it, once it is wanted
    return wrong_names(settings, pack)


def _text(path: Path) -> str:
    try:
        # Windows editors may put a byte order mark first, which TOML does not know.
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        raise InputError(f"{path} is not UTF-8 text. Save it as UTF-8.") from problem
    except OSError as problem:
        raise InputError(f"Cannot read the settings file {path}: {problem.strerror}.") from problem


def _table(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise InputError(f"{path} is not valid TOML: {problem}.") from problem
    except ValueError as problem:  # Python makes no number of thousands of digits
        raise InputError(f"{path}: a number in this file has too many digits.") from problem
    except RecursionError as problem:
        raise InputError(f"{path}: brackets stand too deeply in each other.") from problem


def _read(path: Path, text: str, main: LinedTable) -> SettingsFile:
    types, agencies = _assigned(main, "types"), _assigned(main, "agencies")
    agency = main.text("agency", "") or None
    known = {one.name for one in agencies} | ({agency} if agency else set())
    waivers, marks = read_waivers(main, known), read_marks(main)
    settings = SettingsFile(
        path=path.absolute(),
        fingerprint=hashlib.sha256(text.encode()).hexdigest()[:12],
        pack=_pack(main, path.parent),
        type=main.text("type", "") or None,
        agency=agency,
        fail_under=_limit(main),
        exclude=_patterns(main, "exclude"),
        agencies=agencies,
        types=types,
        labels=_labels(main.table("labels")),
        waivers=waivers,
        marks=marks,
        names=(*_types_named(main, types), *_items_named(main, waivers), *_marked(main, marks)),
    )
    main.close()
    return settings


def _pack(main: LinedTable, folder: Path) -> str | Path | None:
    """Give the name of a pack, or the folder of one, which is relative to the file."""
    named = main.text("pack", "")
    if not named or named in pack_names():
        return named or None
    return folder.absolute() / named.replace("\\", "/")


def _limit(main: LinedTable) -> float | None:
    value = main.value("fail_under")
    return value.number(0, 100) if value else None


def _patterns(table: LinedTable, key: str) -> tuple[Pattern, ...]:
    """Read one pattern, or a list of them."""
    value = table.value(key)
    if value is None:
        return ()
    entries = value.entries() if isinstance(value.content, list) else (value,)
    return tuple(found for entry in entries if (found := read_pattern(entry)))


def _assigned(main: LinedTable, key: str) -> tuple[Assigned, ...]:
    """Read names with their patterns, in the order of the file."""
    table = main.table(key)
    return tuple(
        Assigned(name=name, patterns=_patterns(table, name), line=table.line_of(name))
        for name in table.names()
    )


def _labels(table: LinedTable) -> Mapping[Rating, str]:
    labels = {rating: table.text(rating, LABELS[rating]) for rating in Rating}
    table.close()
    if len({" ".join(label.casefold().split()) for label in labels.values()}) < len(labels):
        # What people choose in a workbook has to be read back.
        table.wrong("two ratings have the same label")
    return labels


def _types_named(main: LinedTable, types: tuple[Assigned, ...]) -> list[UsedName]:
    named = [
        UsedName(
            kind="type",
            id=one.name,
            line=main.line_of("types", one.name),
            place=f"[types] {one.name}",
        )
        for one in types
    ]
    if chosen := main.text("type", ""):
        named.append(UsedName(kind="type", id=chosen, line=main.line_of("type"), place="type"))
    return named


def _items_named(main: LinedTable, waivers: tuple[Waiver, ...]) -> list[UsedName]:
    return [
        UsedName(
            kind="item",
            id=waiver.item,
            line=main.line_of(WAIVER, number, "item"),
            place=f"{WAIVER} no. {number + 1}: item",
        )
        for number, waiver in enumerate(waivers)
        if waiver.item
    ]


def _marked(main: LinedTable, marks: tuple[Mark, ...]) -> list[UsedName]:
    return [
        UsedName(
            kind="concept",
            id=mark.concept,
            line=main.line_of(NOT_DETECTED, number, "concept"),
            place=f"{NOT_DETECTED} no. {number + 1}: concept",
        )
        for number, mark in enumerate(marks)
        if mark.concept
    ]
