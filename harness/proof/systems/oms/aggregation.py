"""Order systems that complete items and orders too early, too late or never."""

from ordertck.harness.messages import WorkUpdate
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.oms import (
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderState,
    Reports,
)


@wrong("oms", breaks="UF-05")
class CompletesWithTheFirstResponse(Orchestration):
    """Takes an item for complete when one of those who work on it has said so."""

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().provisioned(fulfilment, line)
        if line.state is LineState.PROVISIONED:
            self.complete(fulfilment, line)


@wrong("oms", breaks="UF-05")
class TakesARepetitionForTheOther(Reports):
    """Counts responses, whoever they are from: two, and the item is complete."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        if native == "COMPLETE" and line.state is LineState.PROVISIONED:
            self.orchestration.complete(fulfilment, line)
        else:
            super().has_status(fulfilment, line, native)


@wrong("oms", breaks="UF-05")
class MovesBack(Reports):
    """Gives an item whatever status was reported last."""

    def take(self, fulfilment: Fulfilment, line: LineFulfilment, report: WorkUpdate) -> None:
        if line.state is LineState.COMPLETE:
            line.state = LineState.PROVISIONED
            self.outbox.update(fulfilment, line)
        else:
            super().take(fulfilment, line, report)


@wrong("oms", breaks="UF-05")
class TakesAnyStatusForTheEnd(Reports):
    """Takes an item for done as soon as provisioning reports any status that it knows."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        known = self.statuses.common(line.work.target, native)
        super().has_status(fulfilment, line, native if known is None else "COMPLETE")


@wrong("oms", breaks="PV-05")
class TakesAnyStatusForUndone(Reports):
    """Takes a line that is to be undone for undone as soon as provisioning reports any status of it."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        undoing = line.state is LineState.UNDOING and self.statuses.common(line.work.target, native) is not None
        super().has_status(fulfilment, line, "COMPLETE" if undoing else native)


@wrong("oms", breaks="UF-05")
class EvaluatesOrderByOrder(Orchestration):
    """Completes no item before all the items of its order are done."""

    def prepare(self) -> None:
        self.done: dict[str, list[LineFulfilment]] = {}

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        done = self.done.setdefault(fulfilment.number, [])
        if line not in done:
            done.append(line)
        if len(done) == fulfilment.open:
            for each in done:
                super().complete(fulfilment, each)


@wrong("oms", breaks="UF-05")
class NeverForgivesAFailure(Incidents):
    """Takes no response on an item that failed once."""

    def resolve(self, order: str, incident: str) -> None: ...


@wrong("oms", breaks="UF-06")
class CompletesWithTheFirstItem(Orchestration):
    """Takes an order for complete when one of its items is."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        complete = any(line.state is LineState.COMPLETE for line in fulfilment.lines.values())
        running = fulfilment.state is OrderState.IN_PROGRESS
        return OrderState.COMPLETE if complete and running else super().end_of(fulfilment)


@wrong("oms", breaks="UF-06")
class LooksAtTheLastItem(Orchestration):
    """Takes an order for complete when its last line is."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        if fulfilment.lines and fulfilment.state is OrderState.IN_PROGRESS:
            last = list(fulfilment.lines.values())[-1]
            return OrderState.COMPLETE if last.state is LineState.COMPLETE else None
        return super().end_of(fulfilment)


@wrong("oms", breaks="UF-06")
class TakesTheMajority(Orchestration):
    """Takes an order for complete when most of its items are."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        complete = sum(line.state is LineState.COMPLETE for line in fulfilment.lines.values())
        most = complete * 2 > len(fulfilment.lines) and fulfilment.state is OrderState.IN_PROGRESS
        return OrderState.COMPLETE if most else super().end_of(fulfilment)


@wrong("oms", breaks="UF-06")
class CountsFailedItemsAsDone(Orchestration):
    """Takes an order for complete when nothing of it is under way any more."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        ended = {LineState.COMPLETE, LineState.FAILED}
        if fulfilment.lines and fulfilment.state is OrderState.IN_PROGRESS:
            over = all(line.state in ended for line in fulfilment.lines.values())
            return OrderState.COMPLETE if over else None
        return super().end_of(fulfilment)


@wrong("oms", breaks="UF-06")
class CountsCompletionsNotItems(Reports):
    """Counts every report of completion, and completes the order when there were as many as it has items."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        again = native == "COMPLETE" and line.state is LineState.COMPLETE
        super().has_status(fulfilment, line, native)
        if again:
            fulfilment.open -= 1
            self.orchestration.finish(fulfilment)


@wrong("oms", breaks="UF-06")
class NeverAggregates(Orchestration):
    """Leaves an order in progress when all its items are complete."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        return None


@permitted("oms")
class TellsTheOrderApart(Orchestration):
    """Tells of the completion of an order in an update of its own, after that of its last item."""

    def finish(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        if lines:
            self.outbox.update(fulfilment, *lines)
        super().finish(fulfilment)
