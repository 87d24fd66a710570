"""CRMs that submit change orders late, and bring back what has changed meanwhile."""

from dataclasses import replace

from ordertck.harness.messages import DeskShown
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.crm.modify_orders import sale_of
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, Refused, projections
from ordertck.harness.reference.crm.desk import Fields


class _Frozen(CustomerRelations):
    """Fills lines with what the asset is at some moment, and leaves them so."""

    class Projections(projections.Projections):
        """Nothing is refreshed on submission."""

        def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
            return line

        def as_it_is(self, order: CrmOrder, line: CrmLine) -> CrmLine:
            """A line filled with what the asset is now."""
            return super().refreshed(order, line)

    def filled(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        """A line with everything that its asset says at this moment."""
        return self.projections.as_it_is(order, line) if isinstance(self.projections, _Frozen.Projections) else line


@wrong("crm", breaks="PD-01 PD-02")
class FillsLinesOnEntry(_Frozen):
    """Fills a line with what the asset is when it is first entered, and submits that."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        known = ref in self.order(fields.get("order", "")).lines
        super().enter_line(ref, fields)
        order = self.order(fields.get("order", ""))
        if not known:
            order.lines[ref] = self.filled(order, order.lines[ref])
        return self.screens.line(order.lines[ref])


@wrong("crm", breaks="PD-02 PD-01")
class FillsLinesWheneverSaved(_Frozen):
    """Fills lines with what the assets are whenever they are saved, but not on submission."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        super().enter_line(ref, fields)
        order = self.order(fields.get("order", ""))
        order.lines[ref] = self.filled(order, order.lines[ref])
        return self.screens.line(order.lines[ref])


@wrong("crm", breaks="PD-02")
class RefreshesTheFirstLine(FillsLinesOnEntry):
    """Brings the first line of a pending order up to date, and forgets the others."""

    class Projections(_Frozen.Projections):
        """Line 1."""

        def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
            first = next(iter(order.lines.values()), None)
            now = self.behind(order, line)
            if now is None or first is None or line.ref != first.ref:
                return line
            entered = {name: value for name, value in line.attributes.items() if name in ("speed", "version")}
            return replace(line, attributes={**now.asset.attributes, **entered})


@wrong("crm", breaks="PD-01")
class LetsTheAssetWin(CustomerRelations):
    """Brings everything up to date, what the user entered as well, and says nothing."""

    class Projections(projections.Projections):
        """What is installed counts."""

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
            found = sale_of(self.crm, line.asset)
            return found is not None and found[1].attributes.get(name) != value


@wrong("crm", breaks="PD-01")
class DropsWhatIsGone(CustomerRelations):
    """Leaves out the lines whose assets are gone, and submits the rest without a word."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        for line in list(order.lines.values()):
            if line.asset and self.projections.behind(order, line) is None and sale_of(self, line.asset):
                del order.lines[line.ref]
        return super().submit_order(ref, fields)


@wrong("crm", breaks="PD-01")
class SetsTheAssetBackOnCompletion(_Frozen):
    """Sends the change alone, but sets the asset to what it was when the order was entered."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        super().enter_line(ref, fields)
        order = self.order(fields.get("order", ""))
        self.kept.setdefault(order.lines[ref].id, self.filled(order, order.lines[ref]))
        return self.screens.line(order.lines[ref])

    def __init__(self, *made: object) -> None:
        super().__init__(*made)  # type: ignore[arg-type]
        self.kept: dict[str, CrmLine] = {}

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        kept = self.kept.get(line.id)
        super().convert(order, replace(line, attributes={**kept.attributes, **line.attributes}) if kept else line)


@permitted("crm")
class SendsTheChangeAlone(CustomerRelations):
    """Sends of an updated asset nothing but what the user changed."""

    class Projections(projections.Projections):
        """Nothing to refresh where nothing else is sent."""

        def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
            return line


@permitted("crm")
class StopsOnConflict(CustomerRelations):
    """Does not submit a change of what another order has changed since the sale (A-30)."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        for line in order.lines.values():
            behind, found = self.projections.behind(order, line), sale_of(self, line.asset)
            if behind is None or behind.order is not None or found is None or order.revises is not None:
                continue
            now, then = behind.asset.attributes, found[1].attributes
            if any(now.get(name) != then.get(name) for name in line.attributes):
                raise Refused(f"line {line.number}: the asset has been changed in the same way meanwhile")
        return super().submit_order(ref, fields)
