"""Marks of passages in the settings file."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from policyalign.errors import SettingsError
from policyalign.model.review import Mark
from tests.settings.made import kept

if TYPE_CHECKING:
    from pathlib import Path

NEEDED = 'concept = "safety-goal"\nfile = "a.docx"\nquote = "what we hope"\n'


def test_every_mark_is_read_whole(tmp_path: Path) -> None:
    second = 'by = "A. Reader"\ndate = 2026-05-01\nnote = "said at a meeting"\n'
    text = f'pack = "sos"\n[[not-detected]]\n{NEEDED}[[not-detected]]\n{NEEDED}{second}'
    plain = Mark(concept="safety-goal", file="a.docx", quote="what we hope")
    signed = Mark(
        concept="safety-goal",
        file="a.docx",
        quote="what we hope",
        by="A. Reader",
        date=datetime.date(2026, 5, 1),
        note="said at a meeting",
    )
    assert kept(tmp_path, text).marks == (plain, signed)


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        (f"[not-detected]\n{NEEDED}", 1, "must be headed [[not-detected]], with two brackets"),
        ("not-detected = 3", 1, "must be headed [[not-detected]], with two brackets"),
        ("not-detected = ['a']", 1, "must be headed [[not-detected]], with two brackets"),
        (f"[[not_detected]]\n{NEEDED}", 1, "did you mean 'not-detected'?"),
        ('[[not-detected]]\nfile = "a"\nquote = "b"', 1, "no. 1: missing key 'concept'"),
        (f"[[not-detected]]\n{NEEDED}[[not-detected]]\n", 5, "no. 2: missing key 'concept'"),
        (f"[[not-detected]]\n{NEEDED.replace('what we hope', ' … ')}", 4, "quote holds no words"),
        (f'[[not-detected]]\n{NEEDED}qoute = "x"', 5, "key 'qoute'; did you mean 'quote'?"),
        (f"[[not-detected]]\n{NEEDED}colour = 1", 5, "the keys here are by, concept, date, file"),
        (f"[[not-detected]]\n{NEEDED}by = 3", 5, "by must be text in quotes, found 3"),
        (f'[[not-detected]]\n{NEEDED}date = "May"', 5, "2027-03-31 without quotes, found 'May'"),
        (f"[[not-detected]]\n{NEEDED}date = 2026-05-01T10:00:00", 5, "date must be a day"),
    ],
)
def test_mistakes_name_the_line_the_mark_and_the_key(
    tmp_path: Path, text: str, line: int, sentence: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        kept(tmp_path, text)
    assert [number for number, said in raised.value.mistakes if sentence in said] == [line]
