"""The words in which a comparison of names speaks to people, in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.language import Standing
from policyalign.renderers.wording import counted, listed, place, quoted, sentence

if TYPE_CHECKING:
    from policyalign.model.language import (
        AgencyUse,
        Definition,
        Idea,
        SharedLanguage,
        Untied,
        Use,
    )

TITLE = "Common language"
GLANCE = "At a glance"
IDEAS = "Each idea and its places"
DIVIDED = "Different names for the same idea"
MATRIX = "Every idea, agency by agency"
DEFINED = "Defined in different words"
UNTIED = "Names of an agency’s own that nothing ties to the framework"
CHANGES = "What to change"
OTHER_WORDS = "In other words"
SILENT = "Mentioned in no document"
METHOD = "How this was counted"
UNREAD = "Not read"

# A sign for each, beside which a word always says the same.
SIGNS = {
    Standing.PREFERRED: "✓",
    Standing.MIXED: "±",
    Standing.OTHER: "≠",
    Standing.DESCRIBED: "…",
    Standing.SILENT: "–",
}
STANDINGS = {
    Standing.PREFERRED: "the name wanted",
    Standing.MIXED: "the name wanted and others",
    Standing.OTHER: "another name",
    Standing.DESCRIBED: "in other words only",
    Standing.SILENT: "not mentioned",
}
ALL_AGREE = "All agencies that name an idea use the same names for it."
NONE_UNTIED = "There are none."
NONE_DEFINED = "No two agencies define the same idea in different words."
NONE_FOUND_DEFINED = "No document says what an idea is."
NOTHING_TO_CHANGE = "Every name in use is the name wanted."
UNTIED_MEANS = (
    "These documents have only another name for an idea. A reader from another agency is not told "
    "that it is the same. Use the name wanted, or say once what it is called elsewhere."
)
TIED_ELSEWHERE = "another document of the agency has the name wanted"
DEFINED_MEANS = "Only the words are compared: whether they come to the same is for people to judge."
CHANGES_MEANS = (
    "Each place with another name than the one wanted. Another name may be right where it means "
    "something else; the notes on the ideas say where that is known."
)
CHANGES_BRIEF = "Each with the sentence it stands in and the name wanted."
HOLDS_PASSAGES = (
    "This page holds passages of the documents. Give it only to those who may read them."
)
ANY_OTHER_WISH = (
    "Where the partnership wants another name, “prefer” in names.toml of the pack says which."
)
SOURCE = (
    "It is the measure of Greenberg, J. H. (1956). The measurement of linguistic diversity. "
    "Language, 32(1), 109–115, doi:10.2307/410659, taken between two populations as in Nei, M. "
    "(1972). Genetic distance between populations. The American Naturalist, 106(949), 283–292, "
    "doi:10.1086/282771."
)
ONLY_WORDS = (
    "This compares words. It says nothing of how well agencies work together, nor of how safe any "
    "child is."
)


def headline(found: SharedLanguage) -> str:
    """Say what was compared; every format for people begins so."""
    agencies = counted(len(found.agencies), "agency", "agencies")
    documents = counted(found.documents, "document")
    return f"{TITLE}: {agencies}, {documents}, compared with {found.framework}"


def agreement_figure(found: SharedLanguage) -> str:
    """Give the figure with two decimals, or a dash."""
    value = found.agreement.value
    return "–" if value is None else f"{value:.2f}"


def agreement(found: SharedLanguage) -> str:
    """Say the figure of agreement in a sentence that a meeting understands."""
    value = found.agreement.value
    if value is None:
        return "No figure of agreement: no idea has a name in two agencies."
    ideas = counted(found.agreement.compared, "idea")
    return (
        f"Take one mention of an idea from each of two agencies: in {round(100 * value)} of 100 "
        f"such pairs both have the same name. That is the mean over the {ideas} that two agencies "
        "or more have a name for."
    )


def summary(found: SharedLanguage) -> str:
    """Count what a meeting has to look at."""
    places = sum(len(idea.to_change) for idea in found.ideas)
    return (
        f"{len(found.divided)} of {counted(len(found.ideas), 'idea')} under different names; "
        f"{counted(len(found.tied_nowhere), 'local name')} tied to nothing; "
        f"{len(found.defined_differently)} defined in different words; "
        f"{counted(places, 'place')} to change."
    )


def left_out(found: SharedLanguage) -> str:
    """Name the ideas that are not in the figure, if any."""
    ideas = found.agreement.left_out
    if not ideas:
        return ""
    return f"Not in the figure, since only one agency names it: {'; '.join(ideas)}."


def method(found: SharedLanguage) -> tuple[str, ...]:
    """Say how names were counted, and where the figure comes from."""
    return (
        "A mention counts where the text is in force and says that this is done here. Quotations "
        "of other documents, history, and what is not done do not count.",
        "Capitals, plurals, hyphens and spelling make no difference to a name. What is said "
        "without any known name is counted apart, as “in other words”.",
        "The figure of agreement lies between 0, no two agencies share a name, and 1, all use "
        "one name. For an idea and two agencies it is the sum, over the names, of the share of "
        "the name in the one times its share in the other; then the mean over all pairs of "
        "agencies, and over the ideas. An agency without a name for an idea is left out of it, "
        f"and an idea that fewer than two agencies name too. {left_out(found)}".strip(),
        SOURCE,
        ANY_OTHER_WISH,
        ONLY_WORDS,
    )


def names(use: AgencyUse) -> str:
    """Give the names with their counts: ``worry statement (4), Danger statement (1)``."""
    said = [f"{name} ({count})" for name, count in use.names]
    if use.described:
        said.append(f"{OTHER_WORDS.lower()} ({len(use.described)})")
    return ", ".join(said) or STANDINGS[Standing.SILENT]


def document(agency: str, path: str) -> str:
    """Give the path of a document, without the folder that names its agency."""
    return path.removeprefix(f"{agency}/")


def where(use: Use | Definition) -> str:
    """Give document and place: ``policy.docx, page 3, Plans``."""
    return f"{document(use.agency, use.document)}, {place(use.place)}"


def shown(use: Use) -> str:
    """Give the words in their sentence, or alone where the text is not at hand."""
    return "".join(use.excerpt) if use.excerpt else use.quote


def untied_count(found: SharedLanguage) -> str:
    """Count the names tied nowhere, and those that only another document ties."""
    nowhere = len(found.tied_nowhere)
    elsewhere = len(found.untied) - nowhere
    return f"{nowhere}" + (f", and {elsewhere} in another document only" if elsewhere else "")


def untied(one: Untied) -> str:
    """Say which names stand for what, and where."""
    own = listed(f"{quoted(name)} ({count})" for name, count in one.names)
    files = listed(document(one.agency, path) for path in one.documents)
    tied = f"; {TIED_ELSEWHERE}" if one.elsewhere else ""
    return f"{own} for {quoted(one.preferred)}, in {files}{tied}"


def idea_line(idea: Idea) -> str:
    """Say of an idea which names it goes by, and how far agencies agree."""
    known = dict.fromkeys(name for one in idea.naming for name, _ in one.names)
    if not known:
        return f"{OTHER_WORDS.lower()} only"
    said = listed(map(quoted, known))
    agencies = counted(len(idea.naming), "agency", "agencies")
    figure = "" if idea.agreement is None else f"; agreement {idea.agreement:.2f}"
    return f"{said}, in {agencies}{figure}"


def without_text(found: SharedLanguage) -> str:
    """Say which documents are known from a report alone, if any, and what that hides."""
    number = sum(len(agency.without_text) for agency in found.agencies)
    if not number:
        return ""
    documents = counted(number, "document")
    return (
        f"{documents} known from a JSON report alone, which does not hold the text: definitions "
        "and sentences are not to be had from it. Give the folder of the documents for these."
    )


def compared(idea: Idea) -> str:
    """Say how the definitions of an idea compare."""
    if idea.defined_differently:
        return "in different words"
    several = len({one.agency for one in idea.definitions}) > 1
    return "in the same words" if several else "the only agency that does"


def about(found: SharedLanguage) -> tuple[tuple[str, str], ...]:
    """Give labels and sentences: what was compared, how, and what that can show."""
    pack = (
        f"{found.framework}: pack {found.pack}, version {found.pack_version}, "
        f"fingerprint {found.fingerprint}."
    )
    lines = (
        ("Compared", headline(found)),
        ("Agreement", f"{agreement_figure(found)}. {agreement(found)}"),
        ("In short", summary(found)),
        (SILENT, "; ".join(found.silent)),
        *((UNREAD, f"{file.path}: {sentence(file.reason)}") for file in found.unread),
        ("Please note", without_text(found)),
        *(("Please note", remark) for remark in found.remarks),
        *((METHOD, line) for line in method(found)),
        ("Compared with", pack),
        ("Please note", found.notice),
    )
    return tuple((label, said) for label, said in lines if said)
