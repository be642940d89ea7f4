"""The pages that ``policyalign vocab`` prints."""

from __future__ import annotations

import difflib
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from policyalign.errors import InputError
from policyalign.model.pack import Sense
from policyalign.renderers import wording
from policyalign.renderers.terminal.page import Page, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policyalign.model.pack import ChecklistItem, Concept, Discouraged, Form, Pack

_SENSES = {
    Sense.ANYWHERE: "",
    Sense.CASEWORK: "  only in text about work with children and families",
    Sense.FRAMEWORK: "  only near words peculiar to the framework",
}


def print_list(page: Page, pack: Pack) -> None:
    """Print the concepts of a pack, in categories, with their ids."""
    concepts = sorted(pack.concepts.values(), key=attrgetter("category", "id"))
    number = wording.counted(len(concepts), "concept")
    page.line((f"{pack.name}", Style.STRONG), f" ({pack.id} {pack.version}): {number}")
    for category, members in groupby(concepts, key=attrgetter("category")):
        page.heading((category, Style.STRONG))
        for concept in members:
            forms = wording.counted(len(concept.forms), "form")
            page.line(concept.id, f"  {concept.term}", (f"  {forms}", Style.QUIET), indent=2)


def print_counts(page: Page, pack: Pack) -> None:
    """Print how much a pack holds, which is to say that it is in order."""
    held = (
        wording.counted(len(pack.concepts), "concept"),
        wording.counted(len(pack.checklist), "checklist item"),
        wording.counted(len(pack.discouraged), "discouraged wording"),
    )
    page.line(f"{pack.id} {pack.version} is in order: {wording.listed(held)}.")


def print_entry(page: Page, pack: Pack, entry: str) -> None:
    """Print whatever carries this id. Raises ``InputError`` where nothing does."""
    known = {*pack.concepts, *pack.checklist, *pack.discouraged}
    if entry not in known:
        near = difflib.get_close_matches(entry, sorted(known), n=1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        raise InputError(f"The pack {pack.id} holds nothing with the id “{entry}”.{hint}")
    # One id may name a concept and an item that asks for it.
    if entry in pack.concepts:
        _print_rows(page, entry, "concept", _concept(pack.concepts[entry]))
    if entry in pack.checklist:
        _print_rows(page, entry, "checklist item", _item(pack.checklist[entry], pack))
    if entry in pack.discouraged:
        _print_rows(page, entry, "discouraged wording", _discouraged(pack.discouraged[entry]))


def _print_rows(page: Page, entry: str, what: str, rows: Iterable[tuple[str, str]]) -> None:
    page.line((entry, Style.STRONG), (f"  {what}", Style.QUIET))
    page.rows(((label, page.text(text)) for label, text in rows if text), indent=2)
    page.blank()


def _concept(concept: Concept) -> Iterator[tuple[str, str]]:
    yield "Term", concept.term
    yield "Category", concept.category
    yield "Definition", concept.definition
    yield from _forms(concept.forms)
    for friend in concept.false_friends:
        yield "Not counted", friend
    yield from _examples(concept)
    yield "Source", concept.source


def _item(item: ChecklistItem, pack: Pack) -> Iterator[tuple[str, str]]:
    yield "Title", item.title
    yield "Area", item.area
    yield "Question", item.question
    yield "Importance", wording.IMPORTANCES[item.importance].lower()
    for clause in item.expected:
        yield "Expected", str(clause)
    types = [pack.types[kind].name if kind in pack.types else kind for kind in item.applies_to]
    yield "Asked of", ", ".join(types) or "all documents"
    if item.applies_where:
        yield "Asked where", f"the document mentions {wording.listed(item.applies_where, 'or')}"
    yield "You could write", item.suggested_wording
    yield "Note", item.note
    yield "Source", item.source


def _discouraged(row: Discouraged) -> Iterator[tuple[str, str]]:
    yield "Phrase", row.phrase
    yield "Kind", row.kind
    yield from _forms(row.forms)
    yield "Better", row.prefer
    yield "Why", row.why
    yield "May stand", row.allowed_when
    for words in row.unless:
        yield "Unless near", words
    for words in row.current_in:
        yield "Current in", words
    if row.in_references:
        yield "References", "found there, too"
    yield from _examples(row)
    yield "Source", row.source


def _forms(forms: Iterable[Form]) -> Iterator[tuple[str, str]]:
    for form in forms:
        yield "Forms", f"{form.text}{_SENSES[form.sense]}"


def _examples(entry: Concept | Discouraged) -> Iterator[tuple[str, str]]:
    for sentence in entry.examples:
        yield "Counts", sentence
    for sentence in entry.counterexamples:
        yield "Does not count", sentence
