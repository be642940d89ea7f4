"""A settings file for a folder, with a word on everything that it may hold.

A line that begins with ``#`` and a blank is a remark; one that begins with ``#`` alone is an
example, which works as soon as the ``#`` is taken away.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from policyalign.model.pack import Importance, Pack
from policyalign.model.returns import LABELS, Rating
from policyalign.settings.survey import Survey

SCALES: Mapping[str, Mapping[Rating, str]] = {
    "words": LABELS,
    "colours": {
        Rating.MET: "Green",
        Rating.PARTLY: "Amber",
        Rating.NOT_MET: "Red",
        Rating.NOT_APPLICABLE: "Not applicable",
    },
    "numbers": {
        Rating.MET: "2 - in place",
        Rating.PARTLY: "1 - in part",
        Rating.NOT_MET: "0 - not in place",
        Rating.NOT_APPLICABLE: "Not applicable",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user chose. ``agency`` is for all documents, ``agencies`` for those of folders."""

    agency: str = ""
    agencies: tuple[tuple[str, str], ...] = ()
    exclude: tuple[str, ...] = ()
    fail_under: float | None = None
    scale: str = "words"
    pack: str = "sos"


def settings_text(wishes: Wishes, found: Survey, pack: Pack, until: date) -> str:
    """Give the whole file. ``until`` is the day that the example of a decision names."""
    parts = (
        _general(wishes),
        _agencies(wishes),
        _types(found),
        _labels(wishes),
        _waivers(found, pack, until),
        _marks(found, pack),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _general(wishes: Wishes) -> Iterator[str]:
    yield "# Settings of policyalign for this folder and the folders in it."
    yield "# Take away the # that begins a line to make it count. Paths are seen from here, with /:"
    yield "# * stands for any letters of a name, ** for any folders; a folder stands for all in it."
    yield ""
    yield "# The vocabulary pack: its name, or its folder."
    yield _line("pack", wishes.pack)
    yield ""
    yield "# Whose documents these are, where [agencies] does not say otherwise."
    yield _line("agency", wishes.agency or "Anytown Council", active=bool(wishes.agency))
    yield ""
    yield "# check ends with exit code 1 if a document scores less, after decisions (see below)."
    limit = wishes.fail_under
    yield f"fail_under = {limit:g}" if limit is not None else "#fail_under = 60"
    yield ""
    yield "# Files not to check. They are counted and named in every report."
    patterns = [f"{folder}/**" for folder in wishes.exclude] or ["archive", "*draft*"]
    listed = ", ".join(map(_quoted, patterns))
    yield f"{'' if wishes.exclude else '#'}exclude = [{listed}]"


def _agencies(wishes: Wishes) -> Iterator[str]:
    yield "# Agencies, each with the files or folders that are its own; the first that fits counts."
    yield "[agencies]"
    folders: dict[str, list[str]] = {}
    for name, folder in wishes.agencies:
        folders.setdefault(name, []).append(f"{folder}/**")
    for name, patterns in folders.items():
        yield f"{_quoted(name)} = [{', '.join(map(_quoted, patterns))}]"
    if not folders:
        yield '#"Mill Lane Primary School" = ["schools/mill-lane", "*mill-lane*"]'


def _types(found: Survey) -> Iterator[str]:
    yield "# Types of documents, where the one inferred is wrong. The first that fits counts."
    for name, count in found.types:
        yield f"# Inferred here: {name} ({count})"
    yield "[types]"
    if found.types:
        yield f'#{_quoted(found.types[0][0])} = ["*handbook*", "policies/a.docx"]'


def _labels(wishes: Wishes) -> Iterator[str]:
    yield "# The words for the ratings that people give in a self-assessment return."
    yield "[labels]"
    for rating, label in SCALES[wishes.scale].items():
        yield _line(rating, label)


def _waivers(found: Survey, pack: Pack, until: date) -> Iterator[str]:
    yield "# What people decided about an outcome. It stands in every report beside what was found."
    yield '# decision: "not-applicable" takes the item out of the score after decisions;'
    yield '#   "accepted" means that the gap is known, and need not be acted on until then;'
    yield '#   "overruled" lets another outcome count: "met", "partly" or "not-met".'
    yield "# Instead of document, or beside it, an agency of the list above may be named."
    yield "#[[waiver]]"
    yield _line("item", _item(pack), active=False)
    yield _line("document", found.example, active=False)
    yield _line("decision", "accepted", active=False)
    yield _line("by", "A. Reader, policy officer", active=False)
    yield _line("why", "It is to be put in at the next review.", active=False)
    yield f"#until = {until.isoformat()}"


def _marks(found: Survey, pack: Pack) -> Iterator[str]:
    yield "# Passages that say something of the vocabulary in words that were not recognised: for"
    yield "# whoever looks after it. policyalign vocab review shows what became of them."
    yield "#[[not-detected]]"
    yield _line("concept", next(iter(pack.concepts)), active=False)
    yield _line("file", found.example, active=False)
    yield _line("quote", "the words as they stand there", active=False)
    yield _line("by", "A. Reader", active=False)


def _item(pack: Pack) -> str:
    items = pack.checklist.values()
    return next((i.id for i in items if i.importance is Importance.EXPECTED), next(iter(items)).id)


def _line(key: str, text: str, *, active: bool = True) -> str:
    return f"{'' if active else '#'}{key} = {_quoted(text)}"


def _quoted(text: str) -> str:
    """Write text as TOML; what JSON leaves as it is and TOML does not take is written out."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
