"""CRMs that go wrong over what they send to back offices: when, to whom, how often."""

from ordertck.harness.messages import DeskShown, Workflow, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.parts import crm_with
from ordertck.harness.reference.crm import CrmOrder, Workflows
from ordertck.harness.reference.crm.deliveries import Deliveries
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.records import Key, Record


@wrong("crm", breaks="WF-04 WF-07 WF-10 WF-13 WF-16 WF-17 WF-21")
@crm_with
class SendsNothing(Workflows):
    """Keeps everything to itself."""

    def send(self, key: Key, system: str) -> str:
        return ""


@wrong("crm", breaks="WF-04 WF-07 WF-21")
@crm_with
class SendsNewRecordsOnly(Workflows):
    """Sends what is created, not what is changed."""

    def saved(self, record: Record, before: Fields | None) -> None:
        if before is None:
            super().saved(record, before)


@wrong("crm", breaks="WF-04")
@crm_with
class SendsKnownAccountsOnly(Workflows):
    """Sends changes of accounts that were on file before, not new accounts."""

    def saved(self, record: Record, before: Fields | None) -> None:
        on_file = {account["id"] for account in self.crm.scenario.accounts}
        if record.object != "account" or record.id in on_file:
            super().saved(record, before)


@wrong("crm", breaks="WF-04 WF-16 IS-06")
@crm_with
class SendsWhatIsNotSaved(Workflows):
    """Sends a record as it is being filled in."""

    def fill_in(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().fill_in(kind, ref, fields)
        own = {name: value for name, value in fields.items() if name != "account"}
        record = self.record(kind, self.forms.id_of(kind, ref), fields.get("account"))
        record.fields.update(own)
        self.deliveries.send(record.key)
        return shown


@wrong("crm", breaks="WF-04 IS-06")
@crm_with
class SavesWhatIsGivenUp(Workflows):
    """Saves a form whichever way it is closed."""

    def give_up(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        return self.save(kind, ref, fields)


@wrong("crm", breaks="WF-04")
@crm_with
class SendsWhatIsLookedAt(Workflows):
    """Sends a record whenever a user opens it."""

    def see(self, kind: str, ref: str) -> DeskShown | None:
        shown = super().see(kind, ref)
        if shown is not None:
            self.deliveries.send((kind, shown.id or ""))
        return shown


@wrong("crm", breaks="WF-04 WF-07 WF-10 WF-13 WF-16 WF-21")
@crm_with
class CallsTheWrongWorkflow(Workflows):
    """Sends everything by the workflow for sales orders and accounts for it by that for work orders."""

    def name(self, kind: str, verb: str) -> str | None:
        return super().name("work order" if kind == "sales order" else "sales order", verb)


@wrong("crm", breaks="WF-07 WF-10 WF-13 WF-21")
@crm_with
class SendsToOneOnly(Workflows):
    """Sends to the back office that was set up first, and to no other."""

    class Deliveries(Deliveries):
        """To the first."""

        def send(self, key: Key) -> None:
            self.send_to(key, self.systems[0])


@wrong("crm", breaks="WF-07 WF-10 WF-13")
@crm_with
class GivesUpOnWhoIsDown(Workflows):
    """Sends a message once, and never mind what becomes of it."""

    class Deliveries(Deliveries):
        """Notes no failure."""

        def answered(self, message: str, outcome: str) -> None: ...


class _OneAfterTheOther(Deliveries):
    """To the next system when the one before has taken it."""

    def send(self, key: Key) -> None:
        self.send_to(key, self.systems[0])

    def answered(self, message: str, outcome: str) -> None:
        key, system = self._under_way.get(message, (None, ""))
        super().answered(message, outcome)
        if key is not None and outcome == "ok" and system != self.systems[-1]:
            self.send_to(key, self.systems[self.systems.index(system) + 1])


@wrong("crm", breaks="WF-07")
@crm_with
class OneDownHoldsUpTheOthers(Workflows):
    """Sends to one back office after the other, and stops at one that is down."""

    Deliveries = _OneAfterTheOther


@wrong("crm", breaks="WF-07")
@crm_with
class SendsTheFirstOfWhatWasMissed(Workflows):
    """Sends a back office that was down the oldest version that it missed."""

    class Deliveries(Deliveries):
        """Keeps the message that failed."""

        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            self.old: dict[str, Key] = {}

        def up(self, system: str) -> None:
            for key in self.waiting[system]:
                self.old[system] = key
            super().up(system)

    def __init__(self, crm: object) -> None:
        super().__init__(crm)  # type: ignore[arg-type]
        self.first: dict[tuple[Key, str], Workflow] = {}

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        kept = self.first.setdefault((key, system), call)
        return kept if self.deliveries.__dict__["old"].get(system) == key else call


@wrong("crm", breaks="WF-10 WF-13")
@crm_with
class SendsToAllAgain(Workflows):
    """Sends to every back office again when one of them was down."""

    class Deliveries(Deliveries):
        """To all."""

        def up(self, system: str) -> None:
            waiting, self.waiting[system] = self.waiting[system], []
            for key in waiting:
                self.send(key)


@wrong("crm", breaks="WF-10")
@crm_with
class SendsOrdersTwice(Workflows):
    """Sends an order when it is saved and when it is submitted, though nothing has changed."""

    def created(self, order: CrmOrder) -> None:
        super().created(order)
        self.deliveries.send(("sales order", order.id))


@wrong("crm", breaks="WF-10")
@crm_with
class SendsOrdersUnderAnotherNumber(Workflows):
    """Sends orders under numbers that nobody knows them by."""

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        return replace(call, record=f"X-{key[1]}") if key[0] == "sales order" else call


@wrong("crm", breaks="WF-13")
@crm_with
class SendsWorkOrdersWithoutAppointment(Workflows):
    """Sends of a work order what is to be done, not when."""

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        if key[0] != "work order":
            return call
        fields = {name: value for name, value in call.fields.items() if name != "appointment"}
        return Workflow(
            verb=call.verb,
            object=call.object,
            record=call.record,
            system=call.system,
            account=call.account,
            fields=fields,
        )


@wrong("crm", breaks="WF-21")
@crm_with
class SendsNumbersAsNumbers(Workflows):
    """Sends phone numbers without what no calculation needs: zeros in front, and plus."""

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        number = key[1].lstrip("+0")
        if key[0] != "phone number" or verb != "Send":
            return call
        return Workflow(
            verb=verb, object=key[0], record=number, system=system, account=call.account,
            fields={**call.fields, "number": number},
        )  # fmt: skip


@wrong("crm", breaks="WF-16")
@crm_with
class SendsTicketsOfCallsOnly(Workflows):
    """Sends tickets that were taken on the phone, not those that customers enter themselves."""

    def saved(self, record: Record, before: Fields | None) -> None:
        if record.object != "trouble ticket" or record.fields.get("channel") == "phone call":
            super().saved(record, before)


@wrong("crm", breaks="WF-17")
@crm_with
class SendsAllTickets(Workflows):
    """Sends every ticket, and leaves it to the back office what to make of it."""

    def saved(self, record: Record, before: Fields | None) -> None:
        if record.object == "trouble ticket":
            self.deliveries.send(record.key)
        else:
            super().saved(record, before)


@wrong("crm", breaks="WF-17")
@crm_with
class SendsEmptyTicketsOfLocalTypes(Workflows):
    """Starts the workflow for every ticket, and filters out the content of those that stay."""

    def saved(self, record: Record, before: Fields | None) -> None:
        if record.object == "trouble ticket":
            self.deliveries.send(record.key)
        else:
            super().saved(record, before)

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        if key[0] != "trouble ticket" or verb != "Send" or call.fields.get("type") in self.tickets.types:
            return call
        return Workflow(verb=verb, object=key[0], record=key[1], system=system, account=call.account)


@wrong("crm", breaks="WF-17 WF-16")
@crm_with
class SendsTheOtherTickets(Workflows):
    """Has the condition of the trigger the wrong way round."""

    def saved(self, record: Record, before: Fields | None) -> None:
        if record.object != "trouble ticket":
            super().saved(record, before)
        elif record.fields.get("type") not in self.tickets.types:
            self.deliveries.send(record.key)


@wrong("crm", breaks="WF-17")
@crm_with
class GoesByTheFirstType(Workflows):
    """Decides by the type that a ticket was entered with, whatever is made of it later."""

    def saved(self, record: Record, before: Fields | None) -> None:
        kept = record.fields.get("type")
        if record.object == "trouble ticket" and before is not None:
            if before.get("type") in self.tickets.types:
                self.deliveries.send(record.key)
        else:
            super().saved(record, before)
        assert kept == record.fields.get("type")


@wrong("crm", breaks="WF-17", switches={"ticket_type_change": "stay"})
@crm_with
class SendsAfterAChangeOfType(Workflows):
    """Says that a ticket which changes its type stays, and sends it."""

    def saved(self, record: Record, before: Fields | None) -> None:
        super().saved(record, None if record.object == "trouble ticket" else before)
