"""The report as JSON, for other programs: the contract ``policyalign-report/1``."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import TYPE_CHECKING, Any

from policyalign import __version__
from policyalign.renderers.json_baseline import baseline, since
from policyalign.renderers.json_pieces import json_pieces, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.document import Control, Notice, Place, Unread
    from policyalign.model.report import (
        Decided,
        Decision,
        DocumentResult,
        Evidence,
        Finding,
        ItemResult,
        Mention,
        Remark,
        Report,
        Settings,
        Totals,
    )

SCHEMA = "policyalign-report/1"

# Legal inside JSON strings, but able to drive a terminal or to reorder a line on screen.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def render(report: Report) -> bytes:
    """Give the report as UTF-8 JSON, indented by two spaces, keys always in the same order."""
    return b"".join(render_pieces(report))


def render_pieces(report: Report) -> Iterator[bytes]:
    """Give the same bytes, a document at a time."""
    for text in json_pieces(_report(report), dumps):
        yield text.encode()


def dumps(value: Any) -> str:
    """Give a value as JSON on one line, in which nothing can drive a terminal."""
    # Such a character can only stand inside a string, so the text may be changed as a whole.
    text = one_line(value)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of the report."""
    file = resources.files(__package__) / "report.schema.json"
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def _report(report: Report) -> dict[str, Any]:
    pack = report.pack
    return {
        "schema": SCHEMA,
        "tool": {"version": __version__},
        "pack": {"id": pack.id, "version": pack.version, "fingerprint": pack.fingerprint},
        "settings": _settings(report.settings),
        "documents": (_document(document) for document in report.documents),
        "unread": [_unread(unread) for unread in report.unread],
        "excluded": list(report.excluded),
        "remarks": [_remark(remark) for remark in report.remarks],
        "totals": _totals(report.totals),
        **({} if report.baseline is None else {"baseline": baseline(report.baseline)}),
    }


def _settings(settings: Settings) -> dict[str, Any]:
    return {
        "type": settings.type,
        "agency": settings.agency,
        "today": settings.today,
        "file": settings.file,
        "fingerprint": settings.fingerprint,
    }


def _document(document: DocumentResult) -> dict[str, Any]:
    return {
        "path": document.path,
        "sha256": document.sha256,
        "title": document.title,
        "type": document.type,
        "type_source": document.type_source,
        "agency": document.agency,
        "control": _control(document.control),
        "score": document.score,
        "rating": document.rating,
        "decided": _decided(document.decided),
        "pages": document.pages,
        "words": document.words,
        "items": [_item(item) for item in document.items],
        "mentions": [_mention(mention) for mention in document.mentions],
        "discouraged": [_finding(finding) for finding in document.discouraged],
        "notices": [_notice(notice) for notice in document.notices],
    }


def _control(control: Control) -> dict[str, Any]:
    return {
        "version": control.version,
        "owner": control.owner,
        "approved": control.approved,
        "review": control.review,
    }


def _item(item: ItemResult) -> dict[str, Any]:
    return {
        "id": item.id,
        "outcome": item.outcome,
        "reason": item.reason,
        "clauses": [{"text": clause.text, "held": clause.held} for clause in item.clauses],
        "evidence": [_evidence(evidence) for evidence in item.evidence],
        "decision": _decision(item.decision),
        **since(item),
    }


def _decided(decided: Decided | None) -> dict[str, Any] | None:
    return {"score": decided.score, "rating": decided.rating} if decided else None


def _decision(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "kind": decision.kind,
        "outcome": decision.outcome,
        "by": decision.by,
        "why": decision.why,
        "until": decision.until.isoformat(),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "concept": evidence.concept,
        "quote": evidence.quote,
        "place": _place(evidence.place),
        "status": evidence.status,
        "how": evidence.how,
        "similarity": evidence.similarity,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "concept": mention.concept,
        "quote": mention.quote,
        "start": mention.start,
        "end": mention.end,
        "block": mention.block,
        "place": _place(mention.place),
        "state": mention.state,
        "status": mention.status,
        "how": mention.how,
        "similarity": mention.similarity,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "quote": finding.quote,
        "sentence": finding.sentence,
        "prefer": finding.prefer,
        "excused": finding.excused,
        "excuse": finding.excuse,
        "block": finding.block,
        "place": _place(finding.place),
        **since(finding),
    }


def _notice(notice: Notice) -> dict[str, Any]:
    return {"kind": notice.kind, "page": notice.page, "reason": notice.reason}


def _place(place: Place) -> dict[str, Any]:
    return {"heading": list(place.heading), "page": place.page, "block": place.block}


def _unread(unread: Unread) -> dict[str, Any]:
    return {"path": unread.path, "reason": unread.reason}


def _remark(remark: Remark) -> dict[str, Any]:
    return {"kind": remark.kind, "line": remark.line, "reason": remark.reason}


def _totals(totals: Totals) -> dict[str, Any]:
    return {
        "documents": totals.documents,
        "unread": totals.unread,
        "scored": totals.scored,
        "mean_score": totals.mean_score,
        "ratings": [{"rating": name, "documents": count} for name, count in totals.ratings],
        "missing": [{"id": item, "documents": count} for item, count in totals.missing],
        "discouraged": totals.discouraged,
        "decided": totals.decided,
        "decided_mean_score": totals.decided_mean_score,
        "excluded": totals.excluded,
    }
