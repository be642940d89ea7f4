"""What one file, and one run, may cost: every limit that a user can meet, in one place.

A file that passes a limit is never dropped in silence: it is read up to there with a notice, or
it is ``Unread`` with the number in its reason. ``docs/limits.md`` says what becomes of each.
"""

from __future__ import annotations

# One file, whatever its kind.
MOST_BYTES = 500_000_000
"""Bytes of a file that is opened at all."""

SECONDS_A_FILE = 120.0
"""Seconds that reading and matching one file may take. At the rates of
``docs/performance.md`` one of ``MOST_PAGES`` takes some 12, on a slow laptop a few times that."""

MEGABYTES_A_WORKER = 2_000
"""Megabytes of memory that a worker process may ask for; it needs 100 before its first file."""

LEAST_MEGABYTES = 200
"""Megabytes below which a worker could not even begin."""

# Word files.
LARGEST_PART = 48_000_000
"""Bytes of one part of a Word file, unpacked."""

LARGEST_TOTAL = 200_000_000
"""Bytes of all parts of a Word file together, unpacked."""

MOST_MARKS = 3_000_000
"""Tags and attributes of one part of a Word file."""

# PDF files.
MOST_PAGES = 5_000
"""Pages of one file that are read."""

MOST_CHARACTERS = 20_000_000
"""Characters of one file that are read."""

MOST_PAGE_CHARACTERS = 200_000
"""Characters of one page that are read; a page of print has about 4,000."""

MOST_OBJECTS = 20_000
"""Drawn things of one page that are looked at; a page of print has under 2,000."""

# A return workbook, within the limits of one part and all parts of a Word file.
MOST_RETURN_BYTES = 30_000_000
"""Bytes of a return that is opened at all."""

# One run.
MOST_WORKERS = 61
"""Worker processes of one run; more would only wait for the disk and for each other."""

SMALL_RUN_FILES = 24
"""Files up to which ``check`` does the work itself unless it is told what a file may cost."""

SMALL_RUN_BYTES = 10_000_000
"""Bytes of all files together up to which a run is small."""

FILES_A_WORKER = 8
"""Files for which one more worker is worth its start, which takes as long as so many."""

BYTES_A_WORKER = 3_000_000
"""Bytes of files for which one more worker is worth its start."""

FILES_AHEAD = 16
"""Files for each worker that may be done before the one whose turn it is, and so held in memory."""

FILES_A_CHUNK = 4
"""Files that an executor is given at once: few, so that its workers finish together."""

CHUNKS_AHEAD = 64
"""Chunks that an executor is given before the result of the first is taken."""

CHUNKS_A_THREAD = 4
"""Chunks for each thread of a cluster that it is given ahead, where that is more than
``CHUNKS_AHEAD``: enough for none to be idle while the results of others are fetched."""
