"""Comparisons to be shown: of plain agencies, and of those whose words would be more than words."""

from __future__ import annotations

from policyalign.model.document import Place, Unread
from policyalign.model.excerpt import Excerpt
from policyalign.model.language import (
    Agency,
    AgencyUse,
    Agreement,
    Definition,
    Idea,
    SharedLanguage,
    Untied,
    Use,
)

DANGER, GOAL = "Danger statement", "Safety goal"


def use(agency: str, name: str, document: str, *, block: int = 3, sentence: bool = True) -> Use:
    words = name or "who is worried"
    return Use(
        agency=agency,
        document=f"{agency}/{document}",
        name=name,
        quote=words,
        place=Place(block, ("2 Planning",), 4),
        excerpt=Excerpt("Each family has a ", words, " of its own.") if sentence else None,
    )


def definition(agency: str, text: str) -> Definition:
    return Definition(
        agency=agency,
        document=f"{agency}/a.docx",
        name=DANGER,
        text=text,
        place=Place(1, ("Words",), 2),
    )


def idea(preferred: str, *agencies: AgencyUse, definitions: tuple[Definition, ...] = ()) -> Idea:
    return Idea(
        concept=preferred.lower().replace(" ", "-"),
        preferred=preferred,
        meaning=f"What a {preferred} means.",
        note="Ask which is wanted." if preferred == DANGER else "",
        agencies=agencies,
        agreement=0.25,
        definitions=definitions,
        defined_differently=bool(definitions),
    )


def compared(north: str = "North Council", south: str = "South School") -> SharedLanguage:
    """Two agencies: one idea under two names, tied to nothing in the South; one only described."""
    danger = idea(
        DANGER,
        AgencyUse(
            agency=north,
            preferred=DANGER,
            uses=(use(north, DANGER, "a.docx"), use(north, "", "a.docx", block=9)),
        ),
        AgencyUse(
            agency=south,
            preferred=DANGER,
            uses=(
                use(south, "worry statement", "b.docx"),
                use(south, "worry statement", "c.docx", sentence=False),
            ),
        ),
        definitions=(definition(north, "The worry in a line."), definition(south, "What we fear.")),
    )
    goal = idea(
        GOAL,
        AgencyUse(agency=north, preferred=GOAL, uses=(use(north, "", "a.docx"),)),
        AgencyUse(agency=south, preferred=GOAL),
    )
    return SharedLanguage(
        framework="Signs of Safety",
        pack="small",
        pack_version="1",
        fingerprint="0123456789ab",
        notice="This report measures wording and coverage only.",
        agencies=(
            Agency(name=north, documents=(f"{north}/a.docx",)),
            Agency(
                name=south,
                documents=(f"{south}/b.docx", f"{south}/c.docx"),
                without_text=(f"{south}/c.docx",),
            ),
        ),
        ideas=(danger, goal),
        silent=("Trajectory",),
        agreement=Agreement(value=0.25, compared=1, left_out=("Past harm",)),
        untied=(
            Untied(
                agency=south,
                concept=danger.concept,
                preferred=DANGER,
                names=(("worry statement", 2),),
                documents=(f"{south}/b.docx",),
            ),
        ),
        unread=(Unread(path=f"{south}/scan.pdf", reason="has no text: its pages are pictures"),),
        remarks=("old.json was made with version 0 of the pack.",),
    )


def hostile(text: str) -> SharedLanguage:
    """A comparison in which agencies, files and words are this text."""
    found = compared(text, f"{text} two")
    words = Use(
        agency=text,
        document=f"{text}/{text}",
        name="worry statement",
        quote=text,
        place=Place(1, (text, text), 1),
        excerpt=Excerpt(text, text, text),
    )
    cells = (AgencyUse(agency=text, preferred=DANGER, uses=(words,)), found.ideas[0].agencies[1])
    own = idea(DANGER, *cells, definitions=(definition(text, text),))
    return SharedLanguage(
        framework=found.framework,
        pack=found.pack,
        pack_version=found.pack_version,
        fingerprint=found.fingerprint,
        notice=found.notice,
        agencies=found.agencies,
        ideas=(own,),
        silent=(),
        agreement=found.agreement,
        untied=found.untied,
        unread=(Unread(path=text, reason=text),),
        remarks=(text,),
    )


def empty() -> SharedLanguage:
    """Nothing but one agency whose documents name nothing."""
    return SharedLanguage(
        framework="Signs of Safety",
        pack="small",
        pack_version="1",
        fingerprint="0123456789ab",
        notice="This report measures wording and coverage only.",
        agencies=(Agency(name="North", documents=("a.docx",)),),
        ideas=(),
        silent=(DANGER,),
        agreement=Agreement(value=None, compared=0),
        untied=(),
    )
