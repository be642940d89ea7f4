"""The checklist of a pack, from ``checklist.toml``."""

from __future__ import annotations

from policyalign.model.clauses import AtLeast, Clause, NoDiscouraged
from policyalign.model.pack import ChecklistItem, Importance
from policyalign.packs.clauses import ClauseSyntaxError, parse_clause
from policyalign.packs.names import Ids, Names
from policyalign.packs.table import Table
from policyalign.packs.values import Value


def read_checklist(file: Table, names: Names) -> dict[str, ChecklistItem]:
    """Read the items in the order of the file."""
    ids = Ids()
    found = [_item(entry, ids, names) for entry in file.tables("item")]
    file.close()
    return {item.id: item for item in found}


def _item(table: Table, ids: Ids, names: Names) -> ChecklistItem:
    item = ChecklistItem(
        id=ids.take(table),
        area=table.text("area"),
        title=table.text("title"),
        question=table.text("question"),
        importance=table.choice("importance", Importance),
        expected=_expected(table, names),
        applies_to=_applies_to(table, names),
        applies_where=_applies_where(table, names),
        suggested_wording=table.text("suggested_wording"),
        source=table.text("source"),
        note=table.text("note", default=""),
    )
    table.close()
    return item


def _applies_to(table: Table, names: Names) -> tuple[str, ...]:
    for entry in table.entries("applies_to"):
        for unknown in names.unknown_types(filter(None, [entry.text()])):
            entry.wrong(f"is an {unknown}")
    return table.texts("applies_to")


def _applies_where(table: Table, names: Names) -> tuple[str, ...]:
    for entry in table.entries("applies_where"):
        for unknown in names.unknown_concepts(filter(None, [entry.text()])):
            entry.wrong(f"is an {unknown}")
    return table.texts("applies_where")


def _expected(table: Table, names: Names) -> tuple[Clause, ...]:
    entries = table.entries("expected", required=True)
    clauses = [clause for entry in entries if (clause := _clause(entry, names))]
    sought = any(isinstance(clause, AtLeast) for clause in clauses)
    if len(clauses) == len(entries) > 0 and not sought:
        _note_nothing_sought(table, clauses)
    return tuple(clauses)


def _note_nothing_sought(table: Table, clauses: list[Clause]) -> None:
    for clause in clauses:
        if not isinstance(clause, NoDiscouraged):
            table.wrong(
                f"expected has '{clause}' but names no concept to look for; add a clause such "
                "as 'all of [...]'"
            )


def _clause(entry: Value, names: Names) -> Clause | None:
    text = entry.text()
    if not text:
        return None
    try:
        clause = parse_clause(text)
    except ClauseSyntaxError as problem:
        entry.wrong(f"cannot be read: {problem}")
        return None
    match clause:
        case AtLeast():
            unknown = names.unknown_concepts(clause.concepts)
        case NoDiscouraged():
            unknown = names.unknown_kinds(clause.kinds)
        case _:
            return clause
    for one in unknown:
        entry.wrong(f"names an {one}")
    return clause
