"""What to change so that words count which do not: in the policy, or in the pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policyalign.model.explanation import Obstacle
from policyalign.model.report import Status
from policyalign.renderers.wording import PLANNED, PROPOSED, STATUSES

if TYPE_CHECKING:
    from policyalign.model.explanation import NearMiss


class Advice(NamedTuple):
    """Why words did not count, and how they could: by changing the policy, or the pack."""

    why: str
    policy: str
    pack: str = ""


ADVICE = {
    Obstacle.NEGATED: Advice(
        STATUSES[Status.NEGATED],
        "If it is done, say so in a sentence without these words.",
        "status.toml lists them; `unless` in their entry switches them off.",
    ),
    Obstacle.PLANNED: Advice(
        PLANNED,
        "If it is done, say so in a sentence without these words.",
        "status.toml lists them; `unless` in their entry switches them off.",
    ),
    Obstacle.HISTORICAL: Advice(
        STATUSES[Status.HISTORICAL],
        "If it is still done, say so in a sentence without these words.",
        "status.toml lists them; `unless` in their entry switches them off.",
    ),
    Obstacle.CITED: Advice(
        STATUSES[Status.CITED],
        "Say it in your own words, as what you do.",
        "status.toml lists the words that show this; `unless` switches them off.",
    ),
    Obstacle.PROPOSED: Advice(
        f"{PROPOSED}, which is not in force",
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
        "No word of the sentence, or of the next one, commits",
        "Say it here or in the next sentence: with “will”, “must” or “we use”, or as an "
        "instruction.",
        "pack.toml lists under [commit] the words that commit and those that take it back.",
    ),
    Obstacle.ORDINARY: Advice(
        "What any agency does, with the framework or without: it commits to no more than that",
        "Say as well what else the item asks for, as a commitment.",
        "`ordinary = true` marks such a concept.",
    ),
    Obstacle.NO_DATE: Advice(
        "No time is named in the sentence",
        "Say by when: “by July 2027”, “within six months of starting”.",
        "Take “with a date” out of the item in checklist.toml.",
    ),
    Obstacle.ANOTHERS: Advice(
        "This is what another body does, or only a part of the agency: so say the sentence, its "
        "table or the heading above, or the framework is said not to be used here",
        "Say what your own staff do: “Our staff use …”.",
        "pack.toml lists under [another_body] the words that show this.",
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
    why="Words in the sentence, or in the next one, keep it from committing",
    policy="Take the words named here out of the sentence, or say the commitment in a sentence of "
    "its own, with “will” or “must”.",
)


def advice(near: NearMiss) -> Advice:
    """Give the advice for a place; where words take a commitment back, it is about these."""
    kept = near.committing and (near.committing.soft or near.committing.others)
    return _SOFTENED if kept else ADVICE[near.obstacle]
