"""CRMs that go wrong while an order is prepared: shipping, checks, papers, submission."""

from ordertck.harness.messages import AnswerLine, CheckAnswer, CheckLine, DeskShown, OrderSubmission, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmOrder, CustomerRelations, Refused, submission
from ordertck.harness.reference.crm.attachments import Attachments
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.outside_checks import OutsideChecks


@wrong("crm", breaks="SC-07")
class KeepsShippingToItself(CustomerRelations):
    """Submits an order without where its goods are to go."""

    class Submissions(submission.Submissions):
        """Left off."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            return replace(super().of(order), ship_to=None, ship_by=None)


@wrong("crm", breaks="SC-07")
class ShipsToTheSite(CustomerRelations):
    """Has everything shipped to the customer's address, whatever was entered."""

    class Submissions(submission.Submissions):
        """The address on file."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            return replace(super().of(order), ship_to=self.crm.accounts.get(order.account or "", {}).get("site"))


@wrong("crm", breaks="SC-07 SC-11")
class InsistsOnShipping(CustomerRelations):
    """Submits nothing that is not to be shipped anywhere."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        if not self.order(ref).ship_to:
            raise Refused("there is no address to ship to")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="SC-08")
class OneAnswerForAllLines(CustomerRelations):
    """Takes the whole order for unavailable when one item is."""

    class OutsideChecks(OutsideChecks):
        """One question, one answer."""

        def questions(self, kind: str, order: CrmOrder) -> list[tuple[CheckLine, ...]]:
            found = super().questions(kind, order)
            return [tuple(line for lines in found for line in lines)] if kind == "availability" else found

        def answered(self, answer: CheckAnswer) -> None:
            lines = tuple(AnswerLine(line=line.line, outcome=answer.outcome) for line in answer.lines)
            super().answered(replace(answer, lines=lines))


@wrong("crm", breaks="SC-08")
class AsksAboutTheFirstLine(CustomerRelations):
    """Asks whether the first item is there, and takes that for an answer on all."""

    class OutsideChecks(OutsideChecks):
        """The others will be there too."""

        def questions(self, kind: str, order: CrmOrder) -> list[tuple[CheckLine, ...]]:
            return super().questions(kind, order)[:1]

        def answered(self, answer: CheckAnswer) -> None:
            order = next(o for o in self.crm.orders.values() if o.id == answer.order)
            outcome = answer.lines[0].outcome if answer.lines else answer.outcome
            lines = tuple(AnswerLine(line=line.id, outcome=outcome) for line in order.lines.values())
            super().answered(replace(answer, lines=lines if answer.lines else ()))


class _Reading(CustomerRelations):
    """Reads something else in an answer than what it says."""

    def read(self, answer: CheckAnswer) -> CheckAnswer:
        """The answer, as it is understood."""
        raise NotImplementedError

    class OutsideChecks(OutsideChecks):
        """As understood."""

        def answered(self, answer: CheckAnswer) -> None:
            super().answered(self.crm.read(answer))  # type: ignore[attr-defined]


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
class AsksNobody(CustomerRelations):
    """Has a button for each check, and no check behind it."""

    class OutsideChecks(OutsideChecks):
        """Nothing is asked."""

        def questions(self, kind: str, order: CrmOrder) -> list[tuple[CheckLine, ...]]:
            return []


@wrong("crm", breaks="SC-09")
class KeepsTheLatestCheckOnly(CustomerRelations):
    """Forgets what came of one check when another is made."""

    class OutsideChecks(OutsideChecks):
        """One result at a time."""

        def answered(self, answer: CheckAnswer) -> None:
            if not answer.lines:
                self.results.clear()
            super().answered(answer)


@wrong("crm", breaks="SC-09")
class OneDeclinedAllDeclined(CustomerRelations):
    """Shows every check as declined once one is."""

    class OutsideChecks(OutsideChecks):
        """A bad customer is a bad customer."""

        def answered(self, answer: CheckAnswer) -> None:
            super().answered(answer)
            kept = self.results[answer.order]
            if not answer.lines and any(row["outcome"] == "declined" for row in kept.values()):
                for row in kept.values():
                    row["outcome"] = "declined"


@wrong("crm", breaks="SC-10")
class LosesActivities(CustomerRelations):
    """Creates activities that belong to nothing."""

    class Attachments(Attachments):
        """Documents only."""

        def keep(self, kind: str, ref: str, fields: Fields) -> DeskShown:
            if kind == "activity":
                return DeskShown(object=kind, ref=ref, id=ref, fields=fields)
            return super().keep(kind, ref, fields)


@wrong("crm", breaks="SC-10")
class KeepsOneDocument(CustomerRelations):
    """Puts a document in the place of the one before."""

    class Attachments(Attachments):
        """One of each kind."""

        def keep(self, kind: str, ref: str, fields: Fields) -> DeskShown:
            order = self.crm.order(fields["order"])
            self.kept[order.id] = [row for row in self.kept.get(order.id, ()) if row["kind"] != kind]
            return super().keep(kind, ref, fields)


@wrong("crm", breaks="SC-10")
class FilesEverythingTogether(CustomerRelations):
    """Shows the papers of every order with each."""

    class Attachments(Attachments):
        """One drawer."""

        def shown(self, ref: str) -> DeskShown | None:
            shown = super().shown(ref)
            return replace(shown, rows=tuple(row for rows in self.kept.values() for row in rows)) if shown else None


@wrong("crm", breaks="SC-10")
class LosesPapersOnRevision(CustomerRelations):
    """Leaves the papers with the revision that they were attached to."""

    class Attachments(Attachments):
        """A new revision begins empty."""

        def shown(self, ref: str) -> DeskShown | None:
            shown = super().shown(ref)
            return replace(shown, rows=()) if shown and self.crm.order(ref).revision > 1 else shown


@wrong("crm", breaks="SC-11")
class InsistsOnACreditCheck(CustomerRelations):
    """Submits nothing for customers whose credit was not checked."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        if ("credit", "") not in self.outside_checks.results.get(self.order(ref).id, {}):
            raise Refused("the customer's credit was not checked")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="SC-11")
class SubmitsWhenTheCreditIsGood(CustomerRelations):
    """Takes a good credit check for the last step."""

    class OutsideChecks(OutsideChecks):
        """And goes on by itself."""

        def answered(self, answer: CheckAnswer) -> None:
            super().answered(answer)
            order = self.crm.known(answer.order)
            if order is not None and answer.check == "credit" and answer.outcome == "ok":
                self.crm.submit_order(order.ref, {})


@wrong("crm", breaks="SC-11")
class SubmitsUrgentOrdersAtOnce(CustomerRelations):
    """Does not wait for anybody to submit what is urgent."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_line(ref, fields)
        order = self.order(fields["order"])
        if order.priority == "Urgent" and not order.submitted:
            self.queue(order)
        return shown
