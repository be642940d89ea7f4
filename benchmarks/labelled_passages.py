"""Passages in which a person has marked what a careful officer would credit or flag.

One JSON object a line with ``id``, ``kind``, ``heading``, ``text``, ``mentions`` (``concept``,
``quote``, ``status``) and ``discouraged`` (``id``, ``quote``).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHARED = Path(__file__).parents[2] / "shared" / "eval"
PASSAGES = SHARED / "passages-dev.jsonl"
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A concept that a passage names, the words that name it, and their status."""

    quote: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage with its labels by concept; ``discouraged`` has the words to flag by their id."""

    id: str
    kind: str
    heading: str | None
    text: str
    mentions: dict[str, Label]
    discouraged: dict[str, str]

    @property
    def affirmed(self) -> set[str]:
        """The concepts to credit."""
        return {concept for concept, label in self.mentions.items() if label.status == "affirmed"}

    @property
    def is_set_aside(self) -> bool:
        """Whether it belongs to the third that is set aside, which its id alone decides."""
        return hashlib.sha256(self.id.encode()).digest()[0] % _PARTS == 0


def read_passages(path: Path) -> list[Passage]:
    """Read the passages of a file.

    Raises ``OSError`` if it cannot be read, ``ValueError`` or ``KeyError`` if it holds no passages.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_passage(json.loads(line)) for line in lines if line.strip()]


def _passage(made: dict[str, Any]) -> Passage:
    return Passage(
        id=made["id"],
        kind=made["kind"],
        heading=made["heading"],
        text=made["text"],
        mentions={m["concept"]: Label(m["quote"], m["status"]) for m in made["mentions"]},
        discouraged={d["id"]: d["quote"] for d in made["discouraged"]},
    )
