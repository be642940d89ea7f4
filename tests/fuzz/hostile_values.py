"""Values that readers trip over, wherever a number or some words are expected."""

from __future__ import annotations

from random import Random

NUMBERS = (
    *"0 -1 1 9 10 255 65536 2147483648 -9223372036854775809 99999999999999999999999999".split(),
    *"1e309 NaN 1.5 0x10 ² ٣ Ⅷ x".split(),
    "",
    " 7 ",
    "9" * 5_000,
)
"""What stands where a number should. ``²`` is a digit of which Python makes no number, the last
one has more digits than Python reads."""

PIECES = (
    "a\u0300\u0301\u0302\u0489",  # marks upon marks
    "\u202esafety plan\u202c",  # runs from right to left
    "\u200b\u200d\ufeff\u00ad",  # letters that are not seen
    "\0",
    "\x1b[31m[bold]",
    "\ufb01\u01c6\u1e9e\u0130\u2126\ufdfa",  # these grow or shrink when their case or form changes
    "𝕤𝕒𝕗𝕖𝕥𝕪 𝕡𝕝𝕒𝕟",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "ᄀ\u1161\u11a8",  # a syllable in parts
    "\U000e0041\U0010ffff\ue000",
    "\u2028\u2029\x85\x0b\x0c",
    "‘’“”„‟′–—―",
    "((((([[[[{{{{",
    "not never no longer but unless except",
    "e.g. i.e. No. 3.1.4. … ? !",
)
SURROGATES = ("\ud800", "\udfff", "\udc80\ud83d")


def character(random: Random) -> str:
    """Give a character of any plane, now and then half of one."""
    plane = random.randrange(17) * 0x10000
    return chr(plane + random.randrange(0x10000))


def is_whole(letter: str) -> bool:
    """Tell whether a character can be written in a file."""
    return not "\ud800" <= letter <= "\udfff"
