"""Rebuild paragraphs from lines, across the ends of lines, columns and pages."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policyalign.readers.control_labels import label_of
from policyalign.readers.pdf.hyphens import HYPHENS, Joiner
from policyalign.readers.pdf.lines import Line
from policyalign.readers.sections import is_contents_line

BULLET = re.compile(
    r"^([•●○◦▪■□▫◾◆◇➢➤►▶▸‣⁃∙·✓✔✗☐☑☒❖\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf0a8\u2022]|[-–—*oO§](?=\s))\s*"
)
NUMBER = re.compile(
    r"^((?:\d{1,2}(?:\.\d{1,2}){1,4}\.?|\d{1,2}[.)]|\(?[a-zA-Z]\)|[a-z]\.|\(?[ivx]{1,5}\)"
    r"|[ivx]{1,5}\.))\s+(?=\S)"
)
_NUMBERED = re.compile(rf"{NUMBER.pattern}|^\d{{1,2}}(?:\.\d{{1,2}})*\.?\s+[A-Z“‘\"']")
_ENDS = (".", "!", "?", ":", ";")
_LOOSE = 1.4
_LABEL_WORDS = 4
_LINKS = frozenset({"a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is",
                    "of", "on", "or", "our", "that", "the", "their", "this", "to", "was",
                    "with", "&"})  # fmt: skip
_LOOSEST = 2.4
_FEW = 6
_CLOSING = "”’\"')]"


class Paragraph(NamedTuple):
    """Lines that belong together, and their text as one."""

    lines: list[Line]
    text: str

    @property
    def first(self) -> Line:
        """The line it begins with, which says where it stands and how it looks."""
        return self.lines[0]


_Column = tuple[int, int, int | None]


class _Measure(NamedTuple):
    """What is usual in a document: the gap between lines by size, where lines end, the size."""

    leading: dict[float, float]
    ends: dict[_Column, float]
    size: float


def rebuild(pages: Sequence[Sequence[Line]]) -> Iterator[Paragraph]:
    """Give the paragraphs of a document from the lines of its pages, in reading order."""
    lines = [line for page in pages for line in page]
    measure = _Measure(_leading(lines), _ends(lines), _commonest_size(lines))
    joiner = Joiner([line.text for line in lines])
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, measure):
            yield Paragraph(group, join(group, joiner))
            group = []
        group.append(line)
    if group:
        yield Paragraph(group, join(group, joiner))


def join(lines: Iterable[Line], joiner: Joiner) -> str:
    """Put lines together as one text, with words that the line ends cut made whole."""
    text, cut = "", False
    for line in lines:
        if not text:
            text = line.text
        elif cut:
            text = joiner.joined(text, line.text)
        else:
            text = f"{text} {line.text}"
        cut = line.hyphen
        if not cut and text[-1:] in HYPHENS and text[-2:-1].isalnum():
            text, cut = text[:-1], True
    return f"{text}-" if cut else text


def has_ended(text: str) -> bool:
    """Tell whether a text ends as a sentence or the lead to a list does."""
    return text.rstrip(_CLOSING).endswith(_ENDS)


def _leading(lines: Sequence[Line]) -> dict[float, float]:
    """Give, for each size of type, the commonest distance from one baseline to the next."""
    counts: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for above, below in itertools.pairwise(lines):
        gap = above.y - below.y
        if above.size == below.size and 0 < gap < _LOOSEST * above.size:
            counts[above.size][round(gap * 2) / 2] += 1
    return {
        size: min(_lowest_common(found), _LOOSE * size if found.total() < _FEW else math.inf)
        for size, found in counts.items()
    }


def _commonest_size(lines: Iterable[Line]) -> float:
    sizes = Counter(line.size for line in lines)
    return max(sizes, key=sizes.__getitem__, default=0.0)


def _lowest_common(gaps: Counter[float]) -> float:
    """Give the smallest distance that is common, since paragraphs are further apart than lines."""
    most = max(gaps.values())
    return min(gap for gap, count in gaps.items() if count >= most / 3)


def _column(line: Line) -> _Column:
    return line.page, int(line.left // 40), line.box


def _ends(lines: Iterable[Line]) -> dict[_Column, float]:
    """Give the furthest that lines reach to the right, by page and by where they begin."""
    ends: dict[_Column, float] = {}
    for line in lines:
        key = _column(line)
        if line.right > ends.get(key, 0.0):
            ends[key] = line.right
    return ends


def _goes_on(group: list[Line], line: Line, measure: _Measure) -> bool:
    """Tell whether a line carries on the paragraph of the lines before it."""
    last = group[-1]
    gap = last.y - line.y
    if _is_apart(last, line):
        return False
    if line.page == last.page and abs(gap) < 0.4 * last.size and line.left >= last.right - 1:
        return line.left - last.right < 3 * last.size or BULLET.fullmatch(last.text) is not None
    ended = not last.hyphen and has_ended(last.text)
    if line.page != last.page or gap < -last.size or line.left > last.right:
        return _goes_on_elsewhere(last, line, measure, ended=ended)
    if _is_labelled(line.text) and (_is_labelled(last.text) or not _is_full(last, line, measure)):
        return False
    numbered = _is_numbered(line.text)
    if numbered or line.bold != last.bold:
        settled = not ended and _is_full(last, line, measure)
        # Bold words at the start of a paragraph may fill its first line.
        runs_on = not numbered and not ended and line.text[:1].islower()
        if not settled and not runs_on:
            return False
    return _is_near(group, gap, measure) and not _is_next(group, line, measure, ended=ended)


def _is_apart(last: Line, line: Line) -> bool:
    """Tell whether two lines cannot be one paragraph, wherever they stand."""
    return (
        line.cell != last.cell
        or line.box != last.box
        or line.turned != last.turned
        or abs(line.size - last.size) > (0.15 if line.bold == last.bold else 0.05) * last.size
        or is_contents_line(last.text)
        or _is_tabbed(last)
        or (BULLET.match(line.text) is not None and line.left <= last.right)
    )


def _is_tabbed(line: Line) -> bool:
    """Tell whether a wide blank, other than the one after a clause number, divides the line."""
    return bool(line.gaps) and any(
        end - begin > 2.5 * line.size and begin - line.left > 4 * line.size
        for begin, end in line.gaps
    )


def _is_labelled(text: str) -> bool:
    """Tell a line of document control, such as ``Approved on: 9 June 2026``."""
    label, colon, _ = text.partition(":")
    return bool(colon) and label_of(label.strip()) is not None


def _is_numbered(text: str) -> bool:
    return _NUMBERED.match(text) is not None


def _goes_on_elsewhere(last: Line, line: Line, measure: _Measure, *, ended: bool) -> bool:
    """Tell whether a paragraph carries on at the top of the next column or page."""
    if last.hyphen:
        return line.text[:1].isalnum()
    if ended or _is_numbered(line.text) or line.bold != last.bold:
        return False
    if line.text[:1].islower():
        return True
    # A heading at the foot of a page is seldom as wide as the column.
    return not last.bold and _is_full(last, line, measure)


def _is_full(last: Line, line: Line, measure: _Measure, slack: float = 1.0) -> bool:
    """Tell whether the next line's first word would not have fitted on the last line."""
    end = max(measure.ends.get(_column(last), 0.0), line.right if line.page == last.page else 0.0)
    word = line.text.partition(" ")[0]
    width = (line.right - line.left) / max(len(line.text), 1) * (len(word) + 1)
    return last.right + slack * width > end - 1


def _is_near(group: list[Line], gap: float, measure: _Measure) -> bool:
    last = group[-1]
    usual = measure.leading.get(last.size, 1.2 * last.size)
    if len(group) > 1 and group[-2].page == last.page and group[-2].y > last.y:
        usual = min(max(usual, 1.05 * last.size), max(group[-2].y - last.y, last.size))
    usual = max(usual, last.size)
    return gap <= 1.22 * usual + 0.5


def _is_next(group: list[Line], line: Line, measure: _Measure, *, ended: bool) -> bool:
    """Tell by indent, or by a last line that ends early, that a new paragraph begins."""
    last, first = group[-1], group[0]
    indent = line.left - last.left
    listed = BULLET.match(first.text) is not None or _is_numbered(first.text)
    if listed and line.left < first.left - 2:
        return True
    if listed and len(group) == 1:
        return indent < 2 and ended and not _is_full(last, line, measure)
    if indent > 8 and len(group) > 1 and ended:
        return True
    if ended:
        return not _is_full(last, line, measure)
    plain = line.cell is None and line.size <= 1.1 * measure.size
    return plain and _are_labels(last, line) and not _is_full(last, line, measure, slack=1.5)


def _are_labels(last: Line, line: Line) -> bool:
    """Tell whether two lines are names or labels under each other, not a sentence cut in two."""
    words = last.text.split()
    return (
        len(words) <= _LABEL_WORDS
        and len(line.text.split()) <= _LABEL_WORDS
        and line.text[:1].isupper()
        and words[-1].casefold() not in _LINKS
    )
