"""What the styles of a document say of a paragraph or a run, through the chain of styles."""

from __future__ import annotations

from functools import reduce

from policyalign.readers.word.look import PLAIN, Look, Style, undefined_style
from policyalign.readers.word.stylesheet import DEFAULT_SIZE, StyleSheet

_LONGEST_CHAIN = 20


class Styles:
    """What styles say, looked up when it is asked for.

    ``normal`` is how a paragraph without a style looks, and ``size`` that of its letters.
    """

    def __init__(self, sheet: StyleSheet | None) -> None:
        self._sheet = sheet
        self._read: dict[str, Style] = {}
        self._looks: dict[str | None, Look] = {}
        self.size = sheet.size if sheet is not None else DEFAULT_SIZE
        self.normal = self.look(None)

    def look(self, style: str | None) -> Look:
        """Give what a paragraph or run style says; ``None`` is the default paragraph style."""
        found = self._looks.get(style)
        if found is None:
            found = self._looks[style] = self._resolve(style)
        return found

    def chain(self, style: str) -> list[str]:
        """Give the style and those it is based on, nearest first."""
        names: list[str] = []
        current: str | None = style
        while current is not None and current not in names and len(names) < _LONGEST_CHAIN:
            names.append(current)
            current = self._style(current).parent
        return names

    def _style(self, name: str) -> Style:
        found = self._read.get(name)
        if found is None:
            written = self._sheet.style(name) if self._sheet is not None else None
            found = self._read[name] = written or undefined_style(name)
        return found

    def _resolve(self, style: str | None) -> Look:
        if not style and self._sheet is not None:
            style = self._sheet.default
        looks = [self._style(name).look for name in (self.chain(style) if style else ())]
        return reduce(_over, looks) if looks else PLAIN


def _over(own: Look, base: Look) -> Look:
    """Put a style's own settings over those of the style it is based on."""
    return Look(
        level=base.level if own.level is None else own.level,
        hidden=base.hidden if own.hidden is None else own.hidden,
        bold=base.bold if own.bold is None else own.bold,
        size=base.size if own.size is None else own.size,
        list_id=base.list_id if own.list_id is None else own.list_id,
        list_level=base.list_level if own.list_level is None else own.list_level,
        title=base.title or own.title,
        contents=base.contents or own.contents,
    )
