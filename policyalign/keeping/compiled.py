"""A compiled pack as bytes and back: making one takes longer than a short policy does.

It is pickled, for it is thousands of objects that know each other. Whoever can write to the folder
of the cache must not be able to run code by that, so only classes of the matcher and of the model
are made of what is read.
"""

from __future__ import annotations

import importlib
import io
import pickle
from pathlib import Path
from typing import Any

from policyalign.keeping.packing import NotDecodableError, packed, unpacked
from policyalign.keeping.packs import pack_digest
from policyalign.keeping.program import program_mark
from policyalign.keeping.store import Store, key_of
from policyalign.matching.compiled import CompiledPack, compile_pack
from policyalign.model.pack import Pack

_OURS = ("policyalign.matching.", "policyalign.model.")
_PLAIN = {("builtins", "list"), ("builtins", "set"), ("collections", "defaultdict")}


def compiled_pack(pack: Pack, folder: Path) -> CompiledPack:
    """Give a pack compiled, as the cache of a folder holds it; if it does not, it does now."""
    store = Store(folder)
    key = key_of(b"compiled", program_mark(), pack_digest(pack))
    try:
        if content := store.get(key):
            try:
                return decode_compiled(content)
            except NotDecodableError:
                store.drop(key)
        compiled = compile_pack(pack)
        store.put(key, encode_compiled(compiled))
        return compiled
    finally:
        store.close()


def encode_compiled(compiled: CompiledPack) -> bytes:
    """Give a compiled pack that has not been used yet as bytes."""
    return packed(pickle.dumps(compiled, pickle.HIGHEST_PROTOCOL))


def decode_compiled(data: bytes) -> CompiledPack:
    """Give the compiled pack that was encoded. Raises ``NotDecodableError`` for other bytes."""
    try:
        found = _Reader(io.BytesIO(unpacked(data))).load()
    except NotDecodableError:
        raise
    except Exception as problem:  # whatever the bytes make the classes do
        raise NotDecodableError("these bytes hold no compiled pack") from problem
    if not isinstance(found, CompiledPack):
        raise NotDecodableError("these bytes hold something else")
    return found


class _Reader(pickle.Unpickler):
    """Makes what a compiled pack is made of, and nothing else that the bytes may ask for."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith(_OURS):
            found = vars(importlib.import_module(module)).get(name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise NotDecodableError(f"no compiled pack holds {module}.{name}")
