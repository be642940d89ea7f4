"""Where something was found, for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.document import State
from policyalign.model.report import Status
from policyalign.renderers import wording
from policyalign.renderers.explanation_wording import how, where
from policyalign.renderers.terminal.excerpt import marked
from policyalign.renderers.terminal.page import Page, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.finds import Find, Finds
    from policyalign.model.pack import Pack


def print_finds(page: Page, found: Finds, pack: Pack) -> None:
    """Print every place, file by file, then how many there are in each file and in all."""
    page.line((_looked_for(found, pack), Style.STRONG))
    for file in found.files:
        if file.finds:
            places = wording.counted(len(file.finds), "place")
            page.heading((file.path, Style.STRONG), f": {places}")
            for one in file.finds:
                page.line(*marked(page, one.excerpt), indent=2)
                page.line(*_about(one, found, pack), indent=4)
    _print_counts(page, found)
    if found.nearest:
        page.line(_did_you_mean(found, pack))


def _did_you_mean(found: Finds, pack: Pack) -> str:
    names = [f"{wording.quoted(pack.concepts[c].term)} ({c})" for c in found.nearest]
    return f"Did you mean a concept of the pack {pack.id}: {wording.listed(names, 'or')}?"


def _looked_for(found: Finds, pack: Pack) -> str:
    wanted = wording.quoted(found.wanted.strip())
    if not found.concepts:
        # The form language writes a choice as (one|other), which tells most people nothing.
        spelt = found.phrase.replace("(", "").replace(")", "").replace("|", "/")
        also = f", also as {wording.quoted(spelt)}" if found.phrase != found.wanted else ""
        return f"Looked for {wanted}{also}."
    terms = wording.listed(wording.quoted(pack.concepts[c].term) for c in found.concepts)
    ids = wording.listed(found.concepts)
    if found.named:
        return f"Looked for {terms} ({ids}) in all wording that the pack {pack.id} has for it."
    return (
        f"{wanted} is wording of the pack {pack.id} for {terms} ({ids}); all its wording was "
        "looked for. For these words alone, add --exact."
    )


def _about(one: Find, found: Finds, pack: Pack) -> tuple[str | tuple[str, str], ...]:
    several = len(found.concepts) > 1
    notes = [
        where(one.place, one.kind),
        wording.quoted(pack.concepts[one.concept].term) if several else "",
        how(one.how, one.similarity),
    ]
    aside = []
    if one.status is not Status.AFFIRMED:
        aside.append(f"{one.status}: {wording.STATUSES[one.status]}")
    if one.state is State.PROPOSED:
        aside.append(wording.PROPOSED)
    return (
        ("; ".join(filter(None, notes)), Style.QUIET),
        (f" – {'; '.join(aside)}" if aside else "", Style.PARTLY),
    )


def _print_counts(page: Page, found: Finds) -> None:
    files = wording.counted(len(found.files), "file")
    if found.total:
        holding = sum(bool(file.finds) for file in found.files)
        places = wording.counted(found.total, "place")
        heading = f": {places}{_with_status(found)} in {holding} of {files}"
        page.heading(("In all", Style.STRONG), heading)
        digits = len(f"{found.total:,}")
        for file in found.files:
            number = f"{len(file.finds):,}".rjust(digits)
            page.line(number, f"  {file.path}", indent=2)
    else:
        page.line(f"Nothing{_with_status(found)} was found in {files}.")
    if found.passed_over:
        places = wording.counted(found.passed_over, "place")
        page.line(
            f"Not listed: {places} with such words that mean something else there, belong to a "
            "longer name, or lack the company in which they would count. To see every place of "
            "some words, give them with --exact."
        )


def _with_status(found: Finds) -> str:
    if not found.statuses:
        return ""
    return f" with the status {wording.listed(found.statuses, 'or')}"


def not_searched(found: Finds) -> Iterator[str]:
    """Name what could not be read, so that nobody takes it for searched."""
    for file in found.files:
        for notice in file.notices:
            yield f"Read only in part: {file.path}: {wording.notice(notice)}"
    for unread in found.unread:
        yield f"Not read: {unread.path}: {wording.sentence(unread.reason)}"
    if not found.files:
        yield "No document could be read."
