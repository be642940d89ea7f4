"""A pack without mistakes becomes a ``Pack``."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyalign.model.clauses import AtLeast, NoDiscouraged, SameSection
from policyalign.model.pack import Form, Importance, Pack, Reach, Sense
from policyalign.packs import load_pack
from tests.packs.pack_builder import FILES, make_pack, mistakes_of


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return load_pack(make_pack(tmp_path))


def test_names_the_pack(pack: Pack) -> None:
    assert (pack.id, pack.version, pack.nation, pack.default_type) == (
        "small",
        "1",
        "England",
        "policy",
    )


def test_keeps_files_in_order_of_name_and_entries_in_order_of_file(pack: Pack) -> None:
    assert list(pack.concepts) == ["danger-statement", "safety-scale"]
    assert [concept.category for concept in pack.concepts.values()] == ["analysis", "tools"]
    assert list(pack.checklist) == ["has-statements", "no-jargon"]
    assert pack.areas == ("Analysis", "Language")


def test_forms_take_the_nearest_threshold_and_the_sense_of_their_key(pack: Pack) -> None:
    assert pack.concepts["danger-statement"].forms == (
        Form(text="danger statement", threshold=90),
        Form(text="statement of danger", threshold=95),
        Form(text="what will happen if nothing changes", sense=Sense.CASEWORK, threshold=90),
    )
    scale = pack.concepts["safety-scale"].forms[0]
    assert (scale.sense, scale.threshold) == (Sense.FRAMEWORK, 85)


def test_flags_are_false_where_absent(pack: Pack) -> None:
    flags = {one.id: (one.anchor, one.stands_inside) for one in pack.concepts.values()}
    assert flags == {"danger-statement": (True, True), "safety-scale": (False, False)}


def test_reads_clauses_and_importance(pack: Pack) -> None:
    item = pack.checklist["has-statements"]
    assert item.expected == (AtLeast(1, ("danger-statement",)), SameSection())
    assert item.importance is Importance.ESSENTIAL
    assert (item.applies_to, item.applies_where) == (("policy",), ("safety-scale",))
    assert pack.checklist["no-jargon"].expected == (NoDiscouraged(("jargon",)),)


def test_reads_discouraged_wording(pack: Pack) -> None:
    wording = pack.discouraged["service-user"]
    assert wording.kind == "jargon"
    assert [form.text for form in wording.forms] == ["=SU", "service user"]
    assert wording.unless == ("service user group",)


def test_reads_triggers_and_excuses(pack: Pack) -> None:
    trigger, excuse = pack.triggers[0], pack.excuses[0]
    assert (trigger.status, trigger.reach, trigger.within) == ("negated", Reach.AFTER, 12)
    assert (trigger.stops, trigger.unless) == (("but",), ("not only",))
    assert (excuse.status, excuse.reach) == ("history", Reach.BLOCK)
    assert not trigger.across_clauses


def test_reads_how_another_clause_begins(pack: Pack) -> None:
    assert pack.new_clause.begins == ("and * is",)
    assert pack.new_clause.verbs == ("(is|are)",)


def test_reads_what_scores_need(pack: Pack) -> None:
    assert pack.weights == {
        Importance.ESSENTIAL: 3,
        Importance.EXPECTED: 2,
        Importance.ENHANCING: 1,
    }
    assert [(one.name, one.at_least) for one in pack.ratings] == [
        ("Aligned", 80),
        ("Not aligned", 0),
    ]
    assert pack.partly == 0.5


def test_a_pack_may_have_no_discouraged_wording(tmp_path: Path) -> None:
    folder = make_pack(
        tmp_path,
        ("checklist.toml", "no discouraged wording of kind {jargon}", "any of [safety-scale]"),
    )
    (folder / "discouraged" / "jargon.toml").unlink()
    assert load_pack(folder).discouraged == {}


def test_fingerprint_does_not_depend_on_line_ends(tmp_path: Path) -> None:
    unix = make_pack(tmp_path / "unix")
    windows = make_pack(tmp_path / "windows")
    for name, content in FILES.items():
        (windows / name).write_bytes(content.replace("\n", "\r\n").encode())
    assert load_pack(unix).fingerprint == load_pack(windows).fingerprint


def test_fingerprint_changes_with_a_word_and_with_a_file_name(tmp_path: Path) -> None:
    plain = load_pack(make_pack(tmp_path / "a")).fingerprint
    reworded = make_pack(tmp_path / "b", ("types.toml", "this policy", "that policy"))
    renamed = make_pack(tmp_path / "c")
    (renamed / "vocabulary" / "b-tools.toml").rename(renamed / "vocabulary" / "c-tools.toml")
    prints = {plain, load_pack(reworded).fingerprint, load_pack(renamed).fingerprint}
    assert len(prints) == 3
    assert all(len(one) == 12 for one in prints)


def test_fingerprint_ignores_files_that_are_not_toml(tmp_path: Path) -> None:
    folder = make_pack(tmp_path)
    before = load_pack(folder).fingerprint
    (folder / "notes.txt").write_text("to do", encoding="utf-8")
    assert load_pack(folder).fingerprint == before


def test_accepts_a_byte_order_mark(tmp_path: Path) -> None:
    folder = make_pack(tmp_path)
    path = folder / "pack.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_pack(folder).id == "small"


def test_an_excuse_may_hold_for_some_kinds_only_and_they_are_checked(tmp_path: Path) -> None:
    whole = ("status.toml", 'status = "history"', 'status = "history"\nkinds = ["jargon"]')
    assert load_pack(make_pack(tmp_path / "right", whole)).excuses[0].kinds == ("jargon",)
    wrong = ("status.toml", 'status = "history"', 'status = "history"\nkinds = ["jagron"]')
    (mistake,) = mistakes_of(make_pack(tmp_path / "wrong", wrong))
    assert "unknown kind of discouraged wording 'jagron'; did you mean 'jargon'?" in mistake
