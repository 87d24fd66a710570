"""CRMs that take no order of which something does not fit, or go by when work begins, which is permitted."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ordertck.harness.messages import DeskShown, Message, replace
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.crm import (
    CrmOrder,
    CustomerRelations,
    Parts,
    Projected,
    Projections,
    RecordEntry,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.projections import instant


@permitted("crm")
class TakesNoComponentWithoutItsProduct(Submitting):
    """Refuses an order of which a component is left, and the product that it belongs to was taken off."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        yield from super().objections(order)
        ids = {line.id for line in order.lines.values()}
        if any(line.parent and line.parent not in ids for line in order.lines.values()):
            yield "a component is left of a product that was taken off"


@permitted("crm")
class TakesNoChangeOfAnotherProduct(Submitting):
    """Refuses a change whose line names another product than the asset is."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        yield from super().objections(order)
        before = self.checks.projections.before(order)
        for line in order.lines.values():
            if (behind := before.get(line.asset or "")) is not None and line.product != behind.asset.product:
                yield f"what line {line.number} is about is no {line.product}"


@permitted("crm")
class GivesIdsOnSaving(RecordEntry):
    """Goes by what the form is called, until a user saves the record; only then it has an id."""

    def fill_in(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().fill_in(kind, ref, fields)
        return shown if ref in self._saved else replace(shown, id=ref)

    def save(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().save(kind, ref, fields)
        self._saved.add(ref)
        return shown

    def prepare(self) -> None:
        self._saved: set[str] = set()


class _Timely(Projections):
    """Knows what time it is, and when each order was submitted."""

    def prepare(self) -> None:
        self.now = self.scenario.now
        self.begun: dict[str, float] = {}

    def forget(self) -> None:
        super().forget()
        for order in self.orders.by_ref.values():
            if order.submitted:
                self.begun.setdefault(order.id, self.now.timestamp())


class _ByWhenWorkBegins(_Timely):
    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        found, now = super().open_orders(account, None, without), self.now.timestamp()
        begins = {order.id: max(instant(order.due_date), self.begun.get(order.id, now)) for order in found}
        last = max(instant(until), now) if until is not None else float("inf")
        return sorted((o for o in found if begins[o.id] <= last), key=lambda order: begins[order.id])


class _DueAsUndated(_Timely):
    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        found, now = super().open_orders(account, until, without), self.now.timestamp()
        turns = {number: turn for turn, number in enumerate(self.begun)}
        later = {order.id: date if (date := instant(order.due_date)) > now else 0 for order in found}
        return sorted(found, key=lambda order: (later[order.id], turns.get(order.id, len(turns))))


class _WithTheTime(CustomerRelations):
    """Lets its projections know the time."""

    def advance(self, now: datetime) -> list[Message]:
        projections: Any = self.projections
        projections.now = now
        projections.forget()
        return super().advance(now)


@permitted("crm")
class GoesByWhenWorkBegins(_WithTheTime):
    """Counts an order that is submitted after its date from then on: what was begun before it comes before it."""

    parts = Parts(projections=_ByWhenWorkBegins)


@permitted("crm")
class CountsWhatIsDueAsUndated(_WithTheTime):
    """Counts an order whose date has come like one without a date: such orders go as they were submitted."""

    parts = Parts(projections=_DueAsUndated)


@permitted("crm")
class BuildsOnWhatComesLater(Projections):
    """Takes a change of what only a later date brings, whatever date the change has, and has it wait for that."""

    def before(self, order: CrmOrder) -> dict[str, Projected]:
        later = {found.asset.id: found for found in self.of(order.account or "", None, order.id)}
        return {**later, **super().before(order)}
