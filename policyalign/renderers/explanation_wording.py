"""The words in which an outcome is explained: clauses, places, and what kept words from counting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    Commitment,
    InSentence,
    NoDiscouraged,
    SameSection,
)
from policyalign.model.document import Kind
from policyalign.model.explanation import Obstacle
from policyalign.model.report import How
from policyalign.renderers.wording import counted, listed, number, place, quoted

if TYPE_CHECKING:
    from policyalign.model.clauses import Clause
    from policyalign.model.document import Place
    from policyalign.model.explanation import NearMiss
    from policyalign.model.pack import Pack

_LONGEST_FORM = 48


class Advice(NamedTuple):
    """Why words did not count, and how they could: by changing the policy, or the pack."""

    why: str
    policy: str
    pack: str = ""


ADVICE = {
    Obstacle.NEGATED: Advice(
        "Says that it is not done here",
        "If it is done, say so in a sentence without these words.",
        "status.toml lists them; `unless` in their entry switches them off.",
    ),
    Obstacle.PLANNED: Advice(
        "Only planned or hoped for, and not done yet",
        "If it is done, say so in a sentence without these words.",
        "status.toml lists them; `unless` in their entry switches them off.",
    ),
    Obstacle.HISTORICAL: Advice(
        "Speaks of the past",
        "If it is still done, say so in a sentence without these words.",
        "status.toml lists them; `unless` in their entry switches them off.",
    ),
    Obstacle.CITED: Advice(
        "Only a title, a reference, quoted words or what others do",
        "Say it in your own words, as what you do.",
        "status.toml lists the words that show this; `unless` switches them off.",
    ),
    Obstacle.PROPOSED: Advice(
        "Only in a proposed tracked change, which is not in force",
        "Accept the change.",
    ),
    Obstacle.WEAK_PLACE: Advice(
        "Only names the subject: a heading, contents line, reference, page header or footer",
        "Say it in the text itself as well.",
    ),
    Obstacle.PAST_VERSION: Advice(
        "In the table of versions, which tells what was changed and not what is in force",
        "Say it in the text itself as well.",
    ),
    Obstacle.BLANK_FORM: Advice(
        "In a blank form, which shows what is recorded and commits nobody",
        "Say it in the text itself as well.",
    ),
    Obstacle.ONLY_LISTED: Advice(
        "Only listed: a table cell or list item that says nothing else",
        "Say in a sentence what it is here.",
        "Take “said in a sentence” out of the item in checklist.toml.",
    ),
    Obstacle.NO_COMMITMENT: Advice(
        "Counts as a mention and is no commitment",
        "Say it here or in the next sentence with “will”, “must” or “we use”, or as an instruction.",
        "pack.toml lists under [commit] the words that commit and those that take it back.",
    ),
    Obstacle.OTHER_SECTION: Advice(
        "Counts by itself and stands in another section",
        "Bring what belongs together under one main heading.",
        "Take “in the same section” out of the item in checklist.toml.",
    ),
    Obstacle.LONGER_NAME: Advice(
        "Part of the longer name of something else",
        "Use these words in their own right as well.",
        "`stands_inside = true` lets a concept count there.",
    ),
    Obstacle.OTHER_SUBJECT: Advice(
        "The passage is about another subject",
        "Say it where the subject is work with children and families.",
        "pack.toml lists under [context] `elsewhere` what shows another subject.",
    ),
    Obstacle.NO_CASEWORK: Advice(
        "Means this only in text about work with children and families, which nothing here shows",
        "Name in the same paragraph, or in the heading above, whom it is for.",
        "Move the wording to `forms`, or add to `casework` under [context] in pack.toml.",
    ),
    Obstacle.NO_FRAMEWORK: Advice(
        "An everyday phrase, which counts only near the framework's own words",
        "Name the framework, or one of its own terms, in the same section.",
        "Move the wording from `framework_forms` to `casework_forms` or `forms`.",
    ),
    Obstacle.FALSE_FRIEND: Advice(
        "Part of a phrase that means something else",
        "If it means this after all, use another wording.",
        "Take the phrase out of the concept's `false_friends`.",
    ),
    Obstacle.TOO_UNLIKE: Advice(
        "Nearly the wording of the pack, and too unlike it",
        "Use the wording of the pack.",
        "Add these words to the concept's forms, or lower the `threshold`.",
    ),
    Obstacle.TOO_FAR_APART: Advice(
        "The words of the pack, and too far apart",
        "Bring the words closer together.",
        "Write ** for * in the form: it takes up to ten words between.",
    ),
    Obstacle.MISSPELT: Advice(
        "Misspelt, and this wording has to be spelt right",
        "Correct the spelling.",
        "A `threshold` below 100 lets a misspelling count.",
    ),
    Obstacle.CAPITALS: Advice(
        "Written with other capitals than the pack asks for",
        "If it means this, write it with the capitals of the pack.",
        "A form without = counts whatever its capitals.",
    ),
    Obstacle.COMMA: Advice(
        "A comma parts the words",
        "Take the comma away, or use another wording.",
        "Add a form with * between the words: a comma may stand in a gap.",
    ),
}
_SOFTENED = ADVICE[Obstacle.NO_COMMITMENT]._replace(
    policy="Take the words named here out of the sentence, or say the commitment in a sentence of "
    "its own, with “will” or “must”.",
)
KINDS = {
    Kind.HEADING: "heading",
    Kind.TABLE_CELL: "table",
    Kind.TEXT_BOX: "text box",
    Kind.FOOTNOTE: "footnote",
    Kind.HEADER: "page header",
    Kind.FOOTER: "page footer",
    Kind.CONTENTS: "contents line",
    Kind.REFERENCE: "reference",
    Kind.FORM_FIELD: "form field",
}
_HOWS = {
    How.EXACT: "exact",
    How.INFLECTED: "inflected",
    How.FUZZY: "misspelt",
    How.REORDERED: "reordered",
}


def clause(asked: Clause, pack: Pack) -> str:
    """Say what a clause asks for."""
    match asked:
        case AtLeast():
            return _at_least(asked, pack)
        case SameSection():
            return "What the clauses above ask for stands in the same section."
        case Commitment():
            return "One of the mentions is a commitment: “will” or “must”, not “may” or “aims to”."
        case BodyText():
            return "One of the mentions stands in the text, not only in contents or references."
        case InSentence():
            return "One of the mentions says more than a name in a table or a list."
        case NoDiscouraged():
            beyond = f" beyond 1 in {asked.once_in:,} words" if asked.once_in else ""
            return f"There is no discouraged wording ({listed(asked.kinds, 'or')}){beyond}."


def _at_least(asked: AtLeast, pack: Pack) -> str:
    names = [quoted(pack.concepts[concept].term) for concept in asked.concepts]
    if len(names) == 1:
        return f"{names[0]} is mentioned."
    if asked.count == len(names):
        return f"All of these are mentioned: {listed(names)}."
    few = "One of these is" if asked.count == 1 else f"At least {asked.count} of these are"
    return f"{few} mentioned: {listed(names, 'or')}."


def where(found: Place, kind: Kind) -> str:
    """Say where words stand: ``page 4, Roles › Training (table)``."""
    return f"{place(found)} ({KINDS[kind]})" if kind in KINDS else place(found)


def how(found: How, similarity: float) -> str:
    """Say how words were found: ``exact``, or ``misspelt, likeness 92.3 of 100``."""
    plain = _HOWS[found]
    return plain if similarity >= 100 else f"{plain}, likeness {number(similarity)} of 100"


def advice(near: NearMiss) -> Advice:
    """Give the advice for a place; where words take a commitment back, it is about these."""
    softened = near.obstacle is Obstacle.NO_COMMITMENT and near.because
    return _SOFTENED if softened else ADVICE[near.obstacle]


def because(near: NearMiss, pack: Pack) -> str:
    """Say what decided in this place, or nothing where the reason alone says it all."""
    words = quoted(" ".join(near.because.split())) if near.because else ""
    match near.obstacle:
        case Obstacle.NO_COMMITMENT:
            return _softened(near.because.splitlines())
        case Obstacle.NO_FRAMEWORK:
            return f"the nearest: {words}, {_apart(near)}" if words else "none in this document"
        case Obstacle.LONGER_NAME:
            term = quoted(pack.concepts[near.other].term) if near.other else "another concept"
            return f"part of {words}, which is {term}" if words else f"part of {term}"
        case Obstacle.FALSE_FRIEND:
            return f"part of {words}" if words else ""
        case Obstacle.TOO_UNLIKE | Obstacle.TOO_FAR_APART | Obstacle.MISSPELT | Obstacle.CAPITALS:
            return _compared(near)
    return f"shown by {words}" if words else ""


def _softened(phrases: list[str]) -> str:
    if not phrases:
        return "no word commits"
    keep = "keeps" if len(phrases) == 1 else "keep"
    return f"{listed(map(quoted, phrases))} {keep} it from committing"


def _compared(near: NearMiss) -> str:
    form = near.form.removeprefix("=")
    short = form if len(form) <= _LONGEST_FORM else f"{form[:_LONGEST_FORM].rstrip()} …"
    if near.obstacle is not Obstacle.TOO_UNLIKE or near.threshold is None:
        return f"the pack has {quoted(short)}"
    return f"the pack has {quoted(short)}, and {number(near.threshold)} is needed"


def _apart(near: NearMiss) -> str:
    distance = near.apart or 0
    side = "further on" if distance > 0 else "before"
    return f"{counted(abs(distance), 'paragraph')} {side}"
