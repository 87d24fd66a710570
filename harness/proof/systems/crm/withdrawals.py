"""CRMs that go wrong over lines that a supplemental order takes off."""

from collections.abc import Iterator

from ordertck.harness.messages import OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmOrder, Submissions


@wrong("crm", breaks="SU-13")
class SendsWhatWasTakenOff(Submissions):
    """Sends a line as it was before, although a user took it off the order."""

    def withdrawn(self, order: CrmOrder) -> Iterator[SubmittedLine]:
        for line in order.revises.lines.values() if order.revises else ():
            if order.line(line.id) is None:
                yield self.line(order, line)


@wrong("crm", breaks="SU-13")
class BlanksWhatWasTakenOff(Submissions):
    """Sends a line that was taken off as one without an action."""

    def withdrawn(self, order: CrmOrder) -> Iterator[SubmittedLine]:
        for line in order.revises.lines.values() if order.revises else ():
            if order.line(line.id) is None:
                yield replace(self.line(order, line), action=None)


@wrong("crm", breaks="SU-13", switches={"withdrawal": "delete"})
class LeavesOutWhatItWouldDelete(Submissions):
    """Leaves a line out that was taken off, though it says that it writes Delete there."""

    def withdrawn(self, order: CrmOrder) -> Iterator[SubmittedLine]:
        return iter(())


@wrong("crm", breaks="SU-13", switches={"withdrawal": "delete"})
class DeletesUnderAFurtherLine(Submissions):
    """Writes the Delete as a line of its own, which nobody can tell what it withdraws."""

    def withdrawn(self, order: CrmOrder) -> Iterator[SubmittedLine]:
        for line in super().withdrawn(order):
            yield replace(line, id=order.fresh_line_id(), number="99")


@wrong("crm", breaks="SU-13", where="supplementals+drafts", switches={"withdrawal": "delete"})
class ComparesWithTheFirstVersion(Submissions):
    """Writes Delete for the lines that were submitted first, and for none that a revision has added."""

    def withdrawn(self, order: CrmOrder) -> Iterator[SubmittedLine]:
        first = next(version for version in self.orders.versions(order.id) if version.submitted)
        return (line for line in super().withdrawn(order) if first.line(line.id) is not None)


@wrong("crm", breaks="SU-13", where="bundles+supplementals", switches={"withdrawal": "delete"})
class DeletesBundlesWithoutComponents(Submissions):
    """Writes Delete for a bundle that was taken off, and nothing for what went with it."""

    def withdrawn(self, order: CrmOrder) -> Iterator[SubmittedLine]:
        return (line for line in super().withdrawn(order) if not line.parent)


@wrong("crm", breaks="SU-13")
class SendsWhatChangedOnly(Submissions):
    """Leaves out of a revision the lines that are as they were, as if they were withdrawn."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        before = {line.id: line for line in super().of(order.revises).lines} if order.revises else {}
        return replace(sent, lines=tuple(line for line in sent.lines if before.get(line.id) != line))


@wrong("crm", breaks="MO-06", switches={"withdrawal": "delete"})
class DeletesWhatItNoLongerChanges(Submissions):
    """Writes Delete for every line that was taken off, and so ends an asset that was only to be changed."""

    def withdrawn(self, order: CrmOrder) -> Iterator[SubmittedLine]:
        for line in order.revises.lines.values() if order.revises else ():
            if order.line(line.id) is None:
                yield replace(self.line(order.revises or order, line), action="Delete")
