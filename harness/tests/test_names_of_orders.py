"""What an order of a feature is at the desk: its name begins with it where it is no order yet."""

import pytest

from ordertck.harness.bench.orders import Order


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("HOME", "order"),
        ("SECOND HOME", "order"),
        ("quote", "order"),
        ("quote SECOND HOME", "quote"),
        ("opportunity HOME", "opportunity"),
    ],
)
def test_only_a_quote_or_an_opportunity_is_no_order(name: str, kind: str) -> None:
    assert Order(name, "1", None, None).kind == kind
