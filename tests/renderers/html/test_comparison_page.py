"""The web page of a comparison, and of a report with a baseline, in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from policyalign.comparing import since
from policyalign.renderers import comparison as comparisons
from policyalign.renderers import render
from tests import report_builders as build
from tests.renderers.comparison.made import full, nothing
from tests.renderers.hostile import TEXTS
from tests.renderers.html.pages import with_text
from tests.renderers.html.test_accessibility import WINDOWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Open = Callable[..., Page]


def with_baseline() -> bytes:
    """The page of a report that is held against another."""
    made = build.report(with_text(), build.document("b.docx"))
    return render(since(made, build.report(with_text())), "html")


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page in a window of a given size and colours; it must not have been complained of."""
    contexts, complaints = [], list[str]()

    def open_(page: bytes, window: str, **more: Any) -> Page:
        file = tmp_path / "page.html"
        file.write_bytes(page)
        context = browser.new_context(**WINDOWS[window], **more)
        contexts.append(context)
        made = context.new_page()
        made.on("console", lambda message: complaints.append(message.text))
        made.goto(file.as_uri())
        return made

    yield open_
    assert complaints == []
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", ["whole", "narrow"])
@pytest.mark.parametrize(
    "page",
    [comparisons.render(full(), "html"), comparisons.render(nothing(), "html"), with_baseline()],
    ids=["full", "nothing", "baseline"],
)
def test_axe_finds_no_barrier(opened: Open, page: bytes, scheme: str, window: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(
        opened(page, window, color_scheme=scheme),
        options={"rules": {"target-size": {"enabled": True}}},
    )
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("window", ["zoomed", "narrow"])
def test_nothing_has_to_be_scrolled_sideways(opened: Open, window: str) -> None:
    page = opened(comparisons.render(full(" ".join(TEXTS)), "html"), window)
    width = WINDOWS[window]["viewport"]["width"]
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_link_leads_to_the_document(opened: Open) -> None:
    page = opened(comparisons.render(full(), "html"), "whole")
    page.locator("tbody a").first.click()
    assert page.evaluate("location.hash") == "#d1"
    assert page.locator("#d1 h3").is_visible()


def test_the_page_allows_its_own_style_and_nothing_else() -> None:
    text = comparisons.render(full(), "html").decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "script-src" not in policy


def test_a_report_says_of_each_gap_whether_the_baseline_had_it() -> None:
    text = " ".join(with_baseline().decode().split())
    assert "Since the baseline" in text
    assert "known from the baseline" in text
