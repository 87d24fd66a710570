"""Prices at the desk of a CRM: what a user enters by hand, and what the queue then says of price lists."""

import json

from pytest_bdd import then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Message, OrderSubmission
from ordertck.steps.words import Table, order_named, queue_words, rows, words


@when(words('a user overrides the price of line {line} of {order:Order} with "{price:Name}"'))
def overrides_the_price(stage: Stage, line: str, order: str, price: str) -> None:
    stage.desk.override(order_named(stage, order), line, price)


@then(queue_words("the queue holds these lines of {order:Order} without a price list or with the header's"))
def leaves_to_the_header(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    stage.settled()
    header = _latest(about).read(OrderSubmission).price_list
    for row in rows(datatable):
        sent = stage.desk.queued_lines(about, row["line"])[-1:]
        named = sent[0].price_list if sent else "nothing of the line"
        if named not in (None, "", header):
            raise Breach(f"line {row['line']} blank, or on {header}", str(named))


@then(queue_words('no queued message of {order:Order} names the "{price_list:Name}"'))
def queue_is_silent_about(stage: Stage, order: str, price_list: str) -> None:
    about = order_named(stage, order)
    words = {price_list, stage.claims.names.theirs(price_list)}
    stage.never(
        lambda: any(_speaks(m, word) for m in about.submissions for word in words), f"no word of {price_list}", "one"
    )


def _latest(order: Order) -> Message:
    if not order.submissions:
        raise Breach(f"{order.name} on the queue", "nothing")
    return order.submissions[-1]


def _speaks(message: Message, text: str) -> bool:
    return f'"{text}"' in json.dumps(message.body)
