"""CRMs that go wrong while an order is prepared: shipping, checks, papers, submission."""

from ordertck.harness.messages import (
    AnswerLine,
    CheckAnswer,
    CheckLine,
    DeskDo,
    DeskShown,
    Message,
    OrderSubmission,
    replace,
)
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Meddling
from ordertck.harness.reference.crm import (
    Attachments,
    CrmOrder,
    CustomerRelations,
    OutsideChecks,
    Refused,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="SC-07")
class KeepsShippingToItself(Submissions):
    """Submits an order without where its goods are to go."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        return replace(super().of(order), ship_to=None, ship_by=None)


@wrong("crm", breaks="SC-07")
class ShipsToTheSite(Submissions):
    """Has everything shipped to the customer's address, whatever was entered."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        return replace(super().of(order), ship_to=self.accounts.get(order.account or "", {}).get("site"))


@wrong("crm", breaks="SC-07 SC-11")
class InsistsOnShipping(Submitting):
    """Submits nothing that is not to be shipped anywhere."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        if not self.orders.order(ref).ship_to:
            raise Refused("there is no address to ship to")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="SC-08")
class OneAnswerForAllLines(OutsideChecks):
    """Takes the whole order for unavailable when one item is."""

    def questions(self, kind: str, order: CrmOrder) -> list[tuple[CheckLine, ...]]:
        found = super().questions(kind, order)
        return [tuple(line for lines in found for line in lines)] if kind == "availability" else found

    def answered(self, answer: CheckAnswer) -> None:
        lines = tuple(AnswerLine(line=line.line, outcome=answer.outcome) for line in answer.lines)
        super().answered(replace(answer, lines=lines))


@wrong("crm", breaks="SC-08")
class AsksAboutTheFirstLine(OutsideChecks):
    """Asks whether the first item is there, and takes that for an answer on all."""

    def questions(self, kind: str, order: CrmOrder) -> list[tuple[CheckLine, ...]]:
        return super().questions(kind, order)[:1]

    def answered(self, answer: CheckAnswer) -> None:
        order = next(o for o in self.orders.by_ref.values() if o.id == answer.order)
        outcome = answer.lines[0].outcome if answer.lines else answer.outcome
        lines = tuple(AnswerLine(line=line.id, outcome=outcome) for line in order.lines.values())
        super().answered(replace(answer, lines=lines if answer.lines else ()))


class _Reading(OutsideChecks):
    """Reads something else in an answer than what it says."""

    def read(self, answer: CheckAnswer) -> CheckAnswer:
        """The answer, as it is understood."""
        raise NotImplementedError

    def answered(self, answer: CheckAnswer) -> None:
        super().answered(self.read(answer))


@wrong("crm", breaks="SC-08 SC-09")
class TakesNoAnswerForYes(_Reading):
    """Shows as good what nobody could say."""

    def read(self, answer: CheckAnswer) -> CheckAnswer:
        lines = tuple(replace(line, outcome=_yes(line.outcome)) for line in answer.lines)
        return replace(answer, outcome=_yes(answer.outcome), lines=lines)


def _yes(outcome: str) -> str:
    return "ok" if outcome == "unknown" else outcome


@wrong("crm", breaks="SC-09")
class HidesWhatIsDeclined(_Reading):
    """Shows every check as passed."""

    def read(self, answer: CheckAnswer) -> CheckAnswer:
        return replace(answer, outcome="ok")


@wrong("crm", breaks="SC-09")
class ForgetsTheAmount(_Reading):
    """Shows that something was worked out, and not what."""

    def read(self, answer: CheckAnswer) -> CheckAnswer:
        return replace(answer, value=None)


@wrong("crm", breaks="SC-08 SC-09")
class AsksNobody(OutsideChecks):
    """Has a button for each check, and no check behind it."""

    def questions(self, kind: str, order: CrmOrder) -> list[tuple[CheckLine, ...]]:
        return []


@wrong("crm", breaks="SC-09")
class KeepsTheLatestCheckOnly(OutsideChecks):
    """Forgets what came of one check when another is made."""

    def answered(self, answer: CheckAnswer) -> None:
        if not answer.lines:
            self.results.clear()
        super().answered(answer)


@wrong("crm", breaks="SC-09")
class OneDeclinedAllDeclined(OutsideChecks):
    """Shows every check as declined once one is."""

    def answered(self, answer: CheckAnswer) -> None:
        super().answered(answer)
        kept = self.results[answer.order]
        if not answer.lines and any(row["outcome"] == "declined" for row in kept.values()):
            for row in kept.values():
                row["outcome"] = "declined"


@wrong("crm", breaks="SC-10")
class LosesActivities(Attachments):
    """Creates activities that belong to nothing."""

    def keep(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        if kind == "activity":
            return DeskShown(object=kind, ref=ref, id=ref, fields=fields)
        return super().keep(kind, ref, fields)


@wrong("crm", breaks="SC-10")
class KeepsOneDocument(Attachments):
    """Puts a document in the place of the one before."""

    def keep(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields["order"])
        self.kept[order.id] = [row for row in self.kept.get(order.id, ()) if row["kind"] != kind]
        return super().keep(kind, ref, fields)


@wrong("crm", breaks="SC-10")
class FilesEverythingTogether(Attachments):
    """Shows the papers of every order with each."""

    def shown(self, ref: str) -> DeskShown | None:
        shown = super().shown(ref)
        return replace(shown, rows=tuple(row for rows in self.kept.values() for row in rows)) if shown else None


@wrong("crm", breaks="SC-10")
class LosesPapersOnRevision(Attachments):
    """Leaves the papers with the revision that they were attached to."""

    def shown(self, ref: str) -> DeskShown | None:
        shown = super().shown(ref)
        return replace(shown, rows=()) if shown and self.orders.order(ref).revision > 1 else shown


@wrong("crm", breaks="SC-11")
class InsistsOnACreditCheck(CustomerRelations):
    """Submits nothing for customers whose credit was not checked."""

    def take(self, message: Message) -> None:
        body = message.body
        submits = (body.get("verb"), body.get("object")) == ("submit", "order")
        order = self.orders.by_ref.get(body["ref"]) if submits else None
        if order is not None and ("credit", "") not in self.outside_checks.results.get(order.id, {}):
            refused = DeskShown(object="order", ref=order.ref, refused="the customer's credit was not checked")
            self.outbox.show(message, refused)
        else:
            super().take(message)


@wrong("crm", breaks="SC-11")
class SubmitsWhenTheCreditIsGood(CustomerRelations):
    """Takes a good credit check for the last step."""

    def take(self, message: Message) -> None:
        super().take(message)
        body = message.body
        if message.kind == "check-answer" and (body["check"], body["outcome"]) == ("credit", "ok"):
            order = self.orders.known(body["order"])
            if order is not None:
                self.submitting.submit_order(order.ref, {})


@wrong("crm", breaks="SC-11")
class SubmitsUrgentOrdersAtOnce(Meddling):
    """Does not wait for anybody to submit what is urgent."""

    def after(self, act: DeskDo) -> None:
        order = self.orders.order(act.fields["order"]) if (act.verb, act.object) == ("enter", "line") else None
        if order is not None and order.priority == "Urgent" and not order.submitted:
            self.queueing.queue(order)
