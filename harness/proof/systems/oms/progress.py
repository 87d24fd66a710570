"""Order systems that make the wrong thing of what provisioning and billing report."""

from ordertck.harness.messages import BillingLine, LineUpdate, Message, WorkUpdate, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.oms import (
    Fulfilment,
    Incidents,
    LineFulfilment,
    Orchestration,
    OrderManagement,
    Outbox,
    Parts,
    Reports,
)


@wrong("oms", breaks="UF-02")
class PassesRawStatusesOn(Reports):
    """Tells the CRM what provisioning says, word by word."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        if native not in ("COMPLETE", "CANCELLED"):
            self.outbox.update_of(fulfilment, LineUpdate(line=line.line.id, status=native))
        super().has_status(fulfilment, line, native)


@wrong("oms", breaks="UF-02")
class TellsTheCrmSomethingElse(Outbox):
    """Tells the CRM statuses that are not those that it shows."""

    def update_of(self, fulfilment: Fulfilment, *lines: LineUpdate) -> None:
        super().update_of(fulfilment, *(replace(line, status="IN HAND") for line in lines))


@wrong("oms", breaks="UF-03")
class KnowsOneLanguage(Reports):
    """Takes COMPLETE for completion, and every other word for none of its business."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        if native in ("COMPLETE", "CANCELLED"):
            super().has_status(fulfilment, line, native)


@wrong("oms", breaks="UF-03")
class TakesEveryWordForCompletion(Reports):
    """Takes whatever is not mapped for completion."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        known = native in ("IN PROGRESS", "SUSPENDED", "CANCELLED")
        super().has_status(fulfilment, line, native if known else "COMPLETE")


@wrong("oms", breaks="UF-03")
class HasOneMapForAll(Reports):
    """Understands one system's words from every other system too."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        super().has_status(fulfilment, line, "COMPLETE" if native in ("DELIVERED", "SIGNED OFF") else native)


@wrong("oms", breaks="UF-03")
class PassesOverUnmappedWords(Incidents):
    """Flags nothing that it does not understand."""

    def unmapped(self, fulfilment: Fulfilment, line: LineFulfilment, status: str) -> None: ...


@wrong("oms", breaks="UF-03")
class FlagsAWordOnce(Incidents):
    """Flags a word that it does not understand when it hears it first; later it is known to be unknown."""

    def prepare(self) -> None:
        super().prepare()
        self.flagged: set[str] = set()

    def unmapped(self, fulfilment: Fulfilment, line: LineFulfilment, status: str) -> None:
        if status not in self.flagged:
            super().unmapped(fulfilment, line, status)
        self.flagged.add(status)


@wrong("oms", breaks="UF-04")
class TellsNoMilestones(Reports):
    """Keeps milestones to itself."""

    def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
        line.milestones.add(milestone)


@wrong("oms", breaks="UF-04")
class TellsMilestonesAgain(Reports):
    """Tells of a milestone as often as it is reported."""

    def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
        line.milestones.discard(milestone)
        super().reached(fulfilment, line, milestone)


@wrong("oms", breaks="UF-04")
class TellsMilestonesAhead(Reports):
    """Tells of the next milestone together with the one that is reached."""

    def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
        super().reached(fulfilment, line, milestone)
        if milestone == "RESERVED":
            super().reached(fulfilment, line, "DESIGNED")


@wrong("oms", breaks="UF-04")
class TellsMilestonesOfEveryLine(Reports):
    """Tells of a milestone of one line as one of them all."""

    def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
        for each in fulfilment.lines.values():
            super().reached(fulfilment, each, milestone)


@wrong("oms", breaks="UF-04")
class TellsAMilestoneOnceAnOrder(Reports):
    """Keeps by order which milestones were told, so that a second line at the same one is told of nothing."""

    def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
        if any(milestone in other.milestones for other in fulfilment.lines.values()):
            line.milestones.add(milestone)
        else:
            super().reached(fulfilment, line, milestone)


class _NotesValues(Reports):
    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        line.assigned[attribute] = value


class _LeavesValuesOut(Outbox):
    def answer(self, query: Message) -> None:
        super().answer(query)
        body = dict(self.out[-1].body)
        body["lines"] = [{k: v for k, v in line.items() if k != "attributes"} for line in body.get("lines", ())]
        self.out[-1] = replace(self.out[-1], body=body)


@wrong("oms", breaks="UF-07")
class KeepsAssignedValues(OrderManagement):
    """Tells the CRM nothing of what provisioning assigned."""

    parts = Parts(outbox=_LeavesValuesOut, reports=_NotesValues)


@wrong("oms", breaks="UF-07")
class BillsWithoutAssignedValues(Orchestration):
    """Tells billing nothing of what provisioning assigned."""

    def charge(self, line: LineFulfilment, work: BillingLine) -> BillingLine:
        return work


class _TellsValuesOnCompletion(Orchestration):
    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        if line.assigned:
            self.outbox.progress(fulfilment, line)
        super().complete(fulfilment, line)


@wrong("oms", breaks="UF-07")
class TellsAssignedValuesAtTheEnd(OrderManagement):
    """Tells the CRM what provisioning assigned when the line is complete."""

    parts = Parts(orchestration=_TellsValuesOnCompletion, reports=_NotesValues)


@wrong("oms", breaks="UF-07")
class WipesWhatWasEntered(Reports):
    """Blanks every attribute that was entered when provisioning assigns one."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        line.assigned.update(dict.fromkeys(line.line.attributes, ""))
        super().filled_in(fulfilment, line, attribute, value)


@wrong("oms", breaks="UF-07")
class SpreadsAssignedValues(Reports):
    """Gives every line of an order what provisioning assigned to one."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        for each in fulfilment.lines.values():
            super().filled_in(fulfilment, each, attribute, value)


@permitted("oms")
class TellsEveryReport(Reports):
    """Tells the CRM once more how a line stands, whatever is reported of it."""

    def from_provisioning(self, report: WorkUpdate) -> None:
        super().from_provisioning(report)
        fulfilment, line = self.book.find(report)
        if fulfilment is not None and line is not None:
            self.outbox.update(fulfilment, line)


@wrong("oms", breaks="UF-07")
class TellsBillingOfAllLinesAlike(Reports):
    """Tells billing a value that was assigned to one line for the other lines of its product too."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        for other in fulfilment.lines.values():
            if other is not line and other.line.product == line.line.product:
                other.assigned.setdefault(attribute, value)
        super().filled_in(fulfilment, line, attribute, value)
