"""Save a Word document so that the same text always gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document


def packed(document: Document, facts: dict[str, Any]) -> bytes:
    """Set the properties from the facts and give the file; ``saved`` is its date throughout."""
    saved = datetime.fromisoformat(facts["saved"])
    properties = document.core_properties
    properties.title, properties.author = facts["title"], facts["author"]
    properties.comments = "Fictional sample"
    properties.created = properties.modified = saved
    properties.last_modified_by = facts["author"]
    loose = io.BytesIO()
    document.save(loose)
    return _dated(loose, saved)


def _dated(package: io.BytesIO, saved: datetime) -> bytes:
    """Copy a package, giving every part the same date in place of the present time."""
    result = io.BytesIO()
    moment = (saved.year, saved.month, saved.day, saved.hour, saved.minute, 0)
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on Windows and elsewhere
            new.writestr(entry, old.read(name), compresslevel=9)
    return result.getvalue()
