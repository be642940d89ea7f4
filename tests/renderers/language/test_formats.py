"""Every format of the comparison: the same bytes, our own, and nobody's words more than words."""

from __future__ import annotations

import io
import json

import jsonschema
import openpyxl
import pytest
from lxml import html as markup

from policyalign import report_mark
from policyalign.renderers.language import RENDERERS
from policyalign.renderers.language.html import language_section
from policyalign.renderers.language.json_report import schema
from policyalign.renderers.plain import FORMULA
from policyalign.renderers.signature import is_report
from tests.renderers.hostile import TEXTS
from tests.renderers.language.comparisons import compared, empty, hostile


@pytest.mark.parametrize("ending", RENDERERS)
def test_the_same_comparison_gives_the_same_bytes(ending: str) -> None:
    assert RENDERERS[ending](compared()) == RENDERERS[ending](compared())


@pytest.mark.parametrize("ending", RENDERERS)
@pytest.mark.parametrize("found", [compared(), empty()], ids=["full", "empty"])
def test_every_format_is_known_as_ours(ending: str, found: object) -> None:
    data = RENDERERS[ending](found)  # type: ignore[arg-type]
    assert is_report(io.BytesIO(data))
    assert report_mark.is_report(io.BytesIO(data))


@pytest.mark.parametrize("ending", RENDERERS)
@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_words_of_documents_stay_words(ending: str, text: str) -> None:
    data = RENDERERS[ending](hostile(text))
    assert is_report(io.BytesIO(data))
    if ending == ".xlsx":
        _no_formula(data)
        return
    shown = data.decode("utf-8")
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)
    assert "<script" not in shown or ending != ".html"
    if ending == ".html":
        page = markup.document_fromstring(shown)
        assert page.xpath("count(//script | //img)") == 0
    if ending == ".json":
        jsonschema.validate(json.loads(shown), schema())


def _no_formula(data: bytes) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
            begun = [c for c in row if isinstance(c.value, str) and c.value.startswith(FORMULA)]
            assert all(cell.quotePrefix for cell in begun)


def test_a_workbook_that_somebody_has_filled_in_is_theirs() -> None:
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS[".xlsx"](compared())))
    sheet = book["What to change"]
    assert [cell.value for cell in sheet[2]][:6] == [
        "South School",
        "b.docx",
        "page 4, 2 Planning",
        "Each family has a worry statement of its own.",
        "worry statement",
        "Danger statement",
    ]
    sheet["H2"] = "Ola"
    filled = io.BytesIO()
    book.save(filled)
    filled.seek(0)
    assert not is_report(filled)
    filled.seek(0)
    assert report_mark.is_report(filled)


def test_the_names_sheet_says_in_words_what_its_colours_say() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(RENDERERS[".xlsx"](compared())))["Names"]
    assert sheet["B2"].value == "✓ the name wanted\nDanger statement (1)\nin other words (1)"
    assert sheet["C2"].value == "≠ another name\nworry statement (2)"
    assert sheet["B3"].value == "… in other words only\nin other words (1)"
    assert sheet["C3"].value == "– not mentioned"
    assert sheet["E2"].hyperlink.location == "'Places'!A2"


def test_json_follows_its_schema() -> None:
    for found in (compared(), empty()):
        jsonschema.validate(json.loads(RENDERERS[".json"](found)), schema())
    said = json.loads(RENDERERS[".json"](compared()))
    assert said["schema"] == "policyalign-language/1"
    assert said["ideas"][0]["agencies"][1]["standing"] == "other"
    assert said["ideas"][0]["agencies"][0]["uses"][1]["name"] is None


def test_every_cell_of_the_matrix_leads_to_the_places_and_has_its_sign_in_words() -> None:
    page = markup.document_fromstring(RENDERERS[".html"](compared()).decode())
    cells = page.xpath("//table[contains(@class, 'names')]/tbody//td")
    said = [" ".join(cell.text_content().split()) for cell in cells]
    assert said == [
        "✓the name wanted: Danger statement (1)",
        "≠another name: worry statement (2)",
        "…in other words only: in other words (1)",
        "–not mentioned:",
    ]
    for link in page.xpath("//a[starts-with(@href, '#')]/@href"):
        assert len(page.xpath("//*[@id=$id]", id=link[1:])) == 1, link


def test_a_section_can_stand_in_another_page() -> None:
    section = markup.fragment_fromstring(str(language_section(compared(), level=3)))
    assert section.tag == "section"
    assert {one.tag for one in section.iter() if one.tag in {"h1", "h2"}} == set()
    assert all(one.startswith("language-") for one in section.xpath("//@id"))


def test_what_is_not_read_and_known_from_a_report_alone_is_said_everywhere() -> None:
    for ending in (".html", ".txt"):
        shown = " ".join(RENDERERS[ending](compared()).decode().split())
        assert "scan.pdf" in shown
        assert "1 document known from a JSON report alone" in shown
        assert "old.json was made with version 0 of the pack." in shown
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS[".xlsx"](compared())))
    about = [str(row[1].value) for row in book["About"].iter_rows()]
    assert any("known from a JSON report alone" in said for said in about)
    assert any(said.endswith("scan.pdf: Has no text: its pages are pictures.") for said in about)
