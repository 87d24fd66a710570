"""How an order lives at an order system, in a row of acts."""

from ordertck.harness.explore.acts import Scene
from ordertck.harness.explore.lives import Draws, Lives
from ordertck.harness.explore.oms.deliveries import told_again
from ordertck.harness.explore.oms.neighbour_acts import (
    billing_is_held,
    breakdown,
    date_comes,
    line_fails,
    line_is_done,
    line_is_mended,
    lines_are_locked,
    milestone,
    order_is_billed,
    order_is_done,
    order_is_set_up,
    place_becomes_free,
    value_is_filled_in,
)
from ordertck.harness.explore.oms.order_acts import cancel, follow_on, modify_order, new_order, open_orders
from ordertck.harness.explore.oms.revisions import put_off, supplemental


def _open(scene: Scene) -> list[str]:
    return [order.name for order in open_orders(scene)]


def lives(all_is_finished: Draws) -> Lives:
    """The lives of orders, at whose end neighbours finish what is left, as that is drawn."""
    return Lives(
        "oms",
        _open,
        begins=(
            (modify_order, "modify-orders"),
            (modify_order, "service-changes"),
            (follow_on, "follow-ons"),
            (new_order, ""),
        ),
        goes_on=(
            (line_is_done, ""),
            (line_is_done, ""),
            (order_is_done, ""),
            *((order_is_set_up, ""),) * 2,
            (order_is_billed, ""),
            (billing_is_held, ""),
            (milestone, "points-of-no-return"),
            *((lines_are_locked, "points-of-no-return"),) * 2,
            *((value_is_filled_in, "filled-in-data"),) * 2,
            *((line_fails, "failures"),) * 2,
            (line_is_mended, "failures"),
            (told_again, "redelivery"),
            (breakdown, "restarts"),
            (date_comes, "dates"),
            *((place_becomes_free, "priorities"),) * 2,
        ),
        changes=(
            *((supplemental, "supplementals"),) * 2,
            (cancel, "cancellation"),
            (put_off, "dates"),
        ),
        ends=((all_is_finished, ""),),
    )
