"""Tell a report of this program from the policies among which it may lie.

It is told by its contents, whatever its name, and whether or not somebody has changed it since. An
office file bears a mark in its properties, which Word, Excel and LibreOffice keep when they save.
"""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

MARK = "policyalign-report"
# Stands beside the mark where many agencies are rolled up, in whatever format.
VIEW = "policyalign-partnership"
PROPERTIES = "docProps/custom.xml"
NOT_A_POLICY = "is a report or a return that policyalign wrote, not a policy"
# What a zip that is damaged, encrypted or no zip at all makes of an attempt to read it; its list of
# parts may point before its beginning, which the system calls an error of the file.
BAD_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)

_HEAD = 1000
_MOST_PROPERTIES = 100_000
_ZIP = b"PK\x03\x04"
_BEGINNINGS = (
    rb"(# )?[\d,]+ documents? checked against ",  # plain text and Markdown
    rb"(# )?[\d,]+ documents? compared with an earlier version",
    rb'\{\s*"schema":\s*"policyalign-comparison/\d+"',
    rb'<!doctype html>\s<html[^>]*>\s<head>\s<meta charset="utf-8">\s'
    rb'<meta name="generator" content="policyalign',
    rb'\{\s*"schema":\s*"policyalign-report/\d+"',
    rb'\{\s*"schema":\s*"%b/\d+"' % VIEW.encode(),
    rb'\{\s*"schema":\s*"policyalign-language/\d+"',
    rb"Common language: [\d,]+ agenc(y|ies), [\d,]+ documents?, compared with ",
    rb'\{\s*"\$schema":[^{}\[]*"version":\s*"2\.1\.0",\s*"runs":\s*\[\s*\{\s*"tool":\s*\{\s*'
    rb'"driver":\s*\{\s*"name":\s*"policyalign"',
    rb'<\?xml[^>]*\?>\s*<testsuites name="policyalign"',
    rb"\xef\xbb\xbfDocument,Agency,Type,Area,Item,Item title,Importance,Outcome,",
)
_BEGINNING = re.compile(b"|".join(_BEGINNINGS))
_EXPLANATION = re.compile(
    rb"[^\n]+  (met|partly met|missing|could not tell|does not apply)\n"
    rb"([^\n]*\n)+?  Item  [^\n]*\n"
)
_MARKED = re.compile(rb"""\bname=["']%b["']""" % MARK.encode())
_VIEW = re.compile(
    rb"""\b(name|content)=["']%b["']|^\{\s*"schema":\s*"%b/""" % (2 * (VIEW.encode(),))
)


def is_report(file: BinaryIO) -> bool:
    """Tell whether a file, open at its start, is a report of this program, changed or not."""
    head = file.read(_HEAD)
    if not head.startswith(_ZIP):
        return bool(_BEGINNING.match(head) or _EXPLANATION.match(head))
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            return bears_mark(archive)
    except BAD_ZIP:
        return False  # what cannot be opened is somebody else's


def is_explanation(file: BinaryIO) -> bool:
    """Tell whether a file, open at its start, is an explanation as ``explain`` writes it."""
    return _EXPLANATION.match(file.read(_HEAD)) is not None


def is_view(file: BinaryIO) -> bool:
    """Tell whether a file, open at its start, is a roll-up of many agencies, changed or not."""
    if not is_report(file):
        return False
    file.seek(0)
    head = file.read(_HEAD)
    if not head.startswith(_ZIP):
        return _VIEW.search(head) is not None
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        return _VIEW.search(properties(archive)) is not None


def bears_mark(archive: zipfile.ZipFile) -> bool:
    """Tell whether an office file is a report of this program, whoever has saved it since."""
    return _MARKED.search(properties(archive)) is not None


def properties(archive: zipfile.ZipFile) -> bytes:
    """Give the part of an office file where its own properties stand, or nothing."""
    if PROPERTIES not in archive.NameToInfo:
        return b""
    try:
        with archive.open(PROPERTIES) as part:
            return part.read(_MOST_PROPERTIES)
    except BAD_ZIP:
        return b""  # damaged: no mark can be seen in it
