"""The array of styles: every two permitted ways of working meet, and meet each other's absence."""

from itertools import combinations

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.messages import Message, OrderLine, SalesOrder
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.registry import PERMITTED, known_systems
from ordertck.harness.proof.styles import covering
from ordertck.harness.reference.oms import OrderManagement, Planning
from ordertck.harness.tests.support import EDITION

CONTEXT = ScenarioContext("T", "T", NOW, "", "", (), {"capacity": None, **EDITION.vocabulary.default_switches})


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


class _Counts(Planning):
    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return f"counted {super().price_list(order, line)}"


class _Sorts(Planning):
    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return f"sorted {super().price_list(order, line)}"


class _Hears(OrderManagement):
    def is_repeated(self, message: Message) -> bool:
        return message.kind == "heard"


def test_parts_that_two_styles_alter_are_combined() -> None:
    """A system of three styles hears as the one says, and plans as the two others say, one after the other."""
    system = made_of(_Hears, _Counts, _Sorts)(EDITION.catalogue, CONTEXT)
    assert isinstance(system, _Hears)
    assert type(system.intake) is OrderManagement.parts.intake
    line = OrderLine(id="1", number="1", action="Add", price_list="Household")
    assert system.planning.price_list(SalesOrder(order="A", id="A"), line) == "counted sorted Household"


def test_every_style_of_the_cast_is_in_the_array() -> None:
    array = [member for member in known_systems() if member.name.startswith("styles-")]
    for member in known_systems():
        if member.style:
            assert member.kind == PERMITTED
            assert any(other.role == member.role and member.name in other.says for other in array), member.name
