"""The names of ideas in a pack: read, checked, and found by its own vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyalign import check_text
from policyalign.model.pack import NamedIdea
from policyalign.packs import load_pack
from policyalign.shared_language.naming import Namer, name_key, spelt_out
from tests.packs.pack_builder import make_pack, mistakes_of
from tests.shared_language.speaking import sos

GOOD = """\
[[idea]]
concept = "danger-statement"
same = ["=DS"]
names = ["(worry|risk) statement"]
note = "Ask which."

[[idea]]
concept = "safety-scale"
prefer = "scale"
"""
FRAMES = (
    "Beside the danger statement, social workers write a {} with the child and the family.",
    "In Signs of Safety the family is asked: {}?",
    "We use Signs of Safety. The child's {} is agreed with the family.",
    "Signs of Safety asks the {} in every case.",
    "Each worker writes a {} with the family and their children.",
)


def named(folder: Path, names: str) -> Path:
    (make_pack(folder) / "names.toml").write_text(names, encoding="utf-8")
    return folder


def test_names_are_read_in_order(tmp_path: Path) -> None:
    assert load_pack(named(tmp_path, GOOD)).ideas == (
        NamedIdea(
            concepts=("danger-statement",),
            preferred="Danger statement",
            same=("=DS",),
            names=("(worry|risk) statement",),
            note="Ask which.",
        ),
        NamedIdea(concepts=("safety-scale",), preferred="scale"),
    )


def test_a_pack_may_do_without_names(tmp_path: Path) -> None:
    assert load_pack(make_pack(tmp_path)).ideas == ()


@pytest.mark.parametrize(
    ("changed", "mistake"),
    [
        (("safety-scale", "saftey-scale"), "unknown concept 'saftey-scale'"),
        (("safety-scale", "danger-statement"), "belongs already to names.toml: idea"),
        (("(worry|risk) statement", "statement * worry"), "which has no gaps and no ~ in it"),
        (("(worry|risk) statement", "(worry statement"), "a ( without its )"),
        (("note =", "notes ="), "unknown key 'notes'; did you mean 'note'?"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, changed: tuple[str, str], mistake: str) -> None:
    found = mistakes_of(named(tmp_path, GOOD.replace(*changed)))
    assert mistake in found[0]
    assert found[0].startswith("names.toml: idea")


def spellings() -> list[tuple[NamedIdea, str, str]]:
    """Every spelling of every name, with the name that it is."""
    return [
        (idea, spelling, idea.preferred if form in idea.same else next(spelt_out(form)))
        for idea in sos().ideas
        for form in (*idea.same, *idea.names)
        for spelling in spelt_out(form)
    ]


@pytest.mark.parametrize("case", spellings(), ids=lambda case: case[1])
def test_every_name_in_the_pack_is_found_by_its_vocabulary(
    case: tuple[NamedIdea, str, str],
) -> None:
    """A name that no form finds would never be reported, and nobody would know."""
    idea, spelling, name = case
    namer = Namer(idea, sos().concepts[idea.concepts[0]].term)
    found = {
        name_key(namer.name(mention.quote, mention.how))
        for frame in FRAMES
        for mention in check_text(frame.format(spelling), pack=sos()).mentions
        if mention.concept in idea.concepts
    }
    assert name_key(name) in found
