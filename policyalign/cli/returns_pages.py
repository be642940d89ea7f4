"""What ``policyalign return`` prints: what to do about a return, and what changed in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from policyalign.model.returns import Return
from policyalign.renderers.terminal.page import Page, Style
from policyalign.returns.problems import Problem, Severity

_STYLES = {
    Severity.UNUSABLE: Style.MISSING,
    Severity.ODD: Style.MISSING,
    Severity.UNFINISHED: Style.PARTLY,
    Severity.NOTE: Style.QUIET,
}
_WORDS = {
    Severity.UNUSABLE: "cannot be read",
    Severity.ODD: "odd",
    Severity.UNFINISHED: "to fill in",
    Severity.NOTE: "note",
}
_WHOLE_FILE = "The whole file"


def print_problems(page: Page, path: Path, made: Return, problems: Sequence[Problem]) -> None:
    """Print the problems of one return by sheet and cell, below how many there are."""
    agency = f" ({made.agency})" if made.agency else ""
    page.line((f"{path}{agency}", Style.STRONG), f": {_counts(problems)}")
    for sheet, group in groupby(problems, key=lambda problem: problem.sheet):
        page.line(sheet or _WHOLE_FILE, indent=2)
        for problem in group:
            place = f"{problem.cell}  " if problem.cell else ""
            word = (f"{_WORDS[problem.severity]}: ", _STYLES[problem.severity])
            page.line((place, Style.STRONG), word, problem.sentence, indent=4)
    page.blank()


def print_unusable(page: Page, sentence: str) -> None:
    """Print why a file could not be read as a return."""
    page.line((f"{_WORDS[Severity.UNUSABLE]}: ", _STYLES[Severity.UNUSABLE]), sentence)
    page.blank()


def print_changes(page: Page, changes: Sequence[str]) -> None:
    """Print what is different in a refreshed return."""
    if not changes:
        page.line("Nothing has changed.")
    for change in changes:
        page.line(change)


def _counts(problems: Sequence[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    said = ", ".join(_counted(counts))
    if counts[Severity.ODD] or counts[Severity.UNFINISHED]:
        return said
    return f"complete; {said}" if said else "complete"


def _counted(counts: Counter[Severity]) -> Iterator[str]:
    for severity, word in _WORDS.items():
        if number := counts[severity]:
            noun = f"{word}s" if severity is Severity.NOTE and number > 1 else word
            yield f"{number} {noun}"
