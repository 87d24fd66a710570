"""How the features name things: orders, lines, accounts; and how steps say what they expected."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from parse import with_pattern
from pytest_bdd import parsers

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import DraftLine, Order

Table = list[list[str]]

Word = TypeVar("Word", bound=Callable[[str], object])


def spelled(pattern: str) -> Callable[[Word], Word]:
    """Say how a word of the sentences is spelled, which its function reads: parse's own decorator, with types."""
    mark: Callable[[Word], Word] = with_pattern(pattern)
    return mark


# "the order" is the example's only order; where there are several, each has a name.
ONLY = "ORDER"


@spelled(r'(?:(?:the|an?)(?: new| change)? )?(?:order|quote|opportunity)(?: "[^"]+")?')
def _order_name(text: str) -> str:
    kind = next((kind for kind in ("quote", "opportunity") if kind in text.partition('"')[0]), "")
    name = text.split('"')[1] if '"' in text else ONLY
    return f"{kind} {name}" if kind else name


@spelled(r"no|one|two|three|four")
def _number(text: str) -> int:
    return ["no", "one", "two", "three", "four"].index(text)


@spelled(r'[^"]+')
def _name(text: str) -> str:
    return text


@spelled(r'with [a-z ]+ "[^"]+"|without [a-z ]+')
def _said(text: str) -> tuple[str, str]:
    field, _, value = text.partition(" ")[2].partition(' "')
    return field, value.rstrip('"')


@spelled(r'the customer|the account "[^"]+"')
def _account(text: str) -> str:
    return text.split('"')[1] if '"' in text else "Customer"


@spelled(r"trackable|not trackable")
def _trackable(text: str) -> bool:
    return text == "trackable"


@spelled(r"cancelled|suspended|resumed")
def _event(text: str) -> str:
    return {"cancelled": "cancel", "suspended": "suspend", "resumed": "resume"}[text]


@spelled(r'the status "[^"]+"|the milestone "[^"]+"|the value "[^"]+" of "[^"]+"')
def _told(text: str) -> tuple[str, str, str | None]:
    head, value, *rest = text.split('"')
    sort = head.split()[1]
    return {"value": "data"}.get(sort, sort), value, rest[1] if sort == "value" else None


def _one_of(*said: str) -> Callable[[str], str]:
    @spelled("|".join(said))
    def word(text: str) -> str:
        return text

    return word


_OBJECTS = (
    "account|service profile|work order|trouble ticket|fraud alert|credit alert|phone number|asset|product|pricing rule"
)


@spelled(rf'the customer\'s (?:account|service profile)|the order|(?:{_OBJECTS}|order) "[^"]+"')
def _record(text: str) -> tuple[str, str]:
    if text.startswith("the customer's "):
        return text.removeprefix("the customer's "), "Customer"
    if '"' not in text:
        return "sales order", ONLY
    kind, name, _ = text.split('"')
    return {"order": "sales order"}.get(kind.strip(), kind.strip()), name


@spelled(r'each back office|a back office|the back office|back office "[^"]+"')
def _office(text: str) -> str:
    return text.split('"')[1] if '"' in text else text


_NEIGHBOURS = {"the CRM": "crm", "the order system": "oms", "billing": "billing", "provisioning": "provisioning"}


@spelled("|".join(_NEIGHBOURS))
def _neighbour(text: str) -> str:
    return _NEIGHBOURS[text]


_TYPES = {
    "Neighbour": _neighbour,
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
    "Reach": _one_of("is down", "comes back", "falls silent"),
    "Moment": _one_of("begins", "is a minute away"),
    "Extent": _one_of("do", "finish"),
    "System": _one_of("the integration", "service order management", "order management", "the CRM"),
}


class Sentence(parsers.parse):
    """A step's sentence, and the roles that the kit must play for it to make sense.

    In it {x:Order} takes "the order", 'order "BASE"', "a quote" or "the opportunity", {n:Number} "no" to "four",
    {a:Name} what stands in quotes, {c:Account} "the customer" or 'the account "Payer"', {s:Said} 'with action "Add"' or
    "without product", {t:Trackable} "trackable" or "not trackable", {e:Event} "cancelled", "suspended" or "resumed",
    {r:Record} 'trouble ticket "NOISE"', "the customer's account" or "the order", {b:Office} "the back office",
    "each back office", "a back office" or 'back office "Accounting"', {d:Deed} "saves", "gives up", "looks at" or
    'presses "X" on', {e:Entry} "enters" or "fills in", {s:Reach} "is down", "comes back" or "falls silent",
    {m:Moment} "begins" or "is a minute away", {y:System} "the integration", "service order management",
    "order management" or "the CRM", {e:Extent} "do" or "finish",
    {n:Neighbour} "the CRM", "the order system", "billing" or "provisioning",
    {u:Told} 'the status "COMPLETE"', 'the milestone "DESIGNED"' or 'the value "v4" of "version"'.
    """

    def __init__(self, sentence: str, kit_plays: frozenset[str], needs: frozenset[str] = frozenset()) -> None:
        super().__init__(sentence, _TYPES, case_sensitive=True)
        self.kit_plays, self.needs = kit_plays, needs


def words(sentence: str, *kit_plays: str) -> Sentence:
    """A sentence that makes sense whichever roles the system under test plays, or only while the kit plays these."""
    return Sentence(sentence, frozenset(kit_plays))


def clock_words(sentence: str) -> Sentence:
    """A sentence in which the clock of the system under test is set."""
    return Sentence(sentence, frozenset(), frozenset({"virtual-clock"}))


def provisioning_words(sentence: str) -> Sentence:
    """A sentence about what provisioning is asked and does, while the kit plays service order management."""
    return words(sentence, "som")


def order_system_words(sentence: str) -> Sentence:
    """A sentence about what the order system hears and does, while the kit plays it."""
    return words(sentence, "oms")


def queue_words(sentence: str) -> Sentence:
    """A sentence about what a CRM puts on the submission queue, from which the kit's integration takes it."""
    return words(sentence, "integration")


def crm_words(sentence: str) -> Sentence:
    """A sentence about what the CRM is told, while the kit plays it."""
    return words(sentence, "crm")


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
