"""CRMs that go wrong over whose data count, when they go over, and how a user learns of the back office's."""

from datetime import datetime, timedelta

from ordertck.harness.messages import DeskShown, Message, Workflow, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.parts import crm_with
from ordertck.harness.reference.crm import Workflows
from ordertck.harness.reference.crm.deliveries import Deliveries
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.drafts import Refused
from ordertck.harness.reference.crm.records import Key
from ordertck.harness.reference.crm.replication import Replication

BACK_OFFICE_MASTERS = dict.fromkeys(("customer_master", "product_master", "pricing_master"), "back-office")


@wrong("crm", breaks="IS-03")
@crm_with
class TheLastChangeWins(Workflows):
    """Takes what comes last, whoever is master."""

    def overruled(self, key: Key, system: str) -> bool:
        return False


@wrong("crm", breaks="IS-03", switches=BACK_OFFICE_MASTERS)
@crm_with
class ItsOwnChangeWins(Workflows):
    """Keeps its own change, though the back office is master."""

    def overruled(self, key: Key, system: str) -> bool:
        return self.deliveries.waits(key, system)


@wrong("crm", breaks="IS-03")
@crm_with
class KeepsItsOwnAndSaysNothing(Workflows):
    """Is master, keeps its own change, and lets the back office keep its."""

    def overruled(self, key: Key, system: str) -> bool:
        overruled = super().overruled(key, system)
        if overruled:
            self.deliveries.drop(key, system)
        return overruled


@wrong("crm", breaks="IS-03", switches={"product_master": "back-office", "pricing_master": "back-office"})
@crm_with
class OneMasterForAll(Workflows):
    """Goes by the customer master, whatever the data are about."""

    class Replication(Replication):
        """One for all."""

        def is_master(self, kind: str) -> bool:
            return super().is_master("account")


@wrong("crm", breaks="IS-04 IS-05 IS-06")
@crm_with
class ReplicatesNothing(Workflows):
    """Keeps products and pricing rules to itself."""

    class Replication(Replication):
        """Nothing is ever due."""

        def saved(self, key: Key) -> list[Key]:
            return []


@wrong("crm", breaks="IS-04 IS-05 IS-06")
@crm_with
class WaitsForTheNight(Workflows):
    """Says that it replicates at once, and collects what is to be replicated."""

    class Replication(Replication):
        """Collects."""

        def saved(self, key: Key) -> list[Key]:
            self.due.append(key)
            return []


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
@crm_with
class DoesNotWaitForTheRun(Workflows):
    """Says that it replicates in a daily run, and replicates at once."""

    class Replication(Replication):
        """At once."""

        def saved(self, key: Key) -> list[Key]:
            return [key]


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
@crm_with
class LosesWhatIsChangedAtTheCutOff(Workflows):
    """Takes what is changed at the moment of a run for replicated."""

    class Replication(Replication):
        """From after the last run to before this one."""

        def __init__(self, settings: Fields, run: str, now: datetime) -> None:
            super().__init__(settings, run, now)
            self.at_the_run = False

        def saved(self, key: Key) -> list[Key]:
            return [] if self.at_the_run else super().saved(key)

        def advance(self, now: datetime) -> list[Key]:
            self.at_the_run = now >= self.next_run
            return super().advance(now)


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
@crm_with
class ReplicatesEveryNightAgain(Workflows):
    """Takes what was changed since the run before the last, so that some things go twice."""

    class Replication(Replication):
        """Two nights."""

        before: tuple[Key, ...] = ()

        def advance(self, now: datetime) -> list[Key]:
            due = super().advance(now)
            again, self.before = self.before, tuple(due) if due else ()
            return [*due, *again]


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
@crm_with
class RunsTooEarly(Workflows):
    """Begins its daily run an hour before it was decided."""

    class Replication(Replication):
        """An hour before."""

        def run_after(self, now: datetime) -> datetime:
            return super().run_after(now + timedelta(hours=1)) - timedelta(hours=1)


@wrong("crm", breaks="IS-05")
@crm_with
class SendsWhatIsTyped(Workflows):
    """Sends products as they are typed in, before anybody has saved them."""

    def fill_in(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().fill_in(kind, ref, fields)
        if kind == "product":
            self.record(kind, ref, None).fields.update(fields)
            self.deliveries.send((kind, ref))
        return shown


@wrong("crm", breaks="IS-05")
@crm_with
class FailsInSilence(Workflows):
    """Shows a record as if every back office had it."""

    def shown(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        return replace(super().shown(kind, ref, fields), warning=None)


@wrong("crm", breaks="IS-05")
@crm_with
class WarnsAndLeavesItAtThat(Workflows):
    """Tells the user that a back office lacks a record, and never sends it."""

    class Deliveries(Deliveries):
        """Back again? Never mind."""

        def up(self, system: str) -> None: ...


@wrong("crm", breaks="IS-06")
@crm_with
class ReplicatesKnownProductsOnly(Workflows):
    """Replicates changes to what is there, not what is new."""

    def replicate(self, due: list[Key]) -> None:
        self.seen = getattr(self, "seen", set[Key]())
        super().replicate([key for key in due if key in self.seen])
        self.seen.update(due)


@wrong("crm", breaks="IS-07", switches={"replication": "button"})
@crm_with
class HasNoButton(Workflows):
    """Has no button to replicate by."""

    def press(self, ref: str, fields: Fields) -> DeskShown:
        raise Refused("there is no such button")


@wrong("crm", breaks="IS-07", switches={"replication": "button"})
@crm_with
class NeedsNoButton(Workflows):
    """Says that it waits for the button, and does not."""

    class Replication(Replication):
        """At once."""

        def saved(self, key: Key) -> list[Key]:
            return [key]


@wrong("crm", breaks="IS-07", switches={"replication": "button"})
@crm_with
class TheButtonIsForEverything(Workflows):
    """Replicates all that has changed, whichever record the button was pressed on."""

    class Replication(Replication):
        """All of it."""

        def pressed(self, key: Key) -> list[Key]:
            due, self.due = self.due, []
            return due


@wrong("crm", breaks="IS-07", switches={"replication": "button"})
@crm_with
class EachPressMakesARecord(Workflows):
    """Sends under a new number whenever the button is pressed."""

    presses = 0

    def press(self, ref: str, fields: Fields) -> DeskShown:
        self.presses += 1
        self.deliveries.send(("product", ref))
        return self.shown("product", ref, {})

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        again = key[0] == "product" and self.presses > 1
        return replace(call, record=f"{key[1]}/{self.presses}") if again else call


@wrong("crm", breaks="IS-10", switches={"order_inquiry": "on-query"})
@crm_with
class ShowsWhatItHas(Workflows):
    """Says that it asks the back office when a user opens an order, and does not."""

    def ask_first(self, question: Message) -> bool:
        return False


@wrong("crm", breaks="IS-10", switches={"order_inquiry": "on-query"})
@crm_with
class ShowsOldAsNew(Workflows):
    """Does not say so when it shows an order as it was before."""

    def told(self, message: Message, question: Message, number: str) -> None:
        order = self.crm.known(number)
        if message.kind == "workflow" or order is None:
            super().told(message, question, number)
        else:
            self.crm.answer(question, self.crm.screens.order(order))


@wrong("crm", breaks="IS-10", switches={"order_inquiry": "on-query"})
@crm_with
class LosesAnOrderThatNobodyKnows(Workflows):
    """Takes no answer for the answer that there is no such order."""

    def told(self, message: Message, question: Message, number: str) -> None:
        order = self.crm.known(number)
        if message.kind != "workflow" and order is not None:
            order.status = "UNKNOWN"
        super().told(message, question, number)


@wrong("crm", breaks="IS-11")
@crm_with
class GetStatusDoesNothing(Workflows):
    """Has a button that is there to be pressed."""

    def told(self, message: Message, question: Message, number: str) -> None:
        order = self.crm.known(number)
        if order is not None:
            self.crm.answer(question, self.crm.screens.order(order))


@wrong("crm", breaks="IS-11")
@crm_with
class AsksWithoutTheButton(Workflows):
    """Asks the back office whenever a user looks, though it says that it waits for the button."""

    def ask_first(self, question: Message) -> bool:
        order = self.crm.orders.get(question.body["ref"])
        if question.kind == "desk-see" and order is not None and order.submitted:
            self.inquiries.begin(question, order.id, self.now)
            return True
        return super().ask_first(question)


@wrong("crm", breaks="IS-11")
@crm_with
class GetStatusForgetsTheOrder(Workflows):
    """Takes an order that the back office does not know for one without status."""

    def told(self, message: Message, question: Message, number: str) -> None:
        order = self.crm.known(number)
        if message.kind != "workflow" and order is not None:
            order.status = "UNKNOWN"
        super().told(message, question, number)
