"""From a pack's folder to a :class:`~policyalign.model.pack.Pack`, or to all its mistakes."""

from __future__ import annotations

from pathlib import Path

from policyalign.model.pack import Pack
from policyalign.packs.checklist import read_checklist
from policyalign.packs.concepts import read_concepts
from policyalign.packs.discouraged import read_discouraged
from policyalign.packs.doctypes import read_types
from policyalign.packs.files import (
    CHECKLIST,
    DISCOURAGED,
    NAMES,
    STATUS,
    TYPES,
    VOCABULARY,
    PackFiles,
    read_files,
)
from policyalign.packs.finding import MAIN_FILE, pack_folder
from policyalign.packs.forms import CONCEPT_FORMS, DISCOURAGED_FORMS, FormReader
from policyalign.packs.ideas import read_ideas
from policyalign.packs.mistakes import Mistakes
from policyalign.packs.names import Names, declared_names
from policyalign.packs.ownership import note_shared_forms
from policyalign.packs.scoring import read_ratings, read_weights
from policyalign.packs.table import Table
from policyalign.packs.triggers import (
    read_another_body,
    read_commit,
    read_context,
    read_excuses,
    read_new_clause,
    read_triggers,
)


def load_pack(name_or_path: str | Path = "sos") -> Pack:
    """Load a pack by its name or from its folder, and check all of it.

    Raises ``InputError`` where there is no such pack and ``PackError``, which lists every
    mistake, where it is wrong.
    """
    folder = pack_folder(name_or_path)
    mistakes = Mistakes()
    pack = _read(read_files(folder, mistakes))
    mistakes.raise_any(str(name_or_path))
    return pack


def _read(files: PackFiles) -> Pack:
    main, status = files.single(MAIN_FILE), files.single(STATUS)
    names = declared_names(files)
    threshold = main.number("threshold", 0, 100)
    concept_forms = FormReader(CONCEPT_FORMS, threshold, names)
    discouraged_forms = FormReader(DISCOURAGED_FORMS, threshold)
    checklist = read_checklist(files.single(CHECKLIST), names)
    concepts = read_concepts(files.within(VOCABULARY), concept_forms)
    pack = Pack(
        id=main.text("id"),
        name=main.text("name"),
        version=main.text("version"),
        fingerprint=files.fingerprint,
        nation=main.text("nation"),
        notice=main.text("notice"),
        concepts=concepts,
        checklist=checklist,
        discouraged=read_discouraged(files.within(DISCOURAGED), discouraged_forms),
        triggers=read_triggers(status),
        excuses=read_excuses(status, names),
        new_clause=read_new_clause(status),
        commit=read_commit(main),
        context=read_context(main),
        another_body=read_another_body(main, names),
        types=read_types(files.single(TYPES)),
        default_type=_default_type(main, names),
        ratings=read_ratings(main),
        weights=read_weights(main),
        partly=main.number("partly", 0, 1),
        spellings=_spellings(main),
        ideas=read_ideas(files.single(NAMES), names, concepts),
        areas=tuple(dict.fromkeys(item.area for item in checklist.values())),
    )
    note_shared_forms(main, concept_forms.owners, discouraged_forms.owners)
    main.close()
    status.close()
    return pack


def _default_type(main: Table, names: Names) -> str:
    found = main.text("default_type")
    for unknown in names.unknown_types([found] if found else []):
        main.wrong(f"default_type is an {unknown}")
    return found


def _spellings(main: Table) -> tuple[tuple[str, ...], ...]:
    """Read the groups of equal spellings; one spelling alone says nothing."""
    groups = []
    for entry in main.entries("spellings"):
        group = entry.texts()
        if isinstance(entry.content, list) and len(entry.content) < 2:
            entry.wrong("needs at least two spellings of the same word")
        groups.append(group)
    return tuple(groups)
