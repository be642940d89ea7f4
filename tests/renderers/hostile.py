"""Reports on documents whose words would like to be more than words."""

from __future__ import annotations

from dataclasses import replace

from policyalign.model.document import Notice, NoticeKind, Unread
from policyalign.model.report import (
    Decided,
    DecisionKind,
    Outcome,
    Remark,
    RemarkKind,
    Report,
    Settings,
)
from tests.report_builders import (
    decided_report,
    decision,
    document,
    evidence,
    finding,
    full_report,
    pack,
    place,
    report,
    result,
)

TEXTS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a | b || c",
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2-3",
    "@SUM(A1)",
    "＝1",
    "two\nlines\r\nand\tmore",
    "\n=1",
    "\x1b[31mred\x1b[0m \x9b2J",
    "]]> <![CDATA[x",
    "{{7*7}} ${7*7} {% raw %} {0}",
    "[words](https://example.org) ![picture](x) [a][b]",
    "see https://example.org, www.example.org or a.person@example.org",
    "`code` ``more``",
    "*bold* _slanted_ **b** __s__ ~~gone~~",
    "# heading",
    "> quotation",
    "1. first",
    "2) second",
    "- entry",
    "* entry",
    "+ entry",
    "---",
    "===",
    "```",
    "&lt;b&gt; &#60; &copy;",
    "back\\slash \\| \\",
    "@everyone #12",
    "\u202edesrever\u2066 \u200bhidden",
    "\ud800 lone \ufffe \0",
    "' apostrophe \" quote",
)


def hostile_report(text: str) -> Report:
    """A report in which all that a document can say is this text."""
    where = place(text, text, page=3)
    notice = Notice(kind=NoticeKind.PICTURE, reason=text, page=None)
    return report(
        document(
            f"policies/{text}",
            result("names-framework", Outcome.PARTLY, evidence("signs-of-safety", text, where)),
            result("commits", Outcome.NOT_MET, failed=(0, 1)),
            result("shared-words", Outcome.UNCLEAR, reason=text),
            result("supervision", Outcome.NOT_APPLICABLE, reason=text),
            title=text,
            agency=text,
            score=20.0,
            rating="Not aligned",
            discouraged=(finding(text, where),),
            notices=(notice,),
        ),
        unread=(Unread(path=text, reason=text),),
        made_of=pack(item_title=text),
    )


def hostile_settings(text: str) -> Report:
    """A report in which all that a settings file can say is this text."""
    taken = [decision(kind, by=text, why=text) for kind in DecisionKind]
    ids = ("names-framework", "commits", "danger-and-goal")
    items = (
        replace(result(item, Outcome.NOT_MET), decision=one)
        for item, one in zip(ids, taken, strict=True)
    )
    return replace(
        report(replace(document(text, *items), decided=Decided(score=None, rating=None))),
        settings=Settings(file=text, fingerprint="0123456789ab"),
        excluded=(text, text),
        remarks=(Remark(kind=RemarkKind.UNMATCHED, line=1, reason=text),),
    )


# What every format has to carry.
REPORTS = {
    "full": full_report(),
    "decided": decided_report(),
    "empty": report(),
    "unread": report(unread=(Unread(path="a", reason="b"),)),
    **{ascii(text): hostile_report(text) for text in TEXTS},
    **{f"settings {text!a}": hostile_settings(text) for text in TEXTS},
}
