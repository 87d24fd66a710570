"""How the features name things: orders, lines, accounts; and how steps say what they expected."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from pytest_bdd import parsers

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import DraftLine, Order

Table = list[list[str]]

# "the order" is the example's only order; where there are several, each has a name.
ONLY = "ORDER"


def _order_name(text: str) -> str:
    kind = next((kind for kind in ("quote", "opportunity") if kind in text.partition('"')[0]), "")
    name = text.split('"')[1] if '"' in text else ONLY
    return f"{kind} {name}" if kind else name


_order_name.pattern = r'(?:(?:the|an?)(?: new| change)? )?(?:order|quote|opportunity)(?: "[^"]+")?'  # type: ignore[attr-defined]


def _number(text: str) -> int:
    return ["no", "one", "two", "three", "four"].index(text)


_number.pattern = r"no|one|two|three|four"  # type: ignore[attr-defined]


def _name(text: str) -> str:
    return text


_name.pattern = r'[^"]+'  # type: ignore[attr-defined]


def _said(text: str) -> tuple[str, str]:
    field, _, value = text.partition(" ")[2].partition(' "')
    return field, value.rstrip('"')


_said.pattern = r'with [a-z ]+ "[^"]+"|without [a-z ]+'  # type: ignore[attr-defined]


def _account(text: str) -> str:
    return text.split('"')[1] if '"' in text else "Customer"


_account.pattern = r'the customer|the account "[^"]+"'  # type: ignore[attr-defined]


def _trackable(text: str) -> bool:
    return text == "trackable"


_trackable.pattern = r"trackable|not trackable"  # type: ignore[attr-defined]


def _event(text: str) -> str:
    return {"cancelled": "cancel", "suspended": "suspend", "resumed": "resume"}[text]


_event.pattern = r"cancelled|suspended|resumed"  # type: ignore[attr-defined]


def _told(text: str) -> tuple[str, str, str | None]:
    sort, value, _, attribute = re.fullmatch(r'the (\w+) "([^"]+)"( of "([^"]+)")?', text).groups()  # type: ignore[union-attr]
    return {"value": "data"}.get(sort, sort), value, attribute


_told.pattern = r'the status "[^"]+"|the milestone "[^"]+"|the value "[^"]+" of "[^"]+"'  # type: ignore[attr-defined]


def _one_of(*said: str) -> Callable[[str], str]:
    def word(text: str) -> str:
        return text

    word.pattern = "|".join(said)  # type: ignore[attr-defined]
    return word


_OBJECTS = (
    "account|service profile|work order|trouble ticket|fraud alert|credit alert|phone number|asset|product|pricing rule"
)


def _record(text: str) -> tuple[str, str]:
    if text.startswith("the customer's "):
        return text.removeprefix("the customer's "), "Customer"
    if '"' not in text:
        return "sales order", ONLY
    kind, name, _ = text.split('"')
    return {"order": "sales order"}.get(kind.strip(), kind.strip()), name


_record.pattern = (  # type: ignore[attr-defined]
    rf'the customer\'s (?:account|service profile)|the order|(?:{_OBJECTS}|order) "[^"]+"'
)


def _office(text: str) -> str:
    return text.split('"')[1] if '"' in text else text


_office.pattern = r'each back office|a back office|the back office|back office "[^"]+"'  # type: ignore[attr-defined]


def words(sentence: str) -> parsers.parse:
    """A step's sentence.

    In it {x:Order} takes "the order", 'order "BASE"', "a quote" or "the opportunity", {n:Number} "no" to "four",
    {a:Name} what stands in quotes, {c:Account} "the customer" or 'the account "Payer"', {s:Said} 'with action "Add"' or
    "without product", {t:Trackable} "trackable" or "not trackable", {e:Event} "cancelled", "suspended" or "resumed",
    {r:Record} 'trouble ticket "NOISE"', "the customer's account" or "the order", {b:Office} "the back office",
    "each back office", "a back office" or 'back office "Accounting"', {d:Deed} "saves", "gives up", "looks at" or
    'presses "X" on', {e:Entry} "enters" or "fills in", {s:Reach} "is down" or "comes back", {m:Moment} "begins" or
    "is a minute away",
    {u:Told} 'the status "COMPLETE"', 'the milestone "DESIGNED"' or 'the value "v4" of "version"'.
    """
    types = {
        "Order": _order_name,
        "Number": _number,
        "Name": _name,
        "Account": _account,
        "Said": _said,
        "Trackable": _trackable,
        "Event": _event,
        "Told": _told,
        "Record": _record,
        "Office": _office,
        "Deed": _one_of("saves", "gives up", "looks at", 'presses "[^"]+" on'),
        "Entry": _one_of("enters", "fills in"),
        "Reach": _one_of("is down", "comes back"),
        "Moment": _one_of("begins", "is a minute away"),
    }
    return parsers.parse(sentence, types, case_sensitive=True)


def kit_plays(*roles: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Mark a step that makes sense only while the kit plays these roles: it looks at an edge of theirs."""

    def mark(function: Callable[..., None]) -> Callable[..., None]:
        function.kit_plays = frozenset(roles)  # type: ignore[attr-defined]
        return function

    return mark


def rows(table: Table) -> list[dict[str, str]]:
    """A table's rows by column name."""
    head, *body = table
    return [dict(zip(head, row, strict=True)) for row in body]


def order_named(stage: Stage, name: str) -> Order:
    """The order of this name. Raises ``LookupError`` where the example never mentioned it."""
    try:
        return stage.orders[name]
    except KeyError:
        raise LookupError(f"no step of this example mentions an order {name!r}") from None


def line_of(order: Order, row: dict[str, str]) -> DraftLine:
    """The line that a table's row is about: by number, or by product where the table has no numbers."""
    if "line" in row:
        return order.line(row["line"])
    found = [line for line in order.lines if line.product == row["product"]]
    if len(found) != 1:
        raise LookupError(f"{len(found)} lines of order {order.name} are about {row['product']}")
    return found[0]


def listed(things: Iterable[Any]) -> str:
    """Things in words, "a, b"; "nothing" where there are none."""
    return ", ".join(str(thing) for thing in things) or "nothing"
