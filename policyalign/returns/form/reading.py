"""The return that a filled-in form holds, and everything that is not right in it, at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from policyalign.errors import InputError, ReadError
from policyalign.model.returns import Answer, Rating, Return, Row
from policyalign.readers.word.markup import Element
from policyalign.renderers import return_wording, wording
from policyalign.renderers.return_record import Record
from policyalign.renderers.return_wording import wants_rating
from policyalign.renderers.wording import day, listed, quoted
from policyalign.returns.answered import Spot
from policyalign.returns.entries import day_of_text, nearest_label, rating_of
from policyalign.returns.form.blocks import program_rows
from policyalign.returns.form.cells import text_of
from policyalign.returns.form.fields import AGENCY, FIELDS, PROMPTS, Field, Kind
from policyalign.returns.form.items import Found, Place, found_in, strays_in
from policyalign.returns.form.opening import Form, open_form
from policyalign.returns.form.programs_words import is_unchanged
from policyalign.returns.problems import Problem, Severity

# What older versions of Word put into an empty control.
_OLDER_PROMPTS = ("Click here to enter text.", "Click here to enter a date.")
# Of these nobody can think that another day is meant; 1/4/27 may be read in two ways.
_CLEAR = re.compile(r"\d{2}/\d{2}/\d{4}|\d{4}-.*|.*[a-z].*\d{4}", re.IGNORECASE)
_TAKEN_OUT = "the item was taken out of the form, and nothing was read of it"
_TWICE = "the item stands in the form {} times; keep one of them"
_FOUND_COUNTS = "What the program found counts, and refresh leaves these words as they are."


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """A Word form that came back. ``texts`` are what stands in each field, by item and key."""

    path: Path
    made: Return
    form: Form
    texts: Mapping[tuple[str, str], str]
    problems: tuple[Problem, ...]

    @property
    def record(self) -> Record:
        """What the program knew of the return when it last wrote the form."""
        return self.form.record

    @property
    def agency_spot(self) -> Spot:
        """Where the agency is named."""
        return Spot(return_wording.TITLE, "", 0)

    def holds(self, item: str) -> bool:
        """Tell whether an item is still in the form."""
        return any(of == item for of, _ in self.texts)

    def spot(self, item: str, key: str) -> Spot:  # noqa: ARG002  a form has no cells
        """Tell where an item stands: under its title."""
        return _spots(self.made)[item]

    def typed(self, item: str, key: str) -> str:
        """Give what stands in a field, whether or not anything could be made of it."""
        return self.texts.get((item, key), "")


def read_filled_form(path: Path) -> FilledForm:
    """Read a form with all that is needed to check and to refresh it.

    What can be made out is read, and said; what contradicts itself is left out, and said. Raises
    ``InputError`` with one sentence for a file that is no such form.
    """
    try:
        form = open_form(path)
    except ReadError as problem:
        raise InputError(f"{path}: {problem}") from problem
    reading = _Reading(form)
    made = reading.return_()
    return FilledForm(
        path=path, made=made, form=form, texts=reading.texts, problems=tuple(reading.problems)
    )


def read_form(path: Path) -> tuple[Return | None, tuple[Problem, ...]]:
    """Give the return that a Word form holds, and what is not right in it.

    A file that is no such form gives ``None`` and the one problem that says why.
    """
    try:
        filled = read_filled_form(path)
    except InputError as problem:
        return None, (Problem(sentence=str(problem), severity=Severity.UNUSABLE),)
    return filled.made, filled.problems


def _spots(made: Return) -> dict[str, Spot]:
    return {row.item: Spot(row.title, "", number) for number, row in enumerate(made.rows, start=1)}


def written(element: Element) -> str:
    """Give what somebody wrote into a field, without the words that ask for it."""
    text = text_of(element)
    for prompt in (*PROMPTS.values(), *_OLDER_PROMPTS):
        text = _without(prompt, text)
    return text.strip()


def _without(prompt: str, text: str) -> str:
    """Give a text without a prompt that it was typed before, after or into."""
    spare = len(text) - len(prompt)
    for start in range(len(prompt) + 1) if spare >= 0 else ():
        if text.startswith(prompt[:start]) and text.endswith(prompt[start:]):
            return text[start : start + spare]
    return text


class _Reading:
    """One form being read; ``problems`` grows."""

    def __init__(self, form: Form) -> None:
        self.problems: list[Problem] = []
        self.texts: dict[tuple[str, str], str] = {}
        self._spots = _spots(form.record.made)
        self._made, self._gone = form.record.made, form.record.gone
        self._known = form.known
        self._tables: dict[str, list[Found]] = defaultdict(list)
        self._places: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for found in found_in(form.root, self._made.rows):
            item = found.row.item if found.row else ""
            self._tables[item].append(found)
            for place in found.places:
                self._places[item, place.field.name].append(place)
        for row, place in strays_in(form.root, self._made.rows):
            self._places[row.item, place.field.name].append(place)

    def return_(self) -> Return:
        """Give the return with what was filled in."""
        rows = tuple(replace(row, answer=self._answer(row)) for row in self._made.rows)
        places = self._places["", AGENCY.name]
        agency = self._one_of(None, AGENCY, [written(p.element) for p in places])
        return replace(self._made, agency=agency if places else self._made.agency, rows=rows)

    def _answer(self, row: Row) -> Answer:
        found = {entry.name: self._places[row.item, entry.name] for entry in FIELDS}
        if not any(found.values()):
            if row.item not in self._gone:
                self._say(row, _TAKEN_OUT)
            return Answer()
        self._look_at_tables(row, self._tables[row.item])
        values: dict[str, Any] = {}
        for entry in FIELDS:
            if not found[entry.name]:
                sentence = f"the row {quoted(entry.label)} was taken out of the form"
                self._say(row, sentence)
            elif (value := self._value(row, entry, found[entry.name])) is not None:
                values[entry.name] = value
        return Answer(**values)

    def _look_at_tables(self, row: Row, tables: Sequence[Found]) -> None:
        if len(tables) > 1:
            self._say(row, _TWICE.format(len(tables)))
        programs = dict(program_rows(row))
        for table in tables:
            for label, cell in table.others.items():
                if label not in programs:
                    if said := written(cell):
                        sentence = f"a row {quoted(label)} was added; {quoted(said)} was not read"
                        self._say(row, sentence)
                elif not is_unchanged(cell, programs[label], self._known):
                    self._say(row, f"{quoted(label)} was changed by hand. {_FOUND_COUNTS}")

    def _value(self, row: Row, entry: Field, places: Sequence[Place]) -> object:
        """Give what one field holds, or ``None`` for nothing that could be taken."""
        said = [written(place.element) for place in places]
        for place, text in zip(places, said, strict=True):
            if text and not place.in_control:
                sentence = "the field was deleted, and what is typed in its place was read"
                self._say(row, f"{entry.label}: {sentence}")
        self.texts[row.item, entry.name] = " / ".join(filter(None, said))
        text = self._one_of(row, entry, said)
        if not text:
            return None
        if entry.kind is Kind.TEXT:
            return text
        read = self._rating if entry.kind is Kind.CHOICE else self._day
        return read(row, entry, text)

    def _rating(self, row: Row, entry: Field, text: str) -> Rating | None:
        labels = self._made.labels
        found = rating_of(text, labels)
        if found is None:
            near = nearest_label(text, labels)
            choice = f"Did you mean {quoted(near)}?" if near else wants_rating(labels)
            self._say(row, f"{entry.label}: {quoted(text)} is no rating. {choice}")
        return found

    def _day(self, row: Row, entry: Field, text: str) -> date | None:
        found = day_of_text(text)
        if found is None:
            wanted = "Give day, month and year, such as 31/03/2027."
            self._say(row, f"{entry.label}: {quoted(text)} is no date. {wanted}")
        elif not _CLEAR.fullmatch(text):
            said = f"{entry.label}: {quoted(text)} was read as {day(found.isoformat())}."
            self._say(row, said, Severity.NOTE)
        return found

    def _one_of(self, row: Row | None, entry: Field, said: Sequence[str]) -> str:
        """Give what is said, if nothing else is said in another place."""
        different = list(dict.fromkeys(filter(None, said)))
        if len(different) <= 1:
            return "".join(different)
        sentence = f"has different answers, {listed(map(quoted, different))}, and none was taken"
        self._say(row, f"{entry.label} {sentence}; keep one of them")
        return ""

    def _say(self, row: Row | None, said: str, severity: Severity = Severity.ODD) -> None:
        spot = self._spots[row.item] if row else Spot(return_wording.TITLE, "", 0)
        self.problems.append(
            Problem(
                sheet=spot.sheet,
                row=spot.row,
                sentence=wording.sentence(said),
                severity=severity,
            )
        )
