"""The fields of the form as content controls: a list to choose from, a calendar, or text.

Text is in rich-text controls: LibreOffice makes a plain-text control part of the text around it,
which cannot be changed while the form is protected.
"""

from __future__ import annotations

import zlib
from datetime import date
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from lxml.etree import SubElement

from policyalign.renderers.plain import plain, plain_span
from policyalign.returns.form.fields import PROMPTS, Field, Kind, title

if TYPE_CHECKING:
    from collections.abc import Iterable

PROMPT_ID = "PlaceholderText"
UK_DAY = "%d/%m/%Y"


def add(parent: Any, name: str, /, **attributes: str) -> Any:
    """Add an element of WordprocessingML, with attributes of the same."""
    made = SubElement(parent, qn(f"w:{name}"))
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def number(name: str) -> str:
    """Give a number that belongs to a name, for what must have one that nothing else has."""
    return str((zlib.crc32(name.encode("utf-8", "replace")) & 0x7FFFFFFE) + 1)


def add_run(parent: Any, text: str, *, strong: bool = False, style: str = "") -> None:
    """Add text, with its line breaks."""
    run = add(parent, "r")
    if strong or style:
        properties = add(run, "rPr")
        if style:
            add(properties, "rStyle", val=style)
        if strong:
            add(properties, "b")
    for count, line in enumerate(text.split("\n")):
        if count:
            add(run, "br")
        words = add(run, "t")
        words.set(qn("xml:space"), "preserve")
        words.text = plain_span(line)


def add_control(
    paragraph: Any,
    field: Field,
    *,
    tag: str,
    of: str,
    said: str | date | None,
    choices: Iterable[str] = (),
) -> None:
    """Add a control to a paragraph. ``said`` is what stands in it already, if anything.

    ``of`` is what the field belongs to, as a screen reader says it.
    """
    control = add(paragraph, "sdt")
    properties = add(control, "sdtPr")
    add(properties, "alias", val=plain(title(field, of)))
    add(properties, "tag", val=tag)
    add(properties, "id", val=number(tag))
    add(properties, "lock", val="sdtLocked")  # it can be filled in, but not deleted
    if not said:
        add(properties, "showingPlcHdr")
    if field.kind is Kind.CHOICE:
        _add_list(properties, choices)
    elif field.kind is Kind.DAY:
        _add_calendar(properties, said if isinstance(said, date) else None)
    else:
        add(properties, "richText")
    content = add(control, "sdtContent")
    shown = said.strftime(UK_DAY) if isinstance(said, date) else said
    if shown:
        add_run(content, shown)
    else:
        add_run(content, PROMPTS[field.kind], style=PROMPT_ID)


def _add_list(properties: Any, choices: Iterable[str]) -> None:
    found = add(properties, "dropDownList")
    # An entry without words of its own, as Word makes it, takes a choice back.
    add(found, "listItem", value=PROMPTS[Kind.CHOICE])
    for words in choices:
        add(found, "listItem", displayText=plain(words), value=plain(words))


def _add_calendar(properties: Any, chosen: date | None) -> None:
    found = add(properties, "date")
    if chosen:
        found.set(qn("w:fullDate"), f"{chosen.isoformat()}T00:00:00Z")
    add(found, "dateFormat", val="dd/MM/yyyy")
    add(found, "lid", val="en-GB")
    add(found, "storeMappedDataAs", val="dateTime")
    add(found, "calendar", val="gregorian")
