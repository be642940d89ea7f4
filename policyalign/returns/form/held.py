"""What is needed to read a form back, in a part of the file that Word and LibreOffice keep.

It is the return as it was made, without what people filled in, as JSON in one XML element.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import msgspec
from lxml import etree

from policyalign.errors import ReadError
from policyalign.model.returns import Answer, Return
from policyalign.readers.word.markup import parse

if TYPE_CHECKING:
    from policyalign.readers.word.package import Package

NAMESPACE = "urn:policyalign:return-form"
_SCHEMA = "1"
_ITEM = re.compile(r"customxml/item\d*\.xml")
_ROOT = f"{{{NAMESPACE}}}return"
_NO_RETURN = (
    "This Word document is no self-assessment return of policyalign. If it was made from one, "
    "the program it was saved with has left out what belongs to the form: go back to the file "
    "that was filled in first, and save that in Word or LibreOffice as .docx."
)
_DAMAGED = (
    "The part of the file that tells what the form asks for is damaged: {problem}. Go back to an "
    "earlier copy of the file."
)
_ANOTHER = "This form was made by a newer policyalign (form {schema}). Update policyalign."


def held(made: Return) -> bytes:
    """Give the part for a return; the same return gives the same bytes."""
    rows = tuple(replace(row, answer=Answer()) for row in made.rows)
    plain = replace(made, rows=rows, labels=dict(made.labels))
    # In ASCII, so that no character of a policy is one that XML does not allow.
    said = json.dumps(msgspec.to_builtins(plain, str_keys=True), sort_keys=True)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<return xmlns="{NAMESPACE}" schema="{_SCHEMA}">{escape(said)}</return>'
    ).encode("ascii")


def place_of(package: Package) -> str:
    """Give the name of the part as it stands in the file. Raises ``ReadError`` if it has none."""
    return _found(package)[0]


def read_held(package: Package) -> Return:
    """Give the return that a file was made for, with nothing filled in.

    Raises ``ReadError`` for a file that is no return, or whose part is damaged.
    """
    root = _found(package)[1]
    if root.get("schema") != _SCHEMA:
        raise ReadError(_ANOTHER.format(schema=root.get("schema")))
    try:
        made = msgspec.convert(json.loads("".join(root.itertext())), Return)
    except (ValueError, RecursionError) as problem:
        raise ReadError(_DAMAGED.format(problem=problem)) from problem
    if len({row.item for row in made.rows}) < len(made.rows):
        raise ReadError(_DAMAGED.format(problem="an item stands in it twice"))
    return made


def _found(package: Package) -> tuple[str, etree._Element]:
    for name in sorted(filter(_ITEM.fullmatch, package.names)):
        data = package.data(name)
        if data is None or NAMESPACE.encode() not in data:
            continue
        try:
            root = parse(data)
        except etree.XMLSyntaxError as problem:
            raise ReadError(_DAMAGED.format(problem=problem)) from problem
        if root.tag == _ROOT:
            return package.names[name].filename, root
    raise ReadError(_NO_RETURN)
