"""What agencies have said they will do, who is to do it, and by when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from policyalign.model.partnership import Action, Item, Owner
from policyalign.model.submissions import ItemKey, Submission
from policyalign.partnership.names import folded


def actions_of(
    agency: str, counted: Iterable[Submission], items: Mapping[ItemKey, Item]
) -> tuple[Action, ...]:
    """Give the actions in the files of one agency; what several files say alike, once."""
    found: dict[tuple[object, ...], Action] = {}
    for submission in counted:
        for row in submission.held.rows:
            answer = row.answer
            if not answer.action:
                continue
            key = (submission.held.pack, row.item)
            action = Action(
                agency=agency,
                item=items[key],
                text=answer.action,
                owner=answer.owner,
                due=answer.due,
                path=submission.path,
            )
            found.setdefault((key, answer.action, answer.owner, answer.due), action)
    return tuple(found.values())


def in_order(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Put actions in order of their date, those without one last."""
    return tuple(sorted(actions, key=lambda one: one.due or date.max))


def owners(actions: Sequence[Action], today: date) -> tuple[Owner, ...]:
    """Sum actions up by owner, those with most overdue first.

    Owners are told apart by agency too, since every school has a head teacher.
    """
    by_owner: dict[tuple[str, str], list[Action]] = defaultdict(list)
    for action in actions:
        by_owner[action.agency, folded(action.owner)].append(action)
    made = [_owner(theirs, today) for theirs in by_owner.values()]
    return tuple(sorted(made, key=lambda o: (-o.overdue, -o.actions, o.agency, folded(o.name))))


def _owner(actions: Sequence[Action], today: date) -> Owner:
    due = sorted(action.due for action in actions if action.due)
    coming = [day for day in due if day >= today]
    return Owner(
        name=actions[0].owner,
        agency=actions[0].agency,
        actions=len(actions),
        overdue=len(due) - len(coming),
        next_due=coming[0] if coming else None,
    )
