"""The partnership's view as JSON, for programs: the contract ``policyalign-partnership/1``."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Any

from policyalign import __version__
from policyalign.renderers.json_pieces import json_pieces
from policyalign.renderers.json_report import dumps
from policyalign.report_mark import VIEW

if TYPE_CHECKING:
    from datetime import date

    from policyalign.model.partnership import (
        Action,
        Agency,
        Count,
        Difference,
        Dispute,
        ItemSummary,
        Owner,
        Partnership,
        Reworded,
        Standing,
    )
    from policyalign.model.submissions import ItemKey

SCHEMA = f"{VIEW}/1"


def render(view: Partnership) -> bytes:
    """Give the view as UTF-8 JSON, indented by two spaces, keys always in the same order."""
    return "".join(json_pieces(_view(view), dumps)).encode()


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of the view."""
    file = resources.files(__package__) / "partnership.schema.json"
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def _view(view: Partnership) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "tool": {"version": __version__},
        "today": _day(view.today),
        "labels": {str(rating): label for rating, label in view.labels.items()},
        "expected": list(view.expected),
        "missing": list(view.missing),
        "near_names": [list(pair) for pair in view.near_names],
        "packs": [{"id": pack, "versions": list(found)} for pack, found in view.versions],
        "items": _items(view),
        "areas": [_area(area, count) for area, count in view.areas.items()],
        "weakest": [_summary(found) for found in view.weakest],
        "differences": [_difference(found) for found in view.differences],
        "agencies": [_agency(agency) for agency in view.agencies],
        "actions": [_action(action) for action in view.actions],
        "owners": [_owner(owner) for owner in view.owners],
        "disputes": [_dispute(dispute) for dispute in view.disputes],
        "reworded": [_reworded(found) for found in view.reworded],
        "unread": [{"path": file.path, "reason": file.reason} for file in view.unread],
        "remarks": [{"path": path, "remark": said} for path, said in view.remarks],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _key(key: ItemKey) -> dict[str, Any]:
    return {"pack": key[0], "item": key[1]}


def _items(view: Partnership) -> list[dict[str, Any]]:
    return [
        {
            **_key(item.key),
            "area": item.area,
            "title": item.title,
            "question": item.question,
            "versions": list(item.versions),
        }
        for item in view.items
    ]


def _counts(count: Count) -> dict[str, Any]:
    mean = None if count.mean is None else round(count.mean, 2)
    return {"met": count.met, "partly": count.partly, "not_met": count.not_met, "mean": mean}


def _area(area: str, count: Count) -> dict[str, Any]:
    return {"area": area, **_counts(count)}


def _summary(found: ItemSummary) -> dict[str, Any]:
    return {
        **_key(found.item.key),
        **_counts(found.count),
        "weak_everywhere": found.is_weak_everywhere,
        "above": found.above,
        "compared": found.compared,
    }


def _difference(found: Difference) -> dict[str, Any]:
    return {"agency": found.agency, **_key(found.item.key), "difference": found.points}


def _agency(agency: Agency) -> dict[str, Any]:
    return {
        "name": agency.name,
        "spellings": list(agency.spellings),
        "returned": agency.has_returned,
        "asked": agency.asked,
        "unrated": agency.unrated,
        "documents": agency.documents,
        "alignment": agency.alignment,
        "above": agency.above,
        "compared": len(agency.differences),
        "unread": list(agency.unread),
        "files": [
            {
                "path": file.path,
                "source": file.source,
                "made": _day(file.made),
                "pack": file.pack,
                "version": file.pack_version,
                "use": file.use,
            }
            for file in agency.files
        ],
        "areas": [_area(area, count) for area, count in agency.areas.items()],
        "standings": [_standing(key, found) for key, found in agency.standings.items()],
        "trend": [
            {"day": _day(p.day), "path": p.path, "alignment": p.alignment, "met": p.met}
            for p in agency.trend
        ],
    }


def _standing(key: ItemKey, found: Standing) -> dict[str, Any]:
    exhibit = found.exhibit and {
        "document": found.exhibit.document,
        "quote": found.exhibit.quote,
        "heading": found.exhibit.heading,
        "page": found.exhibit.page,
    }
    return {
        **_key(key),
        "rating": found.rating,
        "finding": found.finding,
        "evidence": exhibit,
        "moderated": found.moderated,
        "moderation": found.moderation,
        "disputed": sorted(found.disputed),
        "points": found.points,
        "difference": found.difference,
    }


def _action(action: Action) -> dict[str, Any]:
    return {
        "agency": action.agency,
        **_key(action.item.key),
        "action": action.text,
        "owner": action.owner,
        "due": _day(action.due),
        "path": action.path,
    }


def _owner(owner: Owner) -> dict[str, Any]:
    return {
        "owner": owner.name,
        "agency": owner.agency,
        "actions": owner.actions,
        "overdue": owner.overdue,
        "next_due": _day(owner.next_due),
    }


def _dispute(dispute: Dispute) -> dict[str, Any]:
    return {
        "agency": dispute.agency,
        **_key(dispute.key),
        "about": dispute.field,
        "claims": [{"value": claim.value, "path": claim.path} for claim in dispute.claims],
    }


def _reworded(found: Reworded) -> dict[str, Any]:
    questions = [{"question": said, "versions": list(having)} for said, having in found.questions]
    return {**_key(found.key), "questions": questions}
