"""See what somebody changed in the cells that the program filled."""

from __future__ import annotations

from policyalign.model.returns import Row
from policyalign.renderers.return_layout import HEADING_OF, item_cells
from policyalign.returns.problems import Severity
from policyalign.returns.table import Table

_CHECKED = ("title", "question", "outcome", "exhibit")


def changed_cells(table: Table, row: int, known: Row) -> None:
    """Note each cell of an item's row that does not say what the program put there."""
    expected = item_cells(known)
    changed = [
        key
        for key in _CHECKED
        if key in table.columns and _folded(table.text(row, key)) != _folded(expected[key])
    ]
    if set(_CHECKED[:2]) <= set(changed):
        table.note(
            Severity.ODD,
            f"The reference is that of “{known.title}”, but other words stand beside it. If the "
            "sheet was sorted without all its columns, undo that; the reference was believed.",
            row,
            "item",
        )
        return
    for key in changed:
        table.note(
            Severity.ODD,
            f"“{HEADING_OF[key]}” was changed by hand. What the program found counts: "
            f"“{_short(expected[key])}”.",
            row,
            key,
        )


def _folded(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    line = _folded(text)
    return line if len(line) <= 80 else f"{line[:79]}…"
