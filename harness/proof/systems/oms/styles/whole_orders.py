"""Orders that are treated as a whole: all running work of one is awaited, all of it is billed and complete together."""

from ordertck.harness.messages import Fault, WorkUpdate
from ordertck.harness.proof.registry import permitted
from ordertck.harness.proof.systems.oms.meeting_follow_ons import with_work
from ordertck.harness.proof.systems.oms.styles.running_work import (
    Afterwards,
    AwaitsRunningWork,
    DropsOldWishes,
    Finished,
    NothingToAwait,
    is_running,
)
from ordertck.harness.reference.oms import Fulfilment, LineFulfilment, LineState, Orchestration, Parts


class _AfterTheOrder(Afterwards):
    """Takes back what is done for a line when all that ran for its order as it was given up has come to its end."""

    def prepare(self) -> None:
        super().prepare()
        self.awaited: dict[str, list[tuple[LineFulfilment, str]]] = {}  # by order; each with the call that ran then
        self.later: list[tuple[Fulfilment, LineFulfilment]] = []

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        if not self.is_at_work(known):
            running = [each for each in known.lines.values() if is_running(each)]
            self.awaited[known.number] = [(each, each.latest_call) for each in running]
        super().withdraw(known, line)

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.line.id not in self.to_undo and self.is_at_work(known):
            self.later.append((known, line))
        else:
            super().undo_provisioning(known, line)

    def is_at_work(self, known: Fulfilment) -> bool:
        """Whether something is not over that ran when a line of the order was given up."""
        awaited = self.awaited.get(known.number, ())
        lines = [line for line, call in awaited if (known.lines.get(line.line.id), line.latest_call) == (line, call)]
        return any(is_running(line) or line.line.id in self.to_undo for line in lines)

    def catch_up(self) -> None:
        """Take back what was waiting, of the orders of which nothing is awaited any more."""
        waiting, self.later = self.later, []
        for known, line in ((known, line) for known, line in waiting if line.line.id in known.lines):
            self.undo_provisioning(known, line)


class _CatchesUp(Finished):
    def from_provisioning(self, report: WorkUpdate) -> None:
        super().from_provisioning(report)
        assert isinstance(self.compensation, _AfterTheOrder)
        self.compensation.catch_up()


class _CatchesUpAfterFailures(NothingToAwait):
    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        if isinstance(self.compensation, _AfterTheOrder):
            self.compensation.catch_up()


@permitted("oms")
class AwaitsAllRunningWorkOfAnOrder(AwaitsRunningWork):
    """Lets provisioning finish all that it has begun for an order, and takes back then what is not wanted any more."""

    parts = Parts(
        compensation=_AfterTheOrder,
        supplementals=DropsOldWishes,
        incidents=_CatchesUpAfterFailures,
        reports=_CatchesUp,
    )


@permitted("oms", switches={"billing_grain": "order"})
class BillsWhenTheLastLineIsSetUp(Orchestration):
    """Has an order billed once all of it is set up, what waits for a date too; no line is complete before all are."""

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        if line.charged:
            super().provisioned(fulfilment, line)
        else:
            line.move_to(LineState.PROVISIONED)

    def fulfil_together(self) -> None:
        for fulfilment in list(self.book.orders.values()):
            lines = [line for line in fulfilment.lines.values() if line.state is not LineState.COMPLETE]
            if any(line.state is not LineState.PROVISIONED for line in lines):
                continue
            billed = [line for line in lines if line.work.billing is not None]
            free = [line for line in lines if line.work.billing is None]
            asked = [line for line in billed if not line.fulfilling]
            for line in asked:
                line.fulfilling = True
            if asked:
                self.bill(fulfilment, "fulfil", asked)
            for line in free if not billed else ():
                self.complete(fulfilment, line)


@permitted("oms")
class TellsAllThatAnOrderChangesOfAnAsset(Orchestration):
    """Has an asset changed, for each line of an order about it, to all that the lines of the order want of it."""

    def set_up(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        for line in lines:
            about = [each.line for each in fulfilment.lines.values() if each.asset == line.asset]
            if len(about) > 1 and all(each.action == "Update" for each in about):
                others = {name: value for each in about for name, value in each.attributes.items()}
                with_work(line, attributes={**others, **line.line.attributes})
        super().set_up(fulfilment, lines)
