"""Documents of agencies, each given by its text, compared with the pack for Signs of Safety."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from policyalign import check_text, load_pack
from policyalign.shared_language import compare

if TYPE_CHECKING:
    from policyalign.model.language import AgencyUse, Idea, SharedLanguage
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult


@cache
def sos() -> Pack:
    return load_pack("sos")


@cache
def checked(text: str, path: str = "policy.docx") -> DocumentResult:
    return replace(check_text(text, pack=sos()), path=path)


def compared(**agencies: str | tuple[str, ...]) -> SharedLanguage:
    """Compare agencies by name; each has one text, or several documents."""
    return compare(
        (
            (name, checked(text, f"{name}/{number}.docx"))
            for name, texts in agencies.items()
            for number, text in enumerate((texts,) if isinstance(texts, str) else texts, start=1)
        ),
        sos(),
    )


def idea(found: SharedLanguage, concept: str) -> Idea:
    return next(one for one in found.ideas if one.concept == concept)


def use_of(found: SharedLanguage, concept: str, agency: str) -> AgencyUse:
    return next(one for one in idea(found, concept).agencies if one.agency == agency)
