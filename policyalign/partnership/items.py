"""The items of all files together, and in what the versions of a pack differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from policyalign.model.partnership import Item, Reworded
from policyalign.model.returns import Row
from policyalign.model.submissions import ItemKey, Submission

_Versions = Mapping[str, tuple[str, ...]]


def versions_of(submissions: Iterable[Submission]) -> dict[str, tuple[str, ...]]:
    """Give the packs of files and, of each, the versions that occur."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in submissions:
        found[one.held.pack].add(one.held.pack_version)
    return {pack: tuple(sorted(found[pack])) for pack in sorted(found)}


def all_items(submissions: Sequence[Submission]) -> tuple[Item, ...]:
    """Give every item of the files once, as the newest of them words it.

    They stand in the order of the newest file, its areas together; items that only older files have
    stand at the end of their area.
    """
    newest_first = sorted(submissions, key=lambda one: (-one.held.made.toordinal(), one.path))
    rows: dict[ItemKey, Row] = {}
    having: dict[ItemKey, set[str]] = defaultdict(set)
    for one in newest_first:
        for row in one.held.rows:
            key = (one.held.pack, row.item)
            rows.setdefault(key, row)
            having[key].add(one.held.pack_version)
    areas = list(dict.fromkeys((key[0], row.area) for key, row in rows.items()))
    return tuple(
        Item(
            key=key,
            area=row.area,
            title=row.title,
            question=row.question,
            versions=tuple(sorted(having[key])),
        )
        for key, row in sorted(
            rows.items(), key=lambda found: areas.index((found[0][0], found[1].area))
        )
    )


def partial_items(items: Iterable[Item], versions: _Versions) -> tuple[Item, ...]:
    """Give the items that not every version of their pack has, among the versions that occur."""
    return tuple(item for item in items if item.versions != versions[item.key[0]])


def reworded_items(submissions: Iterable[Submission]) -> tuple[Reworded, ...]:
    """Give the items that do not ask the same in all versions."""
    asked: dict[ItemKey, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in submissions:
        for row in one.held.rows:
            asked[one.held.pack, row.item][row.question].add(one.held.pack_version)
    return tuple(
        Reworded(
            key=key,
            questions=tuple((said, tuple(sorted(having))) for said, having in questions.items()),
        )
        for key, questions in asked.items()
        if len(questions) > 1
    )
