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

_HOMES = {
    "policyalign.assess": ("check", "check_text"),
    "policyalign.errors": (
        "InputError",
        "OutputError",
        "PackError",
        "PolicyAlignError",
        "ReadError",
    ),
    "policyalign.model.document": (
        "Block",
        "Control",
        "Document",
        "Kind",
        "Notice",
        "Place",
        "Unread",
    ),
    "policyalign.model.pack": ("ChecklistItem", "Concept", "Pack"),
    "policyalign.model.report": (
        "DocumentResult",
        "Evidence",
        "Finding",
        "ItemResult",
        "Mention",
        "Outcome",
        "Report",
        "Status",
    ),
    "policyalign.packs": ("load_pack",),
    "policyalign.readers": ("read",),
    "policyalign.renderers": ("render",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [  # noqa: PLE0604  the names are plain strings, listed by home above
    "__version__",
    *sorted(_HOME_OF),
]


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)
