"""Files of a pack that are missing, broken or in the wrong place."""

from __future__ import annotations

from pathlib import Path

from tests.packs.pack_builder import make_pack, mistakes_of


def test_each_missing_file_is_named(tmp_path: Path) -> None:
    folder = make_pack(tmp_path)
    (folder / "types.toml").unlink()
    (folder / "status.toml").unlink()
    assert mistakes_of(folder) == (
        "status.toml: this file is missing from the pack",
        "types.toml: this file is missing from the pack",
    )


def test_a_pack_without_vocabulary_says_so(tmp_path: Path) -> None:
    folder = make_pack(tmp_path)
    (folder / "vocabulary").rename(folder / "vocabular")
    assert "vocabulary/*.toml: this file is missing from the pack" in mistakes_of(folder)


def test_a_file_with_a_wrong_name_is_not_passed_over(tmp_path: Path) -> None:
    folder = make_pack(tmp_path)
    (folder / "checklists.toml").write_text("", encoding="utf-8")
    assert mistakes_of(folder) == (
        "checklists.toml: nothing reads this file; did you mean 'checklist.toml'?",
    )


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    folder = make_pack(tmp_path, ("types.toml", 'name = "Policy"', 'name = "Policy'))
    (mistake,) = mistakes_of(folder)
    assert mistake.startswith("types.toml: this is not valid TOML")
    assert "line 3" in mistake


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    folder = make_pack(tmp_path)
    path = folder / "types.toml"
    path.write_bytes(path.read_bytes().replace(b"this policy", b"this p\xf6licy"))
    assert mistakes_of(folder) == (
        "types.toml: line 5 is not UTF-8; save the file with the encoding UTF-8",
    )


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    folder = make_pack(tmp_path)
    (folder / "vocabulary" / "c-more.toml").mkdir()
    (mistake,) = mistakes_of(folder)
    assert mistake.startswith("vocabulary/c-more.toml: the file cannot be read")


def test_a_broken_file_hides_no_mistake_in_another_and_makes_none(tmp_path: Path) -> None:
    """Concepts of a file that cannot be read are not called unknown elsewhere."""
    folder = make_pack(
        tmp_path,
        ("vocabulary/a-analysis.toml", "[[concept]]", "[[concept]"),
        ("vocabulary/b-tools.toml", 'source = "invented"', 'sourc = "invented"'),
    )
    mistakes = mistakes_of(folder)
    assert len(mistakes) == 3
    assert "not valid TOML" in mistakes[0]
    assert all("b-tools.toml" in mistake for mistake in mistakes[1:])
