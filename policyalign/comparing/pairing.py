"""Which document of one run is which of the other: by path, by content, by title, by likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from policyalign.comparing.letters import alike, letters, passages
from policyalign.model.comparison import KnownBy
from policyalign.model.report import DocumentResult

# Many agencies give their policies the same title, so some passages must be the same as well.
_LEAST_WITH_TITLE = 0.1
_LEAST_ALONE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two documents taken for versions of one; ``likeness`` is 0 to 100."""

    before: DocumentResult
    after: DocumentResult
    known_by: KnownBy
    likeness: float


def pairs(before: Sequence[DocumentResult], after: Sequence[DocumentResult]) -> tuple[Pair, ...]:
    """Give the documents that stand on both sides, in the order of the later side."""
    found: list[Pair] = []
    likeness = _Likeness()
    for known_by, key in _KEYS:
        left, right = _rest(before, after, found)
        found += _by_key(left, right, known_by, key, likeness)
    for known_by, least in ((KnownBy.TITLE, _LEAST_WITH_TITLE), (KnownBy.LIKENESS, _LEAST_ALONE)):
        left, right = _rest(before, after, found)
        found += _by_likeness(left, right, known_by, least, likeness)
    order = {document.path: number for number, document in enumerate(after)}
    return tuple(sorted(found, key=lambda pair: order[pair.after.path]))


def given(before: DocumentResult, after: DocumentResult) -> Pair:
    """Pair two documents because the user says so."""
    likeness = _Likeness().percent(before, after)
    return Pair(before=before, after=after, known_by=KnownBy.GIVEN, likeness=likeness)


class _Likeness:
    """How like each other documents are; the passages of each are gathered once."""

    def __init__(self) -> None:
        self._passages: dict[tuple[int, bool], Counter[str]] = {}
        self._titles: dict[int, str] = {}

    def __call__(self, one: DocumentResult, other: DocumentResult) -> float:
        if one.sha256 == other.sha256:
            return 1.0
        # Paragraphs compare with paragraphs only, so both documents must have theirs.
        text = bool(one.blocks and other.blocks)
        return alike(self._of(one, text=text), self._of(other, text=text))

    def percent(self, one: DocumentResult, other: DocumentResult) -> float:
        """Give the likeness from 0 to 100; 100 is kept for passages that are all the same."""
        return int(self(one, other) * 1000) / 10

    def of_title(self, one: DocumentResult, other: DocumentResult) -> bool:
        """Tell whether both have a title, and the same."""
        title = self._title(one)
        return bool(title) and title == self._title(other)

    def _title(self, document: DocumentResult) -> str:
        if id(document) not in self._titles:
            self._titles[id(document)] = letters(document.title or "")
        return self._titles[id(document)]

    def _of(self, document: DocumentResult, *, text: bool) -> Counter[str]:
        key = id(document), text
        if key not in self._passages:
            self._passages[key] = passages(document, text=text)
        return self._passages[key]


def _path(document: DocumentResult) -> str:
    return document.path


def _content(document: DocumentResult) -> str:
    return document.sha256


_Key = Callable[[DocumentResult], Hashable]
_KEYS: tuple[tuple[KnownBy, _Key], ...] = ((KnownBy.PATH, _path), (KnownBy.CONTENT, _content))


def _rest(
    before: Sequence[DocumentResult], after: Sequence[DocumentResult], found: list[Pair]
) -> tuple[list[DocumentResult], list[DocumentResult]]:
    """Give the documents of both sides that have no partner yet."""
    left = {pair.before.path for pair in found}
    right = {pair.after.path for pair in found}
    return (
        [document for document in before if document.path not in left],
        [document for document in after if document.path not in right],
    )


def _by_key(
    before: list[DocumentResult],
    after: list[DocumentResult],
    known_by: KnownBy,
    key: _Key,
    likeness: _Likeness,
) -> Iterator[Pair]:
    """Pair documents with the same key; where several have it, in their order."""
    waiting: dict[Hashable, list[DocumentResult]] = {}
    for document in reversed(before):
        waiting.setdefault(key(document), []).append(document)
    for document in after:
        if same := waiting.get(key(document)):
            earlier = same.pop()
            percent = likeness.percent(earlier, document)
            yield Pair(before=earlier, after=document, known_by=known_by, likeness=percent)


def _by_likeness(
    before: list[DocumentResult],
    after: list[DocumentResult],
    known_by: KnownBy,
    least: float,
    likeness: _Likeness,
) -> Iterator[Pair]:
    """Pair the documents that are most alike first, down to the least that will do."""
    ranked = sorted(
        (
            (-likeness(one, other), one.path, other.path, one, other)
            for one in before
            for other in after
            if known_by is not KnownBy.TITLE or likeness.of_title(one, other)
        ),
        key=lambda entry: entry[:3],
    )
    taken: set[tuple[str, str]] = set()
    for minus, path, other_path, one, other in ranked:
        free = not {("before", path), ("after", other_path)} & taken
        if free and -minus >= least:
            taken |= {("before", path), ("after", other_path)}
            percent = likeness.percent(one, other)
            yield Pair(before=one, after=other, known_by=known_by, likeness=percent)
