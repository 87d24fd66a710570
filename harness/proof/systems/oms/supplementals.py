"""Order systems that work a revision into a running order the wrong way."""

from ordertck.harness.messages import Edge, Message, ProvisioningOrder, SalesOrder, WorkUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms.intake import Objection
from ordertck.harness.reference.oms.life_cycle import LineState
from ordertck.harness.reference.oms.order_management import Fulfilment, LineFulfilment, OrderManagement
from ordertck.harness.reference.oms.supplementals import Difference, Supplementals


@wrong("oms", breaks="SU-03 SU-05 SU-07 SU-12")
class FinishesWhatIsWithdrawn(OrderManagement):
    """Goes on with a line that the revision takes out."""

    class Revisions(Supplementals):
        """Withdraws nothing."""

        def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None: ...


@wrong("oms", breaks="SU-04")
class StopsEverythingForARevision(OrderManagement):
    """Hears nothing more of other orders once it has revised one."""

    class Revisions(Supplementals):
        """Remembers the order that was revised last."""

        revised = ""

        def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            self.revised = known.order.order
            super().revise(known, planned, difference)

    def provisioning_reports(self, report: WorkUpdate) -> None:
        if self.revisions.revised in ("", report.order):  # type: ignore[attr-defined]
            super().provisioning_reports(report)


@wrong("oms", breaks="SU-04")
class SendsEverythingAnew(OrderManagement):
    """Sends the open work of every other order again when one is revised."""

    class Revisions(Supplementals):
        """Repeats what is open."""

        def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            super().revise(known, planned, difference)
            for other in self.oms.orders.values():
                for line in other.lines.values() if other is not known else ():
                    if line.work.provisioning is not None:
                        self.send_provisioning(other, line.work.target or "", line.work.provisioning)


class _Overlooking(Supplementals):
    """Takes a revision in with a difference that is not the real one; ``seen`` says which."""

    def seen(self, difference: Difference) -> Difference:
        """What of the difference this system sees."""
        return difference

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, self.seen(difference))


@wrong("oms", breaks="SU-05")
class OverlooksAddedLines(OrderManagement):
    """Does not see the lines that a revision adds."""

    class Revisions(_Overlooking):
        """Sees no added lines."""

        def seen(self, difference: Difference) -> Difference:
            return replace(difference, added=())


@wrong("oms", breaks="SU-05 SU-07")
class OverlooksAlteredLines(OrderManagement):
    """Does not see what a revision alters on a line."""

    class Revisions(_Overlooking):
        """Sees no altered lines."""

        def seen(self, difference: Difference) -> Difference:
            return replace(difference, altered=())


@wrong("oms", breaks="SU-05")
class MatchesLinesByPlace(OrderManagement):
    """Takes the first line of the revision for the first line of the order, and so on."""

    class Revisions(Supplementals):
        """Compares by place."""

        def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
            ids = [*known.lines, *(line.id for line in order.lines[len(known.lines) :])]
            lines = tuple(replace(line, id=ids[place]) for place, line in enumerate(order.lines))
            super().take_in(known, replace(order, lines=lines), message)


@wrong("oms", breaks="SU-06")
class DoesEveryLineAgain(OrderManagement):
    """Has every line of the revision provisioned again, altered or not."""

    class Revisions(_Overlooking):
        """Repeats what stays."""

        def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            super().revise(known, planned, difference)
            for line in known.lines.values():
                if line.work.provisioning is not None and line.line.id not in difference.added:
                    self.send_provisioning(known, line.work.target or "", line.work.provisioning)


@wrong("oms", breaks="SU-06")
class StartsTheOrderOver(OrderManagement):
    """Takes everything back that was done for an order, and does it again."""

    class Revisions(_Overlooking):
        """Takes every line for altered."""

        def seen(self, difference: Difference) -> Difference:
            return difference

        def in_place(self, old: LineFulfilment, new: LineFulfilment) -> bool:
            return False

        def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            kept = tuple(line for line in known.lines if line in planned)
            super().revise(known, planned, replace(difference, altered=kept))


@wrong("oms", breaks="SU-07")
class ForgetsToRelease(OrderManagement):
    """Drops a withdrawn line without taking back what was done for it."""

    class Revisions(Supplementals):
        """Undoes nothing."""

        def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
            line.state = LineState.UNDOING
            self.gone(known, line)


@wrong("oms", breaks="SU-08")
class TakesBackWhatWasNeverDone(OrderManagement):
    """Has provisioning remove a line for which nothing was ever done."""

    class Revisions(Supplementals):
        """Undoes before anything was begun."""

        def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            for key, line in known.lines.items():
                if key not in planned:
                    self.undo_provisioning(known, line)
            super().replace(known, planned, difference)


@wrong("oms", breaks="SU-08")
class DoesBothVersions(OrderManagement):
    """Does a revised order as it was first wanted, and then as it is wanted now."""

    class Revisions(Supplementals):
        """Lets what waits be done first."""

        def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            self.later = planned

        later: dict[str, LineFulfilment] | None = None

    def provision(self, fulfilment: Fulfilment) -> None:
        super().provision(fulfilment)
        later, self.revisions.later = self.revisions.later, None  # type: ignore[attr-defined]
        for line in (later or {}).values():
            if line.work.provisioning is not None and line.line.id in fulfilment.lines:
                self.revisions.send_provisioning(fulfilment, line.work.target or "", line.work.provisioning)


class _Anew(Supplementals):
    """Changes nothing in place, so that undoing and doing again can go wrong."""

    def add(self, known: Fulfilment, line: LineFulfilment) -> None:
        """Have a line set up."""
        order = known.order
        if line.work.provisioning is not None:
            call = ProvisioningOrder(
                order=order.order,
                account=order.account or "",
                target=line.work.target or "",
                lines=(line.work.provisioning,),
            )
            self.oms.tell("provisioning-order", Edge.PROVISIONING, call, order.order)


@wrong("oms", breaks="SU-09")
class SetsUpBeforeItClears(OrderManagement):
    """Sets a line up anew first, and then clears everything that there is of it."""

    class Revisions(_Anew):
        """Redoes before it undoes."""

        def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
            self.add(known, new)
            done = old.work.provisioning
            if done is not None:
                self.send_provisioning(known, old.work.target or "", replace(done, effect="remove", site=None))


@wrong("oms", breaks="SU-09")
class LeavesTheOldOneStanding(OrderManagement):
    """Sets a line up at its new place and leaves it at the old one."""

    class Revisions(_Anew):
        """Undoes nothing."""

        def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
            self.add(known, new)


@wrong("oms", breaks="SU-09")
class ClearsAndLeavesItAtThat(OrderManagement):
    """Clears the old place of a line and never sets it up at the new one."""

    class Revisions(Supplementals):
        """Redoes nothing."""

        def redo(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None: ...


@wrong("oms", breaks="SU-10")
class DoesNotWaitForTheUndoing(OrderManagement):
    """Has a line cleared and set up anew in one go."""

    class Revisions(_Anew):
        """Redoes while it undoes."""

        def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
            super().alter(known, old, new)
            if old.again is not None:
                self.add(known, new)

        def redo(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
            super().redo(known, old, new)
            self.oms.out.pop()


@wrong("oms", breaks="SU-10")
class WaitsForEverAfterUndoing(OrderManagement):
    """Never begins what a revision wants once it had to undo something."""

    class Revisions(Supplementals):
        """Waits on."""

        def undone(self, known: Fulfilment, line: LineFulfilment) -> None: ...


@wrong("oms", breaks="SU-11")
class SticksToTheSecondVersion(OrderManagement):
    """Takes no newer wish while it is undoing something for an earlier one."""

    class Revisions(Supplementals):
        """Keeps what was wanted first."""

        def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
            if old.state is not LineState.UNDOING:
                super().alter(known, old, new)


@wrong("oms", breaks="SU-11")
class UndoesForEveryVersion(OrderManagement):
    """Has the same line cleared once more for every newer version."""

    class Revisions(Supplementals):
        """Undoes again."""

        def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
            if old.state is LineState.UNDOING:
                self.undo_provisioning(known, old)
            super().alter(known, old, new)


@wrong("oms", breaks="SU-11")
class DoesEveryVersionInTurn(OrderManagement):
    """Works a version in that a newer one has already replaced."""

    class Revisions(Supplementals):
        """Does what was wanted in between."""

        def redo(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
            between = replace_site(new, "3 Harbour Road")
            if between.work.provisioning is not None:
                self.send_provisioning(known, between.work.target or "", between.work.provisioning)
            super().redo(known, old, new)


def replace_site(line: LineFulfilment, site: str) -> LineFulfilment:
    """The same line somewhere else."""
    if line.work.provisioning is None:
        return line
    work = replace(line.work, provisioning=replace(line.work.provisioning, site=site))
    return LineFulfilment(line.line, line.asset, line.price_list, work)


@wrong("oms", breaks="SU-12")
class KeepsWhatEndsMeanwhile(OrderManagement):
    """Keeps a withdrawn line because it was completed while the revision was taken in."""

    def provisioning_reports(self, report: WorkUpdate) -> None:
        fulfilment, line = self.find(report)
        if fulfilment and line and line.state is LineState.UNDOING and report.call != line.latest_call:
            line.state, line.latest_call = LineState.BILLING_INITIATED, ""
            if line.work.provisioning is not None:
                again = replace(line.work.provisioning, effect="add")
                self.revisions.send_provisioning(fulfilment, line.work.target or "", again)
            return
        super().provisioning_reports(report)


@wrong("oms", breaks="SU-12")
class RepeatsWhatEndsMeanwhile(OrderManagement):
    """Asks again for what was under way when a revision came."""

    class Revisions(Supplementals):
        """Repeats what is under way."""

        def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            super().revise(known, planned, difference)
            for key in known.lines.keys() - set(difference.touched) - set(difference.added):
                line = known.lines[key]
                if line.sent and line.work.provisioning is not None:
                    self.send_provisioning(known, line.work.target or "", line.work.provisioning)


@wrong("oms", breaks="SU-03 SU-05 SU-07")
class RefusesEveryRevision(OrderManagement):
    """Takes no revision of an order that is being worked on."""

    class Revisions(Supplementals):
        """Always objects."""

        def objection(
            self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
        ) -> Objection | None:
            return Objection("the order is being worked on")


@wrong("oms", breaks="SU-05")
class TakesEveryDeliveryForNews(OrderManagement):
    """Works a version in whenever it is delivered, whatever came since."""

    class Revisions(Supplementals):
        """Does not look at the number of a version."""

        def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
            super().take_in(known, replace(order, revision=known.order.revision + 1), message)

    def is_repeated(self, message: Message) -> bool:
        return False


@wrong("oms", breaks="SU-05")
class RefusesASecondDelivery(OrderManagement):
    """Refuses a message that it was given before, in place of passing it over."""

    def is_repeated(self, message: Message) -> bool:
        return False


@wrong("oms", breaks="SU-08")
class BillsWhatWasWithdrawnInTime(OrderManagement):
    """Has billing initiated for a line that was withdrawn before the order was begun."""

    class Revisions(Supplementals):
        """Remembers what was withdrawn."""

        dropped: tuple[LineFulfilment, ...] = ()

        def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
            self.dropped = tuple(known.lines[line] for line in difference.withdrawn)
            super().replace(known, planned, difference)

    def start(self, fulfilment: Fulfilment) -> None:
        super().start(fulfilment)
        self.bill(fulfilment, "initiate", list(self.revisions.dropped))  # type: ignore[attr-defined]


@wrong("oms", breaks="SU-10")
class BeginsOnTheWord(OrderManagement):
    """Sets a line up anew as soon as it has asked for the old one to be removed."""

    class Revisions(Supplementals):
        """Does not wait for the answer."""

        def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
            super().undo_provisioning(known, line)
            if line.again is not None:
                new, line.again = line.again, None
                self.redo(known, line, new)
