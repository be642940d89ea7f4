"""The report as one web page that works from a folder, without a network or a server.

``overview`` and ``findings`` turn the report into what is shown, ``source`` marks a document's own
text, ``templates`` lay them out, and ``page`` puts the file together and escapes all that goes in.
"""

from __future__ import annotations

from policyalign.renderers.html.page import render, render_pieces

__all__ = ["render", "render_pieces"]
