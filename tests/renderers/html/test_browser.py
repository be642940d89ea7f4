"""The web page as a person meets it: in a real browser, from a folder."""

from __future__ import annotations

import base64
import hashlib
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pypdfium2
import pytest

from policyalign.checking import check
from policyalign.renderers import render
from tests import report_builders as build
from tests.renderers.html.pages import HOSTILE, hostile, many, two, with_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from policyalign.model.report import Report

    Open = Callable[[Report], Page]

expect = pytest.importorskip("playwright.sync_api").expect


def shown(page: Page) -> str:
    return page.locator("#shown").inner_text()


def test_filters_work_by_keyboard_and_say_how_much_is_shown(opened: Open) -> None:
    page = opened(two())
    assert shown(page) == "Shown: 5 of 5 documents, 22 of 22 answers to checklist items."
    page.get_by_label("Agency").focus()
    page.keyboard.press("ArrowDown")
    assert page.locator(".document:visible h3").all_inner_texts() == ["1 First"]
    assert page.locator("#alignment ~ .wide tbody tr:visible").count() == 1
    page.get_by_label("Outcome").focus()
    page.keyboard.type("mis")
    assert shown(page) == "Shown: 1 of 5 documents, 1 of 22 answers to checklist items."
    assert page.locator("#shown").get_attribute("aria-live") == "polite"


def test_only_items_of_the_chosen_kind_are_left_and_come_back(opened: Open) -> None:
    page = opened(two())
    page.get_by_role("button", name="Open all").click()
    page.get_by_label("Outcome").select_option("partly")
    assert page.locator("#d1 .item:visible h5").all_inner_texts() == [
        "Respectful wording partly met"
    ]
    assert page.locator("#d1 .group:visible").count() == 1
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#d1 .item:visible")).to_have_count(4)
    assert "22 of 22" in shown(page)


@pytest.mark.parametrize("make", [two, many], ids=["few", "many"])
def test_evidence_leads_to_the_marked_words_and_back(
    opened: Open, make: Callable[[], Report]
) -> None:
    page = opened(make())
    page.locator("#d2 summary").first.click()
    page.locator("#d2 [data-outcome=met] .place a").click()
    mark = page.locator("mark:focus")
    expect(mark).to_contain_text("danger statement")
    assert mark.is_visible()
    page.locator("#d2 .back a", has_text="Danger statements").click()
    expect(page.locator("[data-outcome=met]:focus")).to_be_visible()


def test_an_address_in_a_folded_document_opens_it(opened: Open) -> None:
    page = opened(many())
    page.get_by_label("Outcome").select_option("unclear")
    page.evaluate("location.hash = 'd17-b4-7'")
    expect(page.locator("mark:focus")).to_contain_text("failed to engage")
    assert "30 of 30" in shown(page)


def test_filters_hold_for_findings_unfolded_later(opened: Open) -> None:
    page = opened(many())
    page.get_by_label("Outcome").select_option("met")
    page.locator("#d9 summary").first.click()
    expect(page.locator("#d9 .item:visible")).to_have_count(1)


def test_a_suggestion_can_be_copied_and_that_is_announced(opened: Open) -> None:
    page = opened(build.report(with_text()))
    page.get_by_role("button", name="Copy the wording for Names the framework").click()
    expect(page.locator("#said")).to_have_text("Copied.")
    page.locator("#d1 .body").evaluate(
        "body => body.insertAdjacentHTML('beforeend', '<textarea id=paper></textarea>')"
    )
    page.locator("#paper").focus()
    page.keyboard.press("Control+V")
    assert page.locator("#paper").input_value() == build.CHECKLIST[0].suggested_wording


def test_hostile_text_is_seen_and_does_nothing(opened: Open) -> None:
    page = opened(hostile())
    page.locator("#d1-text summary").click()
    expect(page.locator("#d1-text .legend")).to_be_visible()
    for text in HOSTILE[:-1]:
        assert text in page.locator("#d1 h3").inner_text()
        assert text in page.locator("#d1-text mark", has_text="{{7*7}}").inner_text()
    assert page.evaluate("window.harmed") is None
    assert page.locator("img, script").count() == 1


def test_words_of_a_real_file_are_seen_and_do_nothing(opened: Open, tmp_path: Path) -> None:
    file = docx.Document()
    file.add_heading(HOSTILE[0], 0)
    for text in HOSTILE[:-1]:
        file.add_paragraph(f"{text} Each danger statement must have a safety goal. {text}")
    file.save(str(tmp_path / "policy.docx"))
    page = opened(check([tmp_path / "policy.docx"]))
    assert page.locator("#d1 h3").inner_text() == f"1 {HOSTILE[0]}"
    page.locator("#d1-text summary").first.click()
    expect(page.locator("#d1-text .legend")).to_be_visible()
    for text in HOSTILE[:-1]:
        assert page.locator("#d1-text p", has_text=text).count() == 1
    assert page.evaluate("window.harmed") is None


def test_a_script_put_into_the_page_is_refused(browser: Browser, tmp_path: Path) -> None:
    """Were the escaping ever to fail, the policy of the page would still hold."""
    made = render(build.report(with_text()), "html")
    file = tmp_path / "changed.html"
    file.write_bytes(made.replace(b"<main", b"<script>window.harmed = 1</script><main"))
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.evaluate("window.harmed") is None
    page.close()


def test_findings_can_be_read_where_scripts_are_switched_off(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(render(two(), "html"))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator("noscript").inner_text().startswith("Scripts are switched off.")
    page.locator("#d1 summary").first.click()
    expect(page.locator("#d1 .item").first).to_be_visible()
    expect(page.locator("#filters")).to_be_hidden()
    context.close()


def test_documents_can_be_chosen_by_their_type(opened: Open) -> None:
    school = replace(with_text(title="For schools"), type="strategy")
    page = opened(build.report(school, with_text(title="For others")))
    kinds = page.get_by_label("Type").locator("option").all_inner_texts()
    assert len(kinds) == 3
    page.get_by_label("Type").select_option("strategy")
    assert page.locator(".document:visible h3").all_inner_texts() == ["1 For schools"]
    assert page.locator(".heat tbody tr:visible").count() == 1


def test_only_documents_with_items_of_an_importance_and_outcome_are_left(opened: Open) -> None:
    page = opened(build.report(with_text(), build.document("b.docx", score=None)))
    page.get_by_label("Importance").select_option("expected")
    assert "1 of 2 documents" in shown(page)
    page.get_by_label("Outcome").select_option("not-met")
    assert "0 of 2 documents" in shown(page)


DATA = b"".join(f"<p>Passage {n} of a page, \u201c{n * n}\u201d.</p>".encode() for n in range(1500))


@pytest.mark.parametrize(
    ("data", "level", "strategy"),
    [
        (b"", 9, zlib.Z_DEFAULT_STRATEGY),
        (b"a", 9, zlib.Z_DEFAULT_STRATEGY),
        (DATA, 9, zlib.Z_DEFAULT_STRATEGY),
        (DATA, 9, zlib.Z_FIXED),
        (DATA, 9, zlib.Z_HUFFMAN_ONLY),
        (DATA, 0, zlib.Z_DEFAULT_STRATEGY),
        (b"a" * 70_000, 9, zlib.Z_RLE),
        (hashlib.shake_256(b"seed").digest(70_000), 9, zlib.Z_DEFAULT_STRATEGY),
    ],
    ids=["empty", "one", "usual", "fixed", "huffman", "stored", "runs", "noise"],
)
def test_the_page_unpacks_what_was_packed(
    opened: Open, data: bytes, level: int, strategy: int
) -> None:
    packer = zlib.compressobj(level, wbits=-zlib.MAX_WBITS, strategy=strategy)
    small = base64.b64encode(packer.compress(data) + packer.flush()).decode()
    unpacked = opened(build.report()).evaluate(
        """([small, size]) => {
          const packed = Uint8Array.from(atob(small), (sign) => sign.charCodeAt(0));
          const signs = Array.from(inflate(packed, size), (byte) => String.fromCharCode(byte));
          return btoa(signs.join(""));
        }""",
        [small, len(data)],
    )
    assert base64.b64decode(unpacked) == data


def test_a_page_that_is_cut_short_says_so(opened: Open) -> None:
    page = opened(build.report())
    with pytest.raises(Exception, match="This page is not whole"):
        page.evaluate("inflate(new Uint8Array([5]), 10)")


@pytest.mark.parametrize("make", [two, many], ids=["few", "many"])
def test_all_that_was_found_is_printed_though_it_is_closed(
    opened: Open, make: Callable[[], Report]
) -> None:
    page = opened(make())
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = " ".join(printed[n].get_textpage().get_text_range() for n in range(len(printed)))
    text = " ".join(text.split())
    report = make()
    for word in ("What is missing", "was not found.", "say what was offered"):
        assert text.count(word) >= len([d for d in report.documents if d.blocks]), word
    assert build.CHECKLIST[0].suggested_wording in text
    assert "Marked are" not in text
    printed.close()


def test_what_the_filters_hide_is_not_printed(opened: Open) -> None:
    page = opened(two())
    page.get_by_label("Agency").select_option(label="Otherham")
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = " ".join(printed[n].get_textpage().get_text_range() for n in range(len(printed)))
    assert "You could write" in text
    assert "a.docx" not in text
    printed.close()


def test_printing_opens_all_that_is_shown(opened: Open) -> None:
    page = opened(many())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#d30 .item").first.is_visible()
    assert not page.locator("#filters select").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
