"""When what a revision wants is begun, how an address is changed, and what is no work at all."""

from ordertck.harness.messages import replace
from ordertck.harness.proof.registry import style
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderManagement,
    OrderState,
    Parts,
    Supplementals,
)

Rest = tuple[dict[str, LineFulfilment], Difference]


class _EndsLater(Orchestration):
    """Ends no order of which a revision is not worked in yet; ``unfinished`` are such orders, by number."""

    def prepare(self) -> None:
        super().prepare()
        self.unfinished: dict[str, Rest] = {}

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        if fulfilment.state is OrderState.CANCELLING:
            self.unfinished.pop(fulfilment.number, None)  # nothing of it is wanted any more
        return None if fulfilment.number in self.unfinished else super().end_of(fulfilment)


class _SaysWhenDone(Compensation):
    """Calls ``done`` when something is taken back."""

    def done(self, known: Fulfilment) -> None:
        """Something was taken back for an order."""

    def gone(self, known: Fulfilment, line: LineFulfilment) -> None:
        super().gone(known, line)
        self.done(known)

    def redo(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        super().redo(known, old, new)
        self.done(known)


class _InTwoSteps(Supplementals):
    """Takes back what is not wanted, and does the rest of a revision when nothing is being taken back any more."""

    def prepare(self) -> None:
        super().prepare()
        self.compensation.done = self.go_on  # type: ignore[attr-defined]

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        assert isinstance(self.orchestration, _EndsLater)
        self.orchestration.unfinished[known.number] = (planned, Difference(difference.added, (), ()))
        super().revise(known, planned, Difference((), difference.withdrawn, difference.altered))
        self.go_on(known)

    def go_on(self, known: Fulfilment) -> None:
        """Do the rest of the latest revision, once nothing is being undone."""
        assert isinstance(self.orchestration, _EndsLater)
        if not any(line.state is LineState.UNDOING for line in known.lines.values()):
            rest = self.orchestration.unfinished.pop(known.number, None)
            if rest is not None:
                super().revise(known, *rest)


@style("oms")
class UndoesEverythingFirst(OrderManagement):
    """Begins nothing that a revision adds before all that it takes back is confirmed as taken back."""

    parts = Parts(orchestration=_EndsLater, compensation=_SaysWhenDone, supplementals=_InTwoSteps)


@style("oms", of="address")
class MovesInPlace(Compensation):
    """Has what is set up moved to another address by a change, where others take it down and set it up anew."""

    def in_place(self, old: LineFulfilment, new: LineFulfilment) -> bool:
        """Whatever stays the same product of the same provisioning system, amid a transfer too."""
        same = (old.work.target, old.line.product) == (new.work.target, new.line.product)
        return same and bool(old.work.provisioning) == bool(new.work.provisioning)


@style("oms")
class AsksProvisioningForNothingToDo(Orchestration):
    """Asks provisioning only where there is something to set up or to alter: a new price alone is no work for it."""

    def set_up(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        for line in lines:
            asked = line.work.provisioning
            if asked is not None and asked.effect == "change" and not asked.attributes and not line.line.site:
                line.work = replace(line.work, target=None, provisioning=None)
        super().set_up(fulfilment, lines)
