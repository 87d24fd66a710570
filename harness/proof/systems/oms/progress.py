"""Order systems that make the wrong thing of what provisioning and billing report."""

from ordertck.harness.messages import BillingLine, LineUpdate, Message, WorkUpdate, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.oms.fallout import FalloutHandling
from ordertck.harness.reference.oms.life_cycle import LineState, OrderState
from ordertck.harness.reference.oms.order_management import Fulfilment, LineFulfilment, OrderManagement
from ordertck.harness.reference.oms.progress import Progress


@wrong("oms", breaks="UF-02")
class PassesRawStatusesOn(OrderManagement):
    """Tells the CRM what provisioning says, word by word."""

    class Reports(Progress):
        """Passes everything on."""

        def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
            if native not in ("COMPLETE", "CANCELLED"):
                self.oms.update_of(fulfilment, LineUpdate(line=line.line.id, status=native))
            super().has_status(fulfilment, line, native)


@wrong("oms", breaks="UF-02")
class TellsTheCrmSomethingElse(OrderManagement):
    """Tells the CRM statuses that are not those that it shows."""

    def update_of(self, fulfilment: Fulfilment, *lines: LineUpdate) -> None:
        super().update_of(fulfilment, *(replace(line, status="IN HAND") for line in lines))


@wrong("oms", breaks="UF-03")
class KnowsOneLanguage(OrderManagement):
    """Takes COMPLETE for completion, and every other word for none of its business."""

    class Reports(Progress):
        """Maps nothing."""

        def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
            if native in ("COMPLETE", "CANCELLED"):
                super().has_status(fulfilment, line, native)


@wrong("oms", breaks="UF-03")
class TakesEveryWordForCompletion(OrderManagement):
    """Takes whatever is not mapped for completion."""

    class Reports(Progress):
        """Completes at any word."""

        def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
            known = native in ("IN PROGRESS", "SUSPENDED", "CANCELLED")
            super().has_status(fulfilment, line, native if known else "COMPLETE")


@wrong("oms", breaks="UF-03")
class HasOneMapForAll(OrderManagement):
    """Understands one system's words from every other system too."""

    class Reports(Progress):
        """Does not ask whose word it is."""

        def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
            super().has_status(fulfilment, line, "COMPLETE" if native in ("DELIVERED", "SIGNED OFF") else native)


@wrong("oms", breaks="UF-03")
class PassesOverUnmappedWords(OrderManagement):
    """Flags nothing that it does not understand."""

    class Fallout(FalloutHandling):
        """Keeps quiet."""

        def unmapped(self, fulfilment: Fulfilment, line: LineFulfilment, status: str) -> None: ...


@wrong("oms", breaks="UF-04")
class TellsNoMilestones(OrderManagement):
    """Keeps milestones to itself."""

    class Reports(Progress):
        """Notes them only."""

        def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
            line.milestones.add(milestone)


@wrong("oms", breaks="UF-04")
class TellsMilestonesAgain(OrderManagement):
    """Tells of a milestone as often as it is reported."""

    class Reports(Progress):
        """Forgets what it told."""

        def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
            line.milestones.discard(milestone)
            super().reached(fulfilment, line, milestone)


@wrong("oms", breaks="UF-04")
class TellsMilestonesAhead(OrderManagement):
    """Tells of the next milestone together with the one that is reached."""

    class Reports(Progress):
        """Runs ahead."""

        def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
            super().reached(fulfilment, line, milestone)
            if milestone == "RESERVED":
                super().reached(fulfilment, line, "DESIGNED")


@wrong("oms", breaks="UF-04")
class TellsMilestonesOfEveryLine(OrderManagement):
    """Tells of a milestone of one line as one of them all."""

    class Reports(Progress):
        """Spreads it."""

        def reached(self, fulfilment: Fulfilment, line: LineFulfilment, milestone: str) -> None:
            for each in fulfilment.lines.values():
                super().reached(fulfilment, each, milestone)


@wrong("oms", breaks="UF-05")
class CompletesWithTheFirstResponse(OrderManagement):
    """Takes an item for complete when one of those who work on it has said so."""

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().provisioned(fulfilment, line)
        if line.state is LineState.PROVISIONED:
            self.complete(fulfilment, line)


@wrong("oms", breaks="UF-05")
class TakesARepetitionForTheOther(OrderManagement):
    """Counts responses, whoever they are from: two, and the item is complete."""

    class Reports(Progress):
        """Counts."""

        def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
            if native == "COMPLETE" and line.state is LineState.PROVISIONED:
                self.oms.complete(fulfilment, line)
            else:
                super().has_status(fulfilment, line, native)


@wrong("oms", breaks="UF-05")
class MovesBack(OrderManagement):
    """Gives an item whatever status was reported last."""

    class Reports(Progress):
        """Takes late news for new."""

        def take(self, fulfilment: Fulfilment, line: LineFulfilment, report: WorkUpdate) -> None:
            if line.state is LineState.COMPLETE:
                line.state = LineState.PROVISIONED
                self.oms.update(fulfilment, line)
            else:
                super().take(fulfilment, line, report)


@wrong("oms", breaks="UF-05")
class EvaluatesOrderByOrder(OrderManagement):
    """Completes no item before all the items of its order are done."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.done: dict[str, list[LineFulfilment]] = {}

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        done = self.done.setdefault(fulfilment.order.order, [])
        if line not in done:
            done.append(line)
        if len(done) == fulfilment.open:
            for each in done:
                super().complete(fulfilment, each)


@wrong("oms", breaks="UF-05")
class NeverForgivesAFailure(OrderManagement):
    """Takes no response on an item that failed once."""

    class Fallout(FalloutHandling):
        """Resolves nothing."""

        def resolve(self, order: str, incident: str) -> None: ...


@wrong("oms", breaks="UF-06")
class CompletesWithTheFirstItem(OrderManagement):
    """Takes an order for complete when one of its items is."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        complete = any(line.state is LineState.COMPLETE for line in fulfilment.lines.values())
        running = fulfilment.state is OrderState.IN_PROGRESS
        return OrderState.COMPLETE if complete and running else super().end_of(fulfilment)


@wrong("oms", breaks="UF-06")
class LooksAtTheLastItem(OrderManagement):
    """Takes an order for complete when its last line is."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        if fulfilment.lines and fulfilment.state is OrderState.IN_PROGRESS:
            last = list(fulfilment.lines.values())[-1]
            return OrderState.COMPLETE if last.state is LineState.COMPLETE else None
        return super().end_of(fulfilment)


@wrong("oms", breaks="UF-06")
class TakesTheMajority(OrderManagement):
    """Takes an order for complete when most of its items are."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        complete = sum(line.state is LineState.COMPLETE for line in fulfilment.lines.values())
        most = complete * 2 > len(fulfilment.lines) and fulfilment.state is OrderState.IN_PROGRESS
        return OrderState.COMPLETE if most else super().end_of(fulfilment)


@wrong("oms", breaks="UF-06")
class CountsFailedItemsAsDone(OrderManagement):
    """Takes an order for complete when nothing of it is under way any more."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        ended = {LineState.COMPLETE, LineState.FAILED}
        if fulfilment.lines and fulfilment.state is OrderState.IN_PROGRESS:
            over = all(line.state in ended for line in fulfilment.lines.values())
            return OrderState.COMPLETE if over else None
        return super().end_of(fulfilment)


@wrong("oms", breaks="UF-06")
class CountsCompletionsNotItems(OrderManagement):
    """Counts every report of completion, and completes the order when there were as many as it has items."""

    class Reports(Progress):
        """Counts reports."""

        def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
            again = native == "COMPLETE" and line.state is LineState.COMPLETE
            super().has_status(fulfilment, line, native)
            if again:
                fulfilment.open -= 1
                self.oms.finish(fulfilment)


@wrong("oms", breaks="UF-06")
class NeverAggregates(OrderManagement):
    """Leaves an order in progress when all its items are complete."""

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        return None


@wrong("oms", breaks="UF-07")
class KeepsAssignedValues(OrderManagement):
    """Tells the CRM nothing of what provisioning assigned."""

    class Reports(Progress):
        """For billing only."""

        def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
            line.assigned[attribute] = value

    def answer(self, query: Message) -> None:
        super().answer(query)
        body = dict(self.out[-1].body)
        body["lines"] = [{k: v for k, v in line.items() if k != "attributes"} for line in body.get("lines", ())]
        self.out[-1] = replace(self.out[-1], body=body)


@wrong("oms", breaks="UF-07")
class BillsWithoutAssignedValues(OrderManagement):
    """Tells billing nothing of what provisioning assigned."""

    def charge(self, line: LineFulfilment, work: BillingLine) -> BillingLine:
        return work


@wrong("oms", breaks="UF-07")
class TellsAssignedValuesAtTheEnd(OrderManagement):
    """Tells the CRM what provisioning assigned when the line is complete."""

    class Reports(Progress):
        """Notes them only."""

        def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
            line.assigned[attribute] = value

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        if line.assigned:
            self.progress(fulfilment, line)
        super().complete(fulfilment, line)


@wrong("oms", breaks="UF-07")
class WipesWhatWasEntered(OrderManagement):
    """Blanks every attribute that was entered when provisioning assigns one."""

    class Reports(Progress):
        """Overwrites."""

        def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
            line.assigned.update(dict.fromkeys(line.line.attributes, ""))
            super().filled_in(fulfilment, line, attribute, value)


@wrong("oms", breaks="UF-07")
class SpreadsAssignedValues(OrderManagement):
    """Gives every line of an order what provisioning assigned to one."""

    class Reports(Progress):
        """Spreads."""

        def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
            for each in fulfilment.lines.values():
                super().filled_in(fulfilment, each, attribute, value)


@permitted("oms")
class TellsTheOrderApart(OrderManagement):
    """Tells of the completion of an order in an update of its own, after that of its last item."""

    def finish(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        if lines:
            self.update(fulfilment, *lines)
        super().finish(fulfilment)


@permitted("oms")
class TellsEveryReport(OrderManagement):
    """Tells the CRM once more how a line stands, whatever is reported of it."""

    def provisioning_reports(self, report: WorkUpdate) -> None:
        super().provisioning_reports(report)
        fulfilment, line = self.find(report)
        if fulfilment is not None and line is not None:
            self.update(fulfilment, line)
