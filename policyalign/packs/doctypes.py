"""The document types that a pack knows, from ``types.toml``."""

from __future__ import annotations

from policyalign.model.pack import DocumentType
from policyalign.packs.names import Ids
from policyalign.packs.table import Table
from policyalign.packs.wording import read_cues


def read_types(file: Table) -> dict[str, DocumentType]:
    """Read the types in the order of the file."""
    ids = Ids()
    found = [_type(entry, ids) for entry in file.tables("type")]
    file.close()
    return {one.id: one for one in found}


def _type(table: Table, ids: Ids) -> DocumentType:
    found = DocumentType(
        id=ids.take(table),
        name=table.text("name"),
        titles=read_cues(table, "titles"),
        content=read_cues(table, "content"),
    )
    table.close()
    return found
