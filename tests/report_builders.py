"""Small packs and reports, made by hand, for the tests of what is printed and written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    Clause,
    Commitment,
    NoDiscouraged,
    SameSection,
)
from policyalign.model.document import Control, Notice, NoticeKind, Place, State, Unread
from policyalign.model.pack import (
    ChecklistItem,
    Commit,
    Concept,
    Context,
    Discouraged,
    DocumentType,
    Form,
    Importance,
    Pack,
    Rating,
)
from policyalign.model.report import (
    ClauseResult,
    Decided,
    Decision,
    DecisionKind,
    DocumentResult,
    Evidence,
    Finding,
    How,
    ItemResult,
    Mention,
    Outcome,
    Remark,
    RemarkKind,
    Report,
    Settings,
    Status,
)


def concept(concept_id: str, term: str, category: str = "framework") -> Concept:
    return Concept(
        id=concept_id,
        term=term,
        category=category,
        definition=f"What {term.lower()} means.",
        forms=(Form(text=term, threshold=85.0),),
        false_friends=(f"no {term.lower()}",),
        examples=(f"We use {term} with every family.",),
        counterexamples=(f"This is not about {term}.",),
        source="https://example.org/source",
    )


def item(
    item_id: str,
    title: str,
    question: str,
    *expected: Clause,
    importance: Importance = Importance.ESSENTIAL,
    wording: str = "We will write this down with the family.",
) -> ChecklistItem:
    return ChecklistItem(
        id=item_id,
        area="Practice framework",
        title=title,
        question=question,
        expected=expected,
        importance=importance,
        suggested_wording=wording,
        source="https://example.org/source",
    )


CHECKLIST = (
    item(
        "names-framework",
        "Names the framework",
        "Does the document name the framework in its body text as the one it follows?",
        AtLeast(1, ("signs-of-safety",)),
        BodyText(),
        wording="We use Signs of Safety as our framework for working with children and families.",
    ),
    item(
        "commits",
        "Commits to using the framework",
        "Does the document commit the agency to using the framework, and not just mention it?",
        AtLeast(1, ("signs-of-safety",)),
        AtLeast(1, ("practice-framework", "common-language")),
        SameSection(),
        Commitment(),
    ),
    item(
        "danger-and-goal",
        "Danger statements and safety goals",
        "Does the document pair every danger statement with a safety goal?",
        AtLeast(2, ("danger-statement", "safety-goal")),
    ),
    item(
        "respectful",
        "Respectful wording",
        "Is the document free of wording that blames families or passes judgement on them?",
        NoDiscouraged(("blaming", "judgement")),
        importance=Importance.EXPECTED,
    ),
    item(
        "children-tools",
        "Tools for hearing children",
        "Does the document name a tool with which children can say what they worry about?",
        AtLeast(1, ("danger-statement",)),
        importance=Importance.EXPECTED,
    ),
    item(
        "shared-words",
        "Common language",
        "Does the document ask for a language shared by agencies and families?",
        AtLeast(1, ("common-language",)),
        importance=Importance.ENHANCING,
    ),
    item(
        "supervision",
        "Group supervision",
        "Does the document provide for group supervision?",
        AtLeast(1, ("practice-framework",)),
        importance=Importance.ENHANCING,
    ),
)


def pack(*, item_title: str | None = None) -> Pack:
    """A pack of five concepts and seven items; ``item_title`` replaces the first title."""
    items = list(CHECKLIST)
    if item_title is not None:
        items[0] = item(
            "names-framework", item_title, CHECKLIST[0].question, *CHECKLIST[0].expected
        )
    concepts = (
        concept("signs-of-safety", "Signs of Safety"),
        concept("practice-framework", "Practice framework"),
        concept("common-language", "Common language"),
        concept("danger-statement", "Danger statement", "analysis"),
        concept("safety-goal", "Safety goal", "analysis"),
    )
    failed = Discouraged(
        id="failed-to-engage",
        phrase="failed to engage",
        kind="blaming",
        forms=(Form(text="failed to engage", threshold=90.0),),
        prefer="say what was offered, what the person did, and what we will try next",
        why="Puts the whole of a two-way relationship on the family.",
        allowed_when="quoted title",
        examples=("Mother failed to engage.",),
        counterexamples=("The brakes failed to engage the wheel.",),
        source="https://example.org/source",
    )
    return Pack(
        id="small",
        name="Signs of Safety",
        version="1",
        fingerprint="0123456789abcdef",
        nation="England",
        notice="This report measures wording and coverage only.",
        concepts={c.id: c for c in concepts},
        checklist={i.id: i for i in items},
        discouraged={failed.id: failed},
        triggers=(),
        excuses=(),
        commit=Commit(binding=("will", "must", "shall"), soft=("may",), others=()),
        context=Context(casework=(), elsewhere=()),
        types={
            "school-policy": DocumentType(
                id="school-policy", name="School safeguarding policy", titles=("school",)
            ),
            "strategy": DocumentType(id="strategy", name="Strategy", titles=("strategy",)),
        },
        default_type="school-policy",
        ratings=(
            Rating(name="Aligned", at_least=80, needs_essentials=True),
            Rating(name="Mostly aligned", at_least=60),
            Rating(name="Partly aligned", at_least=30),
            Rating(name="Not aligned", at_least=0),
        ),
        weights={Importance.ESSENTIAL: 3, Importance.EXPECTED: 2, Importance.ENHANCING: 1},
        partly=0.5,
    )


def place(*heading: str, page: int | None = None, block: int = 14) -> Place:
    return Place(heading=heading, page=page, block=block)


def evidence(
    concept_id: str,
    quote: str,
    where: Place | None = None,
    *,
    status: Status = Status.AFFIRMED,
    how: How = How.EXACT,
    similarity: float = 100.0,
) -> Evidence:
    return Evidence(
        concept=concept_id,
        quote=quote,
        place=where or place("3 Roles", "3.2 Training"),
        status=status,
        how=how,
        similarity=similarity,
    )


def mention(
    concept_id: str,
    quote: str,
    where: Place | None = None,
    *,
    state: State = State.LIVE,
    status: Status = Status.AFFIRMED,
) -> Mention:
    at = where or place("3 Roles", "3.2 Training")
    return Mention(
        concept=concept_id,
        quote=quote,
        start=3,
        end=3 + len(quote),
        block=at.block,
        place=at,
        state=state,
        status=status,
        how=How.EXACT,
        similarity=100.0,
        sentence=(0, 3 + len(quote)),
        commits=False,
    )


def finding(
    quote: str = "failed to engage", where: Place | None = None, *, excuse: str = ""
) -> Finding:
    at = where or place("7 Reviews", page=9, block=80)
    return Finding(
        id="failed-to-engage",
        quote=quote,
        prefer="say what was offered, what the person did, and what we will try next",
        excused=bool(excuse),
        excuse=excuse,
        start=0,
        end=len(quote),
        block=at.block,
        place=at,
    )


def result(
    item_id: str,
    outcome: Outcome,
    *found: Evidence,
    reason: str = "",
    failed: tuple[int, ...] = (),
) -> ItemResult:
    """The outcome of an item of ``CHECKLIST``; ``failed`` numbers its clauses that did not hold."""
    known = next(i for i in CHECKLIST if i.id == item_id)
    return ItemResult(
        id=item_id,
        outcome=outcome,
        reason=reason,
        clauses=tuple(
            ClauseResult(text=str(clause), held=number not in failed)
            for number, clause in enumerate(known.expected)
        ),
        evidence=found,
    )


def document(
    path: str = "policies/school.docx",
    *items: ItemResult,
    title: str | None = "Safeguarding children policy",
    score: float | None = None,
    rating: str | None = None,
    mentions: tuple[Mention, ...] = (),
    discouraged: tuple[Finding, ...] = (),
    notices: tuple[Notice, ...] = (),
    agency: str | None = None,
    pages: int | None = None,
) -> DocumentResult:
    return DocumentResult(
        path=path,
        sha256="ab" * 32,
        title=title,
        type="school-policy",
        type_source="from the title",
        agency=agency,
        control=Control(version="3.1", review="30 June 2027"),
        score=score,
        rating=rating,
        pages=pages,
        words=4210,
        items=items,
        mentions=mentions,
        discouraged=discouraged,
        notices=notices,
    )


def report(
    *documents: DocumentResult, unread: tuple[Unread, ...] = (), made_of: Pack | None = None
) -> Report:
    return Report(pack=made_of or pack(), settings=Settings(), documents=documents, unread=unread)


def full_report() -> Report:
    """A report with every outcome, status, kind of place, notice and an unread file."""
    proposed = place("2 Our approach", block=31)
    school = document(
        "policies/school.docx",
        result(
            "names-framework",
            Outcome.PARTLY,
            evidence("signs-of-safety", "Staff will use Signs of Safety.", proposed),
            failed=(1,),
        ),
        result(
            "commits",
            Outcome.NOT_MET,
            evidence(
                "signs-of-safety",
                "We do not use Signs of Safty in this school, and “never” will – it is for others.",
                status=Status.NEGATED,
                how=How.FUZZY,
                similarity=93.0,
            ),
            failed=(1, 2, 3),
        ),
        result("danger-and-goal", Outcome.NOT_MET, failed=(0,)),
        result("respectful", Outcome.PARTLY, failed=(0,)),
        result(
            "children-tools",
            Outcome.MET,
            evidence("danger-statement", "Each danger statement is written with the child."),
        ),
        result("shared-words", Outcome.UNCLEAR, reason="Page 7 could not be read."),
        result(
            "supervision",
            Outcome.NOT_APPLICABLE,
            reason="Asked of procedures for social workers only.",
        ),
        score=34.6,
        rating="Partly aligned",
        mentions=(
            mention("signs-of-safety", "Signs of Safety", proposed, state=State.PROPOSED),
            mention("signs-of-safety", "Signs of Safty", status=Status.NEGATED),
            mention("danger-statement", "danger statement"),
        ),
        discouraged=(
            finding(),
            finding("failure to engage", place("Forms", block=92)),
            finding(excuse="It is the title of a report."),
        ),
        notices=(
            Notice(
                kind=NoticeKind.SCANNED_PAGE,
                reason="A picture without text; make it searchable and run again.",
                page=7,
            ),
        ),
        agency="Anytown Primary School",
    )
    strategy = document(
        "policies/partnership/neglect-strategy.pdf",
        *(result(i.id, Outcome.MET, evidence("signs-of-safety", "We do.")) for i in CHECKLIST),
        title=None,
        score=100.0,
        rating="Aligned",
        pages=12,
    )
    scan = document(
        "policies/partnership/scan.pdf",
        title=None,
        pages=2,
        notices=(Notice(kind=NoticeKind.SCANNED_PAGE, reason="No text was found.", page=1),),
    )
    return report(
        strategy,
        scan,
        school,
        unread=(Unread(path="policies/old.doc", reason="Save it as .docx and run again."),),
    )


def decided_report() -> Report:
    """The full report after people decided about four items of the school's policy."""
    whole = full_report()
    decisions = {
        "names-framework": decision(DecisionKind.OVERRULED, Outcome.MET),
        "commits": decision(DecisionKind.ACCEPTED),
        "danger-and-goal": decision(DecisionKind.NOT_APPLICABLE),
        "children-tools": decision(DecisionKind.OVERRULED, Outcome.NOT_MET),
    }
    *others, school = whole.documents
    items = tuple(replace(one, decision=decisions.get(one.id)) for one in school.items)
    decided = replace(school, items=items, decided=Decided(score=40.0, rating="Partly aligned"))
    remark = Remark(
        kind=RemarkKind.EXPIRED, line=12, reason="the decision on “commits” has no effect any more"
    )
    return replace(
        whole,
        settings=Settings(today="2026-11-23", file="policyalign.toml", fingerprint="0123456789ab"),
        documents=(*others, decided),
        excluded=("policies/archive/old.docx", "policies/draft.docx"),
        remarks=(remark,),
    )


def decision(
    kind: DecisionKind,
    outcome: Outcome | None = None,
    *,
    by: str = "A. Reader",
    why: str = "it is said in the staff handbook",
) -> Decision:
    return Decision(
        kind=kind,
        outcome=outcome,
        by=by,
        why=why,
        until=date(2027, 3, 31),
    )
