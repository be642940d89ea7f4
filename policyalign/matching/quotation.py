"""Where a text quotes: words between quotation marks, and which of them are another's.

A policy puts its own terms in quotation marks too, so marks alone do not show that words are not
its own. A publication or a speaker that is named beside them does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_MOST_QUOTED = 300
_QUOTED = re.compile(
    rf"“[^“”]{{1,{_MOST_QUOTED}}}”"
    rf'|(?<!\w)"[^"]{{1,{_MOST_QUOTED}}}"(?!\w)'
    rf"|‘[^‘]{{1,{_MOST_QUOTED}}}?’(?!\w)"
    rf"|(?<!\w)'[^']{{1,{_MOST_QUOTED}}}?'(?!\w)"
)
_OPENING_MARKS = "“\"‘'"
_REACH = 90
_LITTLE, _FEWEST_IN_TITLE = 4, 4
_PUBLICATION = (
    r"(?:reports?|books?|papers?|articles?|stud(?:y|ies)|chapters?|reviews?|workbooks?|handbooks?"
    r"|guides?|leaflets?|briefings?|films?|videos?|podcasts?|poems?|blogs?|courses?|conferences?)"
)
# What others write to or about an agency: "a father's letter, read out at the hearing, says that".
_OTHERS_WRITING = (
    r"(?:father|mother|parent|carer|provider|company|author|trainer|neighbour)(?:['’]s|s['’])\s"
    r"(?:letters?|flyers?|posters?|e-?mails?|complaints?|adverts?|manuals?)(?:,[^,.?!]{1,40},)?"
)
_SAYS = r"(?:tells|says|reads|warns|claims|advises|promises)"
_TITLE_LEAD = re.compile(
    rf"\b(?:{_PUBLICATION},?\s+(?:called|entitled|titled|named|on|by\s[^“\"‘']{{1,40}})?,?"
    r"|(?:see|read)(?:\s+also)?:?)\s*\Z",
    re.IGNORECASE,
)
_SPEAKER_LEAD = re.compile(
    r"\b(?:said|told|wrote|writes|commented|explained|remarked|added|recalled|put\s+it"
    r"|in\s+the\s+words\s+of)\b[^.?!“”\"]{0,40}\Z"
    r"|\b(?:noted|observed|reported)(?:\s+that)?[,:]?\s*\Z"
    r"|(?<!our\s)(?<!this\s)(?<!the\sstaff\s)(?<!our\sown\s)(?<!our\sstaff\s)(?<!our\spractice\s)"
    rf"\b{_PUBLICATION}\s{_SAYS}\b[^.?!“”\"]{{0,30}}\Z"
    rf"|\b{_OTHERS_WRITING}\s{_SAYS}\b[^.?!“”\"]{{0,30}}\Z"
    rf"|\b(?:government(?:['’]s)?|national)\sguidance\s{_SAYS}\b[^.?!“”\"]{{0,30}}\Z",
    re.IGNORECASE,
)
_SPEAKER_AFTER = re.compile(
    r"\s*,?\s*(?:said|told|wrote|commented|explained|remarked|added|recalled)\b", re.IGNORECASE
)
# "…until my aunt read them to me" (parent, Fife).
_PERSON_AFTER = re.compile(
    r"[.,]?\s*(?:\(|[–—-]\s?)(?:an?\s|one\s|the\s)?(?:foster\s|young\s|social\s)?"
    r"(?:parent|mother|father|mum|dad|grand(?:mother|father|parent)|carer|child|person|worker"
    r"|practitioner|manager|teacher|pupil|aged\s\d+)\b(?:,[^().]{0,40})?\s*(?:\)|[.,]|\Z)",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d[a-z]?"
_SOURCE_AFTER = re.compile(
    rf"[,.]?\s*\((?:[A-Z][^()]{{0,80}},?\s+)?{_YEAR}\)|,?\s+by\s+[A-Z]"
    r"|\s*\((?:(?:\d{1,3}|half|one|two|three)[\s-](?:days?|hours?|minutes|pages?)|pdf|video|slides)\)",
    re.DOTALL,
)
# "Oak, B. and Elm, C. (2012) ..." begins a reference, which goes on to the end of the passage;
# so does "Oak & Elm (2012), ...".
_AUTHOR = r"(?<![\w'’-])[A-Z][\w'’-]{1,40}+"
_REFERENCE = re.compile(
    rf"{_AUTHOR}(?:,?\s+(?:[A-Z]\b\.?\s?){{1,3}}[^()\n]{{0,80}}\({_YEAR}\)\.?"
    rf"|\s+&\s+[A-Z][\w'’-]{{1,40}}\s\({_YEAR}\)[.,]?"
    rf"|\s+and\s+[A-Z][\w'’-]{{1,40}}\s\({_YEAR}\),)\s+(?=[“\"‘']?[A-Z])"
)
_LONGEST_REFERENCE = 300
# So is a passage that is no more than "Penmoor Council (2016). A thematic review", or "Penmoor
# Council, A thematic review (2016)": a body that publishes, and no sentence of what somebody does.
_NAMED = (
    r"(?=[^\n(,]*\b(?:Council|Board|Partnership|LSCB|LSCP|SCP|Government|Department|Ministry|Ofsted"
    r"|NSPCC|Centre|Committee|Commission|Commissioner|University|College|Institute|Association|Trust"
    r"|Society|Foundation|Authority|Inspectorate|Panel|Office)\b)"
    r"\s*[A-Z][\w&'’.-]*(?:\s(?:[A-Z][\w&'’.-]*|of|the|and|for|in|on|&)){0,9}"
)
_SAYS_NOTHING = (
    r"(?![^\n]*\b(?i:must|should|will|shall|can|we|our|this|is|are|was|were|has|have|says|sets|asks"
    r"|applies)\b|(?:Staff|Workers|Social workers|Managers|Practitioners|Officers|Teachers|Police"
    r"|Schools|Teams|Agencies|Parents|Families|Every \w+|All \w+|Each \w+)\s[a-z])[^\n]{3,200}"
)
_PUBLISHED = re.compile(
    rf"{_NAMED}\s\({_YEAR}\)[.,]?\s+(?=[“\"‘'A-Z]){_SAYS_NOTHING}\Z"
    rf"|{_NAMED}[,.]\s+(?=[“\"‘'A-Z]){_SAYS_NOTHING}\({_YEAR}\)\.?\s*\Z"
)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Give the spans of the original text that stand in quotation marks, marks included."""
    if not any(mark in text for mark in _OPENING_MARKS):
        return []
    return [match.span() for match in _QUOTED.finditer(text)]


def others_words(text: str, italics: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Give the spans that are the title of a publication, a reference, or somebody's speech.

    A title may stand in quotation marks or in italics; terms and words of weight do too.
    """
    marked = [*quoted_spans(text), *italics]
    spans = [(start, end) for start, end in marked if _is_anothers(text, start, end)]
    spans += [(start, end) for start, end in italics if _is_written_as_title(text[start:end])]
    if "(" in text:  # to look for a reference takes much longer
        for match in _REFERENCE.finditer(text):
            spans.append((match.end(), match.end() + _LONGEST_REFERENCE))
        if _PUBLISHED.match(text):
            spans.append((0, len(text)))
    return spans


def _is_written_as_title(words: str) -> bool:
    """Tell a title by its capitals, if it is longer than the terms that stand in italics too."""
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > _LITTLE]
    return len(long) >= _FEWEST_IN_TITLE and all(word[0].isupper() for word in long)


def _is_anothers(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _REACH) : start]
    return bool(
        _TITLE_LEAD.search(before)
        or _SPEAKER_LEAD.search(before)
        or _SPEAKER_AFTER.match(text, end)
        or _PERSON_AFTER.match(text, end)
        or _SOURCE_AFTER.match(text, end)
    )
