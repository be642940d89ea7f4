"""A comparable form of a text that can always be led back to the original characters.

Folding makes apostrophes and ligatures alike, drops soft hyphens, and rejoins words that were
hyphenated at a line end or set letter by letter. It never changes case: that is left to whoever
compares words.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from html.entities import html5

# U+201F is meant as an opening quotation mark but stands as an apostrophe in real policies.
_APOSTROPHES = "‘’‛′ʼ`´‟"

# Word processors keep a word together with the third, unless a converter breaks it there.
HYPHENS = "-\u2010\u2011"

# Characters whose compatibility form is longer or shorter, or which are not seen at all.
_UNSEEN = "\x00\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe"
_ODD = re.compile(rf"[{_UNSEEN}{HYPHENS[1:]}\u0132\u0133\u01c4-\u01cc\ufb00-\ufb4f\uff00-\uffef]")
_DROPPED = re.compile(f"[{_UNSEEN}]")
# What is left where text was taken out of a web page, or read as if it were in another encoding.
_TAGS = "a|b|br|div|em|font|h[1-6]|hr|i|li|ol|p|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul"
_OF_WEB_PAGES = (
    r"&(?:[A-Za-z]{2,8}|#\d{2,5});"
    rf"|</?(?i:{_TAGS})(?:\s+[\w-]+\s*=[^<>]{{0,200}})?\s*/?>"
)
_MISREAD = {
    "â€˜": "‘",
    "â€™": "’",
    "â€œ": "“",
    "â€\u009d": "”",
    "â€\u201c": "–",
    "â€\u201d": "—",
    "â€¦": "…",
    "Â\u00a0": " ",
    "Â®": "®",
}
_LEFT_OVER = re.compile(f"{_OF_WEB_PAGES}|{'|'.join(map(re.escape, _MISREAD))}")
_HYPHEN_AT_END = re.compile(r"-[ \t]*\r?\n")
# Letters set apart for show: "S a f e t y  g o a l s". The first tells quickly that there are none.
_MAY_BE_SPACED = re.compile(r" . . [^\W\d_](?!\w)")
_SPACED = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_]){3,}(?!\w)")
# A short word among such words: what is wider than a space parts it from them.
_SHORT_SPACED = re.compile(r"(?:(?<=\s\s)|(?<=\n))[^\W\d_](?: [^\W\d_]){1,2}(?=\s\s|\n|\Z)")
# A soft hyphen shows where a word may be broken; at a line end it is where the word was broken.
_PIECES = r"[^\W_]++(?:\u00ad[^\W_]++)*+"
_LINE_END_HYPHEN = re.compile(
    rf"(?<![^\W_\u00ad])({_PIECES})([{HYPHENS}\u00ad][ \t]*\r?\n[ \t]*)(?=({_PIECES}))"
)

# Stands between blocks that are searched together; no text holds it, because folding drops it.
BETWEEN_BLOCKS = "\x00"

# "Re-unification": a prefix that is no word of its own, and the word that it was parted from.
PREFIXED = rf"(?i:re|un|dis|mis)[{HYPHENS}]\w++(?:'\w++)*+"

TOKEN = re.compile(
    # An address: its words name nothing. It is tried where one can begin, once for each run.
    r"(?:https?://|www\.)\S++|(?<![\w.+-])[\w.+-]++@[\w-]++\.\S++"
    rf"|{PREFIXED}"
    r"|\w++(?:'\w++)*+"  # a word, with the apostrophe inside it
    r"|&"
    r"|(?<=\w)/(?=\w)"  # "safety/wellbeing goals"
    r"|[.?!](?=['\")\]”]*(?:\s+[^a-z\s]|\s*\Z))"  # the end of a sentence
    r"|[;:•▪●◦·\uf0b7]"  # the end of a part of one
    r"|,"
    r"|…|\.{3,}"
    rf"|{BETWEEN_BLOCKS}"
)
# A mark before a small letter ends nothing, which a run cannot tell when looked at by itself.
_GOES_ON = re.compile(r"([.?!]['\")\]”]*+)\s+(?=[a-z])")
_WORD = re.compile(r"\w+(?:'\w+)*|&|…|\.{3,}")


# The two halves of each word, which hold nothing but letters.
Broken = AbstractSet[tuple[str, str]]
_NONE_BROKEN: Broken = frozenset()
_HALVES = re.compile(r"(?<!\w)([^\W\d_]++)(-? )(?=([^\W\d_]++)(?!\w))")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. Its character ``i`` stands from ``offsets[i]`` to ``ends[i]`` in the original.

    Both are ``None`` where the texts have the same length. ``offsets`` has one entry more than the
    text, so that an end can be looked up too.
    """

    text: str
    offsets: array[int] | None = None
    ends: array[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the original text that the folded span came from."""
        if self.offsets is None or self.ends is None or start >= end:
            return start, end
        return self.offsets[start], self.ends[end - 1]


def fold(
    text: str, is_word: Callable[[str], bool] | None = None, broken: Broken = _NONE_BROKEN
) -> Folded:
    """Fold a text. ``is_word`` decides whether a word broken at a line end loses its hyphen.

    Without ``is_word`` no line end is joined. ``broken`` are the halves of words that a stray
    space has parted in it.
    """
    if not (broken or _needs_care(text)):
        return Folded(_alike(text))
    odd = (match for match in _ODD.finditer(text) if match[0] not in HYPHENS)
    changes = [(match.start(), match.end(), _plain(match[0])) for match in odd]
    if _may_have_left_overs(text):
        repaired = ((*m.span(), _repaired(m[0])) for m in _LEFT_OVER.finditer(text))
        changes += [(start, end, new) for start, end, new in repaired if new != text[start:end]]
    changes += _spaces_between_letters(text)
    if is_word:
        changes += _line_end_hyphens(text, is_word)
    if broken:
        halves = (match for match in _HALVES.finditer(text) if (match[1], match[3]) in broken)
        changes += [(*match.span(2), "") for match in halves]
    changes.sort()
    letters: list[str] = []
    offsets, ends = array("l"), array("l")
    at = 0
    for start, end, instead in (*changes, (len(text), len(text), "")):
        if start < at and end <= at:
            continue  # within what has been taken out already
        letters += (text[at:start], instead)
        offsets.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        offsets.extend([start] * len(instead))
        ends.extend([end] * len(instead))
        at = end
    offsets.append(len(text))
    return Folded(_alike("".join(letters)), offsets, ends)


def _needs_care(*texts: str) -> bool:
    text = "\n".join(texts)
    # One after the other they are quicker than as one expression, and most texts are plain ASCII.
    return bool(
        _HYPHEN_AT_END.search(text)
        or _MAY_BE_SPACED.search(text)
        or _may_have_left_overs(text)
        or "\x00" in text
        or _ODD.search("\n".join(one for one in texts if not one.isascii()))
    )


def _may_have_left_overs(text: str) -> bool:
    return ("&" in text or "<" in text or "â" in text or "Â" in text) and bool(
        _LEFT_OVER.search(text)
    )


def _spaces_between_letters(text: str) -> Iterator[tuple[int, int, str]]:
    spaced = list(_SPACED.finditer(text))
    if spaced:
        spaced += _SHORT_SPACED.finditer(text)
    for match in spaced:
        for at in range(match.start() + 1, match.end(), 2):
            yield at, at + 1, ""


def _plain(odd: str) -> str:
    return "" if _DROPPED.match(odd) else unicodedata.normalize("NFKC", odd)


def _repaired(left_over: str) -> str:
    if left_over.startswith("<"):
        return " "
    if left_over in _MISREAD:
        return _MISREAD[left_over]
    # A name that is none stays as it is, and so does what only begins like one.
    known = left_over.startswith("&#") or left_over[1:] in html5
    plain = html.unescape(left_over) if known else left_over
    return _ODD.sub(lambda odd: _plain(odd[0]), plain)


def _line_end_hyphens(text: str, is_word: Callable[[str], bool]) -> Iterator[tuple[int, int, str]]:
    for match in _LINE_END_HYPHEN.finditer(text):
        if is_word(_DROPPED.sub("", match[1] + match[3]).lower()):
            yield (*match.span(2), "")


def _alike(text: str) -> str:
    """Make apostrophes alike and what stands for a space a space, letter for letter."""
    text = text.replace("_", " ")
    if text.isascii():
        return text.replace("`", "'")
    for apostrophe in _APOSTROPHES:
        text = text.replace(apostrophe, "'")
    return text.replace("\u00a0", " ")


def fold_blocks(
    texts: Iterable[str], is_word: Callable[[str], bool], broken: Broken = _NONE_BROKEN
) -> str:
    """Fold texts and put them one after the other, so that they can be searched at once."""
    texts = list(texts)
    if broken or _needs_care(*texts):
        texts = [fold(text, is_word, broken).text for text in texts]
    return _alike(f"\n{BETWEEN_BLOCKS}\n".join(texts))


def words(text: str) -> list[str]:
    """Give the words of a folded text, without punctuation."""
    return _WORD.findall(text)


def tokens(text: str) -> list[str]:
    """Give the words of a folded text and the marks that end a sentence or a part of one."""
    return TOKEN.findall(text)


def runs(text: str) -> list[str]:
    """Give the runs of a folded text that hold no space; each has its own tokens, whatever follows.

    Where a mark ends no sentence, the run has a hyphen at its end, which is no token.
    """
    return _GOES_ON.sub(r"\1- ", text).split()
