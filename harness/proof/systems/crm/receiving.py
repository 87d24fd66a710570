"""CRMs that go wrong over what back offices tell them."""

from collections.abc import Iterable, Mapping

from ordertck.harness.messages import Message, Workflow
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.parts import crm_with
from ordertck.harness.reference.crm import Workflows
from ordertck.harness.reference.crm.alerts import Alerts
from ordertck.harness.reference.crm.profiles import Profiles
from ordertck.harness.reference.crm.records import Key, Record


@wrong("crm", breaks="WF-05 WF-08 WF-11 WF-14 WF-18 WF-19 WF-20 WF-22 IS-09")
@crm_with
class ReceivesNothing(Workflows):
    """Says ok to whatever a back office tells, and keeps nothing of it."""

    def receive(self, call: Workflow) -> str | None:
        return None


@wrong("crm", breaks="WF-05 WF-08 WF-18 WF-19 WF-20 WF-22 IS-09")
@crm_with
class SendsBackWhatItReceives(Workflows):
    """Takes what a back office tells for a change that back offices must know of."""

    def receive(self, call: Workflow) -> str | None:
        objection = super().receive(call)
        if objection is None:
            self.deliveries.send((call.object, call.record))
        return objection


@wrong("crm", breaks="WF-05 WF-08 WF-18 WF-22")
@crm_with
class PassesOnToTheOthers(Workflows):
    """Sends on to the other back offices what one of them tells."""

    def receive(self, call: Workflow) -> str | None:
        objection = super().receive(call)
        for system in self.deliveries.systems:
            if objection is None and system != call.system:
                self.deliveries.send_to((call.object, call.record), system)
        return objection


@wrong("crm", breaks="WF-05 WF-14")
@crm_with
class ReplacesWholeRecords(Workflows):
    """Takes what a back office leaves out for deleted."""

    def keep(self, call: Workflow) -> None:
        record = self.record(call.object, call.record, call.account)
        record.fields.clear()
        super().keep(call)


@wrong("crm", breaks="WF-08 WF-22 WF-18")
@crm_with
class MakesARecordOfEachMessage(Workflows):
    """Makes something new of everything that it receives."""

    times = 0

    class Profiles(Profiles):
        """Adds without looking."""

        def receive(self, account: str, rows: Iterable[Mapping[str, str]]) -> None:
            for row in rows:
                self.upsert(account, f"{row.get('id', '')}/{len(self.outside)}", row)

    def keep(self, call: Workflow) -> None:
        self.times += 1
        if call.object in ("trouble ticket", "phone number"):
            fresh = Record(call.object, f"{call.record}/{self.times}", call.account, dict(call.fields))
            self.records[fresh.key] = fresh
            if call.object == "phone number":
                self.profiles.upsert(fresh.account or "", fresh.id, {"product": "Phone Number", **call.fields})
        else:
            super().keep(call)


@wrong("crm", breaks="WF-11")
@crm_with
class OneStatusForAllLines(Workflows):
    """Gives every line of an order the status that is told of one."""

    def receive_order(self, call: Workflow) -> str | None:
        order = self.crm.known(call.record)
        if order is not None and call.rows:
            order.line_status = dict.fromkeys((line.id for line in order.lines.values()), call.rows[-1]["status"])
            return None
        return super().receive_order(call)


@wrong("crm", breaks="WF-11")
@crm_with
class ForgetsLinesThatAreNotTold(Workflows):
    """Forgets the status of the lines of which nothing is told."""

    def receive_order(self, call: Workflow) -> str | None:
        order = self.crm.known(call.record)
        if order is not None:
            order.line_status.clear()
        return super().receive_order(call)


@wrong("crm", breaks="WF-11 IS-09")
@crm_with
class UpdatesTheLatestOrder(Workflows):
    """Gives the status that is told to the order that was entered last."""

    def receive_order(self, call: Workflow) -> str | None:
        objection = super().receive_order(call)
        *_, last = self.crm.orders.values()
        order = self.crm.known(call.record)
        if order is not None and order is not last:
            order.status, last.status = "OPEN", order.status
        for line in order.lines.values() if order is not None and not call.fields else ():
            order.line_status.pop(line.id, None)  # type: ignore[union-attr]
        return objection


@wrong("crm", breaks="WF-14")
@crm_with
class MakesUnknownWorkOrders(Workflows):
    """Makes a work order of a report about one that was never there."""

    def receive(self, call: Workflow) -> str | None:
        if call.object == "work order":
            self.keep(call)
            return None
        return super().receive(call)


@wrong("crm", breaks="WF-14")
@crm_with
class UpdatesEveryWorkOrder(Workflows):
    """Writes a report onto all work orders of the customer."""

    def keep(self, call: Workflow) -> None:
        super().keep(call)
        for record in self.records.values():
            if record.object == call.object == "work order":
                record.fields.update(call.fields)


@wrong("crm", breaks="WF-18")
@crm_with
class NoTicketsFromOutside(Workflows):
    """Updates the tickets that it has, and takes no others in."""

    def receive(self, call: Workflow) -> str | None:
        if call.object == "trouble ticket" and (call.object, call.record) not in self.records:
            return "there is no such ticket"
        return super().receive(call)


@wrong("crm", breaks="WF-18 WF-19 WF-20")
@crm_with
class TakesNoUpdates(Workflows):
    """Takes new tickets and alerts in, and lets them stay as they were."""

    def receive(self, call: Workflow) -> str | None:
        known = self.records.get((call.object, call.record))
        if known is not None and call.object in ("trouble ticket", "fraud alert", "credit alert"):
            return None
        return super().receive(call)


@wrong("crm", breaks="WF-18")
@crm_with
class TicketsFromOutsideAreNobodys(Workflows):
    """Keeps tickets from outside where call-centre staff does not see them."""

    def keep(self, call: Workflow) -> None:
        known = (call.object, call.record) in self.records
        super().keep(call)
        if call.object == "trouble ticket" and not known:
            self.records[call.object, call.record].account = None


@wrong("crm", breaks="WF-19 WF-20")
@crm_with
class TheLastMessageWins(Workflows):
    """Shows what came last of an alert, though it is older."""

    class Alerts(Alerts):
        """Everything is newer."""

        def newer(self, known: Record, call: Workflow) -> bool:
            return True


@wrong("crm", breaks="WF-19 WF-20")
@crm_with
class ComparesDatesAsText(Workflows):
    """Takes the first content of an alert for the newest."""

    class Alerts(Alerts):
        """The other way round."""

        def newer(self, known: Record, call: Workflow) -> bool:
            return not super().newer(known, call)


class _OneListForAll(Workflows):
    kind = ""

    def receive(self, call: Workflow) -> str | None:
        if call.object in ("fraud alert", "credit alert"):
            self.alerts.receive(self.records, _as(call, self.kind))
            return None
        return super().receive(call)


def _as(call: Workflow, kind: str) -> Workflow:
    return Workflow(
        verb=call.verb, object=kind, record=call.record, system=call.system, account=call.account, as_of=call.as_of,
        fields=call.fields,
    )  # fmt: skip


@wrong("crm", breaks="WF-20")
@crm_with
class OneListOfAlerts(_OneListForAll):
    """Keeps fraud and credit alerts in one list, that of fraud alerts."""

    kind = "fraud alert"


@wrong("crm", breaks="WF-20")
@crm_with
class AlertsWithOneNumberAreOne(Workflows):
    """Takes a fraud alert and a credit alert of the same number for one."""

    def receive(self, call: Workflow) -> str | None:
        known: Key = "fraud alert", call.record
        if call.object == "credit alert" and known in self.records:
            self.alerts.receive(self.records, _as(call, "fraud alert"))
            return None
        return super().receive(call)


class _NotAssets(Profiles):
    def keep_number(self, number: Record) -> None: ...


@wrong("crm", breaks="WF-22 WF-24")
@crm_with
class NumbersAreNoAssets(Workflows):
    """Keeps phone numbers by themselves, not as assets."""

    Profiles = _NotAssets


class _AsNumbers(Profiles):
    def keep_number(self, number: Record) -> None:
        fields = {**number.fields, "number": number.id.lstrip("+0")}
        super().keep_number(Record(number.object, number.id, number.account, fields))


@wrong("crm", breaks="WF-22 WF-24")
@crm_with
class KeepsNumbersAsNumbers(Workflows):
    """Keeps phone numbers without zeros in front and without plus."""

    Profiles = _AsNumbers


@wrong("crm", breaks="WF-25")
@crm_with
class ServesPhoneNumbersOnly(Workflows):
    """Says that it serves any asset, and serves phone numbers."""

    def send(self, key: Key, system: str) -> str:
        return "" if key[0] == "asset" else super().send(key, system)

    def asked(self, message: Message, call: Workflow) -> None:
        if call.object == "asset":
            self.answer(message, "assets are not served")
        else:
            super().asked(message, call)

    def receive(self, call: Workflow) -> str | None:
        return "assets are not served" if call.object == "asset" else super().receive(call)


@wrong("crm", breaks="WF-25")
@crm_with
class EveryAssetIsAPhoneNumber(Workflows):
    """Serves any asset, and makes phone numbers of them all."""

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        return _as(call, "phone number") if key[0] == "asset" else call

    def keep(self, call: Workflow) -> None:
        super().keep(_as(call, "phone number") if call.object == "asset" else call)
