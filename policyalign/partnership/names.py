"""Names of agencies as people write them: which are one name, and which may be meant for one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

# Two letters wrong in a name of thirty; "North" and "South" before a long name stay apart.
_NEAR = 0.92


def folded(name: str) -> str:
    """Give what two spellings of one name share: letter case and blanks make no difference."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def near_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give pairs of names that are not one, but so alike that one agency may stand behind both.

    Names with different numbers are never alike: "Ward 1" is not "Ward 2".
    """
    letters = {name: re.sub(r"[\W_]", "", folded(name)) for name in names}
    for one, other in combinations(letters, 2):
        if _are_near(letters[one], letters[other]):
            yield one, other


def _are_near(one: str, other: str) -> bool:
    if _figures(one) != _figures(other):
        return False
    alike = SequenceMatcher(None, one, other, autojunk=False)
    # The quick bounds spare most pairs the comparison itself.
    return (
        alike.real_quick_ratio() >= _NEAR
        and alike.quick_ratio() >= _NEAR
        and alike.ratio() >= _NEAR
    )


def _figures(name: str) -> list[str]:
    return re.findall(r"\d+", name)
