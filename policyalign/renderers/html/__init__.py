"""The report as one web page that works from a folder, without a network or a server.

``overview`` and ``findings`` turn the report into rows, ``source`` marks a document's own text,
``templates`` lay them out, and ``page`` puts the file together and escapes all that goes into it.
"""

from __future__ import annotations

from policyalign.renderers.html.page import render

__all__ = ["render"]
