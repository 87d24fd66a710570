"""Integration layers that take what becomes of one version, or what it says, for what is wanted of the next one."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering
from ordertck.harness.reference.common.priority_queue import HIGHEST


@wrong("integration", breaks="FL-06", where="supplementals+failures")
class PassesOverTheVersionAfterARefusal(Remembering):
    """Takes the first version after a refusal for the refused one, and leaves it."""

    def to_crm(self, message: Message) -> None:
        if message.kind == "refusal":
            self.known["refused", self.numbers.get(message.body["order"], message.body["order"])] = True
        super().to_crm(message)

    def submitted(self, message: Message) -> None:
        if message.kind == "cancel" or not self.known.pop(("refused", message.body["order"]), False):
            super().submitted(message)


@wrong("integration", breaks="FL-06", where="supplementals+priorities+failures")
class IsDoneWithAnOrderThatItRefused(Remembering):
    """Refuses a version with a priority that no queue has, and hears of the order no more."""

    def submitted(self, message: Message) -> None:
        order = message.body["order"]
        if ("refused", order) in self.known:
            return
        if (message.priority or 0) > HIGHEST:
            self.known["refused", order] = True
        super().submitted(message)


@wrong("integration", breaks="FL-08", where="bundles+supplementals+restarts")
class LeavesTheLineOfARefusal(Remembering):
    """Tells the CRM the order system's id of a line that is refused."""

    def to_crm(self, message: Message) -> None:
        super().to_crm(message)
        if message.kind == "refusal" and message.body.get("line"):
            told = self.away.get(self.sent_last.edge, self.out)
            told[-1] = replace(told[-1], body={**told[-1].body, "line": message.body["line"]})


class _KeepsTheFirst(Remembering):
    """Hands each version on with a field of the first version's header."""

    field = ""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        first = self.known.setdefault(("header", order["order"]), order.get(self.field))
        return {**order, self.field: first} if first else order


@wrong("integration", breaks="FL-07", where="supplementals+dates")
class KeepsThePayerOfTheFirstVersion(_KeepsTheFirst):
    """Has whoever pays from the first version of an order."""

    field = "payer"


@wrong("integration", breaks="FL-07", where="supplementals+dates")
class KeepsTheAddressOfTheFirstVersion(_KeepsTheFirst):
    """Has the address from the first version of an order."""

    field = "site"


@wrong("integration", breaks="FL-07", where="supplementals+dates")
class ShipsWhereTheFirstVersionSaid(_KeepsTheFirst):
    """Has the address to ship to from the first version of an order."""

    field = "ship_to"


@wrong("integration", breaks="FL-09", where="price-lists+supplementals+dates")
class BillsOnTheDateSubmittedLast(Remembering):
    """Tells billing the date of the newest version that was submitted, though that is on the queue."""

    def submitted(self, message: Message) -> None:
        self.known["date", message.body["order"]] = message.body.get("due_date")
        super().submitted(message)

    def to_billing(self, message: Message) -> None:
        date = self.known.get(("date", message.body["order"]))
        super().to_billing(replace(message, body={**message.body, "requested_delivery": date}) if date else message)
