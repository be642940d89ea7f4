"""The visible numbers of lists and clauses, which Word computes and the text does not hold."""

from __future__ import annotations

from dataclasses import dataclass, field

from policyalign.readers.word.markup import VAL, Element, W, is_on, number
from policyalign.readers.word.styles import Styles

_LEVELS = 9
_ABSTRACT, _NUM = W + "abstractNum", W + "num"
_BULLET = "•"
# Word draws these letters of symbol fonts as bullets.
_DRAWN_AS_BULLETS = frozenset("oo§Øüv¡")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_LARGEST_LETTER = 780


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """One level of a list: its format, the pattern of its label, and where it starts."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    legal: bool = False
    style: str | None = None


_UNWRITTEN = _Level()


@dataclass(slots=True, kw_only=True)
class _List:
    """A ``w:num``: the levels of its abstract list with its own overrides laid over them."""

    abstract: str
    levels: dict[int, _Level]
    restarts: dict[int, int] = field(default_factory=dict)
    bullets: dict[int, str] = field(default_factory=dict)
    used: bool = False


class Numbering:
    """Counts list paragraphs in document order and gives each its label.

    Lists are looked into when they are first used: documents carry hundreds and use a few.
    """

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        for element in root if root is not None else ():
            if element.tag == _ABSTRACT:
                self._abstracts[element.get(W + "abstractNumId")] = element
            elif element.tag == _NUM:
                self._nums[element.get(W + "numId")] = element
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._style_levels: dict[tuple[str | None, str | None], int] = {}

    def label(self, list_id: str | None, level: int | None, style: str | None) -> str:
        """Count one paragraph of a list and give its label, ``""`` if it is in none.

        ``style`` finds the level where the list is tied to styles and ``level`` is ``None``.
        """
        if list_id is None:
            return ""
        if list_id not in self._lists:
            self._lists[list_id] = self._list(list_id)
        found = self._lists[list_id]
        if found is None:
            return ""
        depth = level if level is not None else self._level_of_style(list_id, found, style)
        depth = min(max(depth, 0), _LEVELS - 1)
        counter = self._counters.setdefault(found.abstract, [None] * _LEVELS)
        self._count(found, counter, depth)
        plain = found.bullets.get(depth)
        if plain is not None:
            return plain
        return _written(found.levels, counter, depth)

    def _count(self, found: _List, counter: list[int | None], depth: int) -> None:
        if not found.used:
            found.used = True
            for level, start in found.restarts.items():
                if 0 <= level < _LEVELS:
                    counter[level] = start - 1
        value = counter[depth]
        start = found.levels.get(depth, _UNWRITTEN).start
        counter[depth] = start if value is None else value + 1
        counter[depth + 1 :] = [None] * (_LEVELS - depth - 1)

    def _level_of_style(self, list_id: str | None, found: _List, style: str | None) -> int:
        known = self._style_levels.get((list_id, style))
        if known is None:
            names = self._styles.chain(style) if style is not None else []
            known = next((n for n, level in found.levels.items() if level.style in names), 0)
            self._style_levels[list_id, style] = known
        return known

    def _list(self, list_id: str) -> _List | None:
        num = self._nums.get(list_id)
        name = self._abstract_of(num)
        abstract = self._abstracts.get(name) if name is not None else None
        if num is None or name is None or abstract is None:
            return None
        found = _List(abstract=name, levels=_levels(abstract))
        _override(found, num)
        found.bullets = {
            depth: _bullet(level.pattern)
            for depth, level in found.levels.items()
            if level.form == "bullet"
        }
        return found

    def _abstract_of(self, num: Element | None) -> str | None:
        """Find the abstract list that holds the levels, through ``w:numStyleLink`` if need be."""
        name = _value(num, "abstractNumId") if num is not None else None
        for _ in range(_LEVELS):
            abstract = self._abstracts.get(name) if name is not None else None
            style = _value(abstract, "numStyleLink") if abstract is not None else None
            list_id = self._styles.look(style).list_id if style is not None else None
            if list_id is None or list_id not in self._nums:
                return name
            name = _value(self._nums[list_id], "abstractNumId")
        return name


def _value(element: Element, name: str) -> str | None:
    child = element.find(W + name)
    return child.get(VAL) if child is not None else None


def _levels(parent: Element) -> dict[int, _Level]:
    return {
        number(level.get(W + "ilvl")): _Level(
            form=_value(level, "numFmt") or "decimal",
            pattern=_value(level, "lvlText") or "",
            start=number(_value(level, "start"), 1),
            legal=is_on(level.find(W + "isLgl")),
            style=_value(level, "pStyle"),
        )
        for level in parent.iterchildren(W + "lvl")
    }


def _override(found: _List, num: Element) -> None:
    for override in num.iterchildren(W + "lvlOverride"):
        level = number(override.get(W + "ilvl"))
        start = _value(override, "startOverride")
        if start is not None:
            found.restarts[level] = number(start, 1)
        found.levels.update(_levels(override))


def _written(levels: dict[int, _Level], counter: list[int | None], depth: int) -> str:
    level = levels.get(depth, _Level(pattern=f"%{depth + 1}."))
    if level.form == "none":
        return ""
    label = level.pattern
    for position in range(_LEVELS):
        mark = f"%{position + 1}"
        if mark in label:
            part = levels.get(position, _UNWRITTEN)
            value = counter[position] if counter[position] is not None else part.start
            form = "decimal" if level.legal else part.form
            label = label.replace(mark, _formatted(value or 0, form))
    return " ".join(label.split())


def _bullet(pattern: str) -> str:
    private = any("\ue000" <= mark <= "\uf8ff" for mark in pattern)
    return _BULLET if private or not pattern.strip() or pattern in _DRAWN_AS_BULLETS else pattern


def _formatted(value: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and 0 < value <= _LARGEST_LETTER:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < value <= _LARGEST_ROMAN:
        roman = _roman(value)
        return roman.upper() if form == "upperRoman" else roman
    if form in {"bullet", "none"}:
        return ""
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _roman(value: int) -> str:
    letters = ""
    for amount, letter in _ROMAN:
        letters += letter * (value // amount)
        value %= amount
    return letters
