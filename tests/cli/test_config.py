"""Options kept in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policyalign.cli.config import Config, load_config
from policyalign.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


def kept(folder: Path, text: str) -> Config:
    path = folder / "policyalign.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def test_every_option_is_read(tmp_path: Path) -> None:
    made = kept(tmp_path, 'pack = "sos"\ntype = "strategy"\nagency = "Hall"\nfail_under = 60\n')
    assert made == Config(pack="sos", type="strategy", agency="Hall", fail_under=60)


def test_empty_file_says_nothing(tmp_path: Path) -> None:
    assert kept(tmp_path, "") == Config()


def test_byte_order_mark_of_a_windows_editor_is_no_mistake(tmp_path: Path) -> None:
    assert kept(tmp_path, '\ufeffagency = "Hall"') == Config(agency="Hall")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("fail-under = 60", "Did you mean “fail_under”"),
        ("colour = 'red'", "The options are: pack, type, agency, fail_under"),
        ("pack = 3", "pack must be text in quotes, not 3"),
        ("fail_under = 'high'", "from 0 to 100, not 'high'"),
        ("fail_under = true", "from 0 to 100, not True"),
        ("fail_under = 101", "from 0 to 100, not 101"),
        ("fail_under = nan", "from 0 to 100, not nan"),
        ("pack = ", "is not valid TOML"),
    ],
    ids=lambda value: value if "=" in value else "",
)
def test_mistakes_name_the_file_and_the_key(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(InputError, match=r"policyalign\.toml") as raised:
        kept(tmp_path, text)
    assert sentence in str(raised.value)


def test_missing_file_and_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(InputError, match="Cannot read the settings file"):
            load_config(path)


def test_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not UTF-8"):
        load_config(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"fail_under = {'9' * 5_000}", "a number in this file has too many digits"),
        (f"fail_under = 0x{'f' * 5_000}", "from 0 to 100, not a number of very many digits"),
        (f"pack = [0x{'f' * 5_000}]", "text in quotes, not a number of very many digits"),
        (f"pack = {'[' * 5_000}", "brackets stand too deeply in each other"),
    ],
)
def test_what_is_too_much_for_python_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        kept(tmp_path, text)
