"""The lines of keys in a settings file."""

from __future__ import annotations

import pytest

from policyalign.settings.lines import Lines, Path

TEXT = '''# [not.a] heading
list = [
  "a = 1",   # with a remark,
  "b",
]
long = """
[waiver]
key = 3
"""
inline = {one = 1, two = 2}
[agencies]
"Mill Lane, #3" = "a"
dotted.key = 1

[[waiver]]
item = "a"

[[waiver]]  # the second
item = "b"
until = 2027-01-01
[types]
item = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("list",), 2),
        (("list", "anything"), 2),
        (("long",), 6),
        (("inline", "two"), 10),
        (("agencies",), 11),
        (("agencies", "Mill Lane, #3"), 12),
        (("agencies", "dotted", "key"), 13),
        (("agencies", "none"), 11),
        (("waiver", 0, "item"), 16),
        (("waiver", 1), 18),
        (("waiver", 1, "item"), 19),
        (("waiver", 1, "missing"), 18),
        (("types", "item"), 22),
        (("none",), 1),
    ],
    ids=str,
)
def test_a_key_is_found_on_its_line(path: Path, line: int) -> None:
    assert Lines(TEXT).line_of(path) == line


def test_a_list_of_very_many_lines_is_gone_through_quickly() -> None:
    text = "exclude = [\n" + '"a",\n' * 20_000 + "]\nlast = 1\n"
    assert Lines(text).line_of(("last",)) == 20_003


def test_a_separator_that_ends_lines_elsewhere_ends_none_here() -> None:
    assert Lines('a = "x\u2028y"\nb = 1\n').line_of(("b",)) == 2
