"""Read JSON reports of earlier runs back into the types they were made of.

A saved report may have been made by another version, with another pack, or changed by hand, so
each value is checked against the type of its field before it is believed.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, Never

import msgspec

from policyalign.errors import InputError
from policyalign.limits import MOST_BYTES
from policyalign.model.document import Place, Unread
from policyalign.model.report import DocumentResult, Settings

_SCHEMA = "policyalign-report/"
_KNOWN = f"{_SCHEMA}1"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackName:
    """Which pack a report was made with; ``fingerprint`` is a hash of the pack's files."""

    id: str
    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedReport:
    """What a JSON report holds: all of the report but the pack itself and the documents' text.

    What the JSON does not tell stands at its default: a mention's sentence is the mention, and
    discouraged wording starts at 0 and ends with its quote.
    """

    path: str
    tool: str
    pack: PackName
    settings: Settings
    documents: tuple[DocumentResult, ...]
    unread: tuple[Unread, ...]


def read_saved_report(path: Path) -> SavedReport:
    """Read a report that was written as JSON.

    Raises ``InputError`` for a file that is not there, no such report, or one that is damaged.
    """
    held = _loaded(path)
    try:
        for document in held["documents"]:
            _fill_in(document)
        documents = msgspec.convert(held["documents"], tuple[DocumentResult, ...])
        _check_scores(documents)
        settings = msgspec.convert(held["settings"], Settings)
        _check_day(settings.today)
        return SavedReport(
            path=str(path),
            tool=msgspec.convert(held["tool"]["version"], str),
            pack=msgspec.convert(held["pack"], PackName),
            settings=settings,
            documents=documents,
            unread=msgspec.convert(held["unread"], tuple[Unread, ...]),
        )
    except (KeyError, TypeError, AttributeError, msgspec.ValidationError) as problem:
        raise InputError(
            f"{path} is a damaged report, or somebody has changed it: {problem}. "
            "Make it again with: policyalign check … -o report.json"
        ) from problem


def _loaded(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise InputError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB; no report is.")
        held = json.loads(data, parse_constant=_refuse, parse_float=_finite)
    except OSError as problem:
        raise InputError(f"Cannot read {path}: {problem.strerror}.") from problem
    except (ValueError, RecursionError) as problem:
        raise InputError(f"{path} is not a JSON report, or only a part of one.") from problem
    schema = held.get("schema") if isinstance(held, dict) else None
    if not str(schema).startswith(_SCHEMA):
        raise InputError(f"{path} is JSON, but not a report of policyalign.")
    if schema != _KNOWN:
        raise InputError(f"{path} is a report of another version ({schema}). Update policyalign.")
    return dict(held)


def _refuse(constant: str) -> Never:
    raise ValueError(f"{constant} is no JSON")


def _finite(number: str) -> float:
    """Give a number; JSON has none that is too large to count with, but Python reads it."""
    value = float(number)
    return value if math.isfinite(value) else _refuse(number)


def _check_day(today: str | None) -> None:
    """Raise a mistake for a day that is none; Python also reads it in forms that reports lack."""
    try:
        known = today is None or date.fromisoformat(today).isoformat() == today
    except ValueError:
        known = False
    if not known:
        raise msgspec.ValidationError("its day is no date")


def _check_scores(documents: tuple[DocumentResult, ...]) -> None:
    for document in documents:
        decided = document.decided.score if document.decided else None
        for score in (document.score, decided):
            if score is not None and not 0 <= score <= 100:
                raise msgspec.ValidationError(f"the score {score:g} is not between 0 and 100")


def _fill_in(document: dict[str, Any]) -> None:
    """Add what a report leaves out, so that the same types hold it."""
    for mention in document["mentions"]:
        mention.update(sentence=(mention["start"], mention["end"]), commits=False)
    for finding in document["discouraged"]:
        finding.update(start=0, end=len(finding["quote"]))
    evidence = (one for item in document["items"] for one in item["evidence"])
    for found in chain(document["mentions"], document["discouraged"], evidence):
        # Places are named tuples, which are arrays to what checks the types.
        found["place"] = [found["place"][name] for name in Place._fields]
