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
    from policyalign.assess import check, check_text
    from policyalign.errors import InputError, OutputError, PackError, PolicyAlignError, ReadError
    from policyalign.model.document import Block, Control, Document, Kind, Notice, Place, Unread
    from policyalign.model.pack import ChecklistItem, Concept, Pack
    from policyalign.model.report import (
        DocumentResult,
        Evidence,
        Finding,
        ItemResult,
        Mention,
        Outcome,
        Report,
        Status,
    )
    from policyalign.packs import load_pack
    from policyalign.readers import read
    from policyalign.renderers import render

__version__ = "0.1.0"

__all__ = [
    "Block",
    "ChecklistItem",
    "Concept",
    "Control",
    "Document",
    "DocumentResult",
    "Evidence",
    "Finding",
    "InputError",
    "ItemResult",
    "Kind",
    "Mention",
    "Notice",
    "Outcome",
    "OutputError",
    "Pack",
    "PackError",
    "Place",
    "PolicyAlignError",
    "ReadError",
    "Report",
    "Status",
    "Unread",
    "__version__",
    "check",
    "check_text",
    "load_pack",
    "read",
    "render",
]

_HOME_OF = {
    "check": "policyalign.assess",
    "check_text": "policyalign.assess",
    "InputError": "policyalign.errors",
    "OutputError": "policyalign.errors",
    "PackError": "policyalign.errors",
    "PolicyAlignError": "policyalign.errors",
    "ReadError": "policyalign.errors",
    "Block": "policyalign.model.document",
    "Control": "policyalign.model.document",
    "Document": "policyalign.model.document",
    "Kind": "policyalign.model.document",
    "Notice": "policyalign.model.document",
    "Place": "policyalign.model.document",
    "Unread": "policyalign.model.document",
    "ChecklistItem": "policyalign.model.pack",
    "Concept": "policyalign.model.pack",
    "Pack": "policyalign.model.pack",
    "DocumentResult": "policyalign.model.report",
    "Evidence": "policyalign.model.report",
    "Finding": "policyalign.model.report",
    "ItemResult": "policyalign.model.report",
    "Mention": "policyalign.model.report",
    "Outcome": "policyalign.model.report",
    "Report": "policyalign.model.report",
    "Status": "policyalign.model.report",
    "load_pack": "policyalign.packs",
    "read": "policyalign.readers",
    "render": "policyalign.renderers",
}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)
