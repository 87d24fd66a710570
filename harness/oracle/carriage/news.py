"""News: what billing and provisioning tell the order system, and what it and the back offices tell the CRM."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ordertck.harness.messages import Edge, Message, Status
from ordertck.harness.oracle.carriage import call_names
from ordertck.harness.oracle.carriage.book import Book, moment
from ordertck.harness.oracle.carriage.traffic import Complaint, Traffic, about

# One thing that was said: of what, and what.
Fact = tuple[tuple[str, ...], str]
_TOLD_CRM = ("order-update", "refusal", "fallout")
_TOLD_ORDER_SYSTEM = ("billing-update", "provisioning-update", "fault", "fallout")
# What a back office's message says of itself.
_ADDRESS = ("verb", "object", "system", "account", "workflow", "as_of")
Facts = Callable[[Message, Book], list[Fact]]
# What one message says, with its kind.
Said = tuple[str, list[Fact]]


def complaints(traffic: Traffic, book: Book) -> Iterator[Complaint]:
    """What is wrong with the news that was passed on, or was not."""
    told = _said(traffic.once(Edge.OMS, "order-update", "fallout"), of_an_order, book)
    heard = _said(traffic.handed_over(Edge.CRM, "order-update", "fallout"), of_an_order, book)
    updates = ([said for said in side if said[0] == "order-update"] for side in (told, heard))
    yield from about("crm", _unbalanced(*updates))
    yield from about("turn", _out_of_turn(told, heard, lambda fact: fact[0][0]))
    for edge, kind in ((Edge.BILLING, "billing-update"), (Edge.PROVISIONING, "provisioning-update")):
        told, heard = (
            _said(side, of_work, book) for side in (traffic.once(edge, kind), traffic.handed_over(Edge.OMS, kind))
        )
        yield from about("oms", _unbalanced(told, heard))
        yield from about("oms", _out_of_turn(told, heard, lambda fact: fact[0][1]))
        yield from about("oms", call_names.complaints(traffic, book, edge))
    if "back-office-status" in book.claims.capabilities:
        status = traffic.once(Edge.BACKOFFICE, "workflow"), traffic.handed_over(Edge.CRM, "workflow")
        yield from about("back office", _unbalanced(*(_said(side, of_record, book) for side in status)))
        yield from about("back office", _misaddressed(*status, book))
    for edge, kinds in ((Edge.CRM, _TOLD_CRM), (Edge.OMS, _TOLD_ORDER_SYSTEM)):
        for message in traffic.handed_over(edge, *kinds):
            number = str(message.body["order"])
            known = book.directory.order_by_number(number)
            if edge is Edge.CRM and known is not None and known.number != number:
                yield Complaint(f"{message.kind} under the CRM's own number, {known.number}", number, "ids")
            for line in _named(message):
                if not book.receivers_own(edge, line):
                    yield Complaint(f"{message.kind} under the {edge}'s own id of {book.line(line)}", line, "ids")
    if astray := traffic.handed_over(Edge.BACKOFFICE, "workflow", "workflow-answer", "check", "mail"):
        yield Complaint("nothing told to a back office", astray[0].kind, "back office")


def _said(messages: Iterable[Message], facts: Facts, book: Book) -> list[Said]:
    return [(message.kind, facts(message, book)) for message in messages]


def _named(message: Message) -> list[str]:
    """The ids of lines in a message."""
    lines = [line["line"] for line in message.body.get("lines", ())]
    return [*lines, message.body["line"]] if message.body.get("line") else lines


def of_order(message: Message, book: Book) -> list[Fact]:
    """The facts in an update of an order."""
    body = message.body
    order = book.order(body["order"])
    facts: list[Fact] = [((order, "status"), str(body["status"]))]
    for line in body.get("lines", ()):
        key = book.line(line["line"])
        facts += [
            ((order, key, name), str(line[name])) for name in ("status", "milestone") if line.get(name) is not None
        ]
        facts += [((order, key, name), str(value)) for name, value in line.get("attributes", {}).items()]
    return facts


def of_an_order(message: Message, book: Book) -> list[Fact]:
    """The facts in an update of an order, or in word that it got stuck, or that it is free again.

    An incident has its number, or it would be taken for one of the layer's own of the same line.
    """
    body = message.body
    if message.kind == "order-update":
        return of_order(message, book)
    about = book.order(body["order"]), book.line(body.get("line")), f"fallout {body['incident']}"
    return [(about, str(body.get("state")))]


def of_work(message: Message, book: Book) -> list[Fact]:
    """The fact in an update of work on a line."""
    body = message.body
    what = str(body.get("attribute") or body["sort"])
    return [((book.order(body["order"]), book.line(body["line"]), str(body["sort"]), what), str(body["value"]))]


def of_record(message: Message, book: Book) -> list[Fact]:
    """The facts in what a back office says of an order."""
    record, rows = book.order(message.body.get("record")), message.body.get("rows", ())
    facts: list[Fact] = [((record, name), str(value)) for name, value in message.body.get("fields", {}).items()]
    told = ((f"row {place}", name, str(value)) for place, row in enumerate(rows) for name, value in row.items())
    return [*facts, *(((record, place, name), value) for place, name, value in told)]


def _misaddressed(told: list[Message], heard: list[Message], book: Book) -> Iterator[Complaint]:
    """What a back office says stays that office's word, of that customer, as of that moment."""
    for name in _ADDRESS:
        owed, seen = (
            {(book.order(m.body["record"]), said) for m in ms if (said := moment(m.body.get(name)))}
            for ms in (told, heard)
        )
        about_which = {record for record, _ in owed}
        for record, said in owed - seen:
            yield Complaint(f"{name.replace('_', ' ')} {said} in what is told of {record}", "nothing of it")
        for record, said in seen - owed:
            if record in about_which:
                yield Complaint(f"the {name.replace('_', ' ')} that was told of {record}", said)


def _unbalanced(told: list[Said], heard: list[Said]) -> Iterator[Complaint]:
    """Each subject's story must be the same on both sides; what is told twice running counts once."""
    if not told and not heard:
        return
    given, passed = _stories(told), _stories(heard)
    for subject in {**given, **passed}:
        owed, seen = given[subject], passed[subject]
        if not owed and set(seen) <= {Status.OPEN}:
            continue  # who tells of every line in each update may say of one that nobody spoke of that it is open
        seen = seen[1:] if seen[:1] == [Status.OPEN] and owed[:1] != [Status.OPEN] else seen
        if owed != seen:
            yield Complaint(
                f"told of {' '.join(subject)}: {', '.join(owed) or 'nothing'}", ", ".join(seen) or "nothing"
            )
    given_at_once = [frozenset(facts) for _, facts in told]
    came = Counter((kind, frozenset(facts)) for kind, facts in heard)
    for (_, said), times in came.items():
        if times > 1 and times > sum(1 for one in given_at_once if one <= said or said <= one):
            yield Complaint(f"told once: {_words(said)}", f"told {times} times")
            return


def _stories(messages: Iterable[Said]) -> defaultdict[tuple[str, ...], list[str]]:
    stories: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for _, facts in messages:
        for subject, value in facts:
            stories[subject].append(value)
    for subject, values in stories.items():
        stories[subject] = [value for value, _ in groupby(values)]
    return stories


def _out_of_turn(told: list[Said], heard: list[Said], subject: Callable[[Fact], str]) -> Iterator[Complaint]:
    """What came about first is told first: of an order, whichever line it is about (PR-06), and of work on a line."""
    place: dict[Fact, int] = {}
    for number, (_, facts) in enumerate(told):
        for fact in facts:
            place.setdefault(fact, number)
    latest: dict[str, int] = {}
    known: set[Fact] = set()
    for _, facts in heard:
        # Who tells of every line in each update may say early that one is open.
        news = [fact for fact in facts if fact not in known and fact in place and fact[1] != Status.OPEN]
        known.update(news)
        for fact in news:
            whose = subject(fact)
            if place[fact] < latest.get(whose, 0):
                yield Complaint(f"told in turn of {whose}", f"{_words([fact])} after what came about later")
                return
        for fact in news:
            latest[subject(fact)] = max(latest.get(subject(fact), 0), place[fact])


def _words(facts: Iterable[Fact]) -> str:
    return ", ".join(f"{' '.join(subject)} {value}" for subject, value in sorted(facts))
