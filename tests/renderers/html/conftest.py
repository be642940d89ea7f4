"""A browser, for tests of the web page as a person meets it: from a folder, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policyalign.renderers import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from policyalign.model.report import Report

    Open = Callable[[Report], Page]


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[Report], str]:
    """Write the page of a report into a folder, and give its address."""

    def save(report: Report) -> str:
        file = tmp_path / "report.html"
        file.write_bytes(render(report, "html"))
        return file.as_uri()

    return save


@pytest.fixture
def opened(browser: Browser, saved: Callable[[Report], str]) -> Iterator[Open]:
    """Open a report; at the end, the browser must have had nothing to complain of."""
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def open_(report: Report) -> Page:
        page.goto(saved(report))
        return page

    yield open_
    assert complaints == []
    assert [url for url in asked if not url.startswith("file:")] == []
    context.close()
