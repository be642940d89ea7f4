"""Partnerships to render: an ordinary one, and one whose every word would like to be more."""

from __future__ import annotations

from datetime import timedelta

from policyalign.model.document import Unread
from policyalign.model.partnership import Partnership
from policyalign.model.report import Outcome
from policyalign.model.returns import Exhibit, Rating
from policyalign.model.submissions import Gathered, Ruling
from policyalign.partnership import roll_up
from tests.partnership.building import (
    DAY,
    EXHIBIT,
    MET,
    NOT_MET,
    PARTLY,
    TODAY,
    held,
    reported,
    row,
    ruled,
    sent,
)
from tests.renderers.hostile import TEXTS
from tests.renderers.language import comparisons

N_A = Rating.NOT_APPLICABLE


def full() -> Partnership:
    """Five agencies with everything that can happen to a partnership."""
    late = TODAY - timedelta(days=3)
    rows = (
        row("scaling", MET, Outcome.NOT_MET, moderated=PARTLY, moderation="Seen at the visit"),
        row("network", NOT_MET, action="Brief staff", owner="Head", due=late),
        row("supervision", N_A, reason="No casework", area="Learning"),
    )
    school = held("Pipits Lane Primary", *rows)
    before = held("Pipits Lane Primary", row("scaling"), made=DAY - timedelta(days=365))
    police = held("Ostley Police", row("scaling", MET, exhibit=EXHIBIT), row("network"))
    other = held("Ostley Police", row("scaling", PARTLY, Outcome.PARTLY), row("network"))
    trust = held(
        "Reedhill Trust",
        row("scaling", PARTLY, Outcome.UNCLEAR, action="Rewrite", due=TODAY),
        row("extra", NOT_MET, Outcome.NOT_MET),
        version="2",
        made=TODAY,
        unread=("scan.pdf: has no text",),
    )
    club = held("Reed Hill Trust", row("network", None, Outcome.MET, question="Other?"))
    gathered = Gathered(
        submissions=(
            sent(school, "school.xlsx"),
            sent(before, "2025/school.xlsx"),
            sent(police, "police.xlsx"),
            sent(other, "police-2.docx"),
            sent(trust, "trust.xlsx"),
            reported(club, "club.json"),
        ),
        rulings=(ruled("Pipits Lane Primary", NOT_MET, "Not seen"),),
        unread=(Unread(path="notes.txt", reason="is neither a return nor a JSON report"),),
        remarks=(("moderated.xlsx", "Moderation I2: “Ambr” is no rating, and was not read"),),
    )
    expected = ("Pipits Lane Primary", "Ostley Police", "Dunstrake Housing")
    return roll_up(gathered, today=TODAY, expected=expected, language=comparisons.compared())


def hostile(text: str) -> Partnership:
    """Two agencies of which all that a file can say is this text."""
    exhibit = Exhibit(document=text, quote=text, heading=text, page=1)
    late = TODAY - timedelta(days=1)
    rows = (
        row(
            text, MET, Outcome.NOT_MET, area=text, question=text, action=text, owner=text, due=late,
            exhibit=exhibit, moderation=text,
        ),
    )  # fmt: skip
    labels = {rating: f"{text} {rating}" for rating in Rating}
    one = held(text, *rows, labels=labels, version=text, unread=(text,))
    two = held(text, row(text, PARTLY, area=text), labels=labels, made=DAY, version=f"{text} 2")
    old = held(text, made=DAY - timedelta(days=400))
    gathered = Gathered(
        submissions=(sent(one, text), sent(two, f"{text} 2"), sent(old, f"{text} 3")),
        rulings=(Ruling(path=text, agency=text, key=("sos", text), rating=None, comment="other"),),
        unread=(Unread(path=text, reason=text),),
        remarks=((text, text),),
    )
    language = comparisons.hostile(text)
    return roll_up(gathered, today=TODAY, expected=(f"x{text}", f"x {text}"), language=language)


def empty() -> Partnership:
    """One agency of which nothing counts yet."""
    return roll_up(Gathered(submissions=(sent(held("A", row("scaling", None, Outcome.UNCLEAR))),)),
                   today=TODAY)  # fmt: skip


VIEWS = {"full": full(), "empty": empty(), **{ascii(text): hostile(text) for text in TEXTS}}
