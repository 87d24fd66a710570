"""The array of styles: every two permitted ways of working meet, and meet each other's absence."""

from itertools import combinations

from ordertck.harness.proof.registry import PERMITTED, known_systems
from ordertck.harness.proof.styles import combined, covering


def test_every_two_choices_meet() -> None:
    factors = {"trigger": ["by-button", "by-policy"], **{f"style-{n}": [f"style-{n}"] for n in range(9)}}
    sets = covering(factors)
    for one, other in combinations(factors, 2):
        for a in factors[one]:
            for b in factors[other]:
                assert any({a, b} <= chosen for chosen in sets), (a, b)
                assert any(a in chosen and b not in chosen for chosen in sets), (a, b)
    assert all(len({"by-button", "by-policy"} & chosen) < 2 for chosen in sets)
    assert sets == covering(factors)


class _Books:
    def kept(self) -> list[str]:
        return ["what is there"]


class _System:
    Books = _Books


class _Counts(_System):
    class Books(_Books):
        def kept(self) -> list[str]:
            return [*super().kept(), "counted"]


class _Sorts(_System):
    class Books(_Books):
        def kept(self) -> list[str]:
            return [*super().kept(), "sorted"]


class _Neither(_System): ...


def test_parts_that_two_styles_alter_are_combined() -> None:
    assert combined([_Neither, _Counts, _Sorts])().Books().kept() == ["what is there", "sorted", "counted"]


def test_every_style_of_the_cast_is_in_the_array() -> None:
    array = [member for member in known_systems() if member.name.startswith("styles-")]
    for member in known_systems():
        if member.style:
            assert member.kind == PERMITTED
            assert any(other.role == member.role and member.name in other.says for other in array), member.name
