"""Whether what was found in a passage is what its labels want, and the counts of that."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from benchmarks.labelled_passages import Passage

STATUSES = ("affirmed", "negated", "historical", "cited")
RIGHT, EXTRA, MISSED = "right", "extra", "missed"


@dataclass(frozen=True, slots=True)
class Mention:
    """What was found of a concept in a passage: the status it counts with, and all the words."""

    status: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found in a passage.

    ``discouraged`` has the words by id, and ``excused`` the excuse of those not shown as faults.
    """

    concepts: dict[str, Mention] = field(default_factory=dict)
    discouraged: dict[str, str] = field(default_factory=dict)
    excused: dict[str, str] = field(default_factory=dict)

    def with_status(self, status: str) -> set[str]:
        """Give the concepts that count with this status."""
        return {concept for concept, mention in self.concepts.items() if mention.status == status}


@dataclass(frozen=True, slots=True)
class Judged:
    """A name that a passage's labels want, or that was given, or both."""

    passage: Passage
    name: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of verdicts."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was given that is right; ``None`` if nothing was given."""
        given = self.right + self.extra
        return self.right / given if given else None

    @property
    def recall(self) -> float | None:
        """The share of what is wanted that was given; ``None`` if nothing is wanted."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; ``None`` if there was nothing to find and nothing given."""
        whole = 2 * self.right + self.extra + self.missed
        return 2 * self.right / whole if whole else None


@dataclass(frozen=True)
class Result:
    """What a matcher, with a setting, found in each of the passages."""

    matcher: str
    setting: str
    passages: Sequence[Passage]
    found: Sequence[Found]

    @cached_property
    def concepts(self) -> list[Judged]:
        """The verdicts on credited concepts."""
        return list(self.with_status("affirmed"))

    @cached_property
    def discouraged(self) -> list[Judged]:
        """The verdicts on discouraged wording shown as a fault."""
        return [
            verdict
            for passage, found in self._pairs()
            for verdict in judge(passage, set(passage.discouraged), set(found.discouraged))
        ]

    def with_status(self, status: str) -> Iterator[Judged]:
        """Give the verdicts on concepts with this status, in the labels or as found."""
        for passage, found in self._pairs():
            wanted = {c for c, label in passage.mentions.items() if label.status == status}
            yield from judge(passage, wanted, found.with_status(status))

    @property
    def kept_out(self) -> tuple[int, int, int]:
        """Of labels that are not affirmed: how many, given the same status, not credited."""
        labelled = same = kept = 0
        for passage, found in self._pairs():
            for concept in passage.mentions.keys() - passage.affirmed:
                labelled += 1
                status = found.concepts[concept].status if concept in found.concepts else None
                same += status == passage.mentions[concept].status
                kept += status != "affirmed"
        return labelled, same, kept

    @property
    def lucky(self) -> int:
        """How many concepts are rightly credited, but on other words than the label's."""
        return sum(
            not _shares_words(passage.mentions[concept].quote, found.concepts[concept].words)
            for passage, found in self._pairs()
            for concept in passage.affirmed & found.with_status("affirmed")
        )

    def _pairs(self) -> Iterator[tuple[Passage, Found]]:
        return zip(self.passages, self.found, strict=True)


def judge(passage: Passage, wanted: set[str], given: set[str]) -> Iterator[Judged]:
    """Give the verdict on every name that is wanted or given."""
    for name in sorted(wanted | given):
        verdict = RIGHT if name in wanted & given else EXTRA if name in given else MISSED
        yield Judged(passage, name, verdict)


def tally(judged: Iterable[Judged]) -> Tally:
    """Count verdicts."""
    counts = Counter(each.verdict for each in judged)
    return Tally(counts[RIGHT], counts[EXTRA], counts[MISSED])


def by(judged: Iterable[Judged], key: Callable[[Judged], str]) -> dict[str, Tally]:
    """Count verdicts in groups, in order of the groups' names."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        groups[key(each)].append(each)
    return {name: tally(groups[name]) for name in sorted(groups)}


def _shares_words(quote: str, found: Iterable[str]) -> bool:
    wanted = set(quote.lower().split())
    return any(
        wanted & set(words.lower().split()) or words in quote or quote in words for words in found
    )
