"""Tiny labelled passages for tests."""

from __future__ import annotations

from benchmarks.agreement import Found, Mention
from benchmarks.labelled_passages import Label, Passage


def passage(
    name: str = "p-1",
    text: str = "A lantern plan is written.",
    *,
    kind: str = "plain",
    heading: str | None = None,
    discouraged: dict[str, str] | None = None,
    **mentions: str,
) -> Passage:
    """Make a passage; ``mentions`` gives the status of each concept."""
    return Passage(
        id=name,
        kind=kind,
        heading=heading,
        text=text,
        mentions={concept: Label(f"the {concept}", status) for concept, status in mentions.items()},
        discouraged=discouraged or {},
    )


def found(discouraged: dict[str, str] | None = None, **concepts: str) -> Found:
    """Make what was found; ``concepts`` gives the status of each."""
    return Found(
        concepts={c: Mention(status, (f"the {c}",)) for c, status in concepts.items()},
        discouraged=discouraged or {},
    )
