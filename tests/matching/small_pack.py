"""A pack of a few concepts, so that each rule of the matcher can be seen at work alone."""

from __future__ import annotations

from policyalign.matching import Matcher, Matches
from policyalign.model.document import Block, Document, Kind, Place
from policyalign.model.pack import (
    AnotherBody,
    Commit,
    Concept,
    Context,
    Discouraged,
    DocumentType,
    Form,
    Importance,
    NewClause,
    Pack,
    Rating,
    Reach,
    Sense,
    Trigger,
)


def forms(*texts: str, sense: Sense = Sense.ANYWHERE, threshold: float = 85) -> tuple[Form, ...]:
    return tuple(Form(text=text, sense=sense, threshold=threshold) for text in texts)


def concept(
    name: str,
    *texts: str,
    sense: Sense = Sense.ANYWHERE,
    threshold: float = 85,
    false_friends: tuple[str, ...] = (),
    anchor: bool = False,
    stands_inside: bool = False,
) -> Concept:
    return Concept(
        id=name,
        term=name,
        category="test",
        definition="",
        forms=forms(*texts, sense=sense, threshold=threshold),
        false_friends=false_friends,
        anchor=anchor,
        stands_inside=stands_inside,
        source="invented",
    )


_THIRTEEN = "amber beech cedar dale elm fern glen heath iris juniper kestrel larch maple".split()
CONCEPTS = (
    concept("framework", "Signs of Safety", "=SoS", anchor=True, stands_inside=True),
    concept("danger", "danger statement", anchor=True),
    concept("goal", "safety goal", "what we need to see", anchor=True),
    concept("network", "family network", "organised network"),
    concept("network-meeting", "family network meeting"),
    concept("voice", "voice of the child"),
    concept("pictures", "words and pictures"),
    concept("houses", "Three Houses", threshold=95),
    concept("plan", "safety plan", sense=Sense.FRAMEWORK, false_friends=("fire safety plan",)),
    concept("curiosity", "professional curiosity", sense=Sense.CASEWORK),
    concept("scale", "scale of 0 to 10", sense=Sense.CASEWORK),
    concept("pair", "<danger> and <goal>"),
    concept("conference", "<framework> * conference"),
    concept("wellbeing", "wellbeing plan"),
    concept("apart", "~keep * apart"),
    concept("many", f"({'|'.join(_THIRTEEN)}) ({'|'.join(_THIRTEEN)}) circle"),
)


def discouraged(
    name: str,
    *texts: str,
    unless: tuple[str, ...] = (),
    current_in: tuple[str, ...] = (),
    in_references: bool = False,
) -> Discouraged:
    return Discouraged(
        id=name,
        phrase=texts[0],
        kind="blaming",
        forms=forms(*texts),
        prefer="say what happened",
        why="it blames",
        allowed_when="",
        unless=unless,
        current_in=current_in,
        in_references=in_references,
        source="invented",
    )


def trigger(
    status: str,
    *phrases: str,
    reach: Reach = Reach.AFTER,
    stops: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
    planned: bool = False,
    across_clauses: bool = False,
    question: bool = False,
) -> Trigger:
    return Trigger(
        status=status,
        phrases=phrases,
        reach=reach,
        within=8,
        stops=stops,
        unless=unless,
        planned=planned,
        across_clauses=across_clauses,
        question=question,
    )


PACK = Pack(
    id="small",
    name="Small",
    version="1",
    fingerprint="small-test-pack",
    nation="England",
    notice="",
    concepts={c.id: c for c in CONCEPTS},
    checklist={},
    discouraged={
        d.id: d
        for d in (
            discouraged("hard", "hard to reach", unless=("valve",)),
            discouraged("engage", "~fail to engage"),
            discouraged("lac", "=LAC", "looked after child"),
            discouraged("register", "child register", current_in=("(scotland|scottish)",)),
            discouraged("domestics", "=domestics"),
            discouraged("guide", "old guide", in_references=True),
        )
    },
    triggers=(
        trigger("historical", "until * #year", "formerly"),
        trigger("cited", "elsewhere", across_clauses=True),
        trigger("historical", "used to be", reach=Reach.BEFORE),
        trigger("negated", "(do|does) not use", stops=("but",), unless=("not ** without",)),
        trigger("negated", "(is|are) not used", reach=Reach.BEFORE),
        trigger("negated", "hope to use", planned=True),
        trigger("negated", "#start should we", question=True),
    ),
    excuses=(
        trigger("the sentence advises against it", "do not write", "avoid"),
        trigger("title of a document", "procedure #year", reach=Reach.BEFORE),
    ),
    commit=Commit(
        binding=("(will|must)", "#start write"), soft=("where possible",), others=("ofsted will",)
    ),
    context=Context(casework=("(child|family|parent)",), elsewhere=("(boiler|invoice)",)),
    types={
        "school": DocumentType(
            id="school", name="School policy", titles=("school * policy",), content=("pupil",)
        ),
        "other": DocumentType(id="other", name="Other policy", titles=("policy",)),
    },
    another_body=AnotherBody(
        types=("school",),
        framework=("framework",),
        wording=("the council * (use|uses)",),
        taking_part=("asked by the council",),
        own=("so do we",),
    ),
    default_type="other",
    ratings=(Rating(name="All", at_least=0),),
    weights=dict.fromkeys(Importance, 1.0),
    partly=0.5,
    spellings=(("wellbeing", "well being"),),
    new_clause=NewClause(
        begins=("but", "and (the|) * (is|are|will)"), verbs=("(is|are|will|does)",)
    ),
)
MATCHER = Matcher(PACK)


def document(
    *texts: str,
    heading: str | None = None,
    kind: Kind = Kind.PARAGRAPH,
    title: str | None = None,
) -> Document:
    trail = (heading,) if heading else ()
    blocks = tuple(
        Block(kind=kind, text=text, place=Place(heading=trail, block=number))
        for number, text in enumerate(texts)
    )
    return Document(path="test", sha256="", title=title, blocks=blocks)


def match(*texts: str, heading: str | None = None, kind: Kind = Kind.PARAGRAPH) -> Matches:
    """Match blocks with these texts under a heading."""
    return MATCHER.match(document(*texts, heading=heading, kind=kind))


def found(
    *texts: str, heading: str | None = None, kind: Kind = Kind.PARAGRAPH
) -> list[tuple[str, str]]:
    """Give the concepts that are mentioned, each with its quote."""
    mentions = match(*texts, heading=heading, kind=kind).mentions
    return [(mention.concept, mention.quote) for mention in mentions]


def statuses(text: str) -> dict[str, str]:
    """Give the status of each concept that is mentioned."""
    return {mention.concept: mention.status for mention in match(text).mentions}
