"""CRMs that lose sight of an open order where an order builds on two, on one in trouble, or on a chain."""

from dataclasses import replace

from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmLine, CrmOrder, Projections, Submissions


@wrong("crm", breaks="FO-03", where="follow-ons+modify-orders")
class KnowsOneBaseOrder(Submissions):
    """Names base lines of one order only, that of the header."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        behind = self.projections.behind(order, line)
        elsewhere = behind and behind.order and behind.order.id != self.base_order(order)
        return None if elsewhere else super().base_line(order, line)


@wrong("crm", breaks="FO-03", where="follow-ons+modify-orders+failures")
class WaitsForNothingThatFellOut(Submissions):
    """Lets a line wait for no order that is in trouble."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        behind = self.projections.behind(order, line)
        fell_out = behind and behind.order and behind.order.status == "FAILED"
        return None if fell_out else super().base_line(order, line)


@wrong("crm", breaks="FO-02", where="follow-ons+modify-orders")
class StartsFromTheLastOrderOnly(Projections):
    """Starts from what is installed and what the last open order says, and skips those between."""

    def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        behind = self.behind(order, line) if line.action == "Update" else None
        if behind is None or behind.line is None:
            return super().refreshed(order, line)
        asset = self.assets.get(line.asset)
        installed = asset.attributes if asset is not None else {}
        return replace(line, attributes={**installed, **behind.line.attributes, **line.attributes})
