"""The web page of the partnership for everybody: keyboard, narrow, dark, screen reader, paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.renderers.hostile import TEXTS
from tests.renderers.partnership.views import full, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(found => found.open = true)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_no_barrier(opened: Open, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(full(), width, color_scheme=scheme)
    open_all(page)
    # Axe leaves the size of targets out unless it is told.
    found = axe.run(page, options={"rules": {"target-size": {"enabled": True}}})
    assert found.violations_count == 0, found.generate_report()
    assert {"color-contrast", "target-size"} <= {rule["id"] for rule in found.response["passes"]}


@pytest.mark.parametrize("width", [320, 640])
@pytest.mark.parametrize("text", ["", " ".join(TEXTS), "x" * 300], ids=["full", "all", "long"])
def test_nothing_has_to_be_scrolled_sideways(opened: Open, width: int, text: str) -> None:
    page = opened(hostile(text) if text else full(), width)
    open_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert not page.evaluate("window.harmed")


def test_the_answers_fit_the_first_screen_of_a_laptop(opened: Open) -> None:
    page = opened(full(), 1366)
    edges = [found.bounding_box() for found in page.locator(".answer").all()]
    assert len(edges) == 4
    assert all(edge and edge["y"] + edge["height"] <= 800 for edge in edges)


def test_a_keyboard_is_enough(opened: Open) -> None:
    page = opened(full())
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the view"
    open_before = page.locator("details[open]").count()
    opened_by_key = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
        if page.locator("details:not([open]) > summary:focus").count():
            page.keyboard.press("Enter")
            opened_by_key += 1
        if page.evaluate("document.activeElement.closest('section')?.querySelector('#files')"):
            break
    assert opened_by_key == page.locator("details[open]").count() - open_before > 4


def test_cells_say_what_they_are_where_a_table_has_become_cards(opened: Open) -> None:
    page = opened(full(), 320)
    open_all(page)
    cells = page.locator("table.stack tbody td")
    labels = cells.evaluate_all(
        "found => found.map(cell => getComputedStyle(cell, '::before').content)"
    )
    assert len(labels) > 50
    assert not {label for label in labels if label in {"none", '""'}}


def test_paper_shows_the_answers_and_what_somebody_opened(opened: Open) -> None:
    page = opened(full())
    page.locator("#items ~ details summary").first.click()
    page.emulate_media(media="print")
    assert page.locator(".answer").first.is_visible()
    folded = page.locator("#items ~ details")
    assert [found.is_visible() for found in folded.all()] == [True, False]
    assert page.locator("#items ~ details table").first.is_visible()
    assert not page.locator("nav").is_visible()


def test_words_of_cells_and_their_labels_do_not_overlap(opened: Open) -> None:
    page = opened(full(), 320)
    too_narrow = page.locator("table.stack .figure").evaluate_all(
        "found => found.filter(cell => cell.scrollWidth > cell.clientWidth).length"
    )
    assert too_narrow == 0
