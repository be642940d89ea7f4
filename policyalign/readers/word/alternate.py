"""Choose between the versions of one thing that a file holds for different programs."""

from __future__ import annotations

from policyalign.readers.word.markup import CHART, DGM, MC, A, Element, M, V, W

_T, _CHOICE, _FALLBACK = W + "t", MC + "Choice", MC + "Fallback"
# What makes a branch of mc:AlternateContent worth taking.
_SUBSTANCE = (_T, M + "t", A + "blip", DGM + "relIds", CHART + "chart")


def taken_branch(alternate: Element) -> Element | None:
    """Choose one branch of ``mc:AlternateContent``: they hold the same thing for other programs.

    The first choice that holds something is taken; the fallback only if it has words and no
    choice has anything.
    """
    choices = list(alternate.iterchildren(_CHOICE))
    for choice in choices:
        if next(choice.iter(*_SUBSTANCE), None) is not None:
            return choice
    fallback = next(alternate.iterchildren(_FALLBACK), None)
    if fallback is not None and next(fallback.iter(_T, V + "textpath"), None) is not None:
        return fallback
    return choices[0] if choices else fallback
