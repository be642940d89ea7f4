"""The JSON report: its keys, its schema, its bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policyalign.errors import InputError
from policyalign.model.document import Unread
from policyalign.model.report import Outcome, Report
from policyalign.renderers import render
from policyalign.renderers.json_report import schema
from tests.report_builders import document, evidence, full_report, report, result

# Keys of a report that was compared with an earlier one.
WITH_BASELINE = {"since", "baseline"}


def loaded(made: Report) -> Any:
    return json.loads(render(made, "json"))


def keys(made: dict[str, Any]) -> str:
    return " ".join(made)


def test_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    "made",
    [full_report(), report(), report(unread=(Unread(path="a", reason="b"),))],
    ids=["full", "empty", "unread"],
)
def test_report_keeps_to_its_schema(made: Report) -> None:
    Draft202012Validator(schema()).validate(loaded(made))


def test_schema_refuses_what_it_does_not_name() -> None:
    made = loaded(full_report())
    made["documents"][0]["items"][0]["extra"] = 1
    assert not Draft202012Validator(schema()).is_valid(made)


def test_every_object_of_the_schema_is_closed_and_described() -> None:
    def objects(node: Any) -> list[dict[str, Any]]:
        if isinstance(node, dict):
            here = [node] if node.get("type") == "object" else []
            return here + [found for value in node.values() for found in objects(value)]
        return (
            [found for value in node for found in objects(value)] if isinstance(node, list) else []
        )

    for found in objects(schema()):
        assert found["additionalProperties"] is False
        always = [key for key in found["properties"] if key not in WITH_BASELINE]
        assert found["required"] == always
        assert found["description"]


def test_keys_and_their_order_are_the_contract() -> None:
    made = loaded(full_report())
    assert keys(made) == ("schema tool pack settings documents unread excluded remarks totals")
    assert made["schema"] == "policyalign-report/1"
    assert keys(made["pack"]) == "id version fingerprint"
    school = made["documents"][2]
    assert keys(school) == (
        "path sha256 title type type_source agency control score rating decided pages "
        "words items mentions discouraged notices"
    )
    assert keys(school["control"]) == "version owner approved review"
    assert keys(school["items"][0]) == "id outcome reason clauses evidence decision"
    assert keys(school["items"][0]["clauses"][0]) == "text held"
    found = school["items"][0]["evidence"][0]
    assert keys(found) == "concept quote place status how similarity"
    assert keys(found["place"]) == "heading page block"
    assert keys(school["mentions"][0]) == (
        "concept quote start end block place state status how similarity"
    )
    assert keys(school["discouraged"][0]) == ("id quote sentence prefer excused excuse block place")
    assert keys(school["notices"][0]) == "kind page reason"
    assert keys(made["unread"][0]) == "path reason"


def test_schema_names_the_keys_in_the_order_of_the_report() -> None:
    assert schema()["required"] == list(loaded(full_report()))
    assert schema()["$defs"]["document"]["required"] == list(loaded(full_report())["documents"][0])


def test_bytes_are_the_same_for_the_same_report() -> None:
    once, again = render(full_report(), "json"), render(full_report(), "json")
    assert once == again
    assert once.endswith(b"}\n")
    assert "“never” will – it".encode() in once
    assert b"\r" not in once


def test_document_without_a_score_has_null_and_not_zero() -> None:
    scan = loaded(full_report())["documents"][1]
    assert scan["score"] is None
    assert scan["rating"] is None


def test_text_that_is_not_unicode_or_drives_terminals_stays_valid_json() -> None:
    quote = "a\udc80b \x1b[31m \x9b2J \u202ex \u2028y"
    item = result("names-framework", Outcome.MET, evidence("signs-of-safety", quote))
    data = render(report(document("bad\udcff.docx", item)), "json")
    made = json.loads(data)["documents"][0]
    assert made["path"] == "bad\ufffd.docx"
    assert made["items"][0]["evidence"][0]["quote"] == quote.replace("\udc80", "\ufffd")
    assert not set(data.decode()) & set("\x1b\x9b\u202e\u2028")


def test_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(InputError, match="terminal, json"):
        render(full_report(), "papyrus")
