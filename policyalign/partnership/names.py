"""Names of agencies as people write them: which are one name, and which may be meant for one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

# Two letters wrong in a name of thirty; "North" and "South" before a long name stay apart.
_NEAR = 0.92
_ENOUGH = 200


def folded(name: str) -> str:
    """Give what two spellings of one name share: letter case and blanks make no difference."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def near_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give pairs of names that are not one, but so alike that one agency may stand behind both.

    Names with different numbers are never alike: "Ward 1" is not "Ward 2".
    """
    known: list[tuple[str, str]] = []
    for name in names:
        letters = re.sub(r"[\W_]", "", folded(name))[:_ENOUGH]
        # It works the letters of the second name out once, for all that are compared with it.
        matcher = SequenceMatcher(None, "", letters, autojunk=False)
        for other, other_letters in known:
            if _are_near(matcher, other_letters, letters):
                yield other, name
        known.append((name, letters))


def _are_near(matcher: SequenceMatcher[str], one: str, other: str) -> bool:
    # The quick bounds spare most pairs the comparison itself.
    if 2 * min(len(one), len(other)) < _NEAR * (len(one) + len(other)):
        return False
    if _figures(one) != _figures(other):
        return False
    matcher.set_seq1(one)
    return matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR


def _figures(name: str) -> list[str]:
    return re.findall(r"\d+", name)
