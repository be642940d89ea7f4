"""Annotate Word files: the policy itself with comments at its words.

::

    sources      which element each character of a block stands in
    anchors      where the marks of a comment go
    homes        where a comment goes that cannot stand at its words
    comments     the part with the comments
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from policyalign.annotating.remarks import Remark
from policyalign.annotating.word.anchors import Anchors
from policyalign.annotating.word.comments import Comments, Dialect
from policyalign.annotating.word.homes import Homes
from policyalign.errors import ReadError
from policyalign.model.document import Document
from policyalign.readers.word.file import WordFile
from policyalign.readers.word.markup import W
from policyalign.rewriting.splicing import Xml
from policyalign.rewriting.zip_copy import copied

_RESTRICTED = (
    "is restricted to reading or to filling in forms, and so is the copy: remarks in it can be "
    "answered when its owner has lifted that in Word (Review, Restrict Editing)"
)
_ENFORCED = frozenset({"1", "true", "on"})
# Other ways to restrict a file leave comments free.
_WITHOUT_COMMENTS = frozenset({"readOnly", "forms"})
_SIGNATURES = "_xmlsignatures/"
_SIGNED = (
    "carries a digital signature, which holds for the original only: the copy has been added to"
)


def annotated_word(
    data: bytes, document: Document, remarks: Sequence[Remark], today: date | None
) -> tuple[bytes, tuple[str, ...]]:
    """Give a copy of a Word file with each remark as a comment, and what to know about the copy.

    ``document`` is what the reader made of ``data``. Raises ``ReadError`` if the file cannot be
    copied whole.
    """
    file = WordFile(data)
    file.document(path=document.path, sha256=document.sha256)
    main = file.package.data(file.package.main)
    if main is None or file.package.cut_off:
        raise ReadError("is too large for a copy with comments")
    xml, dialect = Xml(main), Dialect(main)
    root = file.body.getroottree().getroot()
    anchors = Anchors(root, xml, *dialect.prefix(xml))
    homes = Homes(file, document, anchors)
    comments = Comments(file, dialect, today)
    for remark, comment in zip(remarks, comments.free, strict=False):
        comments.add(comment, homes.settle(remark, comment))
    main_name = file.package.names[file.package.main.lower()].filename
    changed = {main_name: anchors.written(), **comments.changed()}
    signed = any(name.startswith(_SIGNATURES) for name in file.package.names)
    known = ((_SIGNED, signed), (_RESTRICTED, _is_restricted(file)))
    return copied(data, changed), tuple(sentence for sentence, holds in known if holds)


def _is_restricted(file: WordFile) -> bool:
    """Tell whether Word lets nobody comment on a file until somebody lifts its protection."""
    links = file.links.values()
    part = next((one.target for one in links if one.kind == "settings" and not one.outside), "")
    try:
        settings = file.package.tree(part)
    except ReadError:
        return False  # its text was read without the settings
    found = settings.iter(W + "documentProtection") if settings is not None else ()
    return any(
        one.get(W + "edit") in _WITHOUT_COMMENTS and one.get(W + "enforcement", "0") in _ENFORCED
        for one in found
    )
