"""Refusals, faults and fallouts: each is passed on once; those that nobody told are the layer's own."""

from collections.abc import Iterator

from ordertck.harness.messages import Edge, Message
from ordertck.harness.oracle.carriage.book import Book
from ordertck.harness.oracle.carriage.traffic import Complaint, Notices, Traffic

_KINDS = ("refusal", "fault", "fallout")
# What the order system says that is meant for the CRM.
_OF_THE_CRM = ("refusal", "fallout", "order-update")


def sorted_out(traffic: Traffic, book: Book) -> tuple[list[Complaint], Notices]:
    """What is wrong with the failures that were passed on, and which are of the layer's own making."""
    wrong: list[Complaint] = []
    own: list[Message] = []
    incidents: dict[str, str] = {}
    ways = (
        ((Edge.OMS,), (Edge.CRM, Edge.SUBMISSION)),
        ((Edge.BILLING, Edge.PROVISIONING), (Edge.OMS,)),
    )
    for come_from, go_to in ways:
        heard = [message for edge in go_to for message in traffic.handed_over(edge, *_KINDS)]
        told = [message for edge in come_from for message in traffic.once(edge, *_KINDS)]
        mended = _mended(told), _mended(heard)
        for sent in sorted(told, key=lambda sent: _is_said_again(sent, traffic, book)):  # what has to be told first
            alike = [seen for seen in heard if _alike(sent, seen, book, incidents)]
            match = min(alike, key=lambda seen: _unlikeness(sent, seen, mended), default=None)
            if match is None and _is_said_again(sent, traffic, book):
                continue
            if match is None:
                wrong.append(Complaint(f"passed on: {_words(sent, book)}", "nothing of it"))
            else:
                heard.remove(match)
                wrong += _borrowed(sent, match, told, book)
                if sent.kind != "refusal":
                    incidents[str(sent.body["incident"])] = str(match.body["incident"])
        own += heard
    return wrong + list(_out_of_turn(traffic)) + list(_shared(own, traffic, book)), Notices(own)


def _is_said_again(sent: Message, traffic: Traffic, book: Book) -> bool:
    """Whether a failure is what the CRM was to hear of its order just before, word for word: then it is no news."""
    if sent.edge is not Edge.OMS:
        return False
    order = book.order(sent.body["order"])
    of_the_crm = (m for m in traffic.told if m.kind in _OF_THE_CRM or m.edge in (Edge.CRM, Edge.SUBMISSION))
    said = [message for message in of_the_crm if book.order(message.body.get("order")) == order]
    place = next(place for place, message in enumerate(said) if message.id == sent.id)
    return place > 0 and (said[place - 1].kind, said[place - 1].body) == (sent.kind, sent.body)


def _borrowed(sent: Message, seen: Message, told: list[Message], book: Book) -> Iterator[Complaint]:
    """A failure may be told in other words, but not in none, nor in those that were said of another failure."""
    owed, said = sent.body.get("reason"), seen.body.get("reason")
    if owed and not said and sent.body.get("state") != "resolved":
        yield Complaint(f"{_words(sent, book)}, with a reason", "none", "reason")
    if said != owed and any(other.body.get("reason") == said for other in told if said):
        yield Complaint(f"{_words(sent, book)}, with a reason of its own", f"that of another one: {said}", "reason")


def _shared(own: list[Message], traffic: Traffic, book: Book) -> Iterator[Complaint]:
    """Failures of lines that were never asked for together are incidents of their own, or one's end is the other's."""
    calls = traffic.once(Edge.OMS, "billing-order", "provisioning-order")
    together = [{book.line(line["line"]) for line in call.body["lines"]} for call in calls]
    first: dict[str, str] = {}
    for message in own:
        line, incident = book.line(message.body.get("line")), str(message.body.get("incident") or "")
        other = first.setdefault(incident, line) if incident and line else line
        if other != line and not any({line, other} <= lines for lines in together):
            yield Complaint(f"an incident of its own for {line}", f"that of {other}", "incident")


def _out_of_turn(traffic: Traffic) -> Iterator[Complaint]:
    """That a failure is mended is told after the failure, at either edge."""
    for edge in (Edge.CRM, Edge.OMS):
        mended: set[str] = set()
        for message in traffic.handed_over(edge, "fault", "fallout"):
            incident = str(message.body["incident"])
            if message.body.get("state") == "resolved":
                mended.add(incident)
            elif incident in mended:
                yield Complaint(f"incident {incident} told of before it is mended", "mended first")


def left_over(notices: Notices, book: Book) -> Iterator[Complaint]:
    """Failures that nothing explains: nobody told of them, and what they are about was delivered."""
    for message in notices.unexplained():
        yield Complaint("no failure that nothing explains", _words(message, book))


def _alike(sent: Message, seen: Message, book: Book, incidents: dict[str, str]) -> bool:
    """Whether a failure may be the one that was told; an incident may get another number, but one only."""
    one, other = sent.body, seen.body
    if sent.kind != seen.kind or book.order(one["order"]) != book.order(other["order"]):
        return False
    if book.line(one.get("line")) != book.line(other.get("line")) or one.get("state") != other.get("state"):
        return False
    if sent.kind == "refusal":
        return True
    known = incidents.get(str(one["incident"]))
    return known == str(other["incident"]) or (known is None and str(other["incident"]) not in incidents.values())


def _mended(messages: list[Message]) -> set[str]:
    """The incidents of which it is said that they are over."""
    return {str(message.body["incident"]) for message in messages if message.body.get("state") == "resolved"}


def _unlikeness(sent: Message, seen: Message, mended: tuple[set[str], set[str]]) -> tuple[bool, ...]:
    """How unlike two failures are that may be the same: another number, other words, another end."""
    one, other = str(sent.body.get("incident")), str(seen.body.get("incident"))
    return one != other, sent.body.get("reason") != seen.body.get("reason"), (one in mended[0]) != (other in mended[1])


def _words(message: Message, book: Book) -> str:
    line = f"line {book.line(message.body.get('line'))}" if message.body.get("line") else "the order"
    state = message.body.get("state") or ""
    return f"{message.kind} {state} of {line}, {book.order(message.body['order'])}"
