"""Tables of polled systems that cannot be used: each error says what is wrong, where, and what to do."""

from dataclasses import replace
from pathlib import Path

import pytest

from ordertck.harness.adapters.polling import connect, read_table
from ordertck.harness.errors import UsageError
from ordertck.harness.tests.spoilt import OMS
from ordertck.harness.tests.test_polling import TABLE


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('base = "http://hub.example/"', "", "'base' is missing"),
        ('"http://hub.example/"', '"${NOWHERE_SET}"', "variable NOWHERE_SET, which is not set"),
        ('"http://hub.example/"', '"ftp://hub.example"', "base is no address"),
        ('"http://hub.example/"', '"http://[::"', "base is no address: Invalid IPv6 URL"),
        ('"http://hub.example/"', '"http://hub.example:x"', "base is no address: Port could not be cast"),
        ('put = "/lines/{body.line}"', "", "deliver 3 (billing-update) names not exactly one request"),
        ('own = "reply.id"', 'own = "reply.[[id"', "deliver 1 (sales-order), own: 'reply.[[id' is no JMESPath"),
        ("/orders/{own}", "/orders/{own..}", "deliver 2 (order-query): '/orders/{own..}' is no JMESPath"),
        ('edge = "crm"', 'edge = "nowhere"', "'nowhere' is not one of"),
        (
            'kind = "sales-order"',
            'kind = "sale-order"',
            "no message 'sale-order'; did you mean 'sales-order'?",
        ),
        ('"reply.id"', '"our(reply.id)"', "there is no function 'our'; did you mean 'ours'?"),
        ('"reply.id"', "\"word('stats', reply.id)\"", "deliver 1 (sales-order), own: there is no [words.stats]"),
        ("/orders/{own}", "/orders/{own", "'/orders/{own' has a brace without its counterpart"),
        ("idle = true", "idle = maybe", "not TOML"),
        ("idle = true", "idle = 2026-11-22", '"2026-11-22" is not true or false'),
        ("idle = true", "lazy = true", "'lazy' was unexpected"),
    ],
)
def test_a_table_that_cannot_be_used(tmp_path: Path, was: str, becomes: str, said: str) -> None:
    """The error names the file, the place and the remedy."""
    (tmp_path / "table.toml").write_text(TABLE.replace(was, becomes, 1))
    with pytest.raises(UsageError) as told:
        read_table(tmp_path / "table.toml")
    assert said in str(told.value)
    assert "table.toml" in str(told.value)


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read the table"):
        connect(replace(OMS, adapter="poll://none.toml", file=tmp_path / "claims.toml"), "S1")
