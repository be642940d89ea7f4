"""Every disagreement with the labels, written so that a person can work through the list."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from benchmarks.agreement import Found, Result
from benchmarks.labelled_passages import Passage

_WIDTH = 96
_NOTHING = "nothing"


def error_lines(result: Result) -> Iterator[str]:
    """List each disagreement with what was expected, what was found, and the passage."""
    for passage, found in zip(result.passages, result.found, strict=True):
        errors = [*_concept_errors(passage, found), *_discouraged_errors(passage, found)]
        if not errors:
            continue
        heading = f", under the heading “{visible(passage.heading)}”" if passage.heading else ""
        yield f"{passage.id} ({passage.kind}){heading}:"
        yield from textwrap.wrap(
            visible(passage.text), _WIDTH, initial_indent="  | ", subsequent_indent="  | "
        )
        for name, expected, given in errors:
            yield from (f"  {name}", f"      expected {expected}", f"      found    {given}")
        yield ""


def _concept_errors(passage: Passage, found: Found) -> Iterator[tuple[str, str, str]]:
    for concept in sorted(passage.mentions.keys() | found.with_status("affirmed")):
        label, mention = passage.mentions.get(concept), found.concepts.get(concept)
        if label and mention and label.status == mention.status:
            continue
        yield (
            f"concept {concept}",
            f"{label.status} in {_quoted(label.quote)}" if label else _NOTHING,
            f"{mention.status} in {_quoted(*mention.words)}" if mention else _NOTHING,
        )


def _discouraged_errors(passage: Passage, found: Found) -> Iterator[tuple[str, str, str]]:
    for name in sorted(passage.discouraged.keys() ^ found.discouraged.keys()):
        excuse = found.excused.get(name)
        given = f"it, but excused: {visible(excuse)}" if excuse else _NOTHING
        if name in found.discouraged:
            given = _quoted(found.discouraged[name])
        wanted = passage.discouraged.get(name)
        yield f"discouraged {name}", _quoted(wanted) if wanted else _NOTHING, given


def _quoted(*quotes: str) -> str:
    return ", ".join(f"“{visible(quote)}”" for quote in quotes)


def visible(text: str) -> str:
    """Write characters that are not seen, or that a terminal obeys, by their numbers."""
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)
