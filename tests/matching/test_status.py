"""What the words around a mention say of it."""

from __future__ import annotations

from time import process_time

import pytest

from policyalign.matching.quotation import others_words
from policyalign.model.document import Block, Document, Kind, Place
from tests.matching.small_pack import MATCHER, match, statuses


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("We use Signs of Safety.", "affirmed"),
        ("We do not use Signs of Safety.", "negated"),
        ("Signs of Safety is not used here.", "negated"),
        ("We do not use letters but Signs of Safety.", "affirmed"),
        ("We do not use a room without Signs of Safety.", "affirmed"),
        ("We do not use that. Signs of Safety is our way.", "affirmed"),
        ("Until May 2019 the council held Signs of Safety days.", "historical"),
        ("Signs of Safety used to be taught.", "historical"),
    ],
)
def test_a_trigger_gives_its_status_within_its_reach(text: str, status: str) -> None:
    assert statuses(text)["framework"] == status


@pytest.mark.parametrize(
    ("text", "framework", "network"),
    [
        ("We do not use SoS, and the family network is told.", "negated", "affirmed"),
        ("We do not use SoS, letters or the family network.", "negated", "negated"),
        ("We do not use SoS and the family network is told.", "negated", "negated"),
        ("SoS is taught, but the family network is not used.", "affirmed", "negated"),
        ("SoS, letters, and the family network are not used.", "negated", "negated"),
        ("Elsewhere they read SoS, and the family network is told.", "cited", "cited"),
        ("We do not use SoS, and parents, and the family network is told.", "negated", "affirmed"),
        ("We do not use SoS; staff meet the family network.", "negated", "affirmed"),
        ("We do not use SoS; staff go out; they meet the family network.", "negated", "affirmed"),
        ("We do not use SoS; letters; or the family network.", "negated", "negated"),
        ("We do not use: SoS; the family network.", "negated", "negated"),
        ("Please note: we do not use SoS; staff meet the family network.", "negated", "affirmed"),
        ("SoS is taught; the family network is not used.", "affirmed", "negated"),
        ("SoS; letters; and the family network are not used.", "negated", "negated"),
        ("Elsewhere they read SoS; others meet the family network.", "cited", "cited"),
    ],
)
def test_a_trigger_stays_out_of_a_clause_with_a_subject_of_its_own(
    text: str, framework: str, network: str
) -> None:
    found = statuses(text)
    assert (found["framework"], found["network"]) == (framework, network)


@pytest.mark.parametrize("kind", [Kind.CONTENTS, Kind.REFERENCE])
def test_contents_and_references_only_cite(kind: Kind) -> None:
    mentions = match("Signs of Safety", kind=kind).mentions
    assert [mention.status for mention in mentions] == ["cited"]


@pytest.mark.parametrize(
    ("text", "commits"),
    [
        ("Staff will use Signs of Safety.", True),
        ("Write it as Signs of Safety asks.", True),
        ("Signs of Safety is our way. Staff must use it.", True),
        ("Staff will use Signs of Safety where possible.", False),
        ("Ofsted will look at Signs of Safety.", False),
        ("Ofsted will look, and staff must use Signs of Safety.", True),
        ("Staff will use Signs of Safety, and the family is told of it where possible.", True),
        ("Staff will tell families, and managers may use Signs of Safety where possible.", False),
        ("Staff use Signs of Safety where possible, and the family is told of it.", False),
        ("Signs of Safety is interesting.", False),
    ],
)
def test_a_sentence_commits_by_its_binding_words(text: str, commits: bool) -> None:
    (mention,) = match(text).mentions
    assert mention.commits is commits


def test_what_is_hoped_for_is_negated_and_planned() -> None:
    (hoped,) = match("We hope to use Signs of Safety.").mentions
    (refused,) = match("We do not use Signs of Safety.").mentions
    assert (hoped.status, hoped.planned) == ("negated", True)
    assert (refused.status, refused.planned) == ("negated", False)


def _list(lead: str, *items: str, heading: tuple[str, ...] = ()) -> Document:
    kinds = (Kind.PARAGRAPH, *(Kind.LIST_ITEM for _ in items))
    blocks = tuple(
        Block(kind=kind, text=text, place=Place(heading=heading, block=number))
        for number, (kind, text) in enumerate(zip(kinds, (lead, *items), strict=True))
    )
    return Document(path="test", sha256="", title=None, blocks=blocks)


@pytest.mark.parametrize(
    ("lead", "status", "commits"),
    [
        ("We do not use:", "negated", False),
        ("Staff will write:", "affirmed", True),
        ("It is Monday. Staff will write:", "affirmed", True),
        ("Staff will not forget.", "affirmed", False),
    ],
)
def test_the_words_that_lead_into_a_list_speak_for_its_items(
    lead: str, status: str, commits: bool
) -> None:
    mentions = MATCHER.match(_list(lead, "letters;", "danger statements;")).mentions
    assert [(m.status, m.commits) for m in mentions] == [(status, commits)]
    assert mentions[0].quote == "danger statements"


def test_a_paragraph_after_the_list_is_not_led_into() -> None:
    document = _list("We do not use:", "letters")
    after = Block(kind=Kind.PARAGRAPH, text="Danger statements.", place=Place(block=2))
    led = Document(path="t", sha256="", title=None, blocks=(*document.blocks, after))
    assert [m.status for m in MATCHER.match(led).mentions] == ["affirmed"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The report “Signs of Safety in brief” is on the shelf.", "cited"),
        ("Read “Signs of Safety now”.", "cited"),
        ("“Signs of Safety in brief” (Oak and Elm, 2012) is on the shelf.", "cited"),
        ("Oak, B. (2012) Signs of Safety: a paper. Wexbourne.", "cited"),
        ("A mother told us: “Signs of Safety helped.”", "cited"),
        ("“Signs of Safety helped,” said a mother.", "cited"),
        ("We call this “Signs of Safety” here.", "affirmed"),
        ("Signs of Safety (Oak, 2012) is our way.", "affirmed"),
        ("“Signs of Safety was what made them listen.”", "affirmed"),
    ],
)
def test_titles_references_and_speech_are_cited_but_a_term_in_marks_is_not(
    text: str, status: str
) -> None:
    assert statuses(text)["framework"] == status


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        ("As Signs of Safety: Comprehensive Briefing Paper says, we listen.", 45, "cited"),
        ("We call it Signs of Safety here.", 15, "affirmed"),
        ("The report Signs of Safety is long.", 15, "cited"),
    ],
)
def test_a_title_in_italics_is_cited_but_a_term_is_not(text: str, title: int, status: str) -> None:
    start = text.index("Signs")
    block = Block(
        kind=Kind.PARAGRAPH, text=text, place=Place(block=0), italics=((start, start + title),)
    )
    document = Document(path="t", sha256="", title=None, blocks=(block,))
    assert [m.status for m in MATCHER.match(document).mentions] == [status]


@pytest.mark.parametrize(
    ("text", "is_reference"),
    [
        ("Penmoor Council (2016). Hard to Reach? A thematic review.", True),
        ("Penmoor Board (2016) Review: Child J", True),
        ("Penmoor Board, Writing Home: what care leavers found (2023).", True),
        ("Penmoor Council (2016). It must be read by all staff.", False),
        ("Penmoor Council (2016). Social workers attend each review.", False),
        ("Practice Standards (2026). Staff write danger statements.", False),
        ("Year One (2026): All social workers attend the training.", False),
        ("Safety Plans, Words and Pictures (2026)", False),
        ("Penmoor Council, which began to use it in spring (2016).", False),
        ("Read the plan first (2016).", False),
    ],
)
def test_a_passage_that_only_names_a_publication_is_a_reference(
    text: str, *, is_reference: bool
) -> None:
    assert others_words(text) == ([(0, len(text))] if is_reference else [])


@pytest.mark.parametrize(
    "piece", ["A", "Ab, C. (", "“a”, said ", "A. ", "A (2016) ", "A, A ", "“a", "said "]
)
def test_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    began = process_time()
    assert isinstance(others_words(piece * (100_000 // len(piece))), list)
    assert process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Should we use Signs of Safety?", "negated"),
        ("Should we use Signs of Safety, the family is told.", "affirmed"),
        ("It helps. Should we use Signs of Safety", "affirmed"),
    ],
)
def test_a_trigger_may_hold_only_in_a_question(text: str, status: str) -> None:
    assert statuses(text)["framework"] == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Signs of Safety is written on the form, initials are not used.", "affirmed"),
        ("Signs of Safety, maps and circles are not used.", "negated"),
        ("Signs of Safety is written on the form, as it is not used.", "negated"),
        ("Signs of Safety will be known, and the old form is not used.", "affirmed"),
        ("Signs of Safety is known but, in practice, is not used.", "negated"),
    ],
)
def test_what_is_said_of_another_subject_is_not_said_of_a_mention(text: str, status: str) -> None:
    assert statuses(text)["framework"] == status


@pytest.mark.parametrize(
    "text",
    [
        "“Signs of Safety helped us” (parent, Fife).",
        "The letter noted “Signs of Safety works”.",
        "Oak & Elm (2016), Signs of Safety: a workbook.",
    ],
)
def test_words_of_others_are_cited(text: str) -> None:
    assert statuses(text)["framework"] == "cited"


@pytest.mark.parametrize(
    "text",
    [
        "See the Risk Guidance Note (2015). We use Signs of Safety.",
        "This follows Safeguarding and Wellbeing (2021). We use Signs of Safety.",
        "We use it as noted in the box “Signs of Safety” each week.",
        "We use “Signs of Safety” (workers share it with families).",
        "We use “Signs of Safety” (within 10 days) in each case.",
    ],
)
def test_what_only_looks_like_a_reference_or_a_speaker_is_the_policys_own(text: str) -> None:
    assert statuses(text)["framework"] == "affirmed"


def test_a_file_of_one_sentence_takes_no_longer_than_its_length() -> None:
    """Each mention was once compared with every cue of its sentence."""
    began = process_time()
    mentions = match("We do not use letters with Signs of Safety, " * 2_500).mentions
    assert len(mentions) == 2_500
    assert process_time() - began < 8
