"""Office files: the same bytes for the same report, marked as ours, and sealed.

The seal stands with the mark in the file's properties. It is worked out from all other parts, so
that it no longer fits when somebody has filled in or changed anything and saved the file.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING

from policyalign.report_mark import BAD_ZIP, PROPERTIES, bears_mark, properties

if TYPE_CHECKING:
    from typing import BinaryIO

# Stands for the seal while a file is made. No words of a document come near the properties.
UNSEALED = "0" * 64
# A file must say when it was made; without a day this stands there, and not the clock.
NO_DAY = "2000-01-01"
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def sealed(made: bytes) -> bytes:
    """Give an office file anew, without the time at which it was made and with its seal."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(result, "w") as new:
        seal = _seal(old).encode()
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            data = old.read(name)
            if name == PROPERTIES:
                data = data.replace(UNSEALED.encode(), seal)
            new.writestr(entry, data)
    return result.getvalue()


def is_unchanged(file: BinaryIO) -> bool:
    """Tell whether an office file is a report of ours just as it was written."""
    try:
        with zipfile.ZipFile(file) as archive:
            return bears_mark(archive) and _seal(archive).encode() in properties(archive)
    except BAD_ZIP:
        return False  # what cannot be opened is somebody else's


def _seal(archive: zipfile.ZipFile) -> str:
    """Sum up what stands in all parts but that of the properties."""
    parts = sorted(
        (info.filename, info.CRC, info.file_size)
        for info in archive.infolist()
        if info.filename != PROPERTIES
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()
