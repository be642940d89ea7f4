"""How a pack does in use: what its forms found in a folder of policies, and what they nearly found.

It is made for the author of a pack. Nothing here is a judgement of a document.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from policyalign.model.document import Place, Unread
from policyalign.model.pack import Form, Pack, Sense


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Words seen in a document, with the sentence around them and its place.

    ``proposed`` tells that they stand in a tracked insertion; of a near miss it tells that nowhere
    were they seen in text that is in force.
    """

    path: str
    quote: str
    sentence: str
    place: Place
    proposed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormUse:
    """What one form of a concept found in all documents together.

    ``counted`` are mentions of it in the report, in ``documents`` different ones. ``covered``
    are places where other wording of the pack was chosen, ``refused`` those where its context
    was not the right one. ``in_examples`` tells whether an example of the pack counts by this
    form. ``first`` is where it counted first, if anywhere.
    """

    concept: str
    form: Form
    counted: int = 0
    documents: int = 0
    covered: int = 0
    refused: int = 0
    in_examples: bool = False
    first: Sighting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedForms:
    """The forms of a concept that counted nowhere, the most promising to drop first.

    ``mentions`` is how often the other forms of the concept counted.
    """

    concept: str
    mentions: int
    forms: tuple[FormUse, ...]


class Nearness(StrEnum):
    """What keeps wording that was seen from being a mention."""

    WORD = "word"
    LIKENESS = "likeness"
    GAP = "gap"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A line for an entry of a pack: the form, and the list that it belongs in.

    ``instead`` is the form of the concept whose place it takes, and empty where it takes none.
    """

    sense: Sense
    form: str
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """Wording close to a form that is not credited, found ``count`` times.

    ``worth`` ranks near misses: the higher, the more it looks like an oversight of the pack. It
    compares them with each other and means nothing by itself.
    """

    concept: str
    wording: str
    form: Form
    nearness: Nearness
    count: int
    documents: int
    example: Sighting
    addition: Addition
    worth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A person's remark that a document has a concept in words which the pack does not know.

    ``file`` is the name of the document, the end of its path, or a pattern such as ``*.docx``.
    """

    concept: str
    file: str
    quote: str
    by: str = ""
    date: date | None = None
    note: str = ""


class MarkOutcome(StrEnum):
    """What became of a mark.

    ``credited``: the concept is credited there, so that the mark is no longer needed.
    ``open``: the words are there and are not credited. ``known``: they are found, and something
    around them keeps them from credit. ``gone``: the quote is not in the file. ``no-file``: no
    file of that name was read.
    """

    CREDITED = "credited"
    OPEN = "open"
    KNOWN = "known"
    GONE = "gone"
    NO_FILE = "no-file"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkResult:
    """A mark and what became of it in one document, or in none.

    ``sighting`` is where the quote stands. ``reason`` says, for credited words, by which words and
    which form, and otherwise what keeps known words from credit. ``addition`` is what the pack
    could gain; ``holds`` tells whether the sentence, as an example, counts once it is added.
    """

    mark: Mark
    outcome: MarkOutcome
    sighting: Sighting | None = None
    reason: str = ""
    addition: Addition | None = None
    holds: bool = False


@dataclass(frozen=True, kw_only=True)
class Review:
    """What a folder of policies says of a pack. ``words`` counts what was read in ``documents``."""

    pack: Pack
    documents: int
    words: int
    unread: tuple[Unread, ...]
    unused: tuple[UnusedForms, ...]
    silent: tuple[str, ...]
    everywhere: tuple[FormUse, ...]
    near_misses: tuple[NearMiss, ...]
    marks: tuple[MarkResult, ...]
