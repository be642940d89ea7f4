"""What is needed to read a form back, in a part of the file that Word and LibreOffice keep.

It is the record that the workbook keeps too, each of its texts in an XML element.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from lxml import etree

from policyalign.errors import InputError, ReadError
from policyalign.readers.word.markup import parse
from policyalign.renderers import return_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policyalign.readers.word.markup import Element
    from policyalign.readers.word.package import Package
    from policyalign.renderers.return_record import Record

NAMESPACE = "urn:policyalign:return-form"
_ITEM = re.compile(r"customxml/item\d*\.xml")
_ROOT, _RECORD = f"{{{NAMESPACE}}}return", f"{{{NAMESPACE}}}record"
_WORDS = f"{{{NAMESPACE}}}words"
_NO_RETURN = (
    "This Word document is no self-assessment return of policyalign. If it was made from one, "
    "the program it was saved with has left out what belongs to the form: go back to the file "
    "that was filled in first, and save that in Word or LibreOffice as .docx."
)


def held(record: Record, known: Iterable[str]) -> bytes:
    """Give the part that holds a record, and the sums of what the program put into the form."""
    # The texts are ASCII: no character of a policy is one that XML does not allow.
    lines = "".join(
        f'<record kind="{kind}">{escape("".join(texts))}</record>\n'
        for kind, *texts in return_record.cells(record)
    )
    lines += "".join(f"<words>{one}</words>\n" for one in sorted(set(known)))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<return xmlns="{NAMESPACE}">\n{lines}</return>'.encode("ascii")


def names_of(package: Package) -> tuple[str, ...]:
    """Give the names of the parts that hold a record: LibreOffice may write it twice."""
    return tuple(name for name, _ in _found(package))


def read_held(package: Package) -> Record:
    """Give what a file was made for.

    Raises ``ReadError`` for a file that is no return, or whose record is damaged.
    """
    _, root = next(_found(package), (None, None))
    if root is None:
        raise ReadError(_NO_RETURN)
    rows = ((one.get("kind", ""), "".join(one.itertext())) for one in root.iterchildren(_RECORD))
    try:
        record = return_record.read(tuple(rows))
    except InputError as problem:
        raise ReadError(_damaged(str(problem))) from problem
    if len({row.item for row in record.made.rows}) < len(record.made.rows):
        raise ReadError(_damaged("an item stands in it twice"))
    return record


def read_known(package: Package) -> frozenset[str]:
    """Give the sums of what the program put into a form."""
    return frozenset(one.text or "" for _, root in _found(package) for one in root.iter(_WORDS))


def _found(package: Package) -> Iterator[tuple[str, Element]]:
    for name in sorted(filter(_ITEM.fullmatch, package.names)):
        data = package.data(name)
        if data is None or NAMESPACE.encode() not in data:
            continue
        try:
            root = parse(data)
        except etree.XMLSyntaxError as problem:
            raise ReadError(_damaged(str(problem))) from problem
        if root.tag == _ROOT:
            yield package.names[name].filename, root


def _damaged(problem: str) -> str:
    return (
        f"The part of the form that is read by the program cannot be used: {problem}. Go back to "
        "an earlier copy of the file."
    )
