"""Patterns of paths as a settings file writes them."""

from __future__ import annotations

from policyalign.model.patterns import Pattern
from policyalign.packs.values import Value


def read_pattern(value: Value) -> Pattern | None:
    """Read a pattern, and note one that can match no file as a mistake."""
    text = value.text()
    if text.startswith(("/", "\\")) or text[1:2] == ":":
        value.wrong("is a whole path; write it as seen from the folder of the settings file")
        return None
    return Pattern(text) if text else None
