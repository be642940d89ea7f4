"""PDFium's functions that are called for every line or drawn thing of a page, made quick to call.

pypdfium2's own bindings have ctypes check the type of each argument, which takes longer than what
these functions do. Here the checks are left to the reader: whole numbers are passed as they are,
handles and results by ``ctypes.byref``, and anything wider than a C ``int`` as a ctypes number.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, cast

from pypdfium2 import raw


def _unchecked(function: Any) -> Callable[..., Any]:
    """Give a function of PDFium that takes its arguments as they come."""
    # Made anew from its address by its own class, which holds the calling convention.
    unchecked: Any = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    unchecked.restype = function.restype
    return cast("Callable[..., Any]", unchecked)


def by_reference(handle: Any) -> Any:
    """Give a handle from pypdfium2 in the form in which the functions below take it."""
    return ctypes.byref(handle.contents)


char_matrix = _unchecked(raw.FPDFText_GetMatrix)
char_size = _unchecked(raw.FPDFText_GetFontSize)
char_origin = _unchecked(raw.FPDFText_GetCharOrigin)
char_font = _unchecked(raw.FPDFText_GetFontInfo)
char_fill = _unchecked(raw.FPDFText_GetFillColor)
count_rects = _unchecked(raw.FPDFText_CountRects)
text_rect = _unchecked(raw.FPDFText_GetRect)
page_object = _unchecked(raw.FPDFPage_GetObject)
object_kind = _unchecked(raw.FPDFPageObj_GetType)
