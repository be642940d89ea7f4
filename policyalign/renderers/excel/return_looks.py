"""How the cells of a return look. What a cell is for is said in words too, never by colour alone.

Cells to fill in are unlocked, lighter, and framed by a line of their own kind.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from policyalign.model.report import Outcome
from policyalign.renderers.plain import FORMULA
from policyalign.renderers.return_layout import Column, Whose

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_FONT = {"font_name": "Calibri", "font_size": 10}
_FRAME = {**_FONT, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
_DARK = {Whose.PROGRAM: "#1F3864", Whose.AGENCY: "#375623", Whose.PARTNERSHIP: "#5B2C6F"}
_LIGHT = {Whose.PROGRAM: "#F2F2F2", Whose.AGENCY: "#FFFFFF", Whose.PARTNERSHIP: "#F5EEF8"}
_OPEN = {"locked": False, "border": 3, "border_color": "#375623"}
_OPEN_TO_PARTNERSHIP = {"locked": False, "border": 4, "border_color": "#5B2C6F"}
_ENTRY: dict[Whose, dict[str, Any]] = {
    Whose.PROGRAM: {},
    Whose.AGENCY: _OPEN,
    Whose.PARTNERSHIP: _OPEN_TO_PARTNERSHIP,
}
_OUTCOMES = {
    Outcome.MET: "#DDEFD9",
    Outcome.PARTLY: "#FFF3CD",
    Outcome.NOT_MET: "#F8D7DA",
    Outcome.UNCLEAR: "#E7E6E6",
    Outcome.NOT_APPLICABLE: "#E7E6E6",
}


class Look(StrEnum):
    """How a cell of the first sheet looks."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SECTION = "section"
    LABEL = "label"
    TEXT = "text"
    STEP = "step"
    ENTRY = "entry"
    DATE = "date"


_LOOKS: dict[Look, dict[str, Any]] = {
    Look.TITLE: {**_FONT, "font_size": 20, "bold": True, "font_color": "#1F3864"},
    Look.SUBTITLE: {**_FONT, "font_size": 12, "font_color": "#404040"},
    Look.SECTION: {
        **_FONT,
        "font_size": 13,
        "bold": True,
        "font_color": "#1F3864",
        "bottom": 2,
        "bottom_color": "#1F3864",
    },
    Look.LABEL: {**_FONT, "font_size": 11, "bold": True, "valign": "top", "text_wrap": True},
    Look.TEXT: {**_FONT, "font_size": 11, "valign": "top", "text_wrap": True},
    Look.STEP: {**_FONT, "font_size": 11, "bold": True, "valign": "top", "align": "right"},
    Look.ENTRY: {**_FRAME, "font_size": 11, **_OPEN},
    Look.DATE: {**_FRAME, "font_size": 11, **_OPEN, "num_format": "dd/mm/yyyy", "align": "left"},
}


class Looks:
    """The formats of a workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[str, Format] = {}
        self.of_outcomes = {
            outcome: workbook.add_format({"bg_color": colour, "font_color": "#000000"})
            for outcome, colour in _OUTCOMES.items()
        }

    def __getitem__(self, look: Look) -> Format:
        return self._format(_LOOKS[look])

    def band(self, whose: Whose) -> Format:
        """Give the look of the words above a heading, which say whose the column is."""
        shade = {"bg_color": _LIGHT[whose], "font_color": _DARK[whose], "bold": True}
        return self._format({**_FRAME, **shade})

    def heading(self, whose: Whose) -> Format:
        """Give the look of a heading."""
        shade = {"bg_color": _DARK[whose], "font_color": "#FFFFFF", "bold": True}
        return self._format({**_FRAME, **shade})

    def cell(self, column: Column, shown: str) -> Format:
        """Give the look of a cell that shows this text.

        Excel keeps text that begins like a formula as text until somebody edits the cell; the
        quote prefix makes that hold afterwards too.
        """
        whose = column.whose
        look = {**_FRAME, "bg_color": _LIGHT[whose], **_ENTRY[whose]}
        if column.key == "due":
            look |= {"num_format": "dd/mm/yyyy", "align": "left"}
        if column.key in {"outcome", "rating", "moderated"}:
            look["bold"] = True
        return self._format({**look, "quote_prefix": shown.startswith(FORMULA)})

    def _format(self, look: dict[str, Any]) -> Format:
        key = repr(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(look)
        return self._made[key]
