"""Read back what a partnership filled in in an earlier roll-up workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from policyalign.errors import InputError
from policyalign.model.returns import LABELS, Rating
from policyalign.model.submissions import Ruling
from policyalign.renderers.moderation_layout import DATA, SCHEMA, SHEET, Heading
from policyalign.returns.cells import Grid, place, read_cells
from policyalign.returns.entries import folded, nearest_label
from policyalign.returns.workbook import Workbook, open_workbook

_NEEDED = (Heading.AGENCY, Heading.PACK, Heading.REFERENCE, Heading.MODERATED)


@dataclass(frozen=True, slots=True)
class Moderated:
    """The rulings of one workbook, and sentences on what in it could not be understood."""

    rulings: tuple[Ruling, ...]
    remarks: tuple[str, ...]


def read_moderation(path: Path, name: str) -> Moderated:
    """Read a roll-up workbook; ``name`` is the file's, as it is shown.

    A row counts if something is filled in for the partnership. Raises ``InputError`` with a reason
    that goes on from the file's name.
    """
    book = open_workbook(path)
    own = _own_labels(book)
    labels = _labels(own)
    sheet, grid, heading = _table(book)
    columns = {
        value.text.strip(): number for number, value in sorted(grid[heading].items(), reverse=True)
    }
    rulings, remarks = [], []
    for number in sorted(row for row in grid if row > heading):
        said = {
            one: " ".join(grid[number][columns[one]].text.split())
            for one in Heading
            if one in columns and columns[one] in grid[number]
        }
        rating = said.get(Heading.MODERATED, "")
        if rating and folded(rating) not in labels:
            where = f"{sheet} {place(number, columns[Heading.MODERATED])}"
            hint = _hint(rating, own)
            remarks.append(f"{where}: “{rating}” is no rating, and was not read. {hint}")
        ruling = _ruling(said, labels, name)
        if ruling:
            rulings.append(ruling)
        elif not all(_whose(said)) and (rating or said.get(Heading.MODERATION)):
            remarks.append(f"{sheet} row {number}: names no agency or item, and was not read")
    return Moderated(tuple(rulings), tuple(remarks))


def _ruling(said: Mapping[Heading, str], labels: Mapping[str, Rating], name: str) -> Ruling | None:
    rating = labels.get(folded(said.get(Heading.MODERATED, "")))
    comment = said.get(Heading.MODERATION, "")
    known = _whose(said)
    if not all(known) or not (rating or comment):
        return None
    agency, pack, item = known
    return Ruling(path=name, agency=agency, key=(pack, item), rating=rating, comment=comment)


def _whose(said: Mapping[Heading, str]) -> list[str]:
    """Give the agency, the pack and the item that a row names; empty for what it does not name."""
    return [said.get(one, "") for one in (Heading.AGENCY, Heading.PACK, Heading.REFERENCE)]


def _hint(said: str, own: Mapping[Rating, str]) -> str:
    near = nearest_label(said, own)
    return f"Did you mean “{near}”?" if near else f"Choose one of: {', '.join(own.values())}."


def _labels(own: Mapping[Rating, str]) -> dict[str, Rating]:
    """Give the rating for each word for it: its id, the usual word, and that of the workbook."""
    known = {folded(rating): rating for rating in Rating}
    for words in (LABELS, own):
        known |= {folded(word): rating for rating, word in words.items()}
    return known


def _own_labels(book: Workbook) -> dict[Rating, str]:
    """Give the words for the ratings in the workbook; the usual ones where it says none."""
    if DATA not in book.sheets:
        return dict(LABELS)
    rows = [
        (cells[1].text, cells[2].text)
        for _, cells in sorted(read_cells(book.tree(book.sheets[DATA]), book).items())
        if 1 in cells and 2 in cells
    ]
    if not rows or rows[0] != ("schema", SCHEMA):
        raise InputError("is a roll-up of another version. Update policyalign")
    return {**LABELS, **{Rating(key): word for key, word in rows[1:] if key in set(Rating)}}


def _table(book: Workbook) -> tuple[str, Grid, int]:
    """Give the sheet to moderate in, whatever its name, its cells, and the row of its headings."""
    for name in sorted(book.sheets, key=lambda one: one != SHEET):
        grid = read_cells(book.tree(book.sheets[name]), book)
        for row in _first_rows(grid):
            if set(_NEEDED) <= {value.text.strip() for value in grid[row].values()}:
                return name, grid, row
    raise InputError(
        f"is a roll-up, but no sheet has the headings {', '.join(_NEEDED)}. Put them back"
    )


def _first_rows(grid: Grid) -> Iterator[int]:
    return iter(sorted(grid)[:10])
