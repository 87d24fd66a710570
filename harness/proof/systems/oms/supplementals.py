"""Order systems that work a revision into a running order the wrong way."""

from ordertck.harness.messages import Message, SalesOrder, WorkUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.habits import AltersEveryLine, NothingInPlace
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    LineState,
    Objection,
    Orchestration,
    OrderManagement,
    Parts,
    Reports,
    Supplementals,
)
from ordertck.harness.reference.oms.decomposition import NOTHING


@wrong("oms", breaks="SU-03 SU-05 SU-07 SU-12")
class FinishesWhatIsWithdrawn(Compensation):
    """Goes on with a line that the revision takes out."""

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None: ...


@wrong("oms", breaks="SU-04")
class StopsEverythingForARevision(Reports):
    """Hears nothing more of other orders once it has revised one."""

    def from_provisioning(self, report: WorkUpdate) -> None:
        revised = {order.number for order in self.book.orders.values() if order.order.revision > 1}
        if not revised or report.order in revised:
            super().from_provisioning(report)


@wrong("oms", breaks="SU-04")
class SendsEverythingAnew(Supplementals):
    """Sends the open work of every other order again when one is revised."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, difference)
        for other in self.book.orders.values():
            for line in other.lines.values() if other is not known else ():
                if line.work.provisioning is not None:
                    self.compensation.send_provisioning(other, line.work.target or "", line.work.provisioning)


class _Overlooking(Supplementals):
    """Takes a revision in with a difference that is not the real one; ``seen`` says which."""

    def seen(self, difference: Difference) -> Difference:
        """What of the difference this system sees."""
        return difference

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, self.seen(difference))


@wrong("oms", breaks="SU-05")
class OverlooksAddedLines(_Overlooking):
    """Does not see the lines that a revision adds."""

    def seen(self, difference: Difference) -> Difference:
        return replace(difference, added=())


@wrong("oms", breaks="SU-05 SU-07")
class OverlooksAlteredLines(_Overlooking):
    """Does not see what a revision alters on a line."""

    def seen(self, difference: Difference) -> Difference:
        return replace(difference, altered=())


@wrong("oms", breaks="SU-05")
class MatchesLinesByPlace(Supplementals):
    """Takes the first line of the revision for the first line of the order, and so on."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        ids = [*known.lines, *(line.id for line in order.lines[len(known.lines) :])]
        lines = tuple(replace(line, id=ids[place]) for place, line in enumerate(order.lines))
        super().take_in(known, replace(order, lines=lines), message)


@wrong("oms", breaks="SU-06")
class DoesEveryLineAgain(_Overlooking):
    """Has every line of the revision provisioned again, altered or not."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, difference)
        for line in known.lines.values():
            if line.work.provisioning is not None and line.line.id not in difference.added:
                self.compensation.send_provisioning(known, line.work.target or "", line.work.provisioning)


@wrong("oms", breaks="SU-06")
class StartsTheOrderOver(OrderManagement):
    """Takes everything back that was done for an order, and does it again."""

    parts = Parts(compensation=NothingInPlace, supplementals=AltersEveryLine)


@wrong("oms", breaks="SU-07")
class ForgetsToRelease(Compensation):
    """Drops a withdrawn line without taking back what was done for it."""

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        line.state = LineState.UNDOING
        self.gone(known, line)


@wrong("oms", breaks="SU-08")
class TakesBackWhatWasNeverDone(Supplementals):
    """Has provisioning remove a line for which nothing was ever done."""

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        for key, line in known.lines.items():
            if key not in planned:
                self.compensation.undo_provisioning(known, line)
        super().replace(known, planned, difference)


class _KeepsTheFirstPlan(Supplementals):
    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None: ...


class _ProvisionsTheOrderToo(Orchestration):
    def provision(self, fulfilment: Fulfilment) -> None:
        super().provision(fulfilment)
        for line in fulfilment.order.lines:
            first = fulfilment.lines[line.id].work if line.id in fulfilment.lines else NOTHING
            if first.provisioning is not None and first.provisioning.attributes != line.attributes:
                again = replace(first.provisioning, attributes=line.attributes)
                fulfilment.lines[line.id].latest_call = self.outbox.provision(fulfilment, first.target, [again])


@wrong("oms", breaks="SU-08")
class DoesBothVersions(OrderManagement):
    """Does a revised order as it was first wanted, and then as it is wanted now."""

    parts = Parts(orchestration=_ProvisionsTheOrderToo, supplementals=_KeepsTheFirstPlan)


@wrong("oms", breaks="SU-12")
class KeepsWhatEndsMeanwhile(Reports):
    """Keeps a withdrawn line because it was completed while the revision was taken in."""

    def from_provisioning(self, report: WorkUpdate) -> None:
        fulfilment, line = self.book.find(report)
        if fulfilment and line and line.state is LineState.UNDOING and report.call != line.latest_call:
            line.state, line.latest_call = LineState.BILLING_INITIATED, ""
            if line.work.provisioning is not None:
                again = replace(line.work.provisioning, effect="add")
                self.compensation.send_provisioning(fulfilment, line.work.target or "", again)
            return
        super().from_provisioning(report)


@wrong("oms", breaks="SU-12")
class RepeatsWhatEndsMeanwhile(Supplementals):
    """Asks again for what was under way when a revision came."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, difference)
        for key in known.lines.keys() - set(difference.touched) - set(difference.added):
            line = known.lines[key]
            if line.sent and line.work.provisioning is not None:
                self.compensation.send_provisioning(known, line.work.target or "", line.work.provisioning)


@wrong("oms", breaks="SU-03 SU-05 SU-07")
class RefusesEveryRevision(Supplementals):
    """Takes no revision of an order that is being worked on."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        return Objection("the order is being worked on")


class _TakesAnyVersion(Supplementals):
    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        super().take_in(known, replace(order, revision=known.order.revision + 1), message)


@wrong("oms", breaks="SU-05")
class TakesEveryDeliveryForNews(OrderManagement):
    """Works a version in whenever it is delivered, whatever came since."""

    parts = Parts(supplementals=_TakesAnyVersion)

    def is_repeated(self, message: Message) -> bool:
        return False


@wrong("oms", breaks="SU-05")
class RefusesASecondDelivery(OrderManagement):
    """Refuses a message that it was given before, in place of passing it over."""

    def is_repeated(self, message: Message) -> bool:
        return False


@wrong("oms", breaks="SU-08")
class BillsWhatWasWithdrawnInTime(Supplementals):
    """Has billing initiated for a line that was withdrawn before the order was begun."""

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        self.orchestration.bill(known, "initiate", [known.lines[line] for line in difference.withdrawn])
        super().replace(known, planned, difference)
