"""Recognise what a policy says of itself: version, owner, approval and review.

The words come from a document-control table (label and value side by side, or a header row above
values), or from lines such as ``Version: 4.2`` on a cover or in a footer. Readers pass plain text;
nothing here depends on a file format. Values are kept as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policyalign.model.document import Control
from policyalign.readers.control_labels import LAST_RANK, label_of
from policyalign.written_dates import DAY_OR_MONTH, YEAR

_HISTORY = re.compile(r"\b(?:changed?|changes|amend\w*|summary|description|comments?|details)\b")

_DATE = re.compile(rf"\b(?:{DAY_OR_MONTH}|{YEAR})", re.IGNORECASE)
_VERSION = re.compile(r"\d+(?:\.\d+)*[a-z]?\b", re.IGNORECASE)
_SHORT_VERSION = re.compile(r"\b(?:version|v)\.? ?(\d+(?:\.\d+)*)(?![\w/])", re.IGNORECASE)
_LINE_PARTS = re.compile(
    r"\s*(?:[|•·\t\n]|\s{3,}|(?<=\d)\.\s+(?=[A-Z])"
    r"|,\s+(?=(?:version|approved|adopted|(?:next )?review|owner)\b))\s*",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"([^:]{3,60}?)(?:\s*:|\s+[–—-](?=\s))\s*(.+)")
# A value ends where the next label of the line begins: "Version No: 7 Date: May 2026".
_NEXT_LABEL = re.compile(r"\s+[A-Z][A-Za-z ]{2,30}:.*")
# "This policy was approved on 4 May 2026 and will be reviewed in May 2027."
_IN_SENTENCE = {
    "approved": re.compile(
        rf"\b(?:was|is|been)\s+(?:approved|ratified|adopted|agreed)\b[^.]{{0,60}}?\b(?:on|in)\s+"
        rf"({_DATE.pattern})",
        re.IGNORECASE,
    ),
    "review": re.compile(
        rf"\b(?:(?:will|to)\s+be|is|due)\s+(?:next\s+)?(?:reviewed|due\s+for\s+review|for\s+review)"
        rf"\b[^.]{{0,40}}?\b(?:on|in|by|before)\s+({_DATE.pattern})",
        re.IGNORECASE,
    ),
}
# "This policy belongs to the Service Manager, Corporate Parenting, who should be told of changes."
_BELONGS = re.compile(
    r"\b[Tt]h(?:is|e) (?:policy|procedure|document|guidance|guide|strategy|framework|protocol|form"
    r"|handbook) (?:belongs to|is (?:owned|maintained|kept up to date|looked after) by"
    r"|is the responsibility of) (?:the |our )?"
    r"((?!(?:Parent|Child|Family|Person|All|Everyone)\b(?! [A-Z]))[A-Z][^.;()]{2,80}?)"
    r"(?=,? (?:who|which|and (?:was|is|will|it|reviewed|updated|kept))\b|[.;(]|\s*$)"
)
_LABELS_BELOW = 2
_DIGIT, _DASHED = re.compile(r"\d"), re.compile(r"\s[–—-]\s")
_LONGEST_VALUE = 160
_FIRST_DATE_RANKS = {"approved": 0, "review": 0}


# What most tables and lines say.
_NOTHING = Control()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A value for a field, and how plain its label is (0 is plainest)."""

    field: str
    rank: int
    value: str


def described_by_rows(rows: Iterable[Sequence[str]]) -> tuple[Control, str | None]:
    """Read a document-control table, given as the texts of its cells, and the title it names.

    A merged cell stands once. Both are empty unless the table names at least two of title,
    version, owner, approval and review: one such label alone is found in many other tables.
    """
    return _described(_from_table(rows))


def described_by_lines(lines: Iterable[str]) -> tuple[Control, str | None]:
    """Read lines such as ``Version 4.2 | Approved 9 June 2026``, and the title they name.

    Pass only lines of a cover, a control section, a header or a footer: in running text the same
    words mean other things.
    """
    return _described(tuple(_from_lines(lines)))


def _described(found: tuple[_Found, ...]) -> tuple[Control, str | None]:
    return (_control(found), _best(found, "title")) if found else (_NOTHING, None)


def merged(controls: Iterable[Control]) -> Control:
    """Put several findings together; for each field the first that has a value counts."""
    found = tuple(controls)
    return Control(
        version=next((c.version for c in found if c.version), None),
        owner=next((c.owner for c in found if c.owner), None),
        approved=next((c.approved for c in found if c.approved), None),
        review=next((c.review for c in found if c.review), None),
    )


def _folded(text: str) -> str:
    return " ".join(text.split())


def _from_table(rows: Iterable[Sequence[str]]) -> tuple[_Found, ...]:
    table = [row for row in rows if row]
    if not any(map(_may_start, table)):
        return ()
    found = _from_rows([[_folded(cell) for cell in row] for row in table])
    return found if len({item.field for item in found}) > 1 else ()


def _may_start(row: Sequence[str]) -> bool:
    """Look quickly whether a row begins like one of a control table."""
    first = _folded(next((cell for cell in row if cell and not cell.isspace()), ""))
    return label_of(first) is not None or ":" in first[:_LONGEST_VALUE]


def _from_rows(rows: list[list[str]]) -> tuple[_Found, ...]:
    found: list[_Found] = []
    position = 0
    while position < len(rows):
        row = rows[position]
        below = rows[position + 1 :]
        # A value may look like a label; then the next rows begin with labels of their own.
        if _is_header(row) and below and sum(map(_begins_with_label, below)) < _LABELS_BELOW:
            found.extend(_below(row, below))
            break
        found.extend(_beside(row))
        position += 1
    return tuple(found)


def _is_header(row: list[str]) -> bool:
    """Tell whether a row holds labels alone, whose values stand in the rows below it."""
    filled = [cell for cell in row if cell]
    return len(filled) > 1 and all(label_of(cell) is not None for cell in filled)


def _begins_with_label(row: list[str]) -> bool:
    first = next(filter(None, row), "")
    return label_of(first) is not None


def _beside(row: list[str]) -> Iterator[_Found]:
    """Pair each label with the next cell of its row, or with what follows its own colon."""
    filled = [cell for cell in row if cell]
    for cell, following in zip(filled, (*filled[1:], ""), strict=True):
        # A label needs a value; to ask whether a cell is one costs more than all the rest.
        if not following and ":" not in cell:
            continue
        label = label_of(cell)
        if label is None:
            if ":" in cell and len(cell) <= _LONGEST_VALUE:
                yield from _from_line(cell)
        elif label[0] and following and label_of(following) is None:
            yield from _found(*label, following)


def _below(header: list[str], rows: list[list[str]]) -> Iterator[_Found]:
    """Pair each label of a header row with the cell under it.

    A table of several rows is a history of versions: only the highest version is taken from it.
    """
    values = [row for row in rows if any(row)]
    labels = [label_of(cell) for cell in header]
    if len(values) > 1 or any(_HISTORY.search(cell.casefold()) for cell in header):
        yield from _latest(labels, values)
        return
    for label, value in zip(labels, values[0] if values else [], strict=False):
        if label and label[0]:
            yield from _found(*label, value)


def _latest(labels: list[tuple[str, int] | None], rows: list[list[str]]) -> Iterator[_Found]:
    columns = [n for n, label in enumerate(labels) if label and label[0] == "version"]
    versions = [row[columns[0]] for row in rows if columns and len(row) > columns[0]]
    numbered = [text for text in versions if _VERSION.search(text)]
    if numbered:
        last_resort = LAST_RANK
        yield _Found(field="version", rank=last_resort, value=max(numbered, key=_numbers))
        # A history is known by its version and its authors or dates, so it is believed alone.
        yield _Found(field="", rank=0, value="")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d{1,9}", version))


def _found(field: str, rank: int, value: str) -> Iterator[_Found]:
    """Give the value, if it can be one: a date where a date is meant, and never a long text."""
    if not value or len(value) > _LONGEST_VALUE:
        return
    if field == "approved" and rank > _FIRST_DATE_RANKS["approved"]:
        # "Approved by" names a body more often than a day; only a day is an approval date.
        date = _DATE.search(value)
        if date:
            yield _Found(field=field, rank=rank, value=date.group())
        return
    date = _DATE.match(value) if field in _FIRST_DATE_RANKS else None
    # "March 2029, with a yearly progress note": the day is the value, the rest a remark on it.
    yield _Found(field=field, rank=rank, value=date.group() if date else value)


def _from_lines(lines: Iterable[str]) -> Iterator[_Found]:
    for line in lines:
        if belongs := _BELONGS.search(line):
            yield _Found(field="owner", rank=LAST_RANK, value=_folded(belongs.group(1)))
        if not (":" in line or _DASHED.search(line) or _DIGIT.search(line)):
            continue
        for part in _LINE_PARTS.split(line.strip()):
            yield from _from_line(_folded(part))


def _from_line(line: str) -> Iterator[_Found]:
    labelled = _LABELLED.fullmatch(line)
    label = label_of(labelled.group(1)) if labelled else None
    if labelled and label and label[0]:
        if label[0] not in _FIRST_DATE_RANKS or _DATE.search(labelled.group(2)):
            value = _NEXT_LABEL.sub("", labelled.group(2)) if ":" in line else labelled.group(2)
            yield from _found(*label, value)
        return
    if not _DIGIT.search(line):
        return
    for field, sentence in _IN_SENTENCE.items():
        if said := sentence.search(line):
            yield _Found(field=field, rank=LAST_RANK, value=said.group(1))
    date = _DATE.search(line)
    before = label_of(line[: date.start()]) if date else None
    if date and before and before[0] in _FIRST_DATE_RANKS:
        yield _Found(field=before[0], rank=before[1], value=line[date.start() :])
    short = _SHORT_VERSION.search(line)
    if short and len(line) <= _LONGEST_VALUE:
        yield _Found(field="version", rank=LAST_RANK, value=short.group(1))


def _best(found: tuple[_Found, ...], field: str) -> str | None:
    values = [item for item in found if item.field == field]
    return min(values, key=lambda item: item.rank).value if values else None


def _control(found: tuple[_Found, ...]) -> Control:
    return Control(
        version=_best(found, "version"),
        owner=_best(found, "owner"),
        approved=_best(found, "approved"),
        review=_best(found, "review"),
    )
