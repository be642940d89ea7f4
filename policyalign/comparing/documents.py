"""What has changed in a document, and which documents came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from policyalign.comparing.items import item_changes
from policyalign.comparing.letters import letters
from policyalign.comparing.pairing import Pair, given, pairs
from policyalign.comparing.runs import Run
from policyalign.comparing.wording import wording_changes
from policyalign.model.comparison import Comparison, DocumentChange, FieldChange
from policyalign.model.document import Notice, NoticeKind, Unread
from policyalign.model.pack import Pack
from policyalign.model.report import DocumentResult
from policyalign.report_mark import NOT_A_POLICY


def compared(before: Run, after: Run, pack: Pack) -> Comparison:
    """Compare two runs."""
    old, new = tuple(before.documents), tuple(after.documents)
    if before.single and after.single:
        found: tuple[Pair, ...] = (given(old[0], new[0]),)
    else:
        found = pairs(old, new)
    known = {pair.before.path for pair in found}, {pair.after.path for pair in found}
    unread_now = {file.path for file in after.unread}
    items = _items(old), _items(new)
    return Comparison(
        before=before.side,
        after=after.side,
        pack=pack,
        documents=tuple(map(_change, found)),
        added=tuple(_bare(d) for d in new if d.path not in known[1]),
        removed=tuple(_bare(d) for d in old if d.path not in known[0] | unread_now),
        newly_read=_newly_read(before.unread, new),
        newly_unread=tuple(_newly_unread(before.unread, after.unread)),
        only_before=_only(items[0], items[1]),
        only_after=_only(items[1], items[0]),
    )


def _change(pair: Pair) -> DocumentChange:
    before, after = pair.before, pair.after
    crept_in, cleared = wording_changes(before.faults, after.faults)
    items = tuple(item_changes(before, after))
    return DocumentChange(
        before=_bare(before, mentions=bool(items)),
        after=_bare(after, mentions=bool(items)),
        known_by=pair.known_by,
        likeness=pair.likeness,
        items=items,
        fields=tuple(_fields(before, after)),
        crept_in=crept_in,
        cleared=cleared,
        new_notices=_not_in(after.notices, before.notices),
        settled_notices=_not_in(before.notices, after.notices),
    )


def _bare(document: DocumentResult, *, mentions: bool = False) -> DocumentResult:
    """Leave the text out, and mentions where nobody needs them: they take most of the memory."""
    return replace(document, blocks=(), mentions=document.mentions if mentions else ())


def _fields(before: DocumentResult, after: DocumentResult) -> Iterator[FieldChange]:
    for name in ("title", "type"):
        yield from _field(name, getattr(before, name), getattr(after, name))
    for name in ("version", "owner", "approved", "review"):
        yield from _field(name, getattr(before.control, name), getattr(after.control, name))


def _field(name: str, before: str | None, after: str | None) -> Iterator[FieldChange]:
    if letters(before or "") != letters(after or ""):
        yield FieldChange(field=name, before=before, after=after)


def _not_in(notices: Iterable[Notice], other: Iterable[Notice]) -> tuple[Notice, ...]:
    """Give the notices that the other side has not; pages and counts shift from text to text."""
    known = Counter(map(_about, other))
    found = []
    for notice in notices:
        if known[_about(notice)]:
            known[_about(notice)] -= 1
        else:
            found.append(notice)
    return tuple(found)


def _about(notice: Notice) -> tuple[NoticeKind, str]:
    return notice.kind, "".join(char for char in notice.reason if not char.isdigit())


def _newly_read(before: Iterable[Unread], after: Iterable[DocumentResult]) -> tuple[str, ...]:
    unread = {file.path for file in before}
    return tuple(document.path for document in after if document.path in unread)


def _newly_unread(before: Iterable[Unread], after: Iterable[Unread]) -> Iterator[Unread]:
    """Give the files that cannot be read any more, or are new and cannot be read.

    A report of ours that lies among the policies now is nothing that got worse.
    """
    known = {file.path for file in before}
    for file in after:
        if file.path not in known and NOT_A_POLICY not in file.reason:
            yield file


def _items(documents: Iterable[DocumentResult]) -> tuple[str, ...]:
    """Give the items that were asked of the documents, in checklist order."""
    return tuple(dict.fromkeys(item.id for document in documents for item in document.items))


def _only(items: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Give the items that the other side did not ask for; nothing where it asked for none."""
    return tuple(item for item in items if item not in other) if other else ()
