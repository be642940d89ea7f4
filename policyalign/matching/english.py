"""What the matcher knows of English: inflection, number words and little words.

Nothing here belongs to any practice framework.
"""

from __future__ import annotations

import re
from functools import cache

FUNCTION_WORDS = frozenset(
    """a about after all an and any are as at be been before being both but by can could did do does
    each every for from had has have he her him his how i if in into is it its may might more must
    no nor not of off on once one only or other our out over own shall she should so some such than
    that the their them then there these they this those through to under until up us was we were
    what when where which while who whom whose why will with within would you your""".split()
)

# Words far commoner in policies than in English at large.
EVERYWHERE_IN_POLICIES = frozenset(
    """access action agency assessment board call care change check child complete concern contact
    copy council date day decision duty end family file first follow form given guidance head
    health help home hour incident information keep kept lead list local made make manager matter
    meeting member month name need new note number officer parent part people person place plan
    policy practice procedure process professional put record report required responsible review
    risk role safe safeguarding safety same say school service set share shared show sign social
    staff step support system team term time told training two under use user visit week when
    whether who work worker working write written year young""".split()
)

AND = frozenset({"and", "or"})

# Words that turn a compound round: "goals for safety", "goals that describe safety".
LINKS = frozenset(
    "about as describe describing for in of on show showing that what which with".split()
)

NUMBERS = (
    ("0", "zero", "nought"),
    ("1", "one"),
    ("2", "two"),
    ("3", "three"),
    ("4", "four"),
    ("5", "five"),
    ("6", "six"),
    ("7", "seven"),
    ("8", "eight"),
    ("9", "nine"),
    ("10", "ten"),
    ("11", "eleven"),
    ("12", "twelve"),
)

_IRREGULAR_PLURALS = {"child": "children", "person": "people", "man": "men", "woman": "women"}
_IRREGULAR_VERBS = {
    "be": "am are is was were been being",
    "begin": "began begun",
    "break": "broke broken",
    "bring": "brought",
    "build": "built",
    "choose": "chose chosen",
    "come": "came",
    "do": "does did done doing",
    "draw": "drew drawn",
    "fall": "fell fallen",
    "feel": "felt",
    "find": "found",
    "get": "got",
    "give": "gave given",
    "go": "goes went gone",
    "grow": "grew grown",
    "have": "has had having",
    "hear": "heard",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lead": "led",
    "leave": "left",
    "let": "let",
    "make": "made",
    "meet": "met",
    "put": "put",
    "read": "read",
    "rise": "rose risen",
    "run": "ran",
    "say": "said",
    "see": "saw seen",
    "seek": "sought",
    "set": "set",
    "show": "shown",
    "speak": "spoke spoken",
    "spend": "spent",
    "stand": "stood",
    "take": "took taken",
    "teach": "taught",
    "tell": "told",
    "think": "thought",
    "understand": "understood",
    "write": "wrote written",
}
_BRITISH = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("our", "or"),
    ("yse", "yze"),
    ("centre", "center"),
    ("programme", "program"),
    ("judgement", "judgment"),
    ("defence", "defense"),
)
_OTHER_SPELLING = dict(_BRITISH) | {american: british for british, american in _BRITISH}
_SPELT_TWO_WAYS = re.compile("|".join(sorted(_OTHER_SPELLING, key=len, reverse=True)))
_VOWELS = frozenset("aeiou")


@cache
def noun_inflections(word: str) -> frozenset[str]:
    """Give the singular, plural and possessive spellings of a word, itself among them."""
    singulars = {word} | _singulars(word)
    found = set(singulars)
    for singular in singulars:
        plural = _IRREGULAR_PLURALS.get(singular) or _plural(singular)
        # Apostrophes are often left out: "the childs voice", "childrens views".
        found |= {plural, f"{singular}'s", f"{singular}s", f"{plural}'s", f"{plural}s"}
    return frozenset(spelling for one in found for spelling in spellings(one))


@cache
def verb_inflections(verb: str) -> frozenset[str]:
    """Give the forms of a verb, itself among them."""
    found = {verb, _plural(verb), *_IRREGULAR_VERBS.get(verb, "").split()}
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    found |= {stem + "ing", stem + "ed"}
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        found.add(verb[:-1] + "ied")
    if _doubles(verb):
        found |= {verb + verb[-1] + "ing", verb + verb[-1] + "ed"}
    return frozenset(spelling for one in found for spelling in spellings(one))


def spellings(word: str) -> set[str]:
    """Give the British and American spellings of a word."""
    found = {word}
    for part in _SPELT_TWO_WAYS.findall(word):
        if part != word or len(part) > 5:
            found.add(word.replace(part, _OTHER_SPELLING[part]))
    return found


def _singulars(word: str) -> set[str]:
    if len(word) <= 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s")):
        return {single for single, plural in _IRREGULAR_PLURALS.items() if plural == word}
    if word.endswith("ies"):
        return {word[:-3] + "y"}
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return {word[:-2]}
    return {word[:-1]}


def _plural(word: str) -> str:
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


def _doubles(verb: str) -> bool:
    return (
        len(verb) > 2
        and verb[-1] not in _VOWELS | {"w", "x", "y"}
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
    )
