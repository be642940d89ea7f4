"""The comparison as JSON, for other programs: the contract ``policyalign-language/1``."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import TYPE_CHECKING, Any

from policyalign import __version__

if TYPE_CHECKING:
    from policyalign.model.document import Place
    from policyalign.model.language import AgencyUse, Definition, Idea, SharedLanguage, Use

SCHEMA = "policyalign-language/1"

# Legal inside JSON strings, but able to drive a terminal or to reorder a line on screen.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render(found: SharedLanguage) -> bytes:
    """Give the comparison as UTF-8 JSON, indented by two spaces, keys always in the same order."""
    text = json.dumps(_language(found), ensure_ascii=False, allow_nan=False, indent=2)
    # Neither kind of character can stand outside a string, so the text may be changed as a whole.
    text = _LONE_SURROGATE.sub("\ufffd", text)
    return _UNSAFE.sub(lambda one: f"\\u{ord(one.group()):04x}", f"{text}\n").encode()


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of the comparison."""
    file = resources.files(__package__) / "language.schema.json"
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def _language(found: SharedLanguage) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "tool": {"version": __version__},
        "pack": {
            "id": found.pack,
            "version": found.pack_version,
            "fingerprint": found.fingerprint,
        },
        "agreement": {
            "value": None if found.agreement.value is None else round(found.agreement.value, 4),
            "compared": found.agreement.compared,
            "left_out": list(found.agreement.left_out),
        },
        "agencies": [
            {
                "name": agency.name,
                "documents": list(agency.documents),
                "without_text": list(agency.without_text),
            }
            for agency in found.agencies
        ],
        "ideas": [_idea(idea) for idea in found.ideas],
        "silent": list(found.silent),
        "untied": [
            {
                "agency": one.agency,
                "concept": one.concept,
                "names": _names(one.names),
                "documents": list(one.documents),
                "elsewhere": one.elsewhere,
            }
            for one in found.untied
        ],
        "unread": [{"path": one.path, "reason": one.reason} for one in found.unread],
        "remarks": list(found.remarks),
    }


def _idea(idea: Idea) -> dict[str, Any]:
    return {
        "concept": idea.concept,
        "preferred": idea.preferred,
        "divided": idea.is_divided,
        "agreement": None if idea.agreement is None else round(idea.agreement, 4),
        "agencies": [_agency(one) for one in idea.agencies],
        "definitions": [_definition(one) for one in idea.definitions],
        "defined_differently": idea.defined_differently,
    }


def _agency(one: AgencyUse) -> dict[str, Any]:
    return {
        "agency": one.agency,
        "standing": one.standing,
        "names": _names(one.names),
        "uses": [_use(use) for use in one.uses],
    }


def _names(names: tuple[tuple[str, int], ...]) -> list[dict[str, Any]]:
    return [{"name": name, "count": count} for name, count in names]


def _use(use: Use) -> dict[str, Any]:
    return {
        "name": use.name or None,
        "quote": use.quote,
        "sentence": "".join(use.excerpt) if use.excerpt else None,
        "document": use.document,
        "place": _place(use.place),
    }


def _definition(one: Definition) -> dict[str, Any]:
    return {
        "agency": one.agency,
        "name": one.name,
        "text": one.text,
        "document": one.document,
        "place": _place(one.place),
    }


def _place(place: Place) -> dict[str, Any]:
    return {"heading": list(place.heading), "page": place.page, "block": place.block}
