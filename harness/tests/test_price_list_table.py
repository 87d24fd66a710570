"""Decision table 6.1: which price list a line is charged on, in the reference."""

import pytest

from ordertck.harness.messages import replace
from ordertck.harness.reference.oms.price_lists import effective_list
from ordertck.harness.tests.shop import INSTALLED, OLD_H, H, L, Shop, line_of, order_of

NEW = [
    ("its own", L, L),
    ("none", None, H),
    ("empty as text", "", H),
]
SUPPLEMENTAL = [
    # what                                    before  header before  now  charged on
    ("changed", INSTALLED, H, L, L),
    ("named for the first time", None, H, L, L),
    ("emptied", L, H, None, H),
    ("emptied, another header", L, OLD_H, None, H),
    ("still empty, another header", None, OLD_H, None, H),
    ("kept, another header", L, OLD_H, L, L),
    ("kept at the old header's list, another header", OLD_H, OLD_H, OLD_H, OLD_H),
]
MODIFY = [
    # what                             action     list  override  charged on
    ("Update to another list", "Update", L, None, L),
    ("Update to the same list", "Update", INSTALLED, None, INSTALLED),
    ("Update, cleared after an override", "Update", None, "9.90", H),
    ("Update without a list", "Update", None, None, INSTALLED),
    ("no action", "-", None, None, INSTALLED),
    ("no action, yet a list", "-", L, None, INSTALLED),
    ("Suspend with a list", "Suspend", L, None, INSTALLED),
]


@pytest.mark.parametrize(("named", "charged"), [row[1:] for row in NEW], ids=[row[0] for row in NEW])
def test_the_list_of_a_line_on_a_new_order(named: str | None, charged: str) -> None:
    line = line_of("NEW", price_list=named)
    assert effective_list(order_of("NEW", line), line) == charged
    shop = Shop()
    shop.place(order_of("NEW", line))
    assert shop.charged == {"NEW-1": charged}


@pytest.mark.parametrize(("policy", "outcome"), [("fault", {}), ("default", {"NEW-1": "Catalogue Price List"})])
def test_no_list_at_all_on_a_new_order(policy: str, outcome: dict[str, str]) -> None:
    shop = Shop(no_header_pl=policy)
    shop.place(order_of("NEW", line_of("NEW"), price_list=None))
    assert (shop.charged, "refusal" in shop.kinds) == (outcome, policy == "fault")


@pytest.mark.parametrize(
    ("before", "header", "now", "charged"), [row[1:] for row in SUPPLEMENTAL], ids=[row[0] for row in SUPPLEMENTAL]
)
def test_the_list_of_a_line_on_a_supplemental(before: str | None, header: str, now: str | None, charged: str) -> None:
    shop = Shop()
    shop.begin(order_of("BASE", line_of("BASE", price_list=before), price_list=header))
    shop.place(order_of("BASE", line_of("BASE", price_list=now), revision=2))
    assert shop.charged == {"BASE-1": charged}


def test_the_list_of_a_line_that_a_supplemental_adds() -> None:
    shop = Shop()
    base = line_of("BASE")
    shop.begin(order_of("BASE", base, price_list=OLD_H))
    shop.place(order_of("BASE", base, replace(base, id="BASE-2", number="2"), revision=2))
    assert shop.charged == {"BASE-1": H, "BASE-2": H}


@pytest.mark.parametrize(
    ("action", "named", "override", "charged"), [row[1:] for row in MODIFY], ids=[row[0] for row in MODIFY]
)
def test_the_list_of_a_line_on_a_modify_order(
    action: str, named: str | None, override: str | None, charged: str
) -> None:
    shop = Shop()
    shop.place(order_of("BASE", line_of("BASE", price_list=INSTALLED)))
    line = line_of("MODIFY", action, asset="BASE-1", price_list=named, override=override)
    shop.place(order_of("MODIFY", line))
    assert (shop.charged, shop.kinds[-1], "refusal" in shop.kinds) == ({"BASE-1": charged}, "order-update", False)


@pytest.mark.parametrize(("profile", "charged"), [("leave", INSTALLED), ("fill", H)])
def test_an_update_without_a_list_by_declared_profile(profile: str, charged: str) -> None:
    shop = Shop(update_empty_pl=profile)
    shop.place(order_of("BASE", line_of("BASE", price_list=INSTALLED)))
    shop.place(order_of("MODIFY", line_of("MODIFY", "Update", asset="BASE-1")))
    assert shop.charged == {"BASE-1": charged}
