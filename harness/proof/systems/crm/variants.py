"""CRMs that do things their own way, as the documents permit."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, Message, OrderSubmission, OrderUpdate, replace
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.reference.crm import (
    Asset,
    AssetRegister,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    OrderProgress,
    Outbox,
    Parts,
    Projections,
    Refused,
    Screens,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


@style("crm")
class AnswersBeforeItQueues(CustomerRelations):
    """Gives the user control back first, and puts the order on the queue then."""

    def handle(self, message: Message) -> list[Message]:
        return sorted(super().handle(message), key=lambda sent: sent.kind == "order-submission")


@style("crm")
class WarnsOfEverything(Outbox):
    """Warns the user at every turn, and does what the user wants."""

    def show(self, question: Message, shown: DeskShown) -> None:
        super().show(question, replace(shown, warning="please check what you have entered"))


@style("crm")
class ShowsMoreFields(Outbox):
    """Shows more of everything than anybody asked for."""

    def show(self, question: Message, shown: DeskShown) -> None:
        rows = tuple({**row, "owner": "SADMIN"} for row in shown.rows)
        super().show(question, replace(shown, fields={**shown.fields, "owner": "SADMIN"}, rows=rows))


class _OwnNumbersOnTheQueue(Submissions):
    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        lines = tuple(replace(line, number=str(place * 10)) for place, line in enumerate(sent.lines, 1))
        return replace(sent, lines=lines)


class _OwnNumbersAtTheDesk(Screens):
    def line_row(self, order: CrmOrder, line: CrmLine) -> dict[str, str]:
        place = list(order.lines.values()).index(line) + 1
        return {**super().line_row(order, line), "number": str(place * 10)}


@style("crm")
class NumbersLinesItsOwnWay(CustomerRelations):
    """Numbers the lines of an order one after the other, in steps of ten."""

    parts = Parts(screens=_OwnNumbersAtTheDesk, submissions=_OwnNumbersOnTheQueue)


@style("crm")
class SendsLinesBackwards(Submissions):
    """Sends the lines of an order from the last to the first."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        return replace(sent, lines=sent.lines[::-1])


@style("crm")
class HidesDisconnectedAssets(AssetRegister):
    """Does not list an asset any more once it is disconnected."""

    def of(self, account: str) -> list[Asset]:
        return [asset for asset in super().of(account) if asset.status != "Inactive"]


class _ProjectsUntilFilled(Projections):
    """Projects what is added and done, too, as long as its order is open."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        lines = (line for line in order.lines.values() if line.trackable)
        return (line for line in lines if line.action == "Add" or line.id not in order.converted)


class _ConvertsWhenFilled(OrderProgress):
    def prepare(self) -> None:
        super().prepare()
        self.done: list[tuple[CrmOrder, str]] = []

    def hear(self, update: OrderUpdate) -> None:
        order = self.orders.known(update.order)
        before = order.status if order is not None else ""
        super().hear(update)
        if order is not None and order.status == "COMPLETE" != before:
            self.fill(order)

    def fill(self, order: CrmOrder) -> None:
        """Make assets of all lines, in the turn in which they were done, and once more of what others did meanwhile."""
        own = [place for place, (other, _) in enumerate(self.done) if other.id == order.id]
        done = {self.done[place][1] for place in own}
        late = [(order, line.id) for line in order.lines.values() if line.id not in done]
        for known, line_id in [*late, *self.done[min(own, default=len(self.done)) :]]:
            other = order if known.id == order.id else known  # in the version that was filled
            line = other.line(line_id)
            cancelled = other.line_status.get(line_id) == "CANCELLED"
            if other.status == "COMPLETE" and line is not None and not cancelled:
                super().convert(other, line)

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        self.done.append((order, line.id))


@style("crm")
class ConvertsWhenTheOrderIsFilled(CustomerRelations):
    """Lets no line become an asset before the whole order is filled; what was cancelled becomes none.

    What other orders have changed since its lines were done stays changed (FO-11).
    """

    parts = Parts(progress=_ConvertsWhenFilled, projections=_ProjectsUntilFilled)


@style("crm")
class RefusesLinesAsTheyAreEntered(CustomerRelations):
    """Does not take a line in that is about nothing, or has no known action, or names no asset that is there."""

    def prepare(self) -> None:
        super().prepare()
        self.desk.acts["enter", "line"] = self.enter_line

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields["order"])
        before = dict(order.lines)
        shown = self.entry.enter_line(ref, fields)
        line = order.lines[ref]
        change = any(other.action != "Add" for other in order.lines.values())
        found = [*self.checks.subject(line), *self.checks.action(line, change), *self.checks.asset(order, line)]
        if found:
            order.lines = before
            raise Refused(found[0])
        return shown


@style("crm")
class TakesABlankActionForAdd(OrderEntry):
    """Fills in Add where a user leaves the action of a line without an asset open."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        if "action" not in fields and "asset" not in fields:
            fields = {**fields, "action": "Add"}
        return super().enter_line(ref, fields)


@style("crm")
class PassesOverPricesOfComponents(OrderEntry):
    """Says nothing when a user gives a component a price list, and does not keep it either."""

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields["order"])
        line = order.lines.get(ref)
        if line is not None and self.submissions.customizable_above(order, line) is not None:
            return self.screens.line(line)
        return super().price_line(ref, fields)


@style("crm")
class SubmitsTheLatestWhateverIsAsked(Submitting):
    """Submits the current revision also where a user asks for an older one."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        return super().submit_order(ref, {name: value for name, value in fields.items() if name != "revision"})


class _ShowsLetters(Outbox):
    def show(self, question: Message, shown: DeskShown) -> None:
        super().show(question, replace(shown, fields=_lettered(shown.fields), rows=tuple(map(_lettered, shown.rows))))


class _ReadsLetters(Submitting):
    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        numbered = {**fields, "revision": str(ord(fields["revision"]) - 64)} if "revision" in fields else fields
        return super().submit_order(ref, numbered)


@style("crm")
class LettersForRevisions(CustomerRelations):
    """Calls revisions A, B and C."""

    parts = Parts(outbox=_ShowsLetters, submitting=_ReadsLetters)


def _lettered(fields: Fields) -> Fields:
    return {**fields, "revision": chr(64 + int(fields["revision"]))} if "revision" in fields else fields


@style("crm")
class NumbersRevisionsOnSubmissionOnly(Submissions):
    """Submits whatever revision comes first as number one."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        earlier, version = 0, order.revises
        while version is not None:
            earlier, version = earlier + 1, version.revises
        return replace(super().of(order), revision=1 + earlier)


@style("crm")
class SubmitsResumesOfActiveAssets(Submitting):
    """Warns of the resuming of an asset that is not suspended, and leaves it to the order system to refuse that."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        try:
            return super().submit_order(ref, fields)
        except Refused as refusal:
            if "is not suspended" not in str(refusal):
                raise
        order = self.orders.order(ref)
        for objection in self.approval.objections(order):
            raise Refused(objection)
        order.submitted, order.status = True, "OPEN"
        self.approval.submitted(order)
        return replace(self.screens.order(order), warning="the asset is not suspended")


@permitted("crm", switches={"no_action": "blank"})
class WritesABlankForUnchanged(CustomerRelations):
    """Reads a line without an action as one that stays as it is."""


@permitted(
    "crm",
    without="header-price-list-choice line-price-lists enforced-header-price-list revisions-before-submission "
    "product-administration extended-priorities",
)
class OffersTheLeast(OrderEntry):
    """Lets users enter and submit orders, and nothing beyond that."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        if not self.orders.order(ref).submitted:
            raise Refused("an order is not revised before it is submitted")
        return super().revise_order(ref, fields)

    def price_order(self, ref: str, fields: Fields) -> DeskShown:
        raise Refused("the header's price list is the account's")

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        raise Refused("lines have no price lists here")

    def enter_order(self, ref: str, fields: Fields) -> DeskShown:
        return self.price_order(ref, fields) if "price_list" in fields else super().enter_order(ref, fields)

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        return self.price_line(ref, fields) if "price_list" in fields else super().enter_line(ref, fields)

    def enter_product(self, ref: str, fields: Fields) -> DeskShown:
        raise Refused("products are not set here")
