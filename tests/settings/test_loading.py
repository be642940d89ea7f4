"""The settings file, and all that can be wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyalign.errors import InputError, SettingsError
from policyalign.model.patterns import Pattern
from policyalign.model.returns import LABELS, Rating
from policyalign.model.settings import Assigned
from policyalign.settings import check_names, load_settings
from tests.report_builders import pack
from tests.settings.made import kept, waiver, written


def mistakes(folder: Path, text: str) -> tuple[tuple[int, str], ...]:
    with pytest.raises(SettingsError) as raised:
        kept(folder, text)
    return raised.value.mistakes


def test_what_holds_for_all_documents_is_read(tmp_path: Path) -> None:
    made = kept(tmp_path, 'pack = "sos"\ntype = "strategy"\nagency = "Hall"\nfail_under = 60\n')
    assert (made.pack, made.type, made.agency, made.fail_under) == ("sos", "strategy", "Hall", 60)


def test_an_empty_file_says_nothing_and_has_the_usual_labels(tmp_path: Path) -> None:
    made = kept(tmp_path, "")
    assert (made.pack, made.type, made.agency, made.fail_under) == (None,) * 4
    assert (made.exclude, made.agencies, made.types, made.waivers, made.marks) == ((),) * 5
    assert made.labels == LABELS


def test_patterns_are_one_text_or_a_list(tmp_path: Path) -> None:
    made = kept(tmp_path, 'exclude = "old"\n[agencies]\nHall = ["a", "b/*"]\n"Mill Lane" = "c"\n')
    assert made.exclude == (Pattern("old"),)
    assert made.agencies == (
        Assigned(name="Hall", patterns=(Pattern("a"), Pattern("b/*")), line=3),
        Assigned(name="Mill Lane", patterns=(Pattern("c"),), line=4),
    )


def test_agency_and_type_of_a_file_are_the_first_that_match_it(tmp_path: Path) -> None:
    made = kept(
        tmp_path,
        'agency = "Council"\n[agencies]\nHall = "schools/hall"\nSchools = "schools"\n'
        '[types]\nstrategy = "*strategy*"\n',
    )
    agencies = [
        made.agency_of(tmp_path / name)
        for name in ("schools/hall/a.pdf", "schools/b.pdf", "c.pdf", "../d.pdf")
    ]
    assert agencies == ["Hall", "Schools", "Council", "Council"]
    assert made.type_of(tmp_path / "x" / "Our Strategy.docx") == "strategy"
    assert made.type_of(tmp_path / "x.docx") is None


def test_labels_that_are_not_given_are_the_usual_ones(tmp_path: Path) -> None:
    made = kept(tmp_path, '[labels]\nmet = "Green"\nn-a = "Not for us"\n')
    assert made.labels == {**LABELS, Rating.MET: "Green", Rating.NOT_APPLICABLE: "Not for us"}


def test_a_pack_that_is_no_known_name_is_a_folder_beside_the_file(tmp_path: Path) -> None:
    assert kept(tmp_path, "pack = '..\\vocab\\ours'").pack == tmp_path / "../vocab/ours"


def test_byte_order_mark_and_line_ends_of_a_windows_editor_are_no_mistake(tmp_path: Path) -> None:
    assert kept(tmp_path, '\ufeffagency = "Hall"\r\n').agency == "Hall"


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("\nfail-under = 60", 2, "unknown key 'fail-under'; did you mean 'fail_under'?"),
        ("colour = 'red'", 1, "unknown key 'colour'; the keys here are agencies, agency, exclude"),
        ("pack = 3", 1, "pack must be text in quotes, found 3"),
        ("pack = ''", 1, "pack is empty"),
        ("fail_under = 'high'", 1, "fail_under must be a number 0 to 100 (without quotes)"),
        ("fail_under = true", 1, "found true"),
        ("fail_under = 101", 1, "found 101"),
        ("fail_under = nan", 1, "found nan"),
        ("exclude = [\n'a',\n3,\n]", 1, "exclude[2] must be text in quotes, found 3"),
        ("exclude = '/srv/old'", 1, "exclude is a whole path"),
        ("exclude = 'C:\\old'", 1, "exclude is a whole path"),
        ("agencies = 'x'", 1, "agencies must be a table headed [agencies], found 'x'"),
        ("[agencies]\n\nHall = 3", 3, "[agencies]: Hall must be text in quotes, found 3"),
        ("[types]\npolicyx = 'a'", 2, "the pack sos has no type 'policyx'"),
        ("[labels]\ngreen = 'x'", 2, "[labels]: unknown key 'green'; the keys here are met"),
        ("[labels]\nmet = 'A b'\npartly = 'a  B'", 1, "[labels]: two ratings have the same label"),
        ("[labels]\nmet = 'A'\npartly = 'a'", 1, "[labels]: two ratings have the same label"),
        ("[waiver]\nitem = 'x'", 1, "waiver must be headed [[waiver]], with two brackets"),
        (f"fail_under = 0x{'f' * 5_000}", 1, "found a number of very many digits"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) and "=" in value else "",
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, sentence: str
) -> None:
    # What the pack knows is told together with the first mistake in the file itself.
    text += "\n[labels2]\n" if "[types]" in text else ""
    found = {(number, said) for number, said in mistakes(tmp_path, text) if sentence in said}
    assert {number for number, _ in found} == {line}


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"item": ""}, "missing key 'item'"),
        ({"document": ""}, "needs 'document' or 'agency'"),
        (
            {"agency": "'Hal'"},
            "agency is 'Hal', which this file does not know; did you mean 'Hall'",
        ),
        ({"agency": "'Mill'"}, "does not know; name it in [agencies] first"),
        ({"decision": "'acepted'"}, "is 'acepted', which is unknown; did you mean 'accepted'?"),
        ({"decision": "'overruled'"}, "missing key 'outcome', one of met, partly, not-met"),
        ({"decision": "'overruled'", "outcome": "'n-a'"}, "outcome is 'n-a'; expected one of met"),
        ({"outcome": "'met'"}, "outcome has a meaning only with decision = 'overruled'"),
        ({"by": "''"}, "by is empty"),
        ({"why": ""}, "missing key 'why'"),
        ({"until": ""}, "missing key 'until'"),
        ({"until": "'2027-03-31'"}, "until must be a day, 2027-03-31 without quotes, found '2027"),
        ({"until": "2027-03-31T10:00:00"}, "until must be a day"),
        ({"unitl": "1"}, "unknown key 'unitl'; did you mean 'until'?"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_a_waiver_without_all_it_needs_is_a_mistake(
    tmp_path: Path, keys: dict[str, str], sentence: str
) -> None:
    text = f"[agencies]\nHall = 'hall'\n{waiver()}{waiver(**keys)}"
    found = [said for _, said in mistakes(tmp_path, text) if sentence in said]
    assert found
    assert found[0].startswith("waiver no. 2")


def test_all_mistakes_are_told_in_the_order_of_their_lines(tmp_path: Path) -> None:
    wrong = waiver(item="'no-such'", by="3")
    text = f"fail_under = 'x'\n{wrong}[types]\nnone = 'a'\ncolour = 1\n"
    found = mistakes(tmp_path, text)
    assert [line for line, _ in found] == [1, 3, 6, 10, 11, 11]
    assert "item: the pack sos has no item 'no-such'" in found[1][1]


def test_the_message_names_the_file_and_counts(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"policyalign\.toml has 1 mistake:\n  line 1: pack"):
        kept(tmp_path, "pack = 3")


def test_ids_that_the_pack_lacks_are_told_with_the_nearest(tmp_path: Path) -> None:
    text = f"{waiver(item=repr('names-framwork'))}[types]\nstrategi = 'a'\nstrategy = 'b'\n"
    with pytest.raises(SettingsError) as raised:
        check_names(kept(tmp_path, text), pack())
    assert raised.value.mistakes == (
        (
            2,
            "waiver no. 1: item: the pack small has no item 'names-framwork'; "
            "did you mean 'names-framework'?",
        ),
        (9, "[types] strategi: the pack small has no type 'strategi'; did you mean 'strategy'?"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = 1\npack == 1", r"policyalign\.toml is not valid TOML: .*line 2"),
        (f"fail_under = {'9' * 5_000}", "a number in this file has too many digits"),
        (f"pack = {'[' * 5_000}", "brackets stand too deeply in each other"),
    ],
    ids=["cut off", "digits", "brackets"],
)
def test_what_is_no_toml_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        kept(tmp_path, text)


def test_missing_file_and_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(InputError, match="Cannot read the settings file"):
            load_settings(path)


def test_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not UTF-8"):
        load_settings(path)
