"""The web page for everybody: by keyboard, enlarged, narrow, dark, through a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import report_builders as build
from tests.renderers.html.pages import hostile, many, two, with_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from policyalign.model.report import Report

    Open = Callable[[Report], Page]

expect = pytest.importorskip("playwright.sync_api").expect

# A window of 1280 pixels at 200 % has 640 of them for the page; 320 are those of a small telephone.
WINDOWS: dict[str, Any] = {
    "whole": {"viewport": {"width": 1280, "height": 900}},
    "zoomed": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    "narrow": {"viewport": {"width": 320, "height": 640}},
}


@pytest.fixture
def in_window(browser: Browser, saved: Callable[[Report], str]) -> Iterator[Callable[..., Page]]:
    """Open a report in a window of a given size and colours."""
    contexts = []

    def open_(report: Report, window: str, **more: Any) -> Page:
        context = browser.new_context(**WINDOWS[window], **more)
        contexts.append(context)
        page = context.new_page()
        page.goto(saved(report))
        return page

    yield open_
    for context in contexts:
        context.close()


def one() -> Report:
    """One document among several, so that it is closed at first."""
    return build.report(with_text(agency="Anytown"), build.document("b.docx", score=None))


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    page.wait_for_selector("#d1-text .legend")
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", ["whole", "narrow"])
@pytest.mark.parametrize("is_open", [False, True], ids=["overview", "documents"])
def test_axe_finds_no_barrier(
    in_window: Callable[..., Page], scheme: str, window: str, is_open: bool
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = in_window(two(), window, color_scheme=scheme)
    wanted = {"color-contrast", "target-size", "label"}
    if is_open:
        open_all(page)
        page.locator(".legend input").first.check()
    # Axe leaves the size of targets out unless it is told.
    found = axe.run(page, options={"rules": {"target-size": {"enabled": True}}})
    assert found.violations_count == 0, found.generate_report()
    assert wanted - {rule["id"] for rule in found.response["passes"]} <= {"label"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_what_people_decided(
    in_window: Callable[..., Page], scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = in_window(build.decided_report(), "narrow", color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert page.locator("#d3 h4", has_text="Decided by people: 4 items").is_visible()
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("window", ["zoomed", "narrow"])
@pytest.mark.parametrize("make", [two, hostile])
def test_nothing_has_to_be_scrolled_sideways(
    in_window: Callable[..., Page], window: str, make: Callable[[], Report]
) -> None:
    page = in_window(make(), window)
    open_all(page)
    width = WINDOWS[window]["viewport"]["width"]
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for table in page.locator("section:not(.document) .wide").all():
        assert table.evaluate("found => found.scrollWidth <= found.clientWidth")


def test_cells_say_what_they_are_where_a_table_has_become_cards(
    in_window: Callable[..., Page],
) -> None:
    page = in_window(two(), "narrow")
    cell = page.locator("#alignment ~ .wide td.alignment").first
    label = cell.evaluate("found => getComputedStyle(found, '::before').content")
    assert label == '"Alignment"'


def test_the_filters_in_view_hide_nothing_that_has_the_focus(
    in_window: Callable[..., Page],
) -> None:
    page = in_window(two(), "whole")
    page.locator("#d2 summary").first.click()
    page.evaluate("location.hash = 'd2'")
    expect(page.locator("#d2")).to_be_focused()
    edge = page.locator("#filters").evaluate("found => found.getBoundingClientRect().bottom")
    assert edge > 0, "the filters have left the window"
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        where = page.evaluate(
            """() => {
              const found = document.activeElement;
              return found.closest("#filters") ? Infinity : found.getBoundingClientRect().bottom;
            }"""
        )
        assert where > edge


def press_until(page: Page, key: str, selector: str) -> None:
    """Press a key until what it selects has the focus."""
    for _ in range(60):
        page.keyboard.press(key)
        if page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"{selector} cannot be reached with {key}")


@pytest.mark.parametrize("make", [one, many], ids=["one", "many"])
def test_a_keyboard_is_enough(opened: Callable[[Report], Page], make: Callable[[], Report]) -> None:
    page = opened(make())
    press_until(page, "Tab", "select[name=outcome]")
    page.keyboard.type("met")
    assert page.locator("select[name=outcome]").input_value() == "met"
    press_until(page, "Tab", "#alignment ~ .wide tbody a")
    page.keyboard.press("Enter")
    expect(page.locator(".document:focus")).to_be_visible()
    press_until(page, "Tab", ".body > summary")
    page.keyboard.press("Enter")
    expect(page.locator(".item:visible").first).to_contain_text("met")
    press_until(page, "Tab", ".place a")
    page.keyboard.press("Enter")
    expect(page.locator("mark:focus")).to_contain_text("danger statement")
    press_until(page, "Tab", ".back a")
    page.keyboard.press("Enter")
    expect(page.locator(".item:focus")).to_contain_text("Danger statements")


def test_what_has_the_focus_is_outlined(opened: Callable[[Report], Page]) -> None:
    page = opened(two())
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the report"
    for _ in range(12):
        assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
        page.keyboard.press("Tab")
