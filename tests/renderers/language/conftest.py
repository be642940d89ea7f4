"""The browser of the tests of the web page."""

from __future__ import annotations

from tests.renderers.html.conftest import browser

__all__ = ["browser"]
