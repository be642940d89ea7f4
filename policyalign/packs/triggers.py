"""Wording that changes what a mention means: ``status.toml`` and two tables of ``pack.toml``."""

from __future__ import annotations

from policyalign.model.pack import AnotherBody, Commit, Context, NewClause, Reach, Trigger
from policyalign.model.report import Status
from policyalign.packs.names import Names
from policyalign.packs.table import Table
from policyalign.packs.wording import read_cues

# Those that spread over so many words of a sentence, and those that a sentence can switch off.
_SPREADING = frozenset({Reach.AFTER, Reach.BEFORE, Reach.SENTENCE})
_IN_A_SENTENCE = _SPREADING | {Reach.SENTENCE_BEFORE}


def read_triggers(file: Table) -> tuple[Trigger, ...]:
    """Read the triggers of a mention's status."""
    return tuple(
        _trigger(table, str(table.choice("status", Status))) for table in file.tables("trigger")
    )


def read_excuses(file: Table, names: Names) -> tuple[Trigger, ...]:
    """Read the excuses for discouraged wording, whose status is the excuse's name."""
    entries = file.tables("excuse", required=False)
    excuses = tuple(
        _trigger(table, table.text("status"), _kinds(table, names)) for table in entries
    )
    for table, excuse in zip(entries, excuses, strict=True):
        if excuse.reach is Reach.ROW:
            table.wrong("reach 'row' is for the status of a mention; an excuse cannot have it")
    return excuses


def _kinds(excuse: Table, names: Names) -> tuple[str, ...]:
    kinds = excuse.texts("kinds")
    for unknown in names.unknown_kinds(kinds):
        excuse.wrong(f"kinds: {unknown}")
    return kinds


def read_new_clause(file: Table) -> NewClause:
    """Read the wording that shows where another clause of a sentence begins."""
    table = file.table("new_clause")
    new_clause = NewClause(begins=read_cues(table, "begins"), verbs=read_cues(table, "verbs"))
    table.close()
    return new_clause


def read_commit(pack: Table) -> Commit:
    """Read the wording that binds an agency to something."""
    table = pack.table("commit")
    commit = Commit(
        binding=read_cues(table, "binding", required=True),
        soft=read_cues(table, "soft"),
        others=read_cues(table, "others"),
    )
    table.close()
    return commit


def read_another_body(pack: Table, names: Names) -> AnotherBody:
    """Read the wording that shows that another body does what a sentence says."""
    if pack.value("another_body") is None:
        return AnotherBody()
    table = pack.table("another_body")
    another = AnotherBody(
        types=table.texts("types", required=True),
        leads=table.texts("leads"),
        partners=table.texts("partners"),
        framework=table.texts("framework"),
        wording=read_cues(table, "wording", required=True),
        things=read_cues(table, "things"),
        continues=read_cues(table, "continues"),
        taking_part=read_cues(table, "taking_part"),
        some=read_cues(table, "some"),
        tools=table.texts("tools"),
        own=read_cues(table, "own"),
        takes_up=read_cues(table, "takes_up"),
    )
    for unknown in names.unknown_types(another.types):
        table.wrong(f"types: {unknown}")
    for unknown in names.unknown_concepts(another.framework):
        table.wrong(f"framework: {unknown}")
    table.close()
    return another


def read_context(pack: Table) -> Context:
    """Read the wording that shows what a passage is about."""
    table = pack.table("context")
    context = Context(
        casework=read_cues(table, "casework", required=True),
        elsewhere=read_cues(table, "elsewhere"),
    )
    table.close()
    return context


def _trigger(table: Table, status: str, kinds: tuple[str, ...] = ()) -> Trigger:
    reach = table.choice("reach", Reach)
    # A key that is not asked for is refused: it would be written in the belief that it counts.
    spreads = reach in _SPREADING
    trigger = Trigger(
        status=status,
        phrases=read_cues(table, "phrases", required=True),
        reach=reach,
        within=table.count("within") if spreads else 0,
        stops=read_cues(table, "stops") if spreads else (),
        unless=read_cues(table, "unless") if reach in _IN_A_SENTENCE else (),
        kinds=kinds,
        planned=table.flag("planned"),
        across_clauses=spreads and table.flag("across_clauses"),
        question=spreads and table.flag("question"),
    )
    table.close()
    return trigger
