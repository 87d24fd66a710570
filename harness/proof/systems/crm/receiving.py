"""CRMs that go wrong over what back offices tell them."""

from collections.abc import Iterable, Mapping

from ordertck.harness.messages import Message, Workflow
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    Asset,
    CustomerRelations,
    Key,
    Parts,
    Profiles,
    Receiving,
    Record,
    WorkflowCalls,
)


@wrong("crm", breaks="WF-05 WF-08 WF-11 WF-14 WF-18 WF-19 WF-20 WF-22 IS-09")
class ReceivesNothing(Receiving):
    """Says ok to whatever a back office tells, and keeps nothing of it."""

    def receive(self, call: Workflow) -> str | None:
        return None


@wrong("crm", breaks="WF-05 WF-08 WF-18 WF-19 WF-20 WF-22 IS-09", switches={"customer_master": "back-office"})
class SendsBackWhatItReceives(Receiving):
    """Takes what a back office tells for a change that back offices must know of."""

    def receive(self, call: Workflow) -> str | None:
        objection = super().receive(call)
        if objection is None:
            self.sending.deliveries.send((call.object, call.record))
        return objection


@wrong("crm", breaks="WF-05", switches={"customer_master": "back-office"})
class SendsBackWhatItHasSentBefore(Receiving):
    """Sends a back office's change of an account back where something was saved of the account before."""

    def receive(self, call: Workflow) -> str | None:
        known = call.object == "account" and self.records.record(call.object, call.record, call.account).fields
        objection = super().receive(call)
        if known and objection is None:
            self.sending.deliveries.send((call.object, call.record))
        return objection


@wrong("crm", breaks="WF-05 WF-08 WF-18 WF-22", switches={"customer_master": "back-office"})
class PassesOnToTheOthers(Receiving):
    """Sends on to the other back offices what one of them tells."""

    def receive(self, call: Workflow) -> str | None:
        objection = super().receive(call)
        for system in self.sending.deliveries.systems:
            if objection is None and system != call.system:
                self.sending.deliveries.send_to((call.object, call.record), system)
        return objection


@wrong("crm", breaks="WF-05 WF-14", switches={"customer_master": "back-office"})
class ReplacesWholeRecords(Receiving):
    """Takes what a back office leaves out for deleted."""

    def keep(self, call: Workflow) -> None:
        record = self.records.record(call.object, call.record, call.account)
        record.fields.clear()
        super().keep(call)


class _AddsWithoutLooking(Profiles):
    def receive(self, account: str, rows: Iterable[Mapping[str, str]]) -> None:
        for row in rows:
            self.upsert(account, f"{row.get('id', '')}/{len(self.outside)}", row)


class _KeepsEachMessage(Receiving):
    times = 0

    def keep(self, call: Workflow) -> None:
        self.times += 1
        if call.object in ("trouble ticket", "phone number"):
            fresh = Record(call.object, f"{call.record}/{self.times}", call.account, dict(call.fields))
            self.records.records[fresh.key] = fresh
            if call.object == "phone number":
                self.profiles.upsert(fresh.account or "", fresh.id, {"product": "Phone Number", **call.fields})
        else:
            super().keep(call)


@wrong("crm", breaks="WF-08 WF-22 WF-18")
class MakesARecordOfEachMessage(CustomerRelations):
    """Makes something new of everything that it receives."""

    parts = Parts(profiles=_AddsWithoutLooking, receiving=_KeepsEachMessage)


@wrong("crm", breaks="WF-11")
class OneStatusForAllLines(Receiving):
    """Gives every line of an order the status that is told of one."""

    def receive_order(self, call: Workflow) -> str | None:
        order = self.orders.known(call.record)
        if order is not None and call.rows:
            order.line_status = dict.fromkeys((line.id for line in order.lines.values()), call.rows[-1]["status"])
            return None
        return super().receive_order(call)


@wrong("crm", breaks="WF-11")
class ForgetsLinesThatAreNotTold(Receiving):
    """Forgets the status of the lines of which nothing is told."""

    def receive_order(self, call: Workflow) -> str | None:
        order = self.orders.known(call.record)
        if order is not None:
            order.line_status.clear()
        return super().receive_order(call)


@wrong("crm", breaks="WF-11 IS-09")
class UpdatesTheLatestOrder(Receiving):
    """Gives the status that is told to the order that was entered last."""

    def receive_order(self, call: Workflow) -> str | None:
        objection = super().receive_order(call)
        *_, last = self.orders.by_ref.values()
        order = self.orders.known(call.record)
        if order is not None and order is not last:
            order.shown, last.shown = None, order.shown
        if order is not None and not call.fields:
            order.line_status.clear()
        return objection


@wrong("crm", breaks="WF-14")
class MakesUnknownWorkOrders(Receiving):
    """Makes a work order of a report about one that was never there."""

    def receive(self, call: Workflow) -> str | None:
        if call.object == "work order":
            self.keep(call)
            return None
        return super().receive(call)


@wrong("crm", breaks="WF-14")
class UpdatesEveryWorkOrder(Receiving):
    """Writes a report onto all work orders of the customer."""

    def keep(self, call: Workflow) -> None:
        super().keep(call)
        for record in self.records.records.values():
            if record.object == call.object == "work order":
                record.fields.update(call.fields)


@wrong("crm", breaks="WF-18")
class NoTicketsFromOutside(Receiving):
    """Updates the tickets that it has, and takes no others in."""

    def receive(self, call: Workflow) -> str | None:
        if call.object == "trouble ticket" and (call.object, call.record) not in self.records.records:
            return "there is no such ticket"
        return super().receive(call)


@wrong("crm", breaks="WF-18 WF-19 WF-20")
class TakesNoUpdates(Receiving):
    """Takes new tickets and alerts in, and lets them stay as they were."""

    def receive(self, call: Workflow) -> str | None:
        known = self.records.records.get((call.object, call.record))
        if known is not None and call.object in ("trouble ticket", "fraud alert", "credit alert"):
            return None
        return super().receive(call)


@wrong("crm", breaks="WF-18")
class TicketsFromOutsideAreNobodys(Receiving):
    """Keeps tickets from outside where call-centre staff does not see them."""

    def keep(self, call: Workflow) -> None:
        known = (call.object, call.record) in self.records.records
        super().keep(call)
        if call.object == "trouble ticket" and not known:
            self.records.records[call.object, call.record].account = None


class _OneListForAll(Receiving):
    kind = ""

    def receive(self, call: Workflow) -> str | None:
        if call.object in ("fraud alert", "credit alert"):
            self.alerts.receive(self.records.records, _as(call, self.kind))
            return None
        return super().receive(call)


def _as(call: Workflow, kind: str) -> Workflow:
    return Workflow(
        verb=call.verb, object=kind, record=call.record, system=call.system, account=call.account, as_of=call.as_of,
        fields=call.fields,
    )  # fmt: skip


@wrong("crm", breaks="WF-20")
class OneListOfAlerts(_OneListForAll):
    """Keeps fraud and credit alerts in one list, that of fraud alerts."""

    kind = "fraud alert"


@wrong("crm", breaks="WF-20")
class AlertsWithOneNumberAreOne(Receiving):
    """Takes a fraud alert and a credit alert of the same number for one."""

    def receive(self, call: Workflow) -> str | None:
        known: Key = "fraud alert", call.record
        if call.object == "credit alert" and known in self.records.records:
            self.alerts.receive(self.records.records, _as(call, "fraud alert"))
            return None
        return super().receive(call)


@wrong("crm", breaks="WF-22")
class DoublesNumbersThatWereSold(Profiles):
    """Makes a second asset of a phone number that a back office reports and that an order has brought before."""

    def is_number(self, asset: Asset, number: str) -> bool:
        return False


@wrong("crm", breaks="WF-22 WF-24")
class NumbersAreNoAssets(Profiles):
    """Keeps phone numbers by themselves, not as assets."""

    def keep_number(self, number: Record) -> None: ...


@wrong("crm", breaks="WF-22 WF-24")
class KeepsNumbersAsNumbers(Profiles):
    """Keeps phone numbers without zeros in front and without plus."""

    def keep_number(self, number: Record) -> None:
        fields = {**number.fields, "number": number.id.lstrip("+0")}
        super().keep_number(Record(number.object, number.id, number.account, fields))


class _SendsNoAssets(WorkflowCalls):
    def send(self, key: Key, system: str) -> str:
        return "" if key[0] == "asset" else super().send(key, system)


class _ServesNoAssets(Receiving):
    def asked(self, message: Message, call: Workflow) -> None:
        if call.object == "asset":
            self.calls.answer(message, "assets are not served")
        else:
            super().asked(message, call)

    def receive(self, call: Workflow) -> str | None:
        return "assets are not served" if call.object == "asset" else super().receive(call)


@wrong("crm", breaks="WF-25")
class ServesPhoneNumbersOnly(CustomerRelations):
    """Says that it serves any asset, and serves phone numbers."""

    parts = Parts(calls=_SendsNoAssets, receiving=_ServesNoAssets)


class _SendsPhoneNumbers(WorkflowCalls):
    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        return _as(call, "phone number") if key[0] == "asset" else call


class _KeepsPhoneNumbers(Receiving):
    def keep(self, call: Workflow) -> None:
        super().keep(_as(call, "phone number") if call.object == "asset" else call)


@wrong("crm", breaks="WF-25")
class EveryAssetIsAPhoneNumber(CustomerRelations):
    """Serves any asset, and makes phone numbers of them all."""

    parts = Parts(calls=_SendsPhoneNumbers, receiving=_KeepsPhoneNumbers)
