"""Read JSON reports of earlier runs back into the types they were made of.

A saved report may have been made by another version, with another pack, or changed by hand, so
each value is checked against the type of its field before it is believed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from policyalign.errors import InputError
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
        return SavedReport(
            path=str(path),
            tool=msgspec.convert(held["tool"]["version"], str),
            pack=msgspec.convert(held["pack"], PackName),
            settings=msgspec.convert(held["settings"], Settings),
            documents=msgspec.convert(held["documents"], tuple[DocumentResult, ...]),
            unread=msgspec.convert(held["unread"], tuple[Unread, ...]),
        )
    except (KeyError, TypeError, AttributeError, msgspec.ValidationError) as problem:
        raise InputError(
            f"{path} is a damaged report, or somebody has changed it: {problem}. "
            "Make it again with: policyalign check … -o report.json"
        ) from problem


def _loaded(path: Path) -> dict[str, Any]:
    try:
        held = json.loads(path.read_bytes())
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
