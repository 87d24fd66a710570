"""What becomes of a quote in a sequel: it is accepted, made into an order, and submitted."""

from collections.abc import Callable
from functools import partial

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.sequel.crm.changed import cut_off
from ordertck.harness.bench.sequel.crm.standing import can, knows
from ordertck.harness.bench.sequel.scenes import Draw, scene
from ordertck.harness.bench.stage import Stage


@scene("crm", "SC-02 SC-03 SC-04 SC-05 SC-18 PL-02 PL-03 PL-13 PL-14 OM-05")
def a_quote_gets_on(stage: Stage, order: Order, draw: Draw) -> None:  # noqa: ARG001 - it is about another order
    """A quote is given, accepted or not, made into an order, and submitted."""
    if not can(stage, "quotes", "quotes-become-orders"):
        return
    rows = [["1", "Internet Access", "500"], ["2", "Static Address", ""]]
    quote = stage.crm.new_order("quote SEQUEL-OFFER", [["line", "product", "speed"], *rows])
    if draw.chance(2) and knows(stage, "price-lists"):
        stage.desk.override(quote, "2", "9.50")
    acts: list[Callable[[], object]] = [partial(stage.capture.accept, quote)] * (2 - draw.below(2))
    if draw.chance(4):
        acts.clear()
    for act in acts:
        act()
    cut_off(stage, draw)
    further = stage.crm.new_order("SEQUEL-OF-OFFER")
    stage.capture.convert(quote, further)
    if further.entered:
        stage.crm.submit(further)
        stage.settled()
