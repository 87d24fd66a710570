"""What several wrong order systems have in common."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import (
    BillingEffect,
    BillingLine,
    Body,
    Edge,
    LineUpdate,
    OrderLine,
    OrderUpdate,
    ProvisioningLine,
    ProvisioningOrder,
    SalesOrder,
    replace,
)
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    Intake,
    LineFulfilment,
    Objection,
    OrderManagement,
    Outbox,
    Parts,
    Planning,
    Supplementals,
)


class Careless(Intake):
    """An intake that does not raise every objection; ``overlooks`` says which it does not."""

    def objections(self, order: SalesOrder, priority: int | None) -> Iterator[Objection]:
        for objection in super().objections(order, priority):
            if not self.overlooks(objection, order):
                yield objection

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        """Whether the order passes all the same."""
        return False


class Picky(Intake):
    """An intake that refuses more than it should; ``rejects`` says which lines."""

    def objections(self, order: SalesOrder, priority: int | None) -> Iterator[Objection]:
        yield from (Objection("not supported", line.id) for line in order.lines if self.rejects(line))
        yield from super().objections(order, priority)

    def rejects(self, line: OrderLine) -> bool:
        """Whether such a line is not taken."""
        return False


class Altering(Planning):
    """Plans other work than it should; ``alter`` changes what was planned for a line."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        self.alter(planned, line)
        return planned

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        """Change the plan of one line."""

    def provisioning(self, planned: LineFulfilment, **changes: object) -> None:
        """Ask provisioning for something else."""
        if planned.work.provisioning is not None:
            changed = replace(planned.work.provisioning, **changes)
            planned.work = replace(planned.work, provisioning=changed)

    def billing(self, planned: LineFulfilment, effect: BillingEffect | None) -> None:
        """Ask billing for another effect; None for nothing at all."""
        if effect is None:
            planned.work = replace(planned.work, billing=None)
            return
        line = planned.line
        asked = BillingLine(
            line=line.id,
            product=line.product or "",
            effect=effect,
            asset=planned.asset,
            price_list=planned.price_list or self.catalogue.header_price_list,
        )
        planned.work = replace(planned.work, billing=asked)


class Sending(Outbox):
    """Sends provisioning orders that are not as they should be: ``sent`` says how."""

    def tell(self, kind: str, edge: Edge, body: Body, about: str, re: str | None = None) -> str:
        if not isinstance(body, ProvisioningOrder):
            return super().tell(kind, edge, body, about, re)
        said = ""
        for call in self.sent(body):
            said = super().tell(kind, edge, call, about, re)
        return said

    def sent(self, call: ProvisioningOrder) -> Iterable[ProvisioningOrder]:
        """What becomes of a provisioning order."""
        return (call,)

    def lines(self, call: ProvisioningOrder, **changes: object) -> tuple[ProvisioningLine, ...]:
        """The lines of a call, each with these changes."""
        return tuple(replace(line, **changes) for line in call.lines)


class AltersEveryLine(Supplementals):
    """Takes every line that a revision keeps for altered."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        kept = tuple(line for line in known.lines if line in planned)
        super().revise(known, planned, replace(difference, altered=kept))


class NothingInPlace(Compensation):
    """Changes nothing in place: what is wanted differently is taken down and set up anew."""

    def in_place(self, old: LineFulfilment, new: LineFulfilment) -> bool:
        return False


class Believing(OrderManagement):
    """Works by settings that it was not given; ``believes`` says which."""

    believes: ClassVar[Mapping[str, str]] = {}

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext, parts: Parts | None = None) -> None:
        super().__init__(catalogue, replace(scenario, settings={**scenario.settings, **self.believes}), parts)


def foretell(outbox: Outbox, fulfilment: Fulfilment, line: LineFulfilment) -> None:
    """Tell the CRM that a line is complete before it is."""
    told = (LineUpdate(line=line.line.id, status="COMPLETE"),)
    update = OrderUpdate(order=fulfilment.number, status="IN PROGRESS", lines=told)
    outbox.tell("order-update", Edge.CRM, update, fulfilment.number)
