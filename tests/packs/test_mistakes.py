"""Every mistake in a pack is named with its place and with what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyalign.packs import load_pack
from tests.packs.pack_builder import FILES, make_pack, mistakes_of

PACK, CHECKLIST, STATUS, TYPES = "pack.toml", "checklist.toml", "status.toml", "types.toml"
ANALYSIS, TOOLS = "vocabulary/a-analysis.toml", "vocabulary/b-tools.toml"
JARGON = "discouraged/jargon.toml"
DANGER = f"{ANALYSIS}: concept 'danger-statement' (no. 1): "
SCALE = f"{TOOLS}: concept 'safety-scale' (no. 1): "
ITEM = f"{CHECKLIST}: item 'has-statements' (no. 1): "
NO_JARGON = f"{CHECKLIST}: item 'no-jargon' (no. 2): "
USER = f"{JARGON}: discouraged 'service-user' (no. 1): "
LOWEST = f"{PACK}: rating 'Not aligned' (no. 2): "
ONLY_CONCEPTS = "names a concept in < >, which only a concept's forms may do"
ENTRY = FILES[JARGON].partition("\n\n")[2]
MIDDLE = """\
[[rating]]
name = "Upper"
at_least = 60

[[rating]]
name = "Lower"
at_least = 40
needs_essentials = true

"""
LETTERS = f"({'|'.join('abcdefghijklmnopqrstuvwxyz')})"
FORMS = 'forms = ["danger statement", {'

# What is replaced in which file, and the one mistake that this makes.
ANOTHER_BODY = """[another_body]
types = [{types}]
framework = [{used}]
wording = ["by the council"]
[context]"""
ONE_MISTAKE = {
    "missing key": (
        (ANALYSIS, 'term = "Danger statement"\n', ""),
        DANGER + "missing key 'term'",
    ),
    "unknown key with a near one": (
        (CHECKLIST, "note =", "nte ="),
        NO_JARGON + "unknown key 'nte'; did you mean 'note'?",
    ),
    "unknown key with none near": (
        (TYPES, "content =", "zzz ="),
        f"{TYPES}: type 'policy' (no. 1): unknown key 'zzz'; the keys here are "
        "content, id, name, titles",
    ),
    "unknown key at the top": (
        (TOOLS, 'category = "tools"', 'category = "tools"\nconcepts = []'),
        f"{TOOLS}: unknown key 'concepts'; did you mean 'concept'?",
    ),
    "unknown key in a form": (
        (ANALYSIS, "threshold = 95 }", "threshold = 95, fuzzy = false }"),
        DANGER + "forms[2]: unknown key 'fuzzy'; the keys here are text, threshold",
    ),
    "number for text": (
        (ANALYSIS, '"Danger statement"', "3"),
        DANGER + "term must be text in quotes, found 3",
    ),
    "text for a list": (
        (TOOLS, '["pay scale"]', '"pay scale"'),
        SCALE + "false_friends must be a list in square brackets, found 'pay scale'",
    ),
    "list in a list": (
        (TOOLS, '["pay scale"]', '[["pay scale"]]'),
        SCALE + "false_friends[1] must be text in quotes, found a list",
    ),
    "text for a flag": (
        (ANALYSIS, "anchor = true", 'anchor = "yes"'),
        DANGER + "anchor must be true or false (without quotes), found 'yes'",
    ),
    "text for a number": (
        (STATUS, "within = 12", 'within = "12"'),
        f"{STATUS}: trigger no. 1: within must be a whole number, 0 or more (without quotes), "
        "found '12'",
    ),
    "fraction of a word": (
        (STATUS, "within = 12", "within = 1.5"),
        f"{STATUS}: trigger no. 1: within must be a whole number, 0 or more (without quotes), "
        "found 1.5",
    ),
    "one bracket for two": (
        (JARGON, "[[discouraged]]", "[discouraged]"),
        f"{JARGON}: discouraged must be headed [[discouraged]], with two brackets on each side",
    ),
    "file without entries": (
        (JARGON, ENTRY, ""),
        f"{JARGON}: there must be at least one entry headed [[discouraged]]",
    ),
    "text too long to repeat": (
        (PACK, "partly = 0.5", f'partly = "{"half " * 20}"'),
        f"{PACK}: partly must be a number 0 to 1 (without quotes), "
        "found 'half half half half half half half half ...'",
    ),
    "list for a number": (
        (PACK, "partly = 0.5", "partly = [0.5]"),
        f"{PACK}: partly must be a number 0 to 1 (without quotes), found a list",
    ),
    "text for a table": (
        (PACK, 'nation = "England"', 'nation = { name = "England" }'),
        f"{PACK}: nation must be text in quotes, found a table",
    ),
    "essentials needed only lower down": (
        (PACK, '[[rating]]\nname = "Not aligned"', MIDDLE + '[[rating]]\nname = "Not aligned"'),
        f"{PACK}: rating 'Lower' (no. 3): needs_essentials must also be true for the higher rating "
        "'Upper'",
    ),
    "empty text": (
        (CHECKLIST, '"Danger statements"', '"  "'),
        ITEM + "title is empty",
    ),
    "empty form": (
        (TOOLS, '"scaling (question|)", ', '"scaling (question|)", "", '),
        SCALE + "framework_forms[2] is empty",
    ),
    "empty list": (
        (STATUS, '["formerly"]', "[]"),
        f"{STATUS}: excuse no. 1: phrases is empty; it needs at least one entry",
    ),
    "badly formed id": (
        (CHECKLIST, '"no-jargon"', '"No jargon"'),
        f"{CHECKLIST}: item 'No jargon' (no. 2): id 'No jargon' must be small letters and digits "
        "joined by hyphens, such as 'first-idea'",
    ),
    "item with the id of another": (
        (CHECKLIST, 'id = "no-jargon"', 'id = "has-statements"'),
        f"{CHECKLIST}: item 'has-statements' (no. 2): the id 'has-statements' is already used by "
        f"{CHECKLIST}: item 'has-statements' (no. 1)",
    ),
    "concept with no form": (
        (TOOLS, '["scaling (question|)", "scale * <danger-statement>"]', "[]"),
        SCALE + "has no form; give at least one in forms or casework_forms or framework_forms",
    ),
    "form of two concepts": (
        (TOOLS, '"scaling (question|)"', '"Danger-statements"'),
        SCALE + "framework_forms[1] 'Danger-statements' covers 'danger statements', and so does "
        f"{DANGER}forms[1] 'danger statement'; take it out of one of them, "
        "or list it under shared_forms in pack.toml",
    ),
    "form twice in a concept": (
        (ANALYSIS, '"what will', '"(Danger)-Statement", "what will'),
        DANGER + "casework_forms[1] '(Danger)-Statement' repeats forms[1] 'danger statement'",
    ),
    "form that is its own false friend": (
        (TOOLS, '["pay scale"]', '["pay scale", "Scaling question"]'),
        SCALE + "false_friends[2] 'Scaling question' is also its "
        "framework_forms[1] 'scaling (question|)'; "
        "a false friend that is a form cancels it everywhere",
    ),
    "form that always excuses itself": (
        (JARGON, '["service user group"]', '["service user"]'),
        USER + "unless[1] 'service user' is also its forms[2] 'service user'; "
        "an unless that is a form excuses it everywhere",
    ),
    "open bracket": (
        (ANALYSIS, FORMS, 'forms = ["(danger|worry statement", {'),
        DANGER + "forms[1] '(danger|worry statement': a ( without its )",
    ),
    "closing bracket": (
        (ANALYSIS, FORMS, 'forms = ["danger) statement", {'),
        DANGER + "forms[1] 'danger) statement': unexpected ')'",
    ),
    "group of nothing": (
        (ANALYSIS, FORMS, 'forms = ["danger ( | ) statement", {'),
        DANGER + "forms[1] 'danger ( | ) statement': expected words between ( and )",
    ),
    "beginning of a sentence in a form": (
        (ANALYSIS, FORMS, 'forms = ["#start danger statement", {'),
        DANGER + "forms[1] '#start danger statement': "
        "#start is only for wording that surrounds a mention",
    ),
    "form that stands for too many": (
        (ANALYSIS, FORMS, f'forms = ["{LETTERS} {LETTERS}", {{'),
        DANGER + f"forms[1] '{LETTERS} {LETTERS}': stands for more than 600 wordings; split it",
    ),
    "verb mark without a verb": (
        (STATUS, '"but"', '"~ but"'),
        f"{STATUS}: trigger no. 1: stops[1] '~ but': expected a verb after ~",
    ),
    "beginning of a clause that cannot be read": (
        (STATUS, '"and * is"', '"and *"'),
        f"{STATUS}: [new_clause]: begins[1] 'and *': a gap needs a word on both sides",
    ),
    "unknown concept in a form": (
        (TOOLS, "<danger-statement>", "<dangr-statement>"),
        SCALE + "framework_forms[2] 'scale * <dangr-statement>': unknown concept "
        "'dangr-statement'; did you mean 'danger-statement'?",
    ),
    "concept in a false friend": (
        (TOOLS, '"pay scale"', '"pay <danger-statement>"'),
        SCALE + f"false_friends[1] 'pay <danger-statement>' {ONLY_CONCEPTS}",
    ),
    "concept in discouraged wording": (
        (JARGON, '"=SU"', '"user <danger-statement>"'),
        USER + f"forms[1] 'user <danger-statement>' {ONLY_CONCEPTS}",
    ),
    "concept in a cue": (
        (PACK, '"invoice"', '"invoice <danger-statement>"'),
        f"{PACK}: [context]: elsewhere[1] 'invoice <danger-statement>' {ONLY_CONCEPTS}",
    ),
    "unknown type of those who write of another body": (
        (PACK, "[context]", ANOTHER_BODY.format(types='"shcool"', used="")),
        f"{PACK}: [another_body]: types: unknown document type 'shcool'",
    ),
    "unknown concept that another body uses": (
        (PACK, "[context]", ANOTHER_BODY.format(types='"policy"', used='"danger"')),
        f"{PACK}: [another_body]: framework: unknown concept 'danger'",
    ),
    "bad clause": (
        (CHECKLIST, "all of [danger-statement]", "at least 2 of [danger-statement]"),
        ITEM + "expected[1] cannot be read: 'at least 2 of' a list of 1: expected a number "
        "from 1 to 1",
    ),
    "unknown concept in a clause": (
        (CHECKLIST, "[danger-statement]", "[dangr-statement]"),
        ITEM + "expected[1] names an unknown concept 'dangr-statement'; "
        "did you mean 'danger-statement'?",
    ),
    "unknown kind in a clause": (
        (CHECKLIST, "{jargon}", "{jargn}"),
        NO_JARGON + "expected[1] names an unknown kind of discouraged wording 'jargn'; "
        "did you mean 'jargon'?",
    ),
    "clause that looks for nothing": (
        (CHECKLIST, '"all of [danger-statement]", ', ""),
        ITEM + "expected has 'in the same section' but names no concept to look for; "
        "add a clause such as 'all of [...]'",
    ),
    "unknown type in applies_to": (
        (CHECKLIST, '["policy"]', '["polcy"]'),
        ITEM + "applies_to[1] is an unknown document type 'polcy'; did you mean 'policy'?",
    ),
    "unknown concept in applies_where": (
        (CHECKLIST, '["safety-scale"]', '["safety-scales"]'),
        ITEM
        + "applies_where[1] is an unknown concept 'safety-scales'; did you mean 'safety-scale'?",
    ),
    "unknown importance": (
        (CHECKLIST, '"essential"', '"esential"'),
        ITEM + "importance is 'esential', which is unknown; did you mean 'essential'?",
    ),
    "unknown status": (
        (STATUS, '"negated"', '"no"'),
        f"{STATUS}: trigger no. 1: status is 'no', which is unknown; expected one of affirmed, "
        "negated, historical, cited",
    ),
    "unknown reach": (
        (STATUS, '"after"', '"afterwards"'),
        f"{STATUS}: trigger no. 1: reach is 'afterwards', which is unknown; did you mean 'after'?",
    ),
    "key that its reach does not have": (
        (STATUS, '"block"', '"block"\nstops = ["but"]'),
        f"{STATUS}: excuse no. 1: unknown key 'stops'; the keys here are kinds, phrases, planned, "
        "reach, status",
    ),
    "excuse of a row": (
        (STATUS, '"block"', '"row"'),
        f"{STATUS}: excuse no. 1: reach 'row' is for the status of a mention; an excuse cannot "
        "have it",
    ),
    "scores without a rating": (
        (PACK, "at_least = 0", "at_least = 10"),
        LOWEST + "at_least is 10, but the lowest rating must start at 0; scores below it would "
        "have no rating",
    ),
    "ratings out of order": (
        (PACK, "at_least = 80", "at_least = 0"),
        LOWEST + "at_least 0 must be lower than 0, that of 'Aligned' above it: ratings are "
        "listed highest first",
    ),
    "ratings of one name": (
        (PACK, '"Not aligned"', '"aligned"'),
        f"{PACK}: rating 'aligned' (no. 2): the name 'aligned' is already used by another rating",
    ),
    "lowest rating out of reach": (
        (PACK, "at_least = 0", "at_least = 0\nneeds_essentials = true"),
        LOWEST + "needs_essentials must be false for the lowest rating; a document without the "
        "essential items would have no rating",
    ),
    "missing weight": (
        (PACK, "expected = 2\n", ""),
        f"{PACK}: [weights]: missing key 'expected'",
    ),
    "negative weight": (
        (PACK, "enhancing = 1", "enhancing = -1"),
        f"{PACK}: [weights]: enhancing must be a number of 0 or more, found -1",
    ),
    "endless weight": (
        (PACK, "enhancing = 1", "enhancing = inf"),
        f"{PACK}: [weights]: enhancing must be a number of 0 or more, found inf",
    ),
    "threshold out of range": (
        (PACK, "threshold = 85", "threshold = 101"),
        f"{PACK}: threshold must be a number 0 to 100, found 101",
    ),
    "threshold of a form out of range": (
        (ANALYSIS, "threshold = 95", "threshold = -1"),
        DANGER + "forms[2]: threshold must be a number 0 to 100, found -1",
    ),
    "unknown default type": (
        (PACK, '"policy"', '"polcy"'),
        f"{PACK}: default_type is an unknown document type 'polcy'; did you mean 'policy'?",
    ),
    "spelling of one word": (
        (PACK, '"wellbeing", "well being"', '"wellbeing"'),
        f"{PACK}: spellings[1] needs at least two spellings of the same word",
    ),
    "number of too many digits to read": (
        (PACK, "threshold = 85", f"threshold = {'9' * 5_000}"),
        f"{PACK}: a number in this file has too many digits",
    ),
    "number of too many digits to write": (
        (PACK, "threshold = 85", f"threshold = 0x{'f' * 5_000}"),
        f"{PACK}: threshold must be a number 0 to 100, found a number of very many digits",
    ),
    "number of very many digits for text": (
        (ANALYSIS, '"Danger statement"', f"0x{'f' * 5_000}"),
        DANGER + "term must be text in quotes, found a number of very many digits",
    ),
    "brackets in brackets": (
        (PACK, '["invoice"]', f"{'[' * 5_000}{']' * 5_000}"),
        f"{PACK}: brackets in this file stand too deeply in each other",
    ),
    "missing table": (
        (PACK, '[context]\ncasework = ["child"]\nelsewhere = ["invoice"]\n', ""),
        f"{PACK}: [context]: missing key 'casework'",
    ),
}


@pytest.mark.parametrize(("change", "mistake"), ONE_MISTAKE.values(), ids=ONE_MISTAKE)
def test_names_the_mistake(tmp_path: Path, change: tuple[str, str, str], mistake: str) -> None:
    mistakes = mistakes_of(make_pack(tmp_path, change))
    assert mistakes == (mistake,)


def test_names_all_mistakes_at_once(tmp_path: Path) -> None:
    folder = make_pack(
        tmp_path,
        (PACK, "threshold = 85", "threshold = 850"),
        (ANALYSIS, 'term = "Danger statement"\n', ""),
        (CHECKLIST, "{jargon}", "{jargn}"),
        (STATUS, '"block"', '"page"'),
    )
    assert {mistake.split(":")[0] for mistake in mistakes_of(folder)} == {
        PACK,
        ANALYSIS,
        CHECKLIST,
        STATUS,
    }


@pytest.mark.parametrize(
    "change",
    [
        (ANALYSIS, FORMS, 'forms = ["(danger|worry) (statement|goal)", "danger statement text", {'),
        (ANALYSIS, FORMS, f'forms = ["{LETTERS} * {LETTERS}", {{'),
        (STATUS, '"formerly"', f'"#start {LETTERS} {LETTERS}"'),
        (JARGON, '"service user group"', f'"#start {LETTERS} {LETTERS}"'),
        (ANALYSIS, FORMS, 'forms = ["(danger|worry) statement", "(danger|harm) statement", {'),
    ],
    ids=["longer form", "many with a gap", "many in a cue", "many in unless", "overlap"],
)
def test_finds_nothing_wrong(tmp_path: Path, change: tuple[str, str, str]) -> None:
    assert load_pack(make_pack(tmp_path, change)).id == "small"


def test_a_form_may_be_shared_where_the_pack_says_so(tmp_path: Path) -> None:
    change = (TOOLS, '"scaling (question|)"', '"danger statement"')
    shared = (PACK, "shared_forms = []", 'shared_forms = ["Danger statement"]')
    assert mistakes_of(make_pack(tmp_path / "without", change))
    assert load_pack(make_pack(tmp_path / "with", change, shared)).id == "small"
