"""How the words of the sentences are spelled: the types of their parameters, for the library parse."""

from ordertck.steps.neighbours import holder, neighbour, office, reached, worker
from ordertck.steps.spelled import one_of, spelled

# A value that is there, whichever it is.
ANY = "*"
# "the order" is the example's only order; where there are several, each has a name.
ONLY = "ORDER"


_ORDER = r'(?:(?:the|an?)(?: new| change)? )?(?:order|quote|opportunity)(?: "[^"]+")?'


@spelled(_ORDER)
def _order_name(text: str) -> str:
    kind = next((kind for kind in ("quote", "opportunity") if kind in text.partition('"')[0]), "")
    name = text.split('"')[1] if '"' in text else ONLY
    return f"{kind} {name}" if kind else name


@spelled(rf"(?:(?:line [\d.]+|that line|any other line) of )?{_ORDER}")
def _part(text: str) -> tuple[str, str]:
    line, of, order = text.partition(" of ")
    if not of:
        return _order_name(text), ""
    return _order_name(order), line.removeprefix("any ").replace("line", "").strip()


_FIELDS = {"on the": "price list", "for": "due date", "at": "site", "paid by": "payer", "shipped to": "ship to"}


@spelled(r'(?:(?: on the| for| at| paid by| shipped to) "[^"]+"| on no price list)?')
def _terms(text: str) -> tuple[str, str]:
    if text == " on no price list":
        return "price list", ""
    words, _, value = text.strip(' "').partition(' "')
    return _FIELDS.get(words, ""), value


@spelled(r"(?:(?:a minute|\d+ days?) before )?")
def _before(text: str) -> str:
    return text


@spelled(r'(?: at "[^"]+")?')
def _place(text: str) -> str:
    return text.removeprefix(' at "').rstrip('"')


@spelled(r"no|zero|one|two|three|four")
def _number(text: str) -> int:
    return 0 if text in ("no", "zero") else ["one", "two", "three", "four"].index(text) + 1


@spelled(r"(?:eight times )?")
def _often(text: str) -> int:
    return 8 if text else 1


@spelled(r'[^"]+')
def _name(text: str) -> str:
    return text


@spelled(r'"[^"]+"|nothing')
def _setting(text: str) -> str:
    """What a field is set to; blank for "nothing"."""
    return text.strip('"') if text.startswith('"') else ""


@spelled(r'with [a-z ]+ "[^"]+"|without [a-z ]+|with any [a-z ]+')
def _said(text: str) -> tuple[str, str]:
    """A field and its value: blank for "without", ANY for "with any"."""
    if text.startswith("with any "):
        return text.removeprefix("with any "), ANY
    field, _, value = text.partition(" ")[2].partition(' "')
    return field, value.rstrip('"')


@spelled(r'(?: with [a-z ]+ "[^"]+"| without [a-z ]+| with any [a-z ]+)?')
def _perhaps_said(text: str) -> tuple[str, str]:
    return _said(text.strip()) if text else ("", "")


@spelled(rf'the account "[^"]+"|the customer|(?:line [\d.]+ of )?{_ORDER}')
def _priced(text: str) -> tuple[str, str, str]:
    """An account, or an order, or a line of one: the kind, its name, and the line's number."""
    if text == "the customer" or text.startswith("the account"):
        return "account", _account(text), ""
    order, line = _part(text)
    return "order", order, line


@spelled(r'(?:, unless the desk objects to order "[^"]+")?')
def _unless(text: str) -> str:
    return text.split('"')[1] if text else ""


@spelled(r'the "[^"]+"|no price list')
def _price_list(text: str) -> str:
    return text.split('"')[1] if '"' in text else ""


@spelled(r"not queued|queued once|queued (?:two|three|four) times")
def _queued(text: str) -> int:
    return 0 if text.startswith("not") else _number(text.split()[1].replace("once", "one"))


@spelled(r'the customer|the account "[^"]+"')
def _account(text: str) -> str:
    return text.split('"')[1] if '"' in text else "Customer"


@spelled(r"trackable|not trackable")
def _trackable(text: str) -> bool:
    return text == "trackable"


@spelled(r"cancels|suspends|resumes")
def _event(text: str) -> str:
    return text.removesuffix("s")


_EVENTS = (
    "a fault",
    "a fault of each line",
    "the end of the fault",
    "a fallout",
    "the end of the fallout",
    "a refusal",
    "the billing",
)


@spelled("|".join((r'the status "[^"]+"|the milestone "[^"]+"|the value "[^"]+" of "[^"]+"', *_EVENTS)))
def _told(text: str) -> tuple[str, str, str | None]:
    if text in _EVENTS:
        return text.replace("the end of the", "end of").removeprefix("the ").removeprefix("a "), "", None
    head, value, *rest = text.split('"')
    sort = head.split()[1]
    return {"value": "data"}.get(sort, sort), value, rest[1] if sort == "value" else None


@spelled(r"at provisioning|in the network|at provisioning past its points of no return")
def _held(text: str) -> str:
    return text.removeprefix("at ").removeprefix("in the ")


@spelled(r"billing is|provisioning is|provisioning and billing are")
def _informed(text: str) -> str:
    return text.rpartition(" ")[0]


@spelled(r' with priority [-A-Za-z0-9]+| that depends on line [\d.]+ of order "[^"]+"')
def _small(text: str) -> tuple[str, str]:
    if text.startswith(" with"):
        return "priority", text.rpartition(" ")[2]
    return "depends on", text.removeprefix(" that depends on ").replace('order "', "").rstrip('"')


_OBJECTS = (
    "account|service profile|work order|trouble ticket|fraud alert|credit alert|phone number|asset|product|pricing rule"
)


@spelled(rf'the customer\'s (?:account|service profile)|(?:{_OBJECTS}) "[^"]+"|{_ORDER}')
def _record(text: str) -> tuple[str, str]:
    if text.startswith("the customer's "):
        return text.removeprefix("the customer's "), "Customer"
    kind, _, name = text.partition(' "')
    return (kind, name.rstrip('"')) if kind in _OBJECTS.split("|") else ("sales order", _order_name(text))


_LISTS = ("projected assets", "service profile", "trouble tickets", "fraud alerts", "credit alerts")
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
    "refused, fallen out or not begun",
    "free of refusals and fallouts",
)

_HISTORIES = (
    "",
    " past its points of no return",
    " under a number of its own",
    " and has had it billed",
    " and has had it provisioned",
    " and has had it billed and provisioned",
    " and provisioning works on it",
    " and billing and provisioning work on it",
)


@spelled(rf"everything|the order system's last report|every version of {_ORDER}(?: but the last)?")
def _deliveries(text: str) -> tuple[str, str]:
    """The order, blank for everything that was sent, and whether its last version is left out, or all but a report."""
    if text == "the order system's last report":
        return "", text
    name, but, _ = text.removeprefix("every version of ").partition(" but the last")
    return ("", "") if text == "everything" else (_order_name(name), but.strip())


TYPES = {
    # Orders and lines
    "Order": _order_name,
    "Part": _part,
    "Terms": _terms,
    "Small": _small,
    "Begun": one_of("submitted", "held at provisioning"),
    "Deliveries": _deliveries,
    "Standing": one_of(*_STANDINGS),
    "Event": _event,
    "Before": _before,
    "Place": _place,
    # Neighbours, and what they do
    "Neighbour": neighbour,
    "Worker": worker,
    "Tally": worker,  # a Worker of whom each unit is counted, as nobody can in the network
    "Held": _held,
    "Informed": _informed,
    "Pause": one_of("holds its work", "takes up its work again"),
    "Extent": one_of("do", "finish", "be told of"),
    "Lines": one_of("all its work for", "one line of", r"a line other than [\d.]+ of", r"every line except [\d.]+ of"),
    "Reached": reached,
    "Reach": one_of("cannot be reached", "can be reached again", "stops answering"),
    "System": one_of("the integration", "service order management", "order management", "the CRM"),
    "Moment": one_of(
        "", " before the next message", " at the next message", " at every message", " after every answer"
    ),
    "Intake": one_of("the intake", "the intake of service order management"),
    "Flow": one_of("held", "released"),
    "AndWait": one_of("", " and wait"),
    "History": one_of(*_HISTORIES),
    # What is reported and received
    "Told": _told,
    "Manner": one_of("in turn", "only"),
    "More": one_of("", "more "),
    "Times": one_of("once", "twice", "at least once", "at most once"),
    "Purpose": one_of("for", "to remove"),
    "Receipt": one_of("once", "just as it was submitted", "revision by revision", "and then its cancel"),
    "Kept": one_of("a missing due date", "an empty price list"),
    # The desk, the queue and the back offices
    "Account": _account,
    "Version": one_of("", "the first version of "),
    "Priced": _priced,
    "PriceList": _price_list,
    "Header": one_of("due date", "priority", "payer", "site", "ship to", "ship by"),
    "Setting": _setting,
    "Said": _said,
    "PerhapsSaid": _perhaps_said,
    "Unless": _unless,
    "Queued": _queued,
    "QueuedPart": one_of("header", "lines"),
    "ListKind": one_of(*_LISTS),
    "Record": _record,
    "Office": office,
    "Holder": holder,
    "Has": one_of("has", "have"),
    "Deed": one_of("saves", "gives up", "looks at", "waits for the sending of", 'presses "[^"]+" on'),
    "Entry": one_of("enters", "fills in"),
    "Copies": one_of("nothing", "no two copies"),
    "AndGetsIt": one_of("", ", and gets it"),
    "Released": one_of("is released to fulfilment once", "is not released to fulfilment"),
    "Mails": one_of("no acknowledgement", "one acknowledgement"),
    "Trackable": _trackable,
    # Anything else
    "Number": _number,
    "Often": _often,
    "Name": _name,
}
