"""JSON as it comes over a wire: what is kept to the last digit, and what is refused with its reason."""

import pytest

from ordertck.harness.adapters.json_text import decode, shown


@pytest.mark.parametrize("number", [2**63 - 1, -(2**63), 10**18 - 1, 10**18, -1, 0.5])
def test_numbers_of_64_bits_are_kept(number: float) -> None:
    """In an object with blanks too, which takes the slower way of reading."""
    assert decode(f'{{"n":{number}}}'.encode()) == decode(f'{{ "n": {number} }}'.encode()) == {"n": number}


@pytest.mark.parametrize("text", ["9223372036854775808", "-9223372036854775809", "1" + "0" * 40])
def test_longer_numbers_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="has more than 64 bits"):
        decode(f'{{"n": {text}}}'.encode())


def test_half_a_character_and_a_name_twice_are_refused() -> None:
    with pytest.raises(ValueError, match="half a surrogate pair"):
        decode(rb'{"n": "\ud800"}')
    with pytest.raises(ValueError, match="an object has 'n' twice"):
        decode(b'{"n": 1, "m": 2, "n": 3}')


def test_what_is_quoted_is_cut_where_it_is_long() -> None:
    """And only there: three dots say that something is missing."""
    assert shown(b"no\nJSON") == "'no JSON'"
    assert shown(b"x" * 120) == f"'{'x' * 120}'"
    assert shown(b"x" * 121) == f"'{'x' * 120} ...'"
