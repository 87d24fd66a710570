"""CRMs that go wrong over whose data count, when they go over, and how a user learns of the back office's."""

from datetime import datetime, timedelta

from ordertck.harness.messages import DeskShown, Message, Workflow, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    CustomerRelations,
    Deliveries,
    Inquiries,
    Key,
    Parts,
    RecordEntry,
    Refused,
    Replication,
    Sending,
    WorkflowCalls,
)
from ordertck.harness.reference.crm.desk import Fields

BACK_OFFICE_MASTERS = dict.fromkeys(("customer_master", "product_master", "pricing_master"), "back-office")


@wrong("crm", breaks="IS-03")
class TheLastChangeWins(Sending):
    """Takes what comes last, whoever is master."""

    def overruled(self, key: Key, system: str) -> bool:
        return False


@wrong("crm", breaks="IS-03", switches=BACK_OFFICE_MASTERS)
class ItsOwnChangeWins(Sending):
    """Keeps its own change, though the back office is master."""

    def overruled(self, key: Key, system: str) -> bool:
        return self.deliveries.waits(key, system)


@wrong("crm", breaks="IS-03")
class KeepsItsOwnAndSaysNothing(Sending):
    """Is master, keeps its own change, and lets the back office keep its."""

    def overruled(self, key: Key, system: str) -> bool:
        overruled = super().overruled(key, system)
        if overruled:
            self.deliveries.drop(key, system)
        return overruled


@wrong("crm", breaks="IS-03", switches={"product_master": "back-office", "pricing_master": "back-office"})
class OneMasterForAll(Replication):
    """Goes by the customer master, whatever the data are about."""

    def is_master(self, kind: str) -> bool:
        return super().is_master("account")


@wrong("crm", breaks="IS-04 IS-05 IS-06")
class ReplicatesNothing(Replication):
    """Keeps products and pricing rules to itself."""

    def saved(self, key: Key) -> list[Key]:
        return []


@wrong("crm", breaks="IS-04 IS-05 IS-06")
class WaitsForTheNight(Replication):
    """Says that it replicates at once, and collects what is to be replicated."""

    def saved(self, key: Key) -> list[Key]:
        self.due.append(key)
        return []


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
class DoesNotWaitForTheRun(Replication):
    """Says that it replicates in a daily run, and replicates at once."""

    def saved(self, key: Key) -> list[Key]:
        return [key]


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
class LosesWhatIsChangedAtTheCutOff(Replication):
    """Takes what is changed at the moment of a run for replicated."""

    at_the_run = False

    def saved(self, key: Key) -> list[Key]:
        return [] if self.at_the_run else super().saved(key)

    def advance(self, now: datetime) -> list[Key]:
        self.at_the_run = now >= self.next_run
        return super().advance(now)


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
class ReplicatesEveryNightAgain(Replication):
    """Takes what was changed since the run before the last, so that some things go twice."""

    before: tuple[Key, ...] = ()

    def advance(self, now: datetime) -> list[Key]:
        due = super().advance(now)
        again, self.before = self.before, tuple(due) if due else ()
        return [*due, *again]


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
class RunsTooEarly(Replication):
    """Begins its daily run an hour before it was decided."""

    def run_after(self, now: datetime) -> datetime:
        return super().run_after(now + timedelta(hours=1)) - timedelta(hours=1)


@wrong("crm", breaks="IS-05")
class SendsWhatIsTyped(RecordEntry):
    """Sends products as they are typed in, before anybody has saved them."""

    def fill_in(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().fill_in(kind, ref, fields)
        if kind == "product":
            self.records.record(kind, ref, None).fields.update(fields)
            self.sending.deliveries.send((kind, ref))
        return shown


@wrong("crm", breaks="IS-05")
class FailsInSilence(RecordEntry):
    """Shows a record as if every back office had it."""

    def shown(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        return replace(super().shown(kind, ref, fields), warning=None)


@wrong("crm", breaks="IS-05")
class WarnsAndLeavesItAtThat(Deliveries):
    """Tells the user that a back office lacks a record, and never sends it."""

    def up(self, system: str) -> None: ...


@wrong("crm", breaks="IS-06")
class ReplicatesKnownProductsOnly(Sending):
    """Replicates changes to what is there, not what is new."""

    def replicate(self, due: list[Key]) -> None:
        self.seen = getattr(self, "seen", set[Key]())
        super().replicate([key for key in due if key in self.seen])
        self.seen.update(due)


@wrong("crm", breaks="IS-07", switches={"replication": "button"})
class HasNoButton(RecordEntry):
    """Has no button to replicate by."""

    def press(self, ref: str, fields: Fields) -> DeskShown:
        raise Refused("there is no such button")


@wrong("crm", breaks="IS-07", switches={"replication": "button"})
class NeedsNoButton(Replication):
    """Says that it waits for the button, and does not."""

    def saved(self, key: Key) -> list[Key]:
        return [key]


@wrong("crm", breaks="IS-07", switches={"replication": "button"})
class TheButtonIsForEverything(Replication):
    """Replicates all that has changed, whichever record the button was pressed on."""

    def pressed(self, key: Key) -> list[Key]:
        due, self.due = self.due, []
        return due


class _SendsAtEveryPress(RecordEntry):
    def press(self, ref: str, fields: Fields) -> DeskShown:
        self.sending.deliveries.send(("product", ref))
        return self.shown("product", ref, {})


class _NumbersProducts(WorkflowCalls):
    sent = 0

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        self.sent += (verb, key[0]) == ("Send", "product")
        return replace(call, record=f"{key[1]}/{self.sent}") if key[0] == "product" and self.sent > 1 else call


@wrong("crm", breaks="IS-07", switches={"replication": "button"})
class EachPressMakesARecord(CustomerRelations):
    """Sends under a new number whenever the button is pressed."""

    parts = Parts(calls=_NumbersProducts, record_entry=_SendsAtEveryPress)


@wrong("crm", breaks="IS-10", switches={"order_inquiry": "on-query"})
class ShowsWhatItHas(Inquiries):
    """Says that it asks the back office when a user opens an order, and does not."""

    def ask_first(self, question: Message) -> bool:
        return False


@wrong("crm", breaks="IS-10", switches={"order_inquiry": "on-query"})
class ShowsOldAsNew(Inquiries):
    """Does not say so when it shows an order as it was before."""

    def told(self, message: Message, question: Message, number: str) -> None:
        order = self.orders.known(number)
        if message.kind == "workflow" or order is None:
            super().told(message, question, number)
        else:
            self.outbox.show(question, self.screens.order(order))


@wrong("crm", breaks="IS-10", switches={"order_inquiry": "on-query"})
class LosesAnOrderThatNobodyKnows(Inquiries):
    """Takes no answer for the answer that there is no such order."""

    def told(self, message: Message, question: Message, number: str) -> None:
        order = self.orders.known(number)
        if message.kind != "workflow" and order is not None:
            order.shown = "UNKNOWN"
        super().told(message, question, number)


@wrong("crm", breaks="IS-11")
class GetStatusDoesNothing(Inquiries):
    """Has a button that is there to be pressed."""

    def told(self, message: Message, question: Message, number: str) -> None:
        order = self.orders.known(number)
        if order is not None:
            self.outbox.show(question, self.screens.order(order))


@wrong("crm", breaks="IS-11")
class AsksWithoutTheButton(Inquiries):
    """Asks the back office whenever a user looks, though it says that it waits for the button."""

    def ask_first(self, question: Message) -> bool:
        order = self.orders.by_ref.get(question.body["ref"])
        if question.kind == "desk-see" and order is not None and order.submitted:
            self.begin(question, order.id)
            return True
        return super().ask_first(question)


@wrong("crm", breaks="IS-11")
class GetStatusForgetsTheOrder(Inquiries):
    """Takes an order that the back office does not know for one without status."""

    def told(self, message: Message, question: Message, number: str) -> None:
        order = self.orders.known(number)
        if message.kind != "workflow" and order is not None:
            order.shown = "UNKNOWN"
        super().told(message, question, number)
