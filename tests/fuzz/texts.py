"""Texts for the matcher: wording of the pack among what no keyboard gives."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from policyalign.model.pack import Pack
from tests.fuzz.hostile_values import NUMBERS, PIECES, SURROGATES, character

_LONGEST = 100_000
_BETWEEN = (" ", " ", " ", "", "\n", "\n\n", "\u00a0", "-", "\u00ad", ". ", ", ", "\t")


def wordings(pack: Pack) -> tuple[str, ...]:
    """Give the terms and discouraged phrases of a pack, and words that decide on their status."""
    terms = [concept.term for concept in pack.concepts.values()]
    return (*terms, *(entry.phrase for entry in pack.discouraged.values()))


def hostile_text(known: Sequence[str], random: Random) -> str:
    """Put a text together; one in eight is 100,000 characters long, with no blank in it."""
    if not random.randrange(8):
        piece = _piece(known, random).replace(" ", "") or "a"
        return (piece * (_LONGEST // len(piece) + 1))[:_LONGEST]
    return "".join(
        _piece(known, random) + random.choice(_BETWEEN) for _ in range(random.randint(1, 30))
    )


def _piece(known: Sequence[str], random: Random) -> str:
    kind = random.randrange(8)
    if kind < 3:
        return random.choice(known)
    if kind == 3:
        return _spoilt(random.choice(known), random)
    if kind == 4:
        return random.choice(PIECES)
    if kind == 5:
        return random.choice((*SURROGATES, *NUMBERS))
    if kind == 6:
        return character(random) * random.choice((1, 2, 500))
    return random.choice(("We will ", "We do not ", "Formerly ", "• ", "1.1 ", "“"))


def _spoilt(wording: str, random: Random) -> str:
    """Put something into a wording."""
    place = random.randrange(len(wording) + 1)
    strange = random.choice((random.choice(PIECES), character(random)))
    return wording[:place] + strange + wording[place:]
