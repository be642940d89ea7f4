"""A small pack in a folder, whole by default, that tests spoil in one place or more."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyalign.errors import PackError
from policyalign.packs import load_pack

FILES = {
    "pack.toml": """\
id = "small"
name = "Small framework"
version = "1"
nation = "England"
notice = "Wording only."
default_type = "policy"
threshold = 85
partly = 0.5
spellings = [["wellbeing", "well being"]]
shared_forms = []

[weights]
essential = 3
expected = 2
enhancing = 1

[[rating]]
name = "Aligned"
at_least = 80
needs_essentials = true
meaning = "All there."

[[rating]]
name = "Not aligned"
at_least = 0

[commit]
binding = ["will (always|)"]
soft = ["may"]
others = ["other council"]

[context]
casework = ["child"]
elsewhere = ["invoice"]
""",
    "vocabulary/b-tools.toml": """\
category = "tools"

[[concept]]
id = "safety-scale"
term = "Safety scale"
definition = "A scale from 0 to 10."
framework_forms = ["scaling (question|)", "scale * <danger-statement>"]
false_friends = ["pay scale"]
source = "invented"
""",
    "vocabulary/a-analysis.toml": """\
category = "analysis"

[[concept]]
id = "danger-statement"
term = "Danger statement"
definition = "Who is worried about what."
anchor = true
stands_inside = true
threshold = 90
forms = ["danger statement", { text = "statement of danger", threshold = 95 }]
casework_forms = ["what will happen if nothing changes"]
examples = ["Write a danger statement with the family."]
counterexamples = ["Beware of the dog."]
source = "invented"
""",
    "discouraged/jargon.toml": """\
kind = "jargon"

[[discouraged]]
id = "service-user"
phrase = "service user"
prefer = "the person's name"
why = "It hides the person."
allowed_when = "a title"
forms = ["=SU", "service user"]
unless = ["service user group"]
source = "invented"
""",
    "checklist.toml": """\
[[item]]
id = "has-statements"
area = "Analysis"
title = "Danger statements"
question = "Are there danger statements?"
importance = "essential"
applies_to = ["policy"]
applies_where = ["safety-scale"]
expected = ["all of [danger-statement]", "in the same section"]
suggested_wording = "We write danger statements."
source = "invented"

[[item]]
id = "no-jargon"
area = "Language"
title = "No jargon"
question = "Is it free of jargon?"
importance = "enhancing"
expected = ["no discouraged wording of kind {jargon}"]
suggested_wording = "Plain words."
note = "Checked by machine."
source = "invented"
""",
    "status.toml": """\
[new_clause]
begins = ["and * is"]
verbs = ["(is|are)"]

[[trigger]]
status = "negated"
phrases = ["do not (use|write)"]
reach = "after"
within = 12
stops = ["but"]
unless = ["not only"]

[[excuse]]
status = "history"
phrases = ["formerly"]
reach = "block"
""",
    "types.toml": """\
[[type]]
id = "policy"
name = "Policy"
titles = ["policy"]
content = ["this policy"]
""",
}


def make_pack(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """Write the small pack; each change replaces, in a file, some text by another."""
    files = dict(FILES)
    for name, old, new in changes:
        assert files[name].count(old) == 1, f"{name} must hold {old!r} once"
        files[name] = files[name].replace(old, new)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
    return folder


def mistakes_of(folder: Path) -> tuple[str, ...]:
    """Load a pack that is wrong and give its mistakes."""
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    return caught.value.mistakes
