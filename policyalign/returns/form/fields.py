"""What can be filled in for an item, and by what a field is found again.

A control carries a tag that Word keeps and some versions of LibreOffice drop when they save. A
bookmark in the first row of an item's table is kept by both; within the table a row is known by
its label, which nobody can change while the form is protected.
"""

from __future__ import annotations

import hashlib
from enum import Enum, auto
from typing import NamedTuple

from policyalign.renderers import form_wording
from policyalign.renderers.return_layout import COLUMNS, RATING_KEYS, Column, Whose


class Kind(Enum):
    """What may stand in a field."""

    CHOICE = auto()
    TEXT = auto()
    DAY = auto()


class Field(NamedTuple):
    """A field of the form: an attribute of ``Answer``, its label, and whose it is to fill in."""

    name: str
    label: str
    kind: Kind
    whose: Whose


def _label(column: Column) -> str:
    mark = " (partnership)" if column.whose is Whose.PARTNERSHIP else ""
    return f"{column.heading}{mark}"


_KINDS = {"due": Kind.DAY, **dict.fromkeys(RATING_KEYS, Kind.CHOICE)}
FIELDS = tuple(
    Field(column.key, _label(column), _KINDS.get(column.key, Kind.TEXT), column.whose)
    for column in COLUMNS
    if column.whose is not Whose.PROGRAM
)
AGENCY = Field("agency", form_wording.AGENCY, Kind.TEXT, Whose.AGENCY)
PROMPTS = {
    Kind.CHOICE: form_wording.CHOOSE,
    Kind.TEXT: form_wording.WRITE,
    Kind.DAY: form_wording.PICK_DAY,
}
ABOUT_MARK, DOCUMENTS_MARK = "policyalign_about", "policyalign_documents"
# The most characters that Word takes in a tag or a title of a control.
_LONGEST = 64


def tag(field: Field, item: str) -> str:
    """Give the tag of a control, which tells the field and the item."""
    return f"{field.name}|{_key(item, _LONGEST - 20)}"


def item_mark(item: str) -> str:
    """Give the name of the bookmark in the table of an item: letters, figures and low lines."""
    return f"policyalign_{_key(item.replace('-', '_'), 28)}"


def title(field: Field, of: str) -> str:
    """Give what a screen reader says of a field: its label and the item's title, cut to fit."""
    whole = f"{field.label}: {of}"
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"


def _key(item: str, longest: int) -> str:
    if len(item) <= longest:
        return item
    return hashlib.sha256(item.encode("utf-8", "replace")).hexdigest()[:longest]
