import gc
from weakref import ref

from policyalign import load_pack
from policyalign.matching import matcher_for
from policyalign.matching.readings import Readings
from policyalign.model.document import Block, Cell, Kind, Place


def test_readings_are_let_go_without_the_garbage_collector() -> None:
    # What holds itself alive fills the memory of a long run until the collector comes by.
    place = Place(block=0)
    block = Block(Kind.TABLE_CELL, "A danger statement", place, cell=Cell(1, 2, 1))
    gc.disable()
    try:
        readings = Readings(matcher_for(load_pack()).compiled, [block])
        assert readings[0].row_says is None
        kept = ref(readings[0])
        del readings
        assert kept() is None
    finally:
        gc.enable()
