"""A pack's own examples, run against its vocabulary.

They are how an author sees that a form does what was meant and spoils nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyalign.assess import check_text
from policyalign.model.pack import Concept, Discouraged, Pack
from policyalign.model.report import DocumentResult, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An example that was not credited to its owner, or a counterexample that was.

    ``expected`` is true for an example. ``found`` holds the ids of what was found in the sentence,
    with the reason in brackets where it does not count.
    """

    owner: str
    sentence: str
    expected: bool
    found: tuple[str, ...]


def run_examples(pack: Pack) -> tuple[Failure, ...]:
    """Run every example and counterexample of a pack and give those that fail, in pack order.

    An example of a concept must give an affirmed mention of it; an example of discouraged wording
    must be found and not excused. A counterexample must not.
    """
    owners: list[Concept | Discouraged] = [*pack.concepts.values(), *pack.discouraged.values()]
    return tuple(failure for owner in owners for failure in _failures(pack, owner))


def _failures(pack: Pack, owner: Concept | Discouraged) -> Iterator[Failure]:
    found_in = _mentions if isinstance(owner, Concept) else _wordings
    for expected, sentences in ((True, owner.examples), (False, owner.counterexamples)):
        for sentence in sentences:
            found = found_in(check_text(sentence, pack=pack))
            if (owner.id in found) is not expected:
                yield Failure(owner=owner.id, sentence=sentence, expected=expected, found=found)


def _mentions(result: DocumentResult) -> tuple[str, ...]:
    """Give the mentioned concepts; only an affirmed one stands under its bare id."""
    return tuple(
        dict.fromkeys(
            one.concept if one.status is Status.AFFIRMED else f"{one.concept} ({one.status})"
            for one in result.mentions
        )
    )


def _wordings(result: DocumentResult) -> tuple[str, ...]:
    """Give the discouraged wording; only what nothing excuses stands under its bare id."""
    return tuple(
        dict.fromkeys(
            f"{one.id} (excused: {one.excuse})" if one.excused else one.id
            for one in result.discouraged
        )
    )
