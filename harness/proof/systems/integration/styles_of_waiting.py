"""Ways of working with what waits, and with what nothing can be made of, that no document forbids."""

from collections.abc import Iterable, Mapping
from typing import Any

from ordertck.harness.messages import Edge, Fallout, Message, Refusal, replace
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.reference.integration import Integration
from ordertck.harness.reference.integration.submission_queue import SubmissionQueue


class _NewestOfEquals(SubmissionQueue):
    """Gives the newest of equal priority; versions of an order and what builds on it stay in turn."""

    def get(self) -> Message:
        ready = [place for place in range(len(self.waiting)) if self._has_its_turn(place)]
        best = max(ready, key=lambda place: (self.waiting[place][0], place))
        return self.waiting.pop(best)[1]


@style("integration")
class TakesTheNewestOfEqualsFirst(Integration):
    """Takes the newest of orders of the same priority off the queue first."""

    def prepare(self) -> None:
        super().prepare()
        self.queue = _NewestOfEquals(self.goes_after)


class _LiftedBases(SubmissionQueue):
    """Gives, before the most urgent, what came before it and what it builds on."""

    def get(self) -> Message:
        best = self.first_of(place for place, _ in enumerate(self.waiting))
        while not self._has_its_turn(best):
            after = self._goes_after(self.waiting[best][1])
            behind = enumerate(self.waiting[:best])
            best = self.first_of(place for place, (_, earlier) in behind if earlier.body["order"] in after)
        return self.waiting.pop(best)[1]

    def first_of(self, places: Iterable[int]) -> int:
        """The most urgent of what waits at some places, the oldest of equals."""
        return max(places, key=lambda place: (self.waiting[place][0], -place))


@style("integration")
class LiftsWhatAnUrgentOrderBuildsOn(Integration):
    """Hands an order over as early as the most urgent of those that build on it."""

    def prepare(self) -> None:
        super().prepare()
        self.queue = _LiftedBases(self.goes_after)


class _NewestLifted(_LiftedBases):
    def first_of(self, places: Iterable[int]) -> int:
        return max(places, key=lambda place: (self.waiting[place][0], place))


@permitted("integration")
class LiftsTheNewestOfEqualsFirst(Integration):
    """Hands an order over as early as the most urgent of those that build on it, and the newest of equals first."""

    def prepare(self) -> None:
        super().prepare()
        self.queue = _NewestLifted(self.goes_after)


class _LinkedInTurn(SubmissionQueue):
    """Keeps all that is linked in the sequence in which it came, whichever of the two builds on the other."""

    def _has_its_turn(self, place: int) -> bool:
        mine = self.waiting[place][1].body["order"]
        built_on = any(mine in self._goes_after(earlier) for _, earlier in self.waiting[:place])
        return not built_on and super()._has_its_turn(place)


@style("integration")
class KeepsFollowOnsBeforeLaterVersionsOfTheirBase(Integration):
    """Hands a follow-on order over before a later version of the order that it builds on."""

    def prepare(self) -> None:
        super().prepare()
        self.queue = _LinkedInTurn(self.goes_after)


@style("integration")
class KeepsWhatIsLinkedOverOtherOrdersInTurn(Integration):
    """Hands an order over behind a new version of the order that its base builds on, though it has its base."""

    def prepare(self) -> None:
        super().prepare()
        self.bases: dict[str, list[str]] = {}

    def goes_after(self, message: Message) -> list[str]:
        direct = super().goes_after(message)
        far = [base for order in direct for base in self.bases.get(order, ())]
        self.bases[message.body["order"]] = [*direct, *far]
        return self.bases[message.body["order"]]


@style("integration")
class SortsWhatHasNoPriorityBehindFive(Integration):
    """Takes an order without a priority for one with four, as queues do of themselves."""

    def queue_priority(self, message: Message) -> int:
        return 4 if message.priority is None else message.priority


@style("integration", of="what the CRM is told")
class TellsTheCrmFactByFact(Integration):
    """Tells the CRM of a line's status, its milestone and its values in messages of their own."""

    def to_crm(self, message: Message) -> None:
        lines = message.body.get("lines", ()) if message.kind == "order-update" else ()
        facts = [
            {"line": line["line"], name: line[name]}
            for line in lines
            for name in ("attributes", "milestone", "status")
            if line.get(name)
        ]
        for fact in facts or (None,):
            one = message if fact is None else replace(message, body={**message.body, "lines": [fact]})
            super().to_crm(one)


@style("integration", of="what the CRM is told")
class MergesUpdatesThatWait(Integration):
    """Tells a CRM that is back in one message what several updates said of different things of an order."""

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and message.body["neighbour"] == Edge.CRM:
            self.away[Edge.CRM][:] = self._merged(self.away[Edge.CRM])
        super().bench_act(message)

    def _merged(self, waiting: list[Message]) -> list[Message]:
        merged: list[Message] = []
        for kept in waiting:
            last = merged[-1] if merged else None
            if last is not None and self._fit(last, kept):
                lines = [*last.body["lines"], *kept.body["lines"]]
                merged[-1] = replace(last, body={**last.body, "lines": lines})
            else:
                merged.append(kept)
        return merged

    def _fit(self, last: Message, kept: Message) -> bool:
        """Whether two updates are of one order with one status, and of different lines."""
        if last.kind != "order-update" or kept.kind != "order-update" or last.body["order"] != kept.body["order"]:
            return False
        one, other = ({line["line"] for line in message.body.get("lines", ())} for message in (last, kept))
        return last.body["status"] == kept.body["status"] and bool(one and other) and not one & other


@style("integration")
class FaultsWhatHasNoPlanWhenBillingIsBack(Integration):
    """Looks for rate plans when it reaches billing, and not before."""

    def to_billing(self, message: Message) -> None:
        if Edge.BILLING in self.away:
            self.away[Edge.BILLING].append(message)
        else:
            super().to_billing(message)

    def bench_act(self, message: Message) -> None:
        back = message.kind == "neighbour-back" and message.body["neighbour"] == Edge.BILLING
        waiting = self.away.pop(Edge.BILLING, []) if back else []
        super().bench_act(message)
        for kept in waiting:
            if kept.edge is Edge.OMS:
                self.to_billing(kept)
            else:
                self.out.append(kept)


@style("integration", of="unlisted kinds")
class LetsUnknownProductsFallOut(Integration):
    """Lets a line about a product that is in no catalogue fall out, and hands the others on."""

    def hand_over(self, message: Message) -> None:
        known = self.catalogue.products
        unknown = [line for line in message.body.get("lines", ()) if line.get("product") not in known]
        if unknown:
            left = [line for line in message.body["lines"] if line not in unknown]
            message = replace(message, body={**message.body, "lines": left})
        super().hand_over(message)
        for line in unknown:
            incident, order = f"{message.id}-{line['id']}", message.body["order"]
            fallout = Fallout(order=order, incident=incident, state="raised", reason="unknown", line=line["id"])
            self.tell("fallout", Edge.CRM, fallout, order)


class _KnowingItsOrders(Integration):
    """Knows which orders it was given."""

    def submitted(self, message: Message) -> None:
        if message.kind == "order-submission":
            self.mine.add(message.body["order"])
        super().submitted(message)

    def prepare(self) -> None:
        super().prepare()
        self.mine: set[str] = set()

    def is_strange(self, body: Mapping[str, Any]) -> bool:
        """Whether a message is about an order that it was never given."""
        return self.numbers.get(body["order"], body["order"]) not in self.mine


@style("integration", of="cancels of orders that nobody submitted")
class RefusesCancelsOfUnknownOrders(_KnowingItsOrders):
    """Refuses the cancel of an order that it was never given."""

    def hand_over(self, message: Message) -> None:
        if message.kind == "cancel" and self.is_strange(message.body):
            refusal = Refusal(order=message.body["order"], reason="no such order")
            self.tell("refusal", Edge.CRM, refusal, message.about)
        else:
            super().hand_over(message)


@style("integration", of="news of orders that nobody submitted")
class LetsUnknownOrdersFallOut(_KnowingItsOrders):
    """Tells the CRM that something was said of an order that it was never given."""

    def to_crm(self, message: Message) -> None:
        if self.is_strange(message.body):
            self._object(message)
        else:
            super().to_crm(message)

    def to_order_system(self, message: Message) -> None:
        if self.is_strange(message.body):
            self._object(message)
        else:
            super().to_order_system(message)

    def _object(self, message: Message) -> None:
        order = message.body["order"]
        fallout = Fallout(order=order, incident=f"{message.id}-unknown", state="raised", reason="no such order")
        self.tell("fallout", Edge.CRM, fallout, order)


@style("integration", of="news of orders that nobody submitted")
class DropsNewsOfUnknownOrders(_KnowingItsOrders):
    """Passes nothing on of an order that it was never given."""

    def to_crm(self, message: Message) -> None:
        if not self.is_strange(message.body):
            super().to_crm(message)

    def to_order_system(self, message: Message) -> None:
        if not self.is_strange(message.body):
            super().to_order_system(message)
