"""The clauses of a checklist item's ``expected``, from text to model types."""

from __future__ import annotations

import re

from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    ByWhen,
    Clause,
    Commitment,
    InSentence,
    NoDiscouraged,
    OwnPractice,
    SameSection,
)

_PLAIN: dict[str, Clause] = {
    str(one): one
    for one in (SameSection(), Commitment(), BodyText(), InSentence(), ByWhen(), OwnPractice())
}
_COUNTED = re.compile(r"(all|any|at least (?P<count>\S+)) of\b(?P<list>.*)", re.DOTALL)
_KINDS = re.compile(
    r"no discouraged wording of kind\b(?P<list>.*?)(?: beyond 1 in (?P<words>\S+) words)?",
    re.DOTALL,
)
_EXPECTED = (
    "all of [...], any of [...], at least 2 of [...], in the same section, as a commitment, "
    "not only in contents or references, said in a sentence, with a date, as its own practice, "
    "no discouraged wording of kind {...}, "
    "no discouraged wording of kind {...} beyond 1 in 10000 words"
)


class ClauseSyntaxError(ValueError):
    """A clause cannot be read; the message says what was expected."""


def parse_clause(text: str) -> Clause:
    """Read one clause. Whether the names in it exist is not checked here.

    Raises ``ClauseSyntaxError``.
    """
    plain = " ".join(text.split())
    if plain in _PLAIN:
        return _PLAIN[plain]
    if counted := _COUNTED.fullmatch(plain):
        return _at_least(counted)
    if kinds := _KINDS.fullmatch(plain):
        return NoDiscouraged(_listed(kinds["list"], "{", "}"), _once_in(kinds["words"]))
    raise ClauseSyntaxError(f"'{plain}' is not a clause; expected one of: {_EXPECTED}")


def _once_in(words: str | None) -> int | None:
    if words is None:
        return None
    if not re.fullmatch("[1-9][0-9]{0,6}", words):
        raise ClauseSyntaxError(f"expected a number of words after 'beyond 1 in', found '{words}'")
    return int(words)


def _at_least(match: re.Match[str]) -> AtLeast:
    concepts = _listed(match["list"], "[", "]")
    if match["count"] is None:
        return AtLeast(len(concepts) if match[1] == "all" else 1, concepts)
    if not re.fullmatch("[0-9]{1,3}", match["count"]):
        raise ClauseSyntaxError(f"expected a number after 'at least', found '{match['count']}'")
    count = int(match["count"])
    if not 1 <= count <= len(concepts):
        raise ClauseSyntaxError(
            f"'at least {count} of' a list of {len(concepts)}: expected a number "
            f"from 1 to {len(concepts)}"
        )
    return AtLeast(count, concepts)


def _listed(text: str, opening: str, closing: str) -> tuple[str, ...]:
    """Read the names between brackets, separated by commas."""
    inner = text.strip()
    if not (inner.startswith(opening) and inner.endswith(closing)):
        raise ClauseSyntaxError(
            f"expected names between {opening} and {closing}, separated by commas, found '{inner}'"
        )
    names = tuple(name.strip() for name in inner[1:-1].split(","))
    for name in names:
        if not re.fullmatch(r"[\w-]+", name):
            raise ClauseSyntaxError(f"expected a name between commas, found '{name}'")
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise ClauseSyntaxError(f"'{twice}' is listed twice")
    return names
