"""A comparison as JSON, for other programs: the contract ``policyalign-comparison/1``."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Any

from policyalign import __version__
from policyalign.model.comparison import Turn
from policyalign.renderers.json_pieces import json_pieces
from policyalign.renderers.json_report import dumps

if TYPE_CHECKING:
    from policyalign.model.comparison import Comparison, DocumentChange, ItemChange, Side
    from policyalign.model.document import Notice, Place
    from policyalign.model.report import DocumentResult, Evidence, Finding

SCHEMA = "policyalign-comparison/1"


def render(comparison: Comparison) -> bytes:
    """Give the comparison as UTF-8 JSON, indented by two spaces, keys always in the same order."""
    return "".join(json_pieces(_whole(comparison), dumps)).encode()


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of the comparison."""
    file = resources.files(__package__) / "comparison.schema.json"
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def _whole(comparison: Comparison) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "tool": {"version": __version__},
        **changes(comparison),
    }


def changes(comparison: Comparison) -> dict[str, Any]:
    """Give all but what says which kind of file this is; a marked report has it too."""
    return {
        "before": _side(comparison.before),
        "after": _side(comparison.after),
        "same_pack": comparison.same_pack,
        "documents": [_document(change) for change in comparison.documents],
        "added": [
            {**_named(document), "newly_read": document.path in comparison.newly_read}
            for document in comparison.added
        ],
        "removed": [_named(document) for document in comparison.removed],
        "newly_unread": [
            {"path": file.path, "reason": file.reason} for file in comparison.newly_unread
        ],
        "only_before": list(comparison.only_before),
        "only_after": list(comparison.only_after),
        "totals": {
            "gained": comparison.gained,
            "lost": comparison.lost,
            "cleared": comparison.cleared,
            "crept_in": comparison.crept_in,
            "newly_unread": len(comparison.newly_unread),
        },
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "name": side.name,
        "tool": {"version": side.tool},
        "pack": {
            "id": side.pack_id,
            "version": side.pack_version,
            "fingerprint": side.fingerprint,
        },
        "settings": {
            "type": side.settings.type,
            "agency": side.settings.agency,
            "today": side.settings.today,
        },
        "documents": side.documents,
        "unread": side.unread,
        "mean_score": side.mean_score,
    }


def _document(change: DocumentChange) -> dict[str, Any]:
    return {
        "path": change.after.path,
        "path_before": change.before.path,
        "title": change.after.title,
        "known_by": change.known_by,
        "likeness": change.likeness,
        "same_file": change.same_file,
        "score": {"before": change.before.score, "after": change.after.score},
        "rating": {"before": change.before.rating, "after": change.after.rating},
        "gained": [_item(item) for item in change.turned(Turn.GAINED)],
        "lost": [_item(item) for item in change.turned(Turn.LOST)],
        "other": [_item(item) for item in change.turned(Turn.OTHER)],
        "crept_in": [_finding(found) for found in change.crept_in],
        "cleared": [_finding(found) for found in change.cleared],
        "fields": [
            {"field": field.field, "before": field.before, "after": field.after}
            for field in change.fields
        ],
        "new_notices": [_notice(found) for found in change.new_notices],
        "settled_notices": [_notice(found) for found in change.settled_notices],
    }


def _item(item: ItemChange) -> dict[str, Any]:
    return {
        "id": item.after.id,
        "before": item.before.outcome,
        "after": item.after.outcome,
        "appeared": [_evidence(piece) for piece in item.appeared],
        "gone": [_evidence(piece) for piece in item.gone],
    }


def _named(document: DocumentResult) -> dict[str, Any]:
    return {
        "path": document.path,
        "title": document.title,
        "score": document.score,
        "rating": document.rating,
        "discouraged": len(document.faults),
    }


def _evidence(piece: Evidence) -> dict[str, Any]:
    return {"concept": piece.concept, "quote": piece.quote, "place": _place(piece.place)}


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "id": found.id,
        "quote": found.quote,
        "sentence": found.sentence,
        "prefer": found.prefer,
        "place": _place(found.place),
    }


def _notice(found: Notice) -> dict[str, Any]:
    return {"kind": found.kind, "page": found.page, "reason": found.reason}


def _place(where: Place) -> dict[str, Any]:
    return {"heading": list(where.heading), "page": where.page, "block": where.block}
