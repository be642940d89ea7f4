"""The page of the comparison in a real browser: for everybody, and without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from policyalign.renderers.language import RENDERERS
from tests.renderers.language.comparisons import compared, empty, hostile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from policyalign.model.language import SharedLanguage

    Open = Callable[..., Page]

WINDOWS = {"whole": (1280, 900), "narrow": (320, 640)}


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a comparison; the browser must have nothing to complain of and ask for nothing."""
    contexts: list[Any] = []
    complaints: list[str] = []
    asked: list[str] = []

    def open_(found: SharedLanguage, window: str = "whole", **more: Any) -> Page:
        file = tmp_path / "language.html"
        file.write_bytes(RENDERERS[".html"](found))
        width, height = WINDOWS[window]
        context = browser.new_context(viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith("file:")] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_no_barrier(opened: Open, scheme: str, window: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for found in (compared(), empty()):
        page = opened(found, window, color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        seen = axe.run(page, options={"rules": {"target-size": {"enabled": True}}})
        assert seen.violations_count == 0, seen.generate_report()
        assert "color-contrast" in {rule["id"] for rule in seen.response["passes"]}


@pytest.mark.parametrize("found", [compared(), hostile("x" * 200)], ids=["plain", "long"])
def test_nothing_has_to_be_scrolled_sideways(opened: Open, found: SharedLanguage) -> None:
    page = opened(found, "narrow")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_cell_leads_to_its_places_and_opens_what_is_folded(opened: Open) -> None:
    page = opened(compared())
    folded = page.locator("#language-2")
    assert folded.get_attribute("open") is None
    page.locator("table.names a[href='#language-2-1']").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('language-2').open")
    assert page.locator("#language-2-1").is_visible()


def test_a_printed_page_tells_differences_without_colour(opened: Open) -> None:
    page = opened(compared())
    page.emulate_media(media="print")
    cell = page.locator("table.names td.other")
    assert cell.evaluate("one => getComputedStyle(one).fontWeight") == "700"
    assert cell.locator(".sign").is_visible()
