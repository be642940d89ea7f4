"""How large the web page of a report is, and how long a browser takes over it.

    python benchmarks/web_page.py [--documents N] [--keep FILE]

Made-up policies of twelve pages, half of them Word files and half PDFs, are written, read and
checked, each for itself; only their agencies are given in turn. Chromium opens the page from a
folder. Each time is from what a person does to the next picture on the screen, the median of
``ROUNDS``, and is wall time: close other programs first.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import policyalign
from benchmarks.corpus import make_corpus
from benchmarks.page import table
from policyalign.model.report import Report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DOCUMENTS = 300
ROUNDS = 5
MOST_MEGABYTES = 25
MOST_SECONDS = 1.0
_AGENCIES = ("Ashbourne Council", "Fenwick Schools", "Garford Health Trust", "Ilkcombe Police")
_FILTERS = ("agency", "kind", "importance", "outcome")
_PICTURE = (
    "const picture = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));"
)
_CHOOSE = f"""async ([name, index]) => {{
  {_PICTURE}
  const select = document.forms.filters.elements[name];
  const began = performance.now();
  select.selectedIndex = index;
  select.dispatchEvent(new Event("change", {{ bubbles: true }}));
  await picture();
  return performance.now() - began;
}}"""
_CLICK = f"""async (selector) => {{
  {_PICTURE}
  const began = performance.now();
  document.querySelector(selector).click();
  await picture();
  await picture();
  return performance.now() - began;
}}"""
_LOADED = """async () => {
  const paint = await new Promise((done) => {
    const watch = (list) => {
      const [found] = list.getEntriesByName("first-contentful-paint");
      if (found) done(found.startTime);
    };
    new PerformanceObserver(watch).observe({ type: "paint", buffered: true });
  });
  const [page] = performance.getEntriesByType("navigation");
  return [paint, page.domContentLoadedEventEnd];
}"""

Figure = tuple[str, str, str]


def main() -> None:
    """Make a report, measure its page, and end with 1 if something is too large or too slow."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=DOCUMENTS, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="leave the page there")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        file = options.keep or Path(folder) / "report.html"
        figures = [*_made(options.documents, Path(folder), file.resolve())]
        figures += _opened(file.resolve())
    print("\n".join(table(("what", "figure", "required"), figures)))
    sys.exit(any(required.endswith("no") for _, _, required in figures))


def _made(documents: int, folder: Path, file: Path) -> Iterator[Figure]:
    corpus = make_corpus(folder, each=documents // 2)
    began = perf_counter()
    report = policyalign.check([*corpus.word, *corpus.pdf], pack=policyalign.load_pack("sos"))
    checked = perf_counter()
    page = policyalign.render(_with_agencies(report), "html")
    rendered = perf_counter()
    file.write_bytes(page)
    words = sum(document.words for document in report.documents)
    mentions = sum(len(document.mentions) for document in report.documents)
    yield "documents", f"{len(report.documents)} of {words:,} words, {mentions:,} mentions", ""
    yield "checked in", f"{checked - began:.1f} s", ""
    yield "page made in", f"{rendered - checked:.1f} s", ""
    size = len(page) / 1e6
    yield "size", f"{size:.1f} MB", _required(size, MOST_MEGABYTES, "MB")


def _with_agencies(report: Report) -> Report:
    documents = tuple(
        replace(document, agency=_AGENCIES[number % len(_AGENCIES)])
        for number, document in enumerate(report.documents)
    )
    return replace(report, documents=documents)


def _opened(file: Path) -> list[Figure]:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        seconds = dict(_seconds(browser, file.as_uri()))
        browser.close()
    return [
        (what, f"{1000 * value:.0f} ms", _required(value, MOST_SECONDS, "s"))
        for what, value in seconds.items()
    ]


def _seconds(browser: Browser, address: str) -> Iterator[tuple[str, float]]:
    loads = []
    for _ in range(ROUNDS):
        page = browser.new_page()
        page.goto(address)
        loads.append(page.evaluate(_LOADED))
        page.close()
    yield "first paint", median(paint for paint, _ in loads) / 1000
    yield "ready to filter", median(ready for _, ready in loads) / 1000
    page = browser.new_page()
    page.goto(address)
    yield from _filtered(page, "")
    yield "a document opened", page.evaluate(_CLICK, "#d2 > .body > summary") / 1000
    yield "from evidence to its words", page.evaluate(_CLICK, "#d2 .place a") / 1000
    # Opening all is asked for seldom and not timed; the filters are, with all that open.
    page.evaluate(_CLICK, "[data-all=open]")
    yield from _filtered(page, ", every document open")


def _filtered(page: Page, when: str) -> Iterator[tuple[str, float]]:
    """Choose something in each filter, and take it back, which shows all again."""
    for name in _FILTERS:
        chosen, all_again = [], []
        for _ in range(ROUNDS):
            chosen.append(page.evaluate(_CHOOSE, [name, 1]))
            all_again.append(page.evaluate(_CHOOSE, [name, 0]))
        yield f"filter by {name}{when}", median(chosen) / 1000
        yield f"all again after {name}{when}", median(all_again) / 1000


def _required(value: float, most: float, unit: str) -> str:
    return f"at most {most:g} {unit}: {'yes' if value <= most else 'no'}"


if __name__ == "__main__":
    main()
