"""How an order lives at service order management, in a row of acts."""

from ordertck.harness.explore.lives import Draws, Lives
from ordertck.harness.explore.som.known import running
from ordertck.harness.explore.som.network import (
    line_fails,
    line_is_done,
    line_is_mended,
    order_is_done,
    step_is_done,
    value_is_assigned,
)
from ordertck.harness.explore.som.orders import (
    breakdown,
    change_of_a_service,
    change_that_fails,
    order_is_cancelled,
    order_is_delivered_again,
    order_is_resumed,
    order_is_suspended,
    order_that_fails,
    order_with_values,
    revision,
    service_order,
)


def lives(all_is_finished: Draws) -> Lives:
    """The lives of orders, at whose end they are cancelled, or the network finishes what is left, as that is drawn."""
    return Lives(
        "som",
        running,
        begins=(
            *((change_of_a_service, "service-changes"),) * 3,
            (change_that_fails, "failures"),
            (order_that_fails, "failures"),
            (order_with_values, "filled-in-data"),
            (service_order, ""),
        ),
        goes_on=(
            *((step_is_done, ""),) * 2,
            (line_is_done, ""),
            (order_is_done, ""),
            *((value_is_assigned, "filled-in-data"),) * 2,
            (line_fails, "failures"),
            (line_is_mended, "failures"),
            (order_is_delivered_again, "redelivery"),
            (breakdown, "restarts"),
        ),
        changes=(
            *((revision, "supplementals"),) * 4,
            *((order_is_cancelled, "cancellation"),) * 2,
            (order_is_suspended, "service-changes"),
            (order_is_resumed, ""),
        ),
        ends=((all_is_finished, ""), (order_is_cancelled, "cancellation")),
    )
