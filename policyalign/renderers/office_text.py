"""Text from documents made fit for an office file: visible letters, and nothing that acts."""

from __future__ import annotations

import unicodedata

# Controls, marks that reorder a line, halves of letters, private and unassigned letters: XML
# cannot hold some of them, and a reader sees none.
_UNFIT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def plain(text: str) -> str:
    """Give one line with single blanks, without what cannot be seen."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    seen = "".join(char for char in line if unicodedata.category(char) not in _UNFIT)
    return " ".join(seen.split())
