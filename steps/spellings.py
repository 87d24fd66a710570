"""How the words of the sentences are spelled: the types of their parameters, for the library parse."""

from collections.abc import Callable
from typing import TypeVar

from parse import with_pattern

Word = TypeVar("Word", bound=Callable[[str], object])


def spelled(pattern: str) -> Callable[[Word], Word]:
    """Say how a word of the sentences is spelled, which its function reads: parse's own decorator, with types."""
    mark: Callable[[Word], Word] = with_pattern(pattern)
    return mark


# "the order" is the example's only order; where there are several, each has a name.
ONLY = "ORDER"


_ORDER = r'(?:(?:the|an?)(?: new| change)? )?(?:order|quote|opportunity)(?: "[^"]+")?'


@spelled(_ORDER)
def _order_name(text: str) -> str:
    kind = next((kind for kind in ("quote", "opportunity") if kind in text.partition('"')[0]), "")
    name = text.split('"')[1] if '"' in text else ONLY
    return f"{kind} {name}" if kind else name


@spelled(rf"(?:(?:line [\d.]+|that line) of )?{_ORDER}")
def _part(text: str) -> tuple[str, str]:
    line, _, order = text.rpartition(" of ") if text.startswith(("line ", "that line ")) else ("", "", text)
    return _order_name(order), line.replace("line", "").strip()


@spelled(r'(?: on the "[^"]+"| for "[^"]+")?')
def _terms(text: str) -> tuple[str, str]:
    if not text:
        return "", ""
    return ("due date" if text.startswith(" for") else "price list"), text.split('"')[1]


@spelled(r"(?:(?:a minute|\d+ days?) before )?")
def _before(text: str) -> str:
    return text


@spelled(r"(?: but the last)?")
def _but_the_last(text: str) -> str:
    return text


@spelled(r'(?: at "[^"]+")?')
def _place(text: str) -> str:
    return text.removeprefix(' at "').rstrip('"')


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


@spelled(r"cancels|suspends|resumes")
def _event(text: str) -> str:
    return text.removesuffix("s")


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


_STANDINGS = (
    "complete",
    "not complete",
    "the only complete line",
    "complete or fallen out",
    "open",
    "not open",
    "cancelled",
    "not cancelled yet",
    "refused or fallen out",
    "free of refusals and fallouts",
)

TYPES = {
    "Neighbour": _neighbour,
    "Order": _order_name,
    "Standing": _one_of(*_STANDINGS),
    "Kept": _one_of("a missing due date", "an empty price list"),
    "Part": _part,
    "Terms": _terms,
    "Before": _before,
    "ButTheLast": _but_the_last,
    "Place": _place,
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
