"""The texts of made-up policies, drawn from two banks of paragraphs with a seed.

``prose/ordinary.md`` is what any agency's policy says of recruitment, complaints or first aid;
``prose/framework.md`` speaks the language of Signs of Safety. Names, numbers and the odd typing
error are put in, because a matcher that remembers words would otherwise look faster than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

PARAGRAPHS = 95
FRAMEWORK_SHARE = 5  # one paragraph in five, where a policy speaks the framework's language
SPARSE_SHARE = 40  # one in forty, where it barely does
WITHOUT_FRAMEWORK = 3  # one policy in three has none
_ITEMS_EVERY = 7  # one paragraph in seven is set as a list
_ERRORS_EVERY = 600  # words
_TABLES_AFTER = (5, 12)  # topics; two more tables hold control data and contacts

_PROSE = Path(__file__).parent / "prose"
_AGENCIES = (
    ("primary school", "pupils", "pupil"),
    ("nursery", "children", "child"),
    ("council", "young people", "young person"),
    ("health trust", "patients", "patient"),
    ("housing association", "residents", "resident"),
    ("youth club", "members", "member"),
    ("sports club", "players", "player"),
    ("charity", "service users", "service user"),
)
_TITLES = (
    "Safeguarding and Child Protection Policy",
    "Safer Working Policy and Procedures",
    "Code of Practice for Managers",
    "Staff Handbook",
)
_NUMBERS = "three four five six seven eight nine ten twelve fourteen fifteen eighteen".split()
_ROLES = (
    "Safeguarding lead",
    "Deputy lead",
    "Head of service",
    "Chair of the board",
    "Complaints officer",
    "Information governance officer",
    "Training officer",
    "Site manager",
    "Attendance officer",
    "Human resources adviser",
    "Business manager",
    "Out-of-hours duty officer",
)
_STARTS = "Ash Bram Cald Dor Elm Fen Gar Hart Ilk Kes Lang Mar Nor Os Pel Ros Sand Thorn Wex Yar"
_ENDS = "beck bourne combe dale field ford gate ham hurst ley mere ridge stead ton well wick worth"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a policy: ``heading``, ``paragraph``, ``items`` or ``table``."""

    kind: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """Give all the words of the part, one row a line."""
        return "\n".join("\t".join(row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Policy:
    """The text of one policy, in its order."""

    title: str
    agency: str
    reference: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """Give the whole text."""
        return "\n".join(part.text for part in self.parts)


def make_policy(
    number: int, seed: int = 1, paragraphs: int = PARAGRAPHS, *, share: int = FRAMEWORK_SHARE
) -> Policy:
    """Make the text of policy ``number``; the same arguments always give the same text.

    One paragraph in ``share`` speaks of the framework, save in those policies that never do.
    """
    random = Random(f"{seed}/{number}")
    kind, people, person = random.choice(_AGENCIES)
    agency = f"{_name(random)} {kind.title()}"
    facts = _facts(random) | {"agency": agency, "people": people, "person": person}
    title = f"{agency}: {random.choice(_TITLES)}"
    reference = f"{agency[:3].upper()}-{number:03d}"
    framework = 0 if number % WITHOUT_FRAMEWORK == 0 else paragraphs // share
    parts = [
        Part("title", ((title,),)),
        _control(random, facts, reference),
        *_body(random, facts, paragraphs, framework),
        Part("heading", (("Contacts",),)),
        _contacts(random),
    ]
    return Policy(title, agency, reference, tuple(parts))


@cache
def bank(name: str) -> tuple[tuple[str, str], ...]:
    """Give the paragraphs of a bank, each with the topic it stands under."""
    found: list[tuple[str, str]] = []
    topic = ""
    for piece in (_PROSE / f"{name}.md").read_text(encoding="utf-8").split("\n\n"):
        text = piece.strip()
        if text.startswith("## "):
            topic = text.removeprefix("## ")
        elif text:
            found.append((topic, text))
    return tuple(found)


def _body(random: Random, facts: dict[str, str], paragraphs: int, framework: int) -> Iterator[Part]:
    chosen = _draw(random, "framework", framework)
    chosen += _draw(random, "ordinary", paragraphs - framework)
    topics = sorted({topic for topic, _ in chosen})
    random.shuffle(topics)
    for index, topic in enumerate(topics, 1):
        yield Part("heading", ((f"{index}. {topic}",),))
        for text in (text for of, text in chosen if of == topic):
            yield _paragraph(random, _with_errors(random, _filled(text, facts)))
        if index in _TABLES_AFTER:
            yield _standards(random, facts)


def _draw(random: Random, name: str, count: int) -> list[tuple[str, str]]:
    """Draw paragraphs in the order of the bank, as they stand under their topics."""
    texts = bank(name)
    return [texts[i] for i in sorted(random.sample(range(len(texts)), min(count, len(texts))))]


def _paragraph(random: Random, text: str) -> Part:
    sentences = re.split(r"(?<=[.]) (?=[A-Z])", text)
    if len(sentences) > 2 and random.randrange(_ITEMS_EVERY) == 0:
        return Part("items", tuple((sentence,) for sentence in sentences))
    return Part("paragraph", ((text,),))


def _filled(text: str, facts: dict[str, str]) -> str:
    filled = text.format_map(facts)
    return re.sub(r"(?:\A|(?<=\. ))[a-z]", lambda match: match[0].upper(), filled)


def _with_errors(random: Random, text: str) -> str:
    """Swap two letters of a longer word now and then, as hurried typists do."""
    words = text.split(" ")
    for index, word in enumerate(words):
        if random.randrange(_ERRORS_EVERY) == 0 and len(word) > 5 and word.isalpha():
            at = random.randrange(1, len(word) - 2)
            words[index] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


def _facts(random: Random) -> dict[str, str]:
    counts = ("months", "weeks", "days", "years", "few", "hours")
    facts = {name: random.choice(_NUMBERS) for name in counts}
    return facts | {
        "council": f"{_name(random)} Council",
        "lead": random.choice(("the designated lead", f"Mrs {_name(random)}", "the named lead")),
        "minutes": random.choice(("ten", "twenty", "thirty")),
        "pounds": str(random.choice((25, 50, 100))),
        "clock": random.choice(("8.30 am", "9 am", "9.15 am")),
    }


def _name(random: Random) -> str:
    return random.choice(_STARTS.split()) + random.choice(_ENDS.split())


def _control(random: Random, facts: dict[str, str], reference: str) -> Part:
    year = random.choice((2024, 2025, 2026))
    rows = (
        ("Reference", reference),
        ("Version", f"{random.randrange(1, 9)}.{random.randrange(4)}"),
        ("Owner", f"Head of Quality, {facts['agency']}"),
        ("Approved", f"{random.randrange(1, 29)} March {year}"),
        ("Review date", f"{random.randrange(1, 29)} March {year + 2}"),
    )
    return Part("table", rows)


def _standards(random: Random, facts: dict[str, str]) -> Part:
    rows = [("Standard", "Who", "By when", "How it is checked")]
    checks = ("Spot check", "Annual return", "File reading", "Report to the board")
    for role in random.sample(_ROLES, 5):
        what = f"Records are complete within {facts['days']} working days"
        rows.append((what, role, f"{random.choice(_NUMBERS)} weeks", random.choice(checks)))
    return Part("table", tuple(rows))


def _contacts(random: Random) -> Part:
    rows = [("Role", "Name", "Telephone", "E-mail")]
    for role in _ROLES:
        first, last = _name(random), _name(random)
        telephone = f"01632 96{random.randrange(1000):04d}"
        rows.append((role, f"{first[0]}. {last}", telephone, f"{last.lower()}@example.org"))
    return Part("table", tuple(rows))
