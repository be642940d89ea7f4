"""What people decided about outcomes, and until when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from policyalign.model.patterns import Pattern
from policyalign.model.report import Decision, DecisionKind, Outcome
from policyalign.model.settings import Waiver
from policyalign.packs.mistakes import did_you_mean
from policyalign.settings.days import read_day
from policyalign.settings.pathnames import read_pattern
from policyalign.settings.table import LinedTable

WAIVER = "waiver"

_GIVEN = (Outcome.MET, Outcome.PARTLY, Outcome.NOT_MET)


def read_waivers(main: LinedTable, agencies: Collection[str]) -> tuple[Waiver, ...]:
    """Read all waivers. ``agencies`` are those that the file knows."""
    return tuple(_waiver(table, agencies) for table in main.entries_headed(WAIVER))


def _waiver(table: LinedTable, agencies: Collection[str]) -> Waiver:
    waiver = Waiver(
        item=table.text("item"),
        document=_document(table),
        agency=_agency(table, agencies),
        decision=_decision(table),
        line=table.line_of(),
    )
    table.close()
    return waiver


def _document(table: LinedTable) -> Pattern | None:
    value = table.value("document")
    if value is None and table.value("agency") is None:
        table.wrong("needs 'document' or 'agency'; document = \"**\" stands for all documents")
    return read_pattern(value) if value else None


def _agency(table: LinedTable, agencies: Collection[str]) -> str | None:
    value = table.value("agency")
    named = value.text() if value else ""
    if value and named and named not in agencies:
        hint = did_you_mean(named, agencies) or "; name it in [agencies] first"
        value.wrong(f"is '{named}', which this file does not know{hint}")
    return named or None


def _decision(table: LinedTable) -> Decision:
    kind = table.choice("decision", DecisionKind)
    return Decision(
        kind=kind,
        outcome=_outcome(table, kind),
        by=table.text("by"),
        why=table.text("why"),
        until=_until(table),
    )


def _outcome(table: LinedTable, kind: DecisionKind) -> Outcome | None:
    """Read the outcome that counts, which is there where another is overruled, and only there."""
    value = table.value("outcome")
    overruled = kind is DecisionKind.OVERRULED
    if value is None and overruled:
        table.wrong(f"missing key 'outcome', one of {', '.join(_GIVEN)}")
    if value is None:
        return None
    if not overruled:
        value.wrong(f"has a meaning only with decision = '{DecisionKind.OVERRULED}'")
    word = value.text()
    if word and word not in _GIVEN:
        value.wrong(f"is '{word}'; expected one of {', '.join(_GIVEN)}")
    return Outcome(word) if overruled and word in _GIVEN else None


def _until(table: LinedTable) -> date:
    value = table.value("until", required=True)
    return (read_day(value) if value else None) or date.max
