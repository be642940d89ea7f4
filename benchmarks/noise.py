"""Text made worse, as scanners, converters and typesetting make it, with a seed.

Each function is given a text, how much of it to spoil (0 to 1) and a source of chance, and gives
the spoilt text. The same arguments, with chance in the same state, give the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Noise = Callable[[str, float, Random], str]

# What scanners take for something else; each pair is read either way.
_ALIKE = (
    ("rn", "m"),
    ("cl", "d"),
    ("vv", "w"),
    ("l", "1"),
    ("I", "l"),
    ("i", "l"),
    ("O", "0"),
    ("o", "0"),
    ("S", "5"),
    ("s", "5"),
    ("B", "8"),
    ("g", "9"),
    ("e", "c"),
    ("h", "b"),
    ("n", "u"),
    ("f", "t"),
)
_TAKEN_FOR = (*_ALIKE, *((there, here) for here, there in _ALIKE))
_CONFUSED, _DROPPED = 0.7, 0.85  # of ten errors seven are confusions; the rest is shared


def misread(text: str, share: float, random: Random) -> str:
    """Spoil this share of all characters: confuse letters, drop them, or swap two.

    Only letters and digits are spoilt, so no more than there are of them.
    """
    spots = [at for at, character in enumerate(text) if character.isalnum()]
    count = min(_count(share * len(text), random), len(spots))
    for at in sorted(random.sample(spots, count), reverse=True):
        text = _one_error(text, at, random)
    return text


def without_spaces(text: str, share: float, random: Random) -> str:
    """Leave out this share of the spaces."""
    spots = [at for at, character in enumerate(text) if character == " "]
    for at in sorted(random.sample(spots, _count(share * len(spots), random)), reverse=True):
        text = text[:at] + text[at + 1 :]
    return text


def letter_spaced(text: str, share: float, random: Random) -> str:
    """Put a space after every letter of this share of the words, and a second between them."""
    return "  ".join(" ".join(w) if random.random() < share else w for w in text.split())


def broken_lines(text: str, share: float, random: Random) -> str:
    """Put a line end for this share of the spaces."""
    return "".join("\n" if c == " " and random.random() < share else c for c in text)


def hyphenated(text: str, share: float, random: Random) -> str:
    """Divide this share of the words of six letters or more at a line end, with a hyphen."""
    return " ".join(
        _divided(word, random) if len(word) >= 6 and random.random() < share else word
        for word in text.split()
    )


def _count(wanted: float, random: Random) -> int:
    """Round up or down by chance, so that short texts get their share on average."""
    return int(wanted) + (random.random() < wanted % 1)


def _one_error(text: str, at: int, random: Random) -> str:
    kind = random.random()
    readings = [(a, b) for a, b in _TAKEN_FOR if text.startswith(a, at)]
    if kind < _CONFUSED and readings:
        here, there = random.choice(readings)
        return text[:at] + there + text[at + len(here) :]
    following = text[at + 1 : at + 2]
    if kind >= _DROPPED and following.isalnum() and following != text[at]:
        return text[:at] + following + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :]


def _divided(word: str, random: Random) -> str:
    at = random.randrange(2, len(word) - 2)
    return f"{word[:at]}-\n{word[at:]}"


LEVELS: Sequence[float] = (0.0, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12)
