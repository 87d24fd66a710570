"""What revisions and waiting orders cost the reference: counted, not timed."""

from datetime import timedelta
from typing import Any

import pytest

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.messages import replace
from ordertck.harness.reference.oms.fulfilment import LineFulfilment
from ordertck.harness.reference.oms.order_life_cycle import (
    LineState,
)
from ordertck.harness.tests.shop import L, Shop, line_of, order_of


class Counting(Shop):
    """Counts how often lines of an order are gone through."""

    visits = 0

    def watch(self, order: str) -> None:
        watching = self

        class Lines(dict[str, LineFulfilment]):
            def values(self) -> Any:
                watching.visits += len(self)
                return super().values()

        known = self.oms.book.orders[order]
        known.lines = Lines(known.lines)


def cost_of_revision(size: int, **change: Any) -> int:
    """How many lines are gone through when every one of an order in progress is wanted differently."""
    shop = Counting()
    base = [replace(line_of("BASE"), id=f"BASE-{n}", number=str(n)) for n in range(size)]
    shop.begin(order_of("BASE", *base))
    shop.watch("BASE")
    shop.place(order_of("BASE", *(replace(line, **change) for line in base), revision=2))
    status = [line.state for line in shop.oms.book.orders["BASE"].lines.values()]
    assert set(status) <= {LineState.COMPLETE, LineState.BILLING_INITIATED}
    return shop.visits


@pytest.mark.parametrize("change", [{"attributes": {"speed": "500"}}, {"price_list": L}, {"site": "Mill Lane 2"}])
def test_a_revision_costs_in_proportion_to_its_lines(change: dict[str, Any]) -> None:
    small, large = cost_of_revision(20, **change), cost_of_revision(200, **change)
    assert large <= 10 * small + 10


def test_what_waits_is_not_gone_through() -> None:
    """A thousand orders wait for a date and for a line; another order is worked on without a look at them."""
    shop = Shop()
    shop.begin(order_of("BASE", line_of("BASE")))
    later = (NOW + timedelta(days=1)).isoformat()
    for number in range(500):
        shop.place(order_of(f"D{number}", line_of(f"D{number}"), requested_delivery=later))
        shop.place(order_of(f"F{number}", line_of(f"F{number}", "Update", asset="BASE-1", base_line="BASE-1")))
    waiting = len(shop.kinds)
    shop.oms.book.orders = Unseen(shop.oms.book.orders)
    shop.place(order_of("NEW", line_of("NEW")))
    assert shop.oms.advance(NOW + timedelta(hours=1)) == []
    assert len(shop.kinds) - waiting < 10
    assert len(shop.oms.advance(NOW + timedelta(days=1))) == 2 * 500  # each is told of, each has billing asked


class Unseen(dict[str, Any]):
    """Orders that may be looked up, never gone through."""

    def __iter__(self) -> Any:
        raise AssertionError("every order was gone through")

    values = items = keys = __iter__
