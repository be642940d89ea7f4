"""What the parts, tables and columns of gap reports are called, in every format that has them.

The names of rows and columns that nearly all reports have are in :class:`wording.Label`.
"""

from __future__ import annotations

from enum import StrEnum


class Heading(StrEnum):
    """The names of parts of a report: sections of a page, headings of a text, sheets."""

    SINCE = "Since the baseline"
    BY_ALIGNMENT = "Documents by alignment"
    AREAS = "Areas of the checklist"
    LANGUAGE = "Language used"
    EACH_DOCUMENT = "Each document"
    OWN_TEXT = "The document’s own text"
    HOW_MADE = "How this was made"
    HOW_TO_READ = "How to read this report"
    SUMMARY = "Summary"
    UNREAD_FILES = "Files that were not read"
    UNREAD_PARTS = "What was not read"
    FIGURES = "What was found, in figures"
    ACTIONS = "Actions, most important first"
    EVIDENCE = "Evidence"
    DOCUMENTS = "Documents"
    MENTIONS = "Mentions"
    ABOUT = "About this report"


class Column(StrEnum):
    """The names of columns that only some formats have."""

    CONCEPT = "Concept"
    CATEGORY = "Category"
    WORDINGS = "Wordings, and who uses them"
    WORDS_FOUND = "Words found"
    WORDS_AND_PLACE = "Words found, and their place"
    COUNTS = "Counts as evidence"
    REMARK = "Remark"
    LIKENESS = "Likeness (0 to 100)"
    KIND = "Kind"
    EXCUSE = "May stand because"
    MISSING_IN = "Missing in"
    LISTED_AT = "Listed at"
    WORDS = "Words"
    ARITHMETIC = "How the alignment comes about"
    HOW_MUCH = "How much"
    REASON = "Reason"
    SUBJECT = "About"
    SAYS = "What it says"
    TERM = "The report says"
    MEANS = "It means"
