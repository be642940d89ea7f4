"""Which report goes where."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyalign.cli.targets import targets
from policyalign.errors import InputError


def put(*formats: str, to: tuple[str, ...] = ()) -> list[tuple[str, str | None]]:
    made = targets(formats, tuple(Path(name) for name in to))
    return [(target.format, str(target.path) if target.path else None) for target in made]


@pytest.mark.parametrize(
    ("formats", "outputs", "expected"),
    [
        ((), (), [("terminal", None)]),
        (("json",), (), [("json", None)]),
        ((), ("a.json",), [("json", "a.json")]),
        ((), ("A.JSON", "b.txt"), [("json", "A.JSON"), ("terminal", "b.txt")]),
        (("json",), ("a.json",), [("json", "a.json")]),
        ((), ("gaps.junit.xml", "a.sarif"), [("junit", "gaps.junit.xml"), ("sarif", "a.sarif")]),
        (("json",), ("report.out",), [("json", "report.out")]),
        (("terminal",), ("a.json",), [("json", "a.json"), ("terminal", None)]),
        (("terminal", "json"), ("a.json",), [("json", "a.json"), ("terminal", None)]),
        (("terminal", "json"), ("x", "y"), [("terminal", "x"), ("json", "y")]),
        (("json", "terminal"), ("x", "a.json"), [("terminal", "x"), ("json", "a.json")]),
    ],
    ids=str,
)
def test_formats_and_files_are_put_together(
    formats: tuple[str, ...], outputs: tuple[str, ...], expected: list[tuple[str, str | None]]
) -> None:
    assert put(*formats, to=outputs) == expected


def test_name_that_tells_no_format_lists_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"gaps\.xyz.*\.json, \.txt, .* or \.docx, .* terminal"):
        put(to=("gaps.xyz",))


def test_two_reports_do_not_share_standard_output() -> None:
    with pytest.raises(InputError, match="Only one report"):
        put("json", "terminal")


def test_two_reports_do_not_share_a_file() -> None:
    with pytest.raises(InputError, match="same file"):
        put(to=("a.json", "./a.json"))


def test_dash_is_no_file() -> None:
    with pytest.raises(InputError, match="Without -o"):
        put("json", to=("-",))
