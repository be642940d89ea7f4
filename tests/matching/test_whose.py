"""Whether a sentence tells of what another body does, with the pack that ships."""

from __future__ import annotations

import pytest

from policyalign import check_text
from policyalign.model.report import Mention, Whose
from tests.sos_pack import sos

ASKED = {"signs-of-safety", "three-columns", "safety-scale"}
OF_OTHERS = [
    "Meetings in Pellworth are chaired by the council, using the Signs of Safety approach.",
    "Pellworth Council's children's services organise their work around Signs of Safety.",
    "The chair asks everyone the same three questions: what are we worried about, what is working "
    "well, and what needs to happen?",
    "We work closely with the council, which uses Signs of Safety as its practice framework.",
    "Social workers must use Signs of Safety.",
    "The local authority has used Signs of Safety since 2015.",
    "The council uses Signs of Safety. Our form is online and we use it for every concern.",
    "The council uses Signs of Safety. Contact the council and ask about the framework.",
    "The council uses Signs of Safety. We use another system to record our concerns.",
    "The council uses Signs of Safety, and staff should complete its online form.",
    "Social workers and family help workers in Pellworth use Signs of Safety.",
]
TAKING_PART = [
    "The council gives free places on its Signs of Safety course.",
    "Staff who attend may be asked to give a number on a scale of 0 to 10 for how safe the child "
    "is.",
    "Everyone will be asked for a number between 0 and 10 for how safe the child is.",
]
OWN = [
    "The council uses the Signs of Safety approach, and so do we.",
    "Our school uses the Signs of Safety approach, which the council has adopted.",
    "Like the council, we work with Signs of Safety.",
    "Staff must use the council's three questions in every report: what are we worried about, what "
    "is working well, and what needs to happen?",
    "Concerns will be recorded under the council's headings: what are we worried about, what is "
    "working well, what needs to happen.",
    "Signs of Safety is our practice framework.",
    "Our practitioners follow the council's Signs of Safety framework.",
    "The safeguarding team at the trust uses Signs of Safety in supervision.",
    "The safeguarding lead uses Signs of Safety to prepare for conferences held by the council.",
    "The school uses Signs of Safety, and the council's social workers use it too.",
    "Signs of Safety is our practice framework, and it is also used by the local authority.",
    "The council uses Signs of Safety. Our own safeguarding work follows its questions.",
    "The designated lead attends conferences and uses the three columns to report.",
    "The school works with the council and uses the Signs of Safety approach.",
    "Children’s services and the school use Signs of Safety together.",
    "Together with the council's teams we have adopted Signs of Safety.",
]


UNSAID = [
    "Volunteers follow Signs of Safety, and the council trains them.",
    "All three locality teams use Signs of Safety.",
    "Signs of Safety is a way of working with families.",
]
OF_SOME = [
    "Two teams use the Signs of Safety approach.",
    "Those teams will use the three columns in every assessment.",
    "The Signs of Safety approach is being piloted in the north of the county.",
]
AFTER = {
    "The council works in this way. At its meetings everybody says what they are worried about, "
    "what is working well and what needs to happen.": Whose.ANOTHERS,
    "Our school works in this way. At its meetings everybody says what they are worried about, "
    "what is working well and what needs to happen.": Whose.OWN,
    "The council uses Signs of Safety. We do not use it ourselves.": Whose.ANOTHERS,
    "Two teams use Signs of Safety. In their meetings they use it, Signs of Safety, with all.": (
        Whose.SOME
    ),
}


@pytest.mark.parametrize(
    ("texts", "whose"),
    [
        (OF_OTHERS, Whose.ANOTHERS),
        (TAKING_PART, Whose.SHARED),
        (OF_SOME, Whose.SOME),
        (OWN, Whose.OWN),
        (UNSAID, Whose.UNSAID),
    ],
    ids=["others", "taking part", "some", "own", "unsaid"],
)
def test_partners_write_of_the_council_and_of_themselves(texts: list[str], whose: Whose) -> None:
    wrong = [text for text in texts if {m.whose for m in _asked_for(text)} != {whose}]
    assert wrong == []


@pytest.mark.parametrize(("text", "whose"), AFTER.items())
def test_the_next_sentence_may_go_on_about_another_body(text: str, whose: Whose) -> None:
    assert {mention.whose for mention in _asked_for(text)} == {whose}


@pytest.mark.parametrize(
    ("heading", "whose"),
    [
        ("What the council does", Whose.ANOTHERS),
        ("The council’s practice framework", Whose.ANOTHERS),
        ("How our staff use the approach", Whose.OWN),
        ("The Signs of Safety pilot", Whose.SOME),
        ("Scope", Whose.UNSAID),
    ],
)
def test_a_heading_tells_whose_practice_is_below_it(heading: str, whose: Whose) -> None:
    for text, told in (("Signs of Safety began in Western Australia.", whose), (OWN[0], Whose.OWN)):
        found = check_text(text, pack=sos(), heading=heading).mentions
        assert {m.whose for m in found if m.concept == "signs-of-safety"} == {told}


@pytest.mark.parametrize(
    ("heading", "text", "whose"),
    [
        (
            "How we work with children's social care",
            "The council uses Signs of Safety at its conferences.",
            Whose.ANOTHERS,
        ),
        (
            "Where the council is involved",
            "Signs of Safety gives the headings of concern records.",
            Whose.UNSAID,
        ),
        (
            "Learning from the pilot phase",
            "Since the pilot phase ended, Signs of Safety is our practice framework.",
            Whose.OWN,
        ),
        (
            "Tools",
            "Signs of Safety is used by teams, alongside a pilot of Mockingbird in fostering.",
            Whose.UNSAID,
        ),
        ("Basis", "Signs of Safety guides all our safeguarding work with families.", Whose.OWN),
    ],
)
def test_a_heading_decides_only_where_the_sentence_does_not(
    heading: str, text: str, whose: Whose
) -> None:
    found = check_text(text, pack=sos(), heading=heading).mentions
    assert {m.whose for m in found if m.concept == "signs-of-safety"} == {whose}


def _asked_for(text: str) -> list[Mention]:
    return [m for m in check_text(text, pack=sos()).mentions if m.concept in ASKED]
