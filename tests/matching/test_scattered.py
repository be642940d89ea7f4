"""What is likely to stand in a text, by the letters in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policyalign.matching.scattered import ScatteredIndex

LETTERS = st.sets(st.sampled_from("abcdefg"), min_size=1, max_size=3)
NEEDED = st.lists(LETTERS, min_size=1, max_size=4)


@given(st.lists(NEEDED, max_size=12), st.sets(st.sampled_from("abcdefg")), st.booleans())
def test_what_needs_no_other_letters_is_given_in_the_order_added(
    needed: list[list[set[str]]], letters: set[str], gathered: bool
) -> None:
    index = ScatteredIndex[int]()
    for number, sets in enumerate(needed):
        index.add(number, sets)
    if gathered:
        index.gather()
    # No more than three of the sets are looked at.
    assert index.within(letters) == [
        number for number, sets in enumerate(needed) if all(one & letters for one in sets[:3])
    ]
