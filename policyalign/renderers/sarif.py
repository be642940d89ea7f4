"""The report as SARIF 2.1.0, for pipelines and code-review tools.

A Word or PDF file has no lines or characters that such tools could point at, so a place is a
logical location: the headings, the page and the paragraph.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from policyalign import __version__
from policyalign.model.pack import Importance
from policyalign.model.report import Outcome, Since
from policyalign.renderers import decision_wording, wording
from policyalign.renderers.decision_wording import line
from policyalign.renderers.gaps import OPEN, Gap, gaps, type_name
from policyalign.renderers.json_pieces import json_pieces
from policyalign.renderers.plain import plain
from policyalign.renderers.sarif_places import fingerprints, location
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.document import NoticeKind
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, Finding, ItemResult, Report

TOOL = "policyalign"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Importance.ESSENTIAL: "error",
    Importance.EXPECTED: "warning",
    Importance.ENHANCING: "note",
}
_WORDING_LEVEL = "warning"
_UNREAD = "unread"
_EXCLUDED = "excluded"


def render(report: Report) -> bytes:
    """Give one SARIF run as ASCII JSON, keys always in the same order."""
    return b"".join(render_pieces(report))


def render_pieces(report: Report) -> Iterator[bytes]:
    """Give the same bytes, a result at a time."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": iter([_run(report)])}
    for text in json_pieces(log, partial(json.dumps, allow_nan=False)):
        yield text.encode("ascii")


def _run(report: Report) -> dict[str, Any]:
    rules = _rules(report)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    pack, settings = report.pack, report.settings
    # Where one result tells of suppressions all have to; none tells that it is not suppressed.
    suppressions: dict[str, Any] = {"suppressions": []} if report.totals.decided else {}
    return {
        "tool": {"driver": {"name": TOOL, "version": __version__, "rules": rules}},
        "invocations": [
            {
                "executionSuccessful": bool(report.documents),
                "toolExecutionNotifications": list(_notifications(report)),
            }
        ],
        "artifacts": (_artifact(document, pack) for document in report.documents),
        "results": (
            {**suppressions, **result, "ruleIndex": index[result["ruleId"]]}
            for document in report.documents
            for result in _results(document, pack)
        ),
        "properties": {
            "pack": {"id": pack.id, "version": pack.version, "fingerprint": pack.fingerprint},
            "settings": {
                "type": settings.type,
                "agency": plain(settings.agency) if settings.agency else None,
                "today": settings.today,
                "file": plain(settings.file) if settings.file else None,
                "fingerprint": settings.fingerprint,
            },
            "notice": plain(pack.notice),
        },
    }


def _rules(report: Report) -> list[dict[str, Any]]:
    """Give a rule for every item, and one for each discouraged wording that was used."""
    pack = report.pack
    used = {finding.id for document in report.documents for finding in document.faults}
    rules = [
        {
            "id": _item_rule(item.id),
            "shortDescription": _text(item.title),
            "fullDescription": _text(item.question),
            "help": _text(f"{Label.SUGGESTED}: {wording.quoted(item.suggested_wording)}"),
            "defaultConfiguration": {"level": _LEVELS[item.importance]},
            "properties": {"tags": [plain(item.area), str(item.importance)]},
        }
        for item in pack.checklist.values()
    ]
    return rules + [
        {
            "id": _wording_rule(known.id),
            "shortDescription": _text(f"{Label.DISCOURAGED}: {wording.quoted(known.phrase)}"),
            "fullDescription": _text(wording.sentence(known.why)),
            "help": _text(f"{Label.BETTER}: {known.prefer}"),
            "defaultConfiguration": {"level": _WORDING_LEVEL},
            "properties": {"tags": [plain(known.kind)]},
        }
        for known in pack.discouraged.values()
        if known.id in used
    ]


def _results(document: DocumentResult, pack: Pack) -> Iterator[dict[str, Any]]:
    for gap in gaps(document, pack, *OPEN, Outcome.UNCLEAR):
        yield _gap(document, gap)
    # A gap on which people decided that there is nothing to do is there, and suppressed.
    as_found = replace(document, items=tuple(_as_found(item) for item in document.items))
    closed = {item.id: item for item in document.decisions if _is_closed(item)}
    for gap in gaps(as_found, pack, *OPEN, Outcome.UNCLEAR) if closed else ():
        if gap.item.id in closed:
            yield _gap(document, gap) | _suppressed(closed[gap.item.id])
    said: dict[tuple[str, ...], int] = {}
    for finding in document.faults:
        words = (finding.quote, *finding.place.heading)
        said[words] = said.get(words, 0) + 1
        yield _fault(document, finding, said[words])


def _as_found(item: ItemResult) -> ItemResult:
    return replace(item, decision=None)


def _is_closed(item: ItemResult) -> bool:
    return item.is_accepted or item.standing not in {*OPEN, Outcome.UNCLEAR}


def _suppressed(item: ItemResult) -> dict[str, Any]:
    # SARIF knows who and when only as properties.
    decision = item.decision
    assert decision is not None
    return {
        "suppressions": [
            {
                "kind": "external",
                "status": "accepted",
                "justification": plain(line(item)),
                "properties": {
                    "decision": str(decision.kind),
                    "by": plain(decision.by),
                    "until": decision.until.isoformat(),
                },
            }
        ]
    }


def _gap(document: DocumentResult, gap: Gap) -> dict[str, Any]:
    rule, counts = _item_rule(gap.item.id), gap.outcome.counts
    head = f"{gap.item.title}: {wording.OUTCOMES[gap.outcome]}"
    where = gap.nearest[0].place if gap.nearest else None
    return {
        "ruleId": rule,
        "kind": "fail" if counts else "open",
        # SARIF has a level only for what failed.
        "level": _LEVELS[gap.item.importance] if counts else "none",
        "message": _text(head, *gap.lines()),
        "locations": [location(document.path, where)],
        "partialFingerprints": fingerprints(document.path, rule),
        "properties": {"outcome": str(gap.outcome), "importance": str(gap.item.importance)},
        **_baseline_state(gap.since),
    }


def _fault(document: DocumentResult, finding: Finding, count: int) -> dict[str, Any]:
    rule = _wording_rule(finding.id)
    words = (finding.quote, *finding.place.heading, str(count))
    return {
        "ruleId": rule,
        "kind": "fail",
        "level": _WORDING_LEVEL,
        "message": _text(
            f"{Label.DISCOURAGED}: {wording.quoted(finding.quote)}",
            f"{Label.BETTER}: {finding.prefer}",
        ),
        "locations": [location(document.path, finding.place, (finding.start, finding.end))],
        "partialFingerprints": fingerprints(document.path, rule, *words),
        **_baseline_state(finding.since),
    }


def _baseline_state(since: Since | None) -> dict[str, str]:
    """Say whether the baseline had it, where there is one."""
    if since is None:
        return {}
    return {"baselineState": "unchanged" if since is Since.KNOWN else "new"}


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    """Name the files that could not be read, and what else must be known about those that were."""
    for file in report.unread:
        yield _notification(_UNREAD, "error", wording.sentence(file.reason), location(file.path))
    for path in report.excluded:
        sentence = f"Excluded by {report.settings.file}."
        yield _notification(_EXCLUDED, "note", sentence, location(path))
    for remark in report.remarks:
        sentence = decision_wording.remark(remark, report.settings)
        where = location(report.settings.file or "")
        yield _notification(f"settings/{remark.kind}", "warning", sentence, where)
    for document in report.documents:
        for notice in document.notices:
            level = "warning" if notice.kind.hides_text else "note"
            where = location(document.path)
            yield _notification(notice.kind, level, wording.notice(notice), where)


def _notification(
    about: str | NoticeKind, level: str, sentence: str, where: dict[str, Any]
) -> dict[str, Any]:
    return {
        "descriptor": {"id": str(about)},
        "level": level,
        "message": _text(sentence),
        "locations": [where],
    }


def _artifact(document: DocumentResult, pack: Pack) -> dict[str, Any]:
    return {
        "location": location(document.path)["physicalLocation"]["artifactLocation"],
        "hashes": {"sha-256": document.sha256},
        "properties": {
            "title": plain(document.title) if document.title else None,
            "type": plain(type_name(document, pack)),
            "agency": plain(document.agency) if document.agency else None,
            "score": document.score,
            "rating": document.rating,
            "decidedScore": document.decided_score,
        },
    }


def _item_rule(item: str) -> str:
    return f"item/{item}"


def _wording_rule(discouraged: str) -> str:
    return f"wording/{discouraged}"


def _text(*lines: str) -> dict[str, str]:
    """Give a message; in SARIF single braces are filled in, and ``[a](b)`` is a link."""
    text = "\n".join(map(plain, lines)).replace("{", "{{").replace("}", "}}")
    return {"text": text.replace("](", "] (")}
