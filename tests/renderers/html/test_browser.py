"""The web page as a person meets it: in a real browser, from a folder."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from policyalign.renderers import render
from tests import report_builders as build
from tests.renderers.html.pages import HOSTILE, hostile, with_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from policyalign.model.report import Report

    Open = Callable[[Report], Page]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
playwright = pytest.importorskip("playwright.sync_api")
expect = playwright.expect
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a report; at the end, the browser must have had nothing to complain of."""
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def open_(report: Report) -> Page:
        file = tmp_path / "report.html"
        file.write_bytes(render(report, "html"))
        page.goto(file.as_uri())
        return page

    yield open_
    assert complaints == []
    assert [url for url in asked if not url.startswith("file:")] == []
    context.close()


def two() -> Report:
    return build.report(
        with_text("a.docx", title="First", agency="Anytown"),
        with_text("b.docx", title="Second", agency="Otherham"),
        *build.full_report().documents,
    )


def many() -> Report:
    return build.report(*(with_text(f"{n}.docx", title=f"Policy {n}") for n in range(30)))


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


def test_what_has_the_focus_is_outlined(opened: Open) -> None:
    page = opened(two())
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the report"
    for _ in range(12):
        assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
        page.keyboard.press("Tab")


def test_everything_but_tables_fits_a_narrow_window(opened: Open) -> None:
    page = opened(hostile())
    page.set_viewport_size({"width": 320, "height": 640})
    page.locator("#d1-text summary").click()
    expect(page.locator("#d1-text .legend")).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width == 320


def test_printing_opens_all_that_is_shown(opened: Open) -> None:
    page = opened(many())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#d30 .item").first.is_visible()
    assert not page.locator("#filters select").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(browser: Browser, tmp_path: Path, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    file = tmp_path / "report.html"
    file.write_bytes(render(two(), "html"))
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    page.wait_for_selector("mark.reword")
    page.locator(".legend input").first.check()
    # Axe leaves the size of targets out unless it is told.
    found = axe.run(page, options={"rules": {"target-size": {"enabled": True}}})
    assert found.violations_count == 0, found.generate_report()
    assert {"color-contrast", "target-size", "label"} <= {r["id"] for r in found.response["passes"]}
    context.close()
