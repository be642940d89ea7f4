"""Check policies against a practice framework's vocabulary and checklist.

    import policyalign

    pack = policyalign.load_pack("sos")
    report = policyalign.check(["policies/"], pack=pack)
    for document in report.documents:
        print(document.title, document.score, [i.id for i in document.items if i.outcome != "met"])

Names are loaded when they are first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policyalign.assess import check_text
    from policyalign.checking import check
    from policyalign.comparing import compare
    from policyalign.errors import (
        InputError,
        OutputError,
        PackError,
        PolicyAlignError,
        ReadError,
        SettingsError,
    )
    from policyalign.explaining import explain
    from policyalign.keeping import Cache
    from policyalign.model.comparison import Comparison
    from policyalign.model.document import (
        Block,
        Cell,
        Control,
        Document,
        Kind,
        Notice,
        NoticeKind,
        Place,
        State,
        Unread,
    )
    from policyalign.model.excerpt import Excerpt
    from policyalign.model.explanation import (
        ClauseExplanation,
        Explanation,
        NearMiss,
        Obstacle,
        Support,
        Weight,
    )
    from policyalign.model.finds import FileFinds, Find, Finds
    from policyalign.model.pack import ChecklistItem, Concept, Discouraged, Importance, Pack
    from policyalign.model.report import (
        ClauseResult,
        Decided,
        Decision,
        DecisionKind,
        DocumentResult,
        Evidence,
        Finding,
        How,
        ItemResult,
        Mention,
        Outcome,
        Remark,
        RemarkKind,
        Report,
        Settings,
        Status,
        Totals,
    )
    from policyalign.model.settings import SettingsFile, Waiver
    from policyalign.packs import load_pack
    from policyalign.readers import read
    from policyalign.renderers import render
    from policyalign.searching import find
    from policyalign.settings import load_settings

__version__ = "0.1.0"

__all__ = [
    "Block",
    "Cache",
    "Cell",
    "ChecklistItem",
    "ClauseExplanation",
    "ClauseResult",
    "Comparison",
    "Concept",
    "Control",
    "Decided",
    "Decision",
    "DecisionKind",
    "Discouraged",
    "Document",
    "DocumentResult",
    "Evidence",
    "Excerpt",
    "Explanation",
    "FileFinds",
    "Find",
    "Finding",
    "Finds",
    "How",
    "Importance",
    "InputError",
    "ItemResult",
    "Kind",
    "Mention",
    "NearMiss",
    "Notice",
    "NoticeKind",
    "Obstacle",
    "Outcome",
    "OutputError",
    "Pack",
    "PackError",
    "Place",
    "PolicyAlignError",
    "ReadError",
    "Remark",
    "RemarkKind",
    "Report",
    "Settings",
    "SettingsError",
    "SettingsFile",
    "State",
    "Status",
    "Support",
    "Totals",
    "Unread",
    "Waiver",
    "Weight",
    "__version__",
    "check",
    "check_text",
    "compare",
    "explain",
    "find",
    "load_pack",
    "load_settings",
    "read",
    "render",
]

_HOME_OF = {
    "check": "policyalign.checking",
    "check_text": "policyalign.assess",
    "compare": "policyalign.comparing",
    "InputError": "policyalign.errors",
    "OutputError": "policyalign.errors",
    "PackError": "policyalign.errors",
    "PolicyAlignError": "policyalign.errors",
    "ReadError": "policyalign.errors",
    "SettingsError": "policyalign.errors",
    "explain": "policyalign.explaining",
    "Cache": "policyalign.keeping",
    "Comparison": "policyalign.model.comparison",
    "Block": "policyalign.model.document",
    "Cell": "policyalign.model.document",
    "Control": "policyalign.model.document",
    "Document": "policyalign.model.document",
    "Kind": "policyalign.model.document",
    "Notice": "policyalign.model.document",
    "NoticeKind": "policyalign.model.document",
    "Place": "policyalign.model.document",
    "State": "policyalign.model.document",
    "Unread": "policyalign.model.document",
    "Excerpt": "policyalign.model.excerpt",
    "ClauseExplanation": "policyalign.model.explanation",
    "Explanation": "policyalign.model.explanation",
    "NearMiss": "policyalign.model.explanation",
    "Obstacle": "policyalign.model.explanation",
    "Support": "policyalign.model.explanation",
    "Weight": "policyalign.model.explanation",
    "FileFinds": "policyalign.model.finds",
    "Find": "policyalign.model.finds",
    "Finds": "policyalign.model.finds",
    "ChecklistItem": "policyalign.model.pack",
    "Concept": "policyalign.model.pack",
    "Discouraged": "policyalign.model.pack",
    "Importance": "policyalign.model.pack",
    "Pack": "policyalign.model.pack",
    "ClauseResult": "policyalign.model.report",
    "Decided": "policyalign.model.report",
    "Decision": "policyalign.model.report",
    "DecisionKind": "policyalign.model.report",
    "DocumentResult": "policyalign.model.report",
    "Evidence": "policyalign.model.report",
    "Finding": "policyalign.model.report",
    "How": "policyalign.model.report",
    "ItemResult": "policyalign.model.report",
    "Mention": "policyalign.model.report",
    "Outcome": "policyalign.model.report",
    "Remark": "policyalign.model.report",
    "RemarkKind": "policyalign.model.report",
    "Report": "policyalign.model.report",
    "Settings": "policyalign.model.report",
    "Status": "policyalign.model.report",
    "Totals": "policyalign.model.report",
    "SettingsFile": "policyalign.model.settings",
    "Waiver": "policyalign.model.settings",
    "load_pack": "policyalign.packs",
    "read": "policyalign.readers",
    "render": "policyalign.renderers",
    "find": "policyalign.searching",
    "load_settings": "policyalign.settings",
}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)
