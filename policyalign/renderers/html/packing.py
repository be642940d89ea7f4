"""What the page keeps folded: compressed, out of the browser's way until somebody opens it.

With hundreds of documents, most of a page is findings and texts that nobody has asked for yet.
Compressed they take an eighth of the room, and the browser has nothing to lay out. The page holds
its own few lines to undo this (``templates/inflate.js``), because those that browsers have do not
wait, as printing needs it.
"""

from __future__ import annotations

import base64
import zlib

from markupsafe import Markup


def packed(markup: str) -> Markup:
    """Give a ``template`` element with the markup compressed in it; ``data-size`` is in bytes."""
    data = markup.encode()
    compressor = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    small = base64.b64encode(compressor.compress(data) + compressor.flush()).decode()
    return Markup('<template data-size="{}">{}</template>').format(len(data), small)
