"""The comparison of names for a person at a terminal, or as plain text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from policyalign.model.language import Standing
from policyalign.renderers import language_wording as said
from policyalign.renderers import wording
from policyalign.renderers.terminal.excerpt import marked
from policyalign.renderers.terminal.page import PLAIN_WIDTH, Page, Style, plain_text

if TYPE_CHECKING:
    from policyalign.model.language import AgencyUse, Idea, SharedLanguage, Use

_STYLES = {
    Standing.PREFERRED: Style.MET,
    Standing.MIXED: Style.PARTLY,
    Standing.OTHER: Style.MISSING,
}
# Further places of one name in one document are counted; the other formats list them.
_MOST_PLACES = 3


def render(found: SharedLanguage) -> bytes:
    """Give the comparison as plain text in UTF-8."""
    return plain_text(lambda console: print_language(Page.on(console), found), width=PLAIN_WIDTH)


def print_language(page: Page, found: SharedLanguage) -> None:
    """Print what differs first, then every idea, and at the end how it was counted."""
    page.line((said.headline(found), Style.STRONG))
    page.line(
        "Agreement ", (said.agreement_figure(found), Style.STRONG), f". {said.agreement(found)}"
    )
    _print_divided(page, found)
    _print_untied(page, found)
    _print_changes(page, found)
    _print_defined(page, found)
    _print_rest(page, found)
    _print_ends(page, found)


def _print_divided(page: Page, found: SharedLanguage) -> None:
    page.heading(
        (said.DIVIDED, Style.STRONG), f": {len(found.divided)} of {len(found.ideas)} in use"
    )
    if not found.divided:
        page.line(said.ALL_AGREE, indent=2)
    for idea in found.divided:
        _print_idea(page, idea)


def _print_idea(page: Page, idea: Idea) -> None:
    """Print the agencies by how they stand, so that many agencies need no more lines than few."""
    page.line((idea.preferred, Style.STRONG), indent=2)
    for standing in Standing:
        those = [one for one in idea.agencies if one.standing is standing]
        if those:
            sign = said.SIGNS[standing]
            mark = f"{sign} " if page.pen.carries(sign) else ""
            page.line(
                (f"{mark}{said.STANDINGS[standing]}: ", _STYLES.get(standing, Style.QUIET)),
                "; ".join(map(_agency, those)),
                indent=4,
            )
    if idea.note:
        page.line((idea.note, Style.QUIET), indent=4)


def _agency(one: AgencyUse) -> str:
    """Name an agency with what there is to know beside how it stands."""
    if one.standing.differs:
        return f"{one.agency} – {said.names(one)}"
    count = sum(count for _, count in one.names) or len(one.described)
    return f"{one.agency} ({count})" if count else one.agency


def _print_untied(page: Page, found: SharedLanguage) -> None:
    page.heading((said.UNTIED, Style.STRONG), f": {said.untied_count(found)}")
    if not found.untied:
        page.line(said.NONE_UNTIED, indent=2)
        return
    page.line((said.UNTIED_MEANS, Style.QUIET), indent=2)
    for one in found.untied:
        page.line((f"{one.agency}: ", Style.STRONG), said.untied(one), indent=2)


def _print_changes(page: Page, found: SharedLanguage) -> None:
    uses = [(use, idea.preferred) for idea in found.ideas for use in idea.to_change]
    places = wording.counted(len(uses), "place")
    page.heading((said.CHANGES, Style.STRONG), f": {places}")
    if not uses:
        page.line(said.NOTHING_TO_CHANGE, indent=2)
        return
    page.line((said.CHANGES_MEANS, Style.QUIET), indent=2)
    uses.sort(key=_by_document)
    for (agency, document, _), of_one in groupby(uses, key=_by_document):
        _print_change(page, agency, document, list(of_one))


def _by_document(pair: tuple[Use, str]) -> tuple[str, str, str]:
    use, _ = pair
    return use.agency, use.document, use.name


def _print_change(page: Page, agency: str, document: str, uses: list[tuple[Use, str]]) -> None:
    """Print the places of one name in one document; of many, the first."""
    (first, preferred), *_ = uses
    page.line((f"{agency}: ", Style.STRONG), said.document(agency, document), indent=2)
    counted = wording.counted(len(uses), "time")
    page.line(f"{first.name}, {counted}: write ", (preferred, Style.ADVICE), indent=4)
    for use, _ in uses[:_MOST_PLACES]:
        words = marked(page, use.excerpt) if use.excerpt else (wording.quoted(use.quote),)
        page.line(*words, indent=6)
        page.line((wording.place(use.place), Style.QUIET), indent=8)
    if len(uses) > _MOST_PLACES:
        page.line((f"and {len(uses) - _MOST_PLACES} more", Style.QUIET), indent=6)


def _print_defined(page: Page, found: SharedLanguage) -> None:
    ideas = found.defined_differently
    page.heading((said.DEFINED, Style.STRONG), f": {len(ideas)}")
    page.line((said.DEFINED_MEANS if ideas else said.NONE_DEFINED, Style.QUIET), indent=2)
    for idea in ideas:
        page.line((idea.preferred, Style.STRONG), indent=2)
        for one in idea.definitions:
            page.line((f"{one.agency}: ", Style.STRONG), wording.quoted(one.text), indent=4)
            page.line((said.where(one), Style.QUIET), indent=6)
        page.line((f"The pack says: {idea.meaning}", Style.QUIET), indent=4)


def _print_rest(page: Page, found: SharedLanguage) -> None:
    rest = [idea for idea in found.ideas if not idea.is_divided]
    if rest:
        page.heading(("The other ideas", Style.STRONG), f": {len(rest)}")
    for idea in rest:
        _print_idea(page, idea)
    if found.silent:
        page.heading((said.SILENT, Style.STRONG), f": {'; '.join(found.silent)}")


def _print_ends(page: Page, found: SharedLanguage) -> None:
    if found.unread:
        page.heading((f"{said.UNREAD}: ", Style.STRONG), wording.counted(len(found.unread), "file"))
    for file in found.unread:
        page.line((f"{file.path}: ", Style.MISSING), file.reason, indent=2)
    page.heading((said.METHOD, Style.STRONG))
    for sentence in filter(None, (said.without_text(found), *found.remarks, *said.method(found))):
        page.line(sentence, indent=2)
    page.blank()
    page.line(
        f"{found.framework}: pack {found.pack}, version {found.pack_version}, "
        f"fingerprint {found.fingerprint}."
    )
    page.line((found.notice, Style.QUIET))
