"""CRMs whose supplemental orders do not say again what nobody altered."""

from ordertck.harness.messages import OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder
from ordertck.harness.reference.crm.submission import Submissions


class _SaysLess(Submissions):
    """Leaves something out of every version but the first."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        return super().of(order) if order.revises is None else self.shortened(super().of(order))

    def shortened(self, said: OrderSubmission) -> OrderSubmission:
        """What a supplemental order says."""
        raise NotImplementedError


@wrong("crm", breaks="SU-01")
class SupplementalNamesNoPayer(_SaysLess):
    """Names the payer in the first version of an order only."""

    def shortened(self, said: OrderSubmission) -> OrderSubmission:
        return replace(said, payer=None)


@wrong("crm", breaks="SU-01")
class SupplementalNamesNoSite(_SaysLess):
    """Says in the header of the first version only where the customer is."""

    def shortened(self, said: OrderSubmission) -> OrderSubmission:
        return replace(said, site=None)


@wrong("crm", breaks="SU-01")
class SupplementalShipsNowhere(_SaysLess):
    """Says in the first version only where goods are shipped."""

    def shortened(self, said: OrderSubmission) -> OrderSubmission:
        return replace(said, ship_to=None)


@wrong("crm", breaks="SU-01")
class SupplementalShipsAnyhow(_SaysLess):
    """Says in the first version only how goods are shipped."""

    def shortened(self, said: OrderSubmission) -> OrderSubmission:
        return replace(said, ship_by=None)


@wrong("crm", breaks="SU-01")
class SupplementalHasNoSitesOfLines(_SaysLess):
    """Leaves the sites of lines out of a supplemental order."""

    def shortened(self, said: OrderSubmission) -> OrderSubmission:
        return replace(said, lines=tuple(replace(line, site=None) for line in said.lines))


@wrong("crm", breaks="SU-01")
class SupplementalIsForOneSite(_SaysLess):
    """Takes the first line's site for that of every line of a supplemental order."""

    def shortened(self, said: OrderSubmission) -> OrderSubmission:
        return replace(said, lines=tuple(replace(line, site=said.lines[0].site) for line in said.lines))


@wrong("crm", breaks="SU-01")
class ComponentsAreAtTheirBundle(Submissions):
    """Sends a component for the site of the bundle above it."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        above = order.line(line.parent)
        return replace(super().line(order, line), site=above.site if above else line.site)


@wrong("crm", breaks="SU-01")
class SitesStayAsTheyWereSaidFirst(Submissions):
    """Sends a line for the site that it had when the order was first submitted."""

    def prepare(self) -> None:
        self.first: dict[str, str | None] = {}

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        return replace(super().line(order, line), site=self.first.setdefault(line.id, line.site))


@wrong("crm", breaks="FL-04")
class LeavesWhereTheLastOrderWent(Submissions):
    """Fills in a blank in the header with what the order before said there."""

    def prepare(self) -> None:
        self.last: dict[str, str | None] = {}

    def of(self, order: CrmOrder) -> OrderSubmission:
        said = super().of(order)
        for name in ("ship_to", "ship_by"):
            self.last[name] = getattr(said, name) or self.last.get(name)
        return replace(said, ship_to=self.last["ship_to"], ship_by=self.last["ship_by"])


@wrong("crm", breaks="FL-04")
class PaidByWhoPaidLast(Submissions):
    """Sends an order with the payer and the site of the order before."""

    def prepare(self) -> None:
        self.last: tuple[str, str | None, str | None] | None = None

    def of(self, order: CrmOrder) -> OrderSubmission:
        said, before = super().of(order), self.last
        self.last = (said.order, said.payer, said.site)
        if before is None or before[0] == said.order:
            return said
        return replace(said, payer=before[1] or said.payer, site=before[2] or said.site)


@wrong("crm", breaks="OM-02")
class OneNumberForAllLines(Submissions):
    """Gives every line the number of the first."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        said = super().of(order)
        return replace(said, lines=tuple(replace(line, number=said.lines[0].number) for line in said.lines))


@wrong("crm", breaks="OM-06")
class AllKindsAreThatOfTheFirstLine(Submissions):
    """Says of every line's product that it is of the kind of the first one's."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        said = super().of(order)
        return replace(said, lines=tuple(replace(line, subject=said.lines[0].subject) for line in said.lines))
