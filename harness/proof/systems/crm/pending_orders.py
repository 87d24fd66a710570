"""CRMs that submit change orders late, and bring back what has changed meanwhile."""

from dataclasses import replace

from ordertck.harness.messages import DeskDo, DeskShown, Message
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.crm.habits import Meddling, Unrefreshed, sale_of
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    Parts,
    Projections,
    Refused,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


class _Filling(OrderEntry):
    def filled(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        """A line with everything that its asset says at this moment."""
        return Projections.refreshed(self.submissions.projections, order, line)


class _FillsOnEntry(_Filling):
    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        known = ref in order.lines
        super().enter_line(ref, fields)
        if not known:
            order.lines[ref] = self.filled(order, order.lines[ref])
        return self.screens.line(order.lines[ref])


class _FillsWheneverSaved(_Filling):
    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        super().enter_line(ref, fields)
        order = self.orders.order(fields.get("order", ""))
        order.lines[ref] = self.filled(order, order.lines[ref])
        return self.screens.line(order.lines[ref])


@wrong("crm", breaks="PD-01 PD-02")
class FillsLinesOnEntry(CustomerRelations):
    """Fills a line with what the asset is when it is first entered, and submits that."""

    parts = Parts(projections=Unrefreshed, entry=_FillsOnEntry)


@wrong("crm", breaks="PD-02 PD-01")
class FillsLinesWheneverSaved(CustomerRelations):
    """Fills lines with what the assets are whenever they are saved, but not on submission."""

    parts = Parts(projections=Unrefreshed, entry=_FillsWheneverSaved)


class _RefreshesLineOne(Projections):
    def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        first = next(iter(order.lines.values()), None)
        now = self.behind(order, line)
        if now is None or first is None or line.ref != first.ref:
            return line
        entered = {name: value for name, value in line.attributes.items() if name in ("speed", "version")}
        return replace(line, attributes={**now.asset.attributes, **entered})


@wrong("crm", breaks="PD-02")
class RefreshesTheFirstLine(CustomerRelations):
    """Brings the first line of a pending order up to date, and forgets the others."""

    parts = Parts(projections=_RefreshesLineOne, entry=_FillsOnEntry)


@wrong("crm", breaks="PD-01")
class LetsTheAssetWin(Projections):
    """Brings everything up to date, what the user entered as well, and says nothing."""

    def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        behind = self.behind(order, line) if line.action == "Update" else None
        if behind is None or behind.asset.attributes == {}:
            return line
        changed = {
            name: value
            for name, value in behind.asset.attributes.items()
            if self.changed_since_the_sale(line, name, value)
        }
        return replace(line, attributes={**line.attributes, **changed})

    def changed_since_the_sale(self, line: CrmLine, name: str, value: str) -> bool:
        """Whether an attribute is another by now."""
        found = sale_of(self.orders, line.asset)
        return found is not None and found[1].attributes.get(name) != value


@wrong("crm", breaks="PD-01")
class DropsWhatIsGone(Submitting):
    """Leaves out the lines whose assets are gone, and submits the rest without a word."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        for line in list(order.lines.values()):
            if line.asset and self.checks.projections.behind(order, line) is None and sale_of(self.orders, line.asset):
                del order.lines[line.ref]
        return super().submit_order(ref, fields)


@wrong("crm", breaks="PD-01")
class SetsTheAssetBackOnCompletion(Meddling):
    """Sends the change alone, but sets the asset to what it was when the order was entered."""

    parts = Parts(projections=Unrefreshed)

    def prepare(self) -> None:
        self.kept: dict[str, CrmLine] = {}

    def after(self, act: DeskDo) -> None:
        if (act.verb, act.object) == ("enter", "line"):
            order = self.orders.order(act.fields["order"])
            line = order.lines[act.ref]
            self.kept.setdefault(line.id, Projections.refreshed(self.projections, order, line))

    def take(self, message: Message) -> None:
        super().take(message)
        for told in message.body.get("lines", ()) if message.kind == "order-update" else ():
            kept = self.kept.get(told["line"])
            asset = self.assets.get(kept.asset) if kept and told.get("status") == "COMPLETE" else None
            if kept and asset:
                self.assets.put(replace(asset, attributes={**asset.attributes, **kept.attributes}))


@permitted("crm")
class SendsTheChangeAlone(Projections):
    """Sends of an updated asset nothing but what the user changed."""

    def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        return replace(line, site=None) if line.action == "Update" else line


class _BelowWhatIsThere(Projections):
    def prepare(self) -> None:
        super().prepare()
        self.there: dict[str, Fields] = {}

    def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        there = self.there.get(line.id, {})
        own = {name: value for name, value in line.attributes.items() if there.get(name) != value}
        return super().refreshed(order, replace(line, attributes=own))


@permitted("crm")
class TakesWhatIsThereForNoChange(CustomerRelations):
    """Takes it for no change of a user's when that is entered of an asset which the asset has already (PD-01)."""

    parts = Parts(projections=_BelowWhatIsThere)

    def prepare(self) -> None:
        self.desk.acts |= {("enter", "line"): self.enter_line}

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        shown, projections = self.entry.enter_line(ref, fields), self.projections
        line = self.orders.order(fields["order"]).lines[ref]
        if (asset := self.assets.get(line.asset)) is not None and isinstance(projections, _BelowWhatIsThere):
            same = {name: value for name, value in asset.attributes.items() if fields.get(name) == value}
            projections.there[line.id] = {**projections.there.get(line.id, {}), **same}
        return shown


@permitted("crm")
class StopsOnConflict(CustomerRelations):
    """Does not submit a change of what another order has changed since the line was entered (A-30)."""

    def prepare(self) -> None:
        self.noted: dict[str, Fields] = {}
        self.desk.acts |= {("enter", "line"): self.enter_line, ("submit", "order"): self.submit_order}

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = self.entry.enter_line(ref, fields)
        line = self.orders.order(fields["order"]).lines[ref]
        asset = self.assets.get(line.asset)
        self.noted.setdefault(line.id, dict(asset.attributes) if asset is not None else {})
        return shown

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        for line in order.lines.values() if order.revises is None else ():
            asset, then = self.assets.get(line.asset), self.noted.get(line.id, {})
            if asset is not None and any(asset.attributes.get(n) != then.get(n) for n in line.attributes if n in then):
                raise Refused(f"line {line.number}: the asset has been changed in the same way meanwhile")
        return self.submitting.submit_order(ref, fields)
