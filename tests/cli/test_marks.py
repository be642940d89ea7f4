"""Marks of passages in the settings file."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from policyalign.cli.config import Config, load_config
from policyalign.errors import InputError
from policyalign.model.review import Mark

if TYPE_CHECKING:
    from pathlib import Path

NEEDED = 'concept = "goal"\nfile = "a.docx"\nquote = "what we hope"\n'


def kept(folder: Path, text: str) -> Config:
    path = folder / "policyalign.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def test_every_mark_is_read_whole(tmp_path: Path) -> None:
    second = 'by = "A. Reader"\ndate = 2026-05-01\nnote = "said at a meeting"\n'
    text = f'pack = "sos"\n[[not-detected]]\n{NEEDED}[[not-detected]]\n{NEEDED}{second}'
    plain = Mark(concept="goal", file="a.docx", quote="what we hope")
    signed = Mark(
        concept="goal",
        file="a.docx",
        quote="what we hope",
        by="A. Reader",
        date=datetime.date(2026, 5, 1),
        note="said at a meeting",
    )
    assert kept(tmp_path, text) == Config(pack="sos", marks=(plain, signed))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (f"[not-detected]\n{NEEDED}", "begin each mark with [[not-detected]], in two brackets"),
        ("not-detected = 3", "begin each mark with [[not-detected]], in two brackets"),
        ("not-detected = ['a']", "begin each mark with [[not-detected]], in two brackets"),
        (f"[[not_detected]]\n{NEEDED}", "Did you mean “not-detected”?"),
        ('[[not-detected]]\nfile = "a"\nquote = "b"', "no. 1: concept is missing"),
        (f"[[not-detected]]\n{NEEDED}[[not-detected]]\n", "no. 2: concept is missing"),
        (f"[[not-detected]]\n{NEEDED.replace('what we hope', ' … ')}", "quote is missing or holds"),
        (f'[[not-detected]]\n{NEEDED}qoute = "x"', "no key “qoute”. Did you mean “quote”?"),
        (f"[[not-detected]]\n{NEEDED}colour = 1", "The keys are: concept, file, quote, by"),
        (f"[[not-detected]]\n{NEEDED}by = 3", "by must be text in quotes, not 3"),
        (f'[[not-detected]]\n{NEEDED}date = "May"', "2026-05-01 without quotes, not May"),
        (f"[[not-detected]]\n{NEEDED}date = 2026-05-01T10:00:00", "date must be a day"),
    ],
)
def test_mistakes_name_the_file_the_mark_and_the_key(
    tmp_path: Path, text: str, sentence: str
) -> None:
    with pytest.raises(InputError, match=r"policyalign\.toml: ") as raised:
        kept(tmp_path, text)
    assert sentence in str(raised.value)
