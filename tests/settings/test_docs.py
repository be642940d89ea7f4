"""The page on the settings file is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policyalign.errors import SettingsError
from policyalign.model.patterns import Pattern
from policyalign.model.report import DecisionKind
from policyalign.model.returns import LABELS
from policyalign.packs import load_pack
from policyalign.settings import check_names
from tests.settings.made import kept

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
NONE = "quaquaqua"


def rows(heading: str) -> list[list[str]]:
    table = PAGE.partition(f"| {heading} |")[2].partition("\n\n")[0]
    lines = table.splitlines()[2:]
    assert lines, f"there is no table {heading}"
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def documented(heading: str) -> set[str]:
    return {row[0].strip("`[]") for row in rows(heading)}


@pytest.mark.parametrize(
    ("heading", "begin"),
    [
        ("Key", ""),
        ("Key of `[labels]`", "[labels]\n"),
        ("Key of a waiver", "[[waiver]]\n"),
        ("Key of a mark", "[[not-detected]]\n"),
    ],
)
def test_the_keys_explained_are_those_there_are(tmp_path: Path, heading: str, begin: str) -> None:
    with pytest.raises(SettingsError) as raised:
        kept(tmp_path, f"{begin}{NONE} = 1\n")
    (told,) = (said for _, said in raised.value.mistakes if NONE in said)
    assert documented(heading) == set(told.partition("the keys here are ")[2].split(", "))


def test_the_example_loads_and_names_what_the_pack_has(tmp_path: Path) -> None:
    text = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert text
    made = kept(tmp_path, text.group(1))
    check_names(made, load_pack("sos"))
    assert len(made.waivers) == len(made.agencies) == 2


def test_the_usual_labels_are_those_of_the_program() -> None:
    assert {row[0].strip("`"): row[1] for row in rows("Key of `[labels]`")} == LABELS


def test_every_decision_is_explained() -> None:
    assert documented("Decision") == set(DecisionKind)


def test_the_patterns_explained_match_as_explained() -> None:
    explained = {row[0].strip("`") for row in rows("Pattern")}
    matching = {
        "schools/mill-lane": "schools/mill-lane/a.docx",
        "archive": "x/archive/y/a.docx",
        "./policy.docx": "policy.docx",
        "*draft*": "x/My Draft 2.docx",
        "**/old/*.pdf": "x/y/old/a.pdf",
    }
    assert explained == set(matching)
    assert all(Pattern(pattern).matches(path) for pattern, path in matching.items())
    assert not Pattern("./policy.docx").matches("x/policy.docx")


def test_the_messages_shown_are_those_of_the_program(tmp_path: Path) -> None:
    text = "pack = 'sos'\nfail-under = 1\n" + "\n" * 6 + "[[waiver]]\nitem = 'names-framework'\n"
    text += "document = '**'\ndecision = 'accepted'\nby = 'x'\nuntil = 'March'\nwhy = 'y'\n"
    with pytest.raises(SettingsError) as raised:
        kept(tmp_path, text)
    told = str(raised.value).splitlines()
    assert told[1:] == PAGE.partition("Error: The settings")[2].split("```")[0].splitlines()[1:]
