"""What a JSON report says of its baseline, in a report that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policyalign.model.comparison import Turn

if TYPE_CHECKING:
    from policyalign.model.comparison import Comparison, DocumentChange
    from policyalign.model.report import Finding, ItemResult


def since(found: ItemResult | Finding) -> dict[str, Any]:
    """Give how a gap or a wording stands to the baseline; nothing without one."""
    return {} if found.since is None else {"since": found.since}


def baseline(comparison: Comparison) -> dict[str, Any]:
    """Give which report it was, what was closed since, and the counts."""
    before = comparison.before
    return {
        "report": before.name,
        "tool": {"version": before.tool},
        "pack": {
            "id": before.pack_id,
            "version": before.pack_version,
            "fingerprint": before.fingerprint,
        },
        "same_pack": comparison.same_pack,
        "today": before.settings.today,
        "documents": [_document(change) for change in comparison.documents],
        "added": [document.path for document in comparison.added],
        "removed": [document.path for document in comparison.removed],
        "newly_unread": [file.path for file in comparison.newly_unread],
        "totals": {
            "gained": comparison.gained,
            "lost": comparison.lost,
            "cleared": comparison.cleared,
            "crept_in": comparison.crept_in,
            "newly_unread": len(comparison.newly_unread),
        },
    }


def _document(change: DocumentChange) -> dict[str, Any]:
    return {
        "path": change.after.path,
        "path_before": change.before.path,
        "known_by": change.known_by,
        "likeness": change.likeness,
        "same_file": change.same_file,
        "score_before": change.before.score,
        "gained": [item.after.id for item in change.turned(Turn.GAINED)],
        "lost": [item.after.id for item in change.turned(Turn.LOST)],
        "cleared": [
            {"id": found.id, "quote": found.quote, "sentence": found.sentence}
            for found in change.cleared
        ],
    }
