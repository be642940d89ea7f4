"""The roll-up workbook as it is read back: what is filled in, and what it keeps out of sight."""

from __future__ import annotations

from enum import StrEnum

from policyalign.report_mark import VIEW

SCHEMA = f"{VIEW}/1"
SHEET = "Moderation"
# What is needed to read the workbook back: the schema, and the words for the ratings.
DATA = "Roll-up data"
LABELS_RANGE = f"='{DATA}'!$B$2:$B$5"


class Heading(StrEnum):
    """The columns of the sheet; those that are read back are told by these words."""

    AGENCY = "Agency"
    AREA = "Area"
    ITEM = "Item"
    RATING = "Self-rating"
    FINDING = "Documents show"
    EVIDENCE = "Best evidence"
    DIFFERENCE = "Difference"
    CONFLICT = "Files disagree"
    MODERATED = "Moderated rating"
    MODERATION = "Moderation comment"
    PACK = "Pack"
    REFERENCE = "Reference"
