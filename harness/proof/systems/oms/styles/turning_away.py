"""What is refused that nobody demands, what is not told of work that will be taken back, and how a place is written."""

from collections.abc import Iterator
from typing import Any

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.proof.systems.oms.styles.assets_and_places import SetsUpWhatNoOrderBrought
from ordertck.harness.proof.systems.oms.styles.running_work import (
    Afterwards,
    AwaitsRunningWork,
    DropsOldWishes,
    Finished,
    NothingToAwait,
)
from ordertck.harness.reference.oms import (
    Difference,
    Fulfilment,
    Intake,
    LineFulfilment,
    LineState,
    Objection,
    OrderManagement,
    Outbox,
    Parts,
    Supplementals,
)


@style("oms")
class WritesNoPlaceAsAnEmptyText(Outbox):
    """Tells provisioning an empty text where no place is named, in the place of leaving it out."""

    def emptied(self) -> list[Message]:
        told = super().emptied()
        for message in told:
            for line in message.body["lines"] if message.kind == "provisioning-order" else ():
                line.setdefault("site", "")
        return told


class _SeesCircles(Supplementals):
    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        bases = [line.base_line for line in order.lines]
        reached: set[str] = set()
        while bases:
            base = bases.pop()
            owner = next((one for one in self.book.orders.values() if base in one.lines), None)
            if owner is not None and owner.number not in reached:
                reached.add(owner.number)
                bases += [line.base_line for line in owner.order.lines]
        if known.number in reached:
            return Objection("the order would wait for one that waits for it")
        return super().objection(known, order, message, difference)


@permitted("oms")
class RefusesToWaitForWhatWaitsForIt(OrderManagement):
    """Refuses a revision by which two orders would wait for each other: neither could ever begin."""

    parts = Parts(supplementals=_SeesCircles)


class _KnowsWhatStays(Intake):
    def action(self, line: OrderLine, change: bool) -> Iterator[Objection]:
        yield from super().action(line, change)
        if self.unchanged(line) and self.installed.get(line.asset) is None:
            yield Objection(f"asset {line.asset or '(none)'} is not installed, and cannot stay as it is", line.id)


@permitted("oms")
class RefusesToLeaveWhatIsNotThere(OrderManagement):
    """Refuses an order of which a line says that something stays as it is that is not there."""

    parts = Parts(intake=_KnowsWhatStays)


class _KnowsWhatIsThere(Intake):
    def asset(self, line: OrderLine) -> Iterator[Objection]:
        yield from super().asset(line)
        if line.action == "Add" and self.installed.get(line.asset):
            yield Objection(f"asset {line.asset} is installed already", line.id)


@permitted("oms")
class RefusesToAddWhatIsThere(SetsUpWhatNoOrderBrought):
    """Refuses to add an asset that is there already, as an order has set it up whose base order had not come."""

    parts = Parts(intake=_KnowsWhatIsThere)


class _KnowsWhatComes(Intake):
    def asset(self, line: OrderLine) -> Iterator[Objection]:
        yield from super().asset(line)
        known = [order.lines[name] for name, order in self.book.open_lines.items() if name in order.lines]
        base = next((each.line for each in known if each.line.id == line.base_line), None)
        if base is None or line.action == "Add":
            return
        asset = line.asset or base.asset
        kept = (each.line for each in known if each.state is not LineState.UNDOING)
        comes = any(each.action == "Add" and each.asset == asset for each in kept)
        if not comes and self.installed.get(asset) is None:
            yield Objection(f"asset {asset} is not installed, and no order brings it", line.id)


@permitted("oms")
class RefusesToChangeWhatNobodyBrings(OrderManagement):
    """Refuses to change what is not there, and what no order brings, whichever line the change waits for."""

    parts = Parts(intake=_KnowsWhatComes)


class _TellsNothingOfIt(Finished):
    def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
        if not self.is_to_be_undone(line):
            super().reached(fulfilment, line, milestone)

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        if not self.is_to_be_undone(line):
            super().filled_in(fulfilment, line, attribute, value)

    def is_to_be_undone(self, line: LineFulfilment) -> bool:
        """Whether what runs is at another place than is wanted now."""
        assert isinstance(self.compensation, Afterwards)
        wanted = self.compensation.to_alter.get(line.line.id)
        return wanted is not None and wanted.line.site != line.line.site


@permitted("oms")
class TellsNothingOfWhatIsToBeUndone(AwaitsRunningWork):
    """Tells the CRM no news of running work that it will take back, as the line is wanted at another place now."""

    parts = Parts(
        compensation=Afterwards, supplementals=DropsOldWishes, incidents=NothingToAwait, reports=_TellsNothingOfIt
    )


@permitted("oms")
class TakesDownWhatAnUpdateMoves(OrderManagement):
    """Has taken down what an update moves to another address, and set up there what was taken down.

    What comes of its order meanwhile, and is not to be refused, is read once it is taken down.
    """

    def prepare(self) -> None:
        super().prepare()
        self.afterwards: dict[str, Message] = {}
        self.asked_as: dict[str, str] = {}
        self.asked: set[str] = set()
        self.unread: list[Message] = []

    def handle(self, message: Message) -> list[Message]:
        call = str(message.body.get("call", ""))
        if message.kind == "provisioning-update" and call in self.afterwards:
            return self.taken_down(call) if message.body["value"] == "COMPLETE" else []
        if message.kind in ("sales-order", "cancel") and self.is_moving(message.body["order"]):
            self.unread.append(message)
            return []
        if call in self.asked_as:
            message = replace(message, body={**message.body, "call": self.asked_as[call]})
        return [told for sent in super().handle(message) for told in self.in_two_steps(sent)]

    def is_moving(self, number: str) -> bool:
        """Whether something that an order moves is being taken down; what would be refused is refused meanwhile."""
        known = self.book.orders.get(number)
        moves = any(then.body["order"] == number for then in self.afterwards.values())
        return moves and known is not None and not any(map(self.supplementals.locked, known.lines.values()))

    def taken_down(self, call: str) -> list[Message]:
        """The rest of a move, and what follows from what has come of its order meanwhile."""
        then = self.afterwards.pop(call)
        mine = [message for message in self.unread if message.body["order"] == then.body["order"]]
        self.unread = [message for message in self.unread if message not in mine]
        return [then, *(told for message in mine for told in self.handle(message))]

    def in_two_steps(self, sent: Message) -> list[Message]:
        """A change to another address as a removal, whose completion is followed by the rest."""
        if sent.kind != "provisioning-order":
            return [sent]
        line = sent.body["lines"][0]
        is_first = line["line"] not in self.asked
        self.asked |= {each["line"] for each in sent.body["lines"]}
        if not is_first or len(sent.body["lines"]) > 1 or not self.is_moved(line):
            return [sent]
        place = self.intake.installed.get(line.get("asset"))
        removal = {key: value for key, value in line.items() if key != "attributes"}
        removal.update(effect="remove", site=place.site if place else None)
        first = replace(sent, id=f"{sent.id}-removal", body={**sent.body, "lines": [removal]})
        values = {**(place.attributes if place else {}), **line.get("attributes", {})}
        added = {**line, "effect": "add", "attributes": values}
        then = replace(sent, id=f"{sent.id}-then", body={**sent.body, "lines": [added]})
        self.afterwards[first.id], self.asked_as[then.id] = then, sent.id
        return [first]

    def is_moved(self, line: dict[str, Any]) -> bool:
        """Whether an update asks for another address than that of what is there, which no other line is about."""
        about = [
            known.line
            for order in self.book.orders.values()
            for known in order.lines.values()
            if known.line.asset == line.get("asset") and known.state is not LineState.COMPLETE
        ]
        place, wanted = self.intake.installed.get(line.get("asset")), line.get("site")
        alone = len(about) == 1 and about[0].action == "Update" and about[0].site == wanted
        moves = place is not None and None not in (place.site, wanted) and place.site != wanted
        return alone and moves and bool(line["effect"] == "change")
