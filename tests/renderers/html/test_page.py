"""The web page as a file: whole, closed to the network, and safe with any text."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re

import pytest

from policyalign.renderers import render
from tests import report_builders as build
from tests.renderers.html.pages import HOSTILE, hostile, parsed, with_text


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(build.full_report(), "html") == render(build.full_report(), "html")


def test_the_page_warns_of_the_text_that_it_holds() -> None:
    warning = b"This page holds the whole text of the documents."
    assert warning in render(build.report(with_text()), "html")
    assert warning not in render(build.full_report(), "html")


def test_the_page_asks_nothing_of_the_network() -> None:
    page = parsed(build.report(with_text()))
    assert not page.xpath("//@src | //link | //img | //iframe | //form/@action")
    assert all(address.startswith("#") for address in page.xpath("//@href"))
    assert "url(" not in page.findtext(".//style", "")
    assert "@import" not in page.findtext(".//style", "")


def test_only_the_style_and_the_script_of_the_page_are_allowed() -> None:
    page = parsed(build.report(with_text()))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for element in page.xpath("//style | //script"):
        digest = hashlib.sha256(element.text.encode()).digest()
        assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy


def test_nothing_in_the_page_needs_what_its_policy_forbids() -> None:
    page = parsed(hostile())
    assert not page.xpath("//@style")
    assert not [name for name in page.xpath("//@*") if getattr(name, "attrname", "")[:2] == "on"]


def test_hostile_text_makes_no_element_and_ends_none() -> None:
    plain, attacked = parsed(build.report(with_text())), parsed(hostile())
    assert len(attacked.xpath("//script")) == len(plain.xpath("//script")) == 1
    assert len(attacked.xpath("//template")) == len(plain.xpath("//template")) == 1
    assert not attacked.xpath("//img")


@pytest.mark.parametrize("text", HOSTILE[:-1])
def test_hostile_text_stands_on_the_page_as_characters(text: str) -> None:
    page = parsed(hostile())
    assert text in page.findtext(".//h3", "")
    assert any(text in mark.text for mark in page.xpath("//template//mark"))


def test_line_separators_become_line_ends() -> None:
    assert "one\ntwo" in parsed(hostile()).findtext(".//h3", "")
    assert "\u2028" not in render(hostile(), "html").decode()


def test_controls_and_marks_that_turn_a_line_round_are_made_visible() -> None:
    made = render(build.report(with_text(title="a\x1b[2Jb\u202ec\ud800d\0e")), "html").decode()
    assert "a\ufffd[2Jb\ufffdc\ufffdd\ufffde" in made


def test_headings_leave_out_no_level() -> None:
    page = parsed(build.full_report())
    levels = [int(str(e.tag)[1]) for e in page.iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(next_ <= level + 1 for level, next_ in itertools.pairwise(levels))


def test_no_address_is_given_twice_and_none_leads_nowhere() -> None:
    page = parsed(build.report(with_text(), with_text("b.docx"), *build.full_report().documents))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.xpath("//a/@href")} <= set(ids)
    assert set(" ".join(page.xpath("//@aria-labelledby")).split()) <= set(ids)


def test_the_page_has_landmarks_a_language_and_a_skip_link() -> None:
    page = parsed(build.full_report())
    assert page.get("lang") == "en-GB"
    for landmark in ("header", "nav", "main", "footer", "form[@role='search']"):
        assert len(page.xpath(f"//body//{landmark}")) == 1, landmark
    assert page.xpath("//body/a[1]/@href") == ["#main"]


def test_a_report_without_documents_says_what_was_not_read() -> None:
    unread = build.full_report().unread
    page = parsed(build.report(unread=unread))
    assert unread[0].reason in page.text_content()
    assert not page.xpath("//form")
