"""The settings file that is written for a folder."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from policyalign.model.returns import Rating
from policyalign.packs import load_pack
from policyalign.settings import check_names
from policyalign.settings.survey import survey
from policyalign.settings.writing import SCALES, Wishes, settings_text
from tests.settings.made import kept

PACK = load_pack("sos")
FOUND = survey(["hall/a.docx"], ["hall/a.docx"], ["strategy"])
UNTIL = date(2027, 11, 23)
EXAMPLE = re.compile(r"^#(?! )", re.MULTILINE)
FULL = Wishes(
    agencies=(("Hall", "hall"), ("Hall", "hall two"), ('A "B" \x7f\\', "schools/[x] ü")),
    exclude=("archive", "x/drafts"),
    fail_under=62.5,
    scale="colours",
)


def text(wishes: Wishes) -> str:
    return settings_text(wishes, FOUND, PACK, UNTIL)


@pytest.mark.parametrize("wishes", [Wishes(), Wishes(agency="Mill"), FULL], ids=["", "one", "full"])
def test_what_is_written_loads_with_and_without_its_examples(
    tmp_path: Path, wishes: Wishes
) -> None:
    check_names(kept(tmp_path, text(wishes)), PACK)
    whole = kept(tmp_path, EXAMPLE.sub("", text(wishes)))
    check_names(whole, PACK)
    assert (len(whole.waivers), len(whole.marks)) == (1, 1)
    assert whole.agency
    assert whole.fail_under
    assert whole.exclude
    assert whole.agencies
    assert whole.types


def test_each_example_loads_by_itself(tmp_path: Path) -> None:
    # An entry of several lines is one example.
    blocks = re.findall(r"(?:^#(?! ).*\n)+", text(Wishes()), re.MULTILINE)
    assert len(blocks) == 7
    for block in blocks:
        alone = text(Wishes()).replace(block, EXAMPLE.sub("", block))
        check_names(kept(tmp_path, alone), PACK)


def test_every_remark_is_a_remark_and_nothing_else_counts() -> None:
    held = tomllib.loads(text(Wishes()))
    assert held == {
        "pack": "sos",
        "agencies": {},
        "types": {},
        "labels": {rating.value: label for rating, label in SCALES["words"].items()},
    }


def test_what_was_chosen_is_what_is_read_back(tmp_path: Path) -> None:
    made = kept(tmp_path, text(FULL))
    assert made.fail_under == 62.5
    assert made.labels[Rating.MET] == "Green"
    assert [agency.name for agency in made.agencies] == ["Hall", 'A "B" \x7f\\']
    found = [made.agency_of(tmp_path / p) for p in ("hall/a", "hall two/b", "schools/[x] Ü/c", "d")]
    assert found == ["Hall", "Hall", 'A "B" \x7f\\', None]
    assert made.excludes(tmp_path / "x" / "drafts" / "y.docx")
    assert not made.excludes(tmp_path / "drafts" / "y.docx")


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
def test_a_scale_has_a_word_of_its_own_for_every_rating(scale: dict[Rating, str]) -> None:
    assert set(scale) == set(Rating)
    assert len(set(scale.values())) == len(Rating)
