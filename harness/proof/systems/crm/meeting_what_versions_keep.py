"""CRMs that hand on from one version of an order to the next, or from one line to another, what is not theirs."""

from collections.abc import Iterator, Mapping

from ordertck.harness.messages import replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.meeting_supplementals import versions
from ordertck.harness.reference.crm import (
    Approval,
    CrmLine,
    CrmOrder,
    OrderProgress,
    Projections,
    Submissions,
    Supplementals,
)


class _Beginning(Supplementals):
    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        new = super().begin(order, ref)
        new.priority = self.first_priority(order)
        return new

    def first_priority(self, order: CrmOrder) -> str | None:
        """The priority that a revision begins with."""
        return None


@wrong("crm", breaks="PR-09", where="supplementals+priorities")
class BeginsRevisionsWithoutPriority(_Beginning):
    """Begins a revision without the priority that its order had."""


@wrong("crm", breaks="PR-09", where="supplementals+priorities")
class BeginsRevisionsAsMedium(_Beginning):
    """Begins every revision with the priority Medium."""

    def first_priority(self, order: CrmOrder) -> str | None:
        return "Medium"


@wrong("crm", breaks="SC-12", where="supplementals+approval")
class LooksAtWhatARevisionAdds(Approval):
    """Asks a supervisor about a revision only where it has a product to approve that the order had not."""

    def needed(self, order: CrmOrder) -> bool:
        before = {line.product for line in order.revises.lines.values()} if order.revises else set()
        products = {line.product for line in order.lines.values()} - before
        known = [self.catalogue.products.get(name or "") for name in products]
        return any(product is not None and product.approval for product in known)


@wrong("crm", breaks="FO-09", where="points-of-no-return+follow-ons")
class LocksLinesOfOneProductTogether(Supplementals):
    """Takes a line for locked when any line of the order about the same product is."""

    def locked(self, order: CrmOrder, line: CrmLine) -> bool:
        equal = [other for other in order.lines.values() if other.product == line.product]
        return any(super(LocksLinesOfOneProductTogether, self).locked(order, other) for other in equal)


@wrong("crm", breaks="FO-03", where="supplementals+follow-ons+modify-orders")
class WaitsForWithdrawnChanges(Submissions):
    """Says of a change that it waits for another one of the asset, which a revision has withdrawn."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        named = super().base_line(order, line)
        for other in self.projections.open_orders(order.account or "", None, order.id) if named is None else ():
            for version in versions(other)[:-1]:
                gone = [x.id for x in version.lines.values() if x.asset and x.asset == line.asset]
                named = named or (gone[0] if gone else None)
        return named


@wrong("crm", breaks="FO-03")
class WaitsForTheOrderOfAWithdrawnChange(Submissions):
    """Takes an order that once changed the asset for the base order, though nothing of it waits there any more."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        named = super().base_line(order, line)
        for other in self.projections.open_orders(order.account or "", None, order.id) if named is None else ():
            touched = {x.asset for version in versions(other) for x in version.lines.values() if x.asset}
            if line.asset in touched:
                return next(iter(other.lines.values())).id
        return named


@wrong("crm", breaks="AC-11")
class ProjectsWithdrawnLines(Projections):
    """Projects an open order with all lines that any of its versions had."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        yield from super().open_lines(order)
        now = {line.id for line in order.lines.values()}
        for version in versions(order)[:-1]:
            yield from (line for line in version.lines.values() if line.action == "Add" and line.id not in now)


class _Based(Submissions):
    def base_order(self, order: CrmOrder) -> str | None:
        first = versions(order)[0]
        return super().base_order(first if self.goes_back(order) else order)

    def goes_back(self, order: CrmOrder) -> bool:
        """Whether the first version says what the order waits for."""
        return order.revises is not None


@wrong("crm", breaks="FO-12", where="supplementals+follow-ons")
class GoesBackToTheFirstBaseOrder(_Based):
    """Names in a revised follow-on order the base order of its first version."""


@wrong("crm", breaks="FO-12", where="supplementals+follow-ons")
class NamesNoBaseOrderOfARevision(Submissions):
    """Names the base order of a follow-on order where it is the first one that its first version had, and none else."""

    def base_order(self, order: CrmOrder) -> str | None:
        named, first = super().base_order(order), super().base_order(versions(order)[0])
        return named if named == first else None


@wrong("crm", breaks="PD-01", where="supplementals+filled-in-data")
class FillsInOverWhatTheUserEntered(OrderProgress):
    """Writes a value that is filled in over the one that a user has entered in a pending revision."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Mapping[str, str]) -> CrmLine:
        filled = super().fill_in(order, line, values)
        for version in self.orders.versions(order.id):
            known = version.line(line.id)
            if known is not None:
                version.lines[known.ref] = replace(known, attributes={**known.attributes, **values})
        return filled


@wrong("crm", breaks="PD-01", where="supplementals+filled-in-data")
class TakesUsersValuesForFilledIn(OrderProgress):
    """Takes a value out of a pending revision when fulfilment fills it in, whoever had entered it."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Mapping[str, str]) -> CrmLine:
        filled = super().fill_in(order, line, values)
        for version in self.orders.versions(order.id):
            known = version.line(line.id)
            if known is not None and not version.submitted:
                left = {name: value for name, value in known.attributes.items() if name not in values}
                version.lines[known.ref] = replace(known, attributes=left)
        return filled
