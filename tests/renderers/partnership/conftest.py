"""The browser of the tests of the web report, and the view opened in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from policyalign.renderers.partnership import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from policyalign.model.partnership import Partnership


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open a view in a window; at the end, the browser must have had nothing to complain of."""
    contexts, complaints, asked = [], [], []

    def open_(view: Partnership, width: int = 1280, **more: Any) -> Page:
        file = tmp_path / "partnership.html"
        file.write_bytes(render(view, ".html"))
        context = browser.new_context(viewport={"width": width, "height": 800}, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open_
    assert complaints == []
    assert [url for url in asked if not url.startswith("file:")] == []
    for context in contexts:
        context.close()
