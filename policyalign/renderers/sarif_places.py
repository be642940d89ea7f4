"""Places in documents as SARIF gives them, and marks by which a result is known again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from policyalign.renderers import wording
from policyalign.renderers.plain import plain

if TYPE_CHECKING:
    from policyalign.model.document import Place


def location(
    path: str, where: Place | None = None, span: tuple[int, int] | None = None
) -> dict[str, Any]:
    """Give a file, and the place in it if there is one.

    ``span`` is from and to which character of the paragraph's text. It is no SARIF region, which
    would count from the start of the file.
    """
    # The colon is encoded too: before the first slash it would end the name of a protocol.
    artifact = {"uri": quote(path, safe="/", errors="replace")}
    made: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact}}
    if where is not None:
        made["logicalLocations"] = [_logical(where, span)]
    return made


def fingerprints(*parts: str) -> dict[str, str]:
    """Give a mark that stays the same when other passages are added, moved or taken away."""
    whole = "\0".join(map(plain, parts)).encode()
    return {"policyalign/v1": hashlib.sha256(whole).hexdigest()[:32]}


def _logical(where: Place, span: tuple[int, int] | None) -> dict[str, Any]:
    properties: dict[str, int] = {"paragraph": where.block + 1}
    if where.page is not None:
        properties["page"] = where.page
    if span is not None:
        start, end = span
        properties |= {"charOffset": start, "charLength": end - start}
    return {"fullyQualifiedName": plain(wording.place(where)), "properties": properties}
