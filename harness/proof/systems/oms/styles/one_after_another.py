"""Order systems that take the lines of an order in turn."""

from ordertck.harness.messages import Fault
from ordertck.harness.proof.registry import permitted, style, wrong
from ordertck.harness.reference.oms import (
    Compensation,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderManagement,
    OrderState,
    Parts,
)


class _OneAtATime(Orchestration):
    """Begins the next line when the one before has come to an end; ``turns`` are the lines that wait, by order."""

    def prepare(self) -> None:
        super().prepare()
        self.turns: dict[str, list[str]] = {}

    def begin(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        turns = self.turns.setdefault(fulfilment.number, [])
        turns += [line.line.id for line in lines if line.line.id not in turns]
        for line in lines:
            line.ready = False
        self.next_line(fulfilment)

    def next_line(self, fulfilment: Fulfilment) -> None:
        """Begin the first line that waits for its turn, unless another is being worked on."""
        turns = self.turns.get(fulfilment.number, [])
        if fulfilment.state is not OrderState.IN_PROGRESS:
            turns.clear()  # it is being cancelled, or has ended
        while turns and not any(self.is_at_work(line) for line in fulfilment.lines.values()):
            line = fulfilment.lines.get(turns.pop(0))
            if line is not None and line.state is LineState.WAITING and not self.waits(line):
                super().begin(fulfilment, [line])

    def waits(self, line: LineFulfilment) -> bool:
        """Whether a line waits for another order since a revision; it comes for its turn again when that is done."""
        return line.turn in self.scheduling.waiting.waiting_for(line.line.base_line or "")

    def is_at_work(self, line: LineFulfilment) -> bool:
        """Whether a line was begun and has come to no end."""
        return line.ready and line.state not in (LineState.COMPLETE, LineState.FAILED)

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        self.next_line(fulfilment)


class _LeavesItsTurn(Compensation):
    def gone(self, known: Fulfilment, line: LineFulfilment) -> None:
        super().gone(known, line)
        assert isinstance(self.orchestration, _OneAtATime)
        self.orchestration.next_line(known)


class _LosesItsTurn(Incidents):
    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        fulfilment = self.book.orders.get(fault.order)
        assert isinstance(self.orchestration, _OneAtATime)
        if fulfilment is not None:
            self.orchestration.next_line(fulfilment)


@style("oms", of="turns of lines", against="billing_grain=order")
class WorksLineAfterLine(OrderManagement):
    """Begins the next line of an order when the one before is complete, has fallen out, or is withdrawn."""

    parts = Parts(orchestration=_OneAtATime, compensation=_LeavesItsTurn, incidents=_LosesItsTurn)


class _StopsAtAFailure(_OneAtATime):
    def is_at_work(self, line: LineFulfilment) -> bool:
        return line.ready and line.state is not LineState.COMPLETE


@permitted("oms", switches={"failed_line": "order"})
class StopsAtAFailedLine(OrderManagement):
    """Begins the next line of an order when the one before is complete or withdrawn, and not when that has failed."""

    parts = Parts(orchestration=_StopsAtAFailure, compensation=_LeavesItsTurn)


class _ComponentsFirst(_OneAtATime):
    def next_line(self, fulfilment: Fulfilment) -> None:
        turns = self.turns.get(fulfilment.number, [])
        if fulfilment.state is not OrderState.IN_PROGRESS:
            turns.clear()
        for name in list(turns):
            line = fulfilment.lines.get(name)
            if name in turns and not any(self.is_component(other, name) for other in fulfilment.lines.values()):
                turns.remove(name)
                if line is not None and line.state is LineState.WAITING and not self.waits(line):
                    Orchestration.begin(self, fulfilment, [line])

    def is_component(self, line: LineFulfilment, bundle: str) -> bool:
        """Whether a line is a component that its bundle has to wait for."""
        return line.line.parent == bundle and line.state is not LineState.COMPLETE


@permitted("oms")
class BeginsABundleAfterItsComponents(OrderManagement):
    """Begins a bundle once all its components are complete: in which order the lines are done, nobody says."""

    parts = Parts(orchestration=_ComponentsFirst, compensation=_LeavesItsTurn, incidents=_LosesItsTurn)


class _StaysStopped(_StopsAtAFailure):
    def prepare(self) -> None:
        super().prepare()
        self.failed: set[str] = set()

    def is_at_work(self, line: LineFulfilment) -> bool:
        return line.line.id in self.failed or super().is_at_work(line)


class _RemembersFailures(Incidents):
    def falls_out(self, fault: Fault) -> None:
        assert isinstance(self.orchestration, _StaysStopped)
        self.orchestration.failed.add(fault.line or "")
        super().falls_out(fault)


@wrong("oms", breaks="PV-15", switches={"failed_line": "order"})
class StaysAtAFailedLine(OrderManagement):
    """Begins the next line of an order when the one before is complete, but for one that has ever failed."""

    parts = Parts(orchestration=_StaysStopped, compensation=_LeavesItsTurn, incidents=_RemembersFailures)
