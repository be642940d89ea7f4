"""What the guide for authors shows is what the program reads."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from policyalign.forms import parse_phrase
from policyalign.packs import load_pack
from policyalign.packs.clauses import parse_clause
from tests.packs.pack_builder import FILES, make_pack

GUIDE = (Path(__file__).parents[2] / "vocab" / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
ENTRIES = {
    "vocabulary/c-guide.toml": ("[[concept]]", 'category = "guide"\n'),
    "discouraged/guide.toml": ("[[discouraged]]", 'kind = "guide"\n'),
    "status.toml": ("[[trigger]]", ""),
}


def _first_column(heading: str) -> list[str]:
    """Give the code in the first column of the table with this heading."""
    table = GUIDE.partition(f"| {heading} |")[2].partition("\n\n")[0]
    return [cell.replace("\\|", "|") for cell in re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)]


@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_is_valid(block: str) -> None:
    assert tomllib.loads(block)


@pytest.mark.parametrize("file", ENTRIES)
def test_every_entry_shown_can_stand_in_a_pack(tmp_path: Path, file: str) -> None:
    heading, top = ENTRIES[file]
    (shown,) = (block for block in BLOCKS if block.startswith(heading))
    folder = make_pack(tmp_path)
    (folder / file).write_text(top + shown, encoding="utf-8")
    assert load_pack(folder).name == "Small framework"


def test_the_item_shown_has_the_keys_of_an_item() -> None:
    (shown,) = (tomllib.loads(block) for block in BLOCKS if block.startswith("[[item]]"))
    (item,) = shown["item"]
    known = tomllib.loads(FILES["checklist.toml"])["item"]
    assert item.keys() <= known[0].keys() | known[1].keys()
    assert all(parse_clause(clause) for clause in item["expected"])


def test_every_mark_shown_is_part_of_the_language() -> None:
    forms = _first_column("Write")
    assert len(forms) == 10
    assert all(parse_phrase(form) for form in forms)


def test_every_clause_shown_is_part_of_the_grammar() -> None:
    clauses = _first_column("Clause")
    assert len({type(parse_clause(clause)) for clause in clauses}) == 8
    assert len(clauses) == 11


def test_every_file_of_a_pack_is_explained() -> None:
    folders = {re.sub(r"/.*", "/*.toml", name) for name in FILES}
    assert folders <= set(_first_column("File"))
