"""Integration layers that uphold each rule by itself, and forget one of them where two meet."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


class _Remembering(Integration):
    """Keeps something of what it has seen, in a list."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.known: dict[str, Any] = {}


@wrong("integration", breaks="FL-06")
class KnowsOrdersAgainOnly(Integration):
    """Knows an order that is delivered again, and hands everything else over once more."""

    def handle(self, message: Message) -> list[Message]:
        if message.kind != "order-submission":
            self._seen.discard(message.id)
        return super().handle(message)


@wrong("integration", breaks="FL-06")
class KnowsAgainWhatItHeardLast(Integration):
    """Knows a message again only if nothing came in between."""

    def handle(self, message: Message) -> list[Message]:
        self._seen &= {message.id} if message.id == self.heard_last else set()
        self.heard_last = message.id
        return super().handle(message)

    heard_last = ""


@wrong("integration", breaks="FL-06")
class KnowsCancelsByTheirOrder(Integration):
    """Hands a cancel over each time that it is delivered."""

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "cancel":
            self._seen.discard(message.id)
        return super().handle(message)


@wrong("integration", breaks="PR-06")
class TakesWhatReturnsForRepetition(_Remembering):
    """Takes an update for a repetition when it says what was said before, though something else was said since."""

    def to_crm(self, message: Message) -> None:
        said = repr(sorted(message.body.items(), key=str))
        if message.kind != "order-update" or said not in self.known:
            self.known[said] = True
            super().to_crm(message)


@wrong("integration", breaks="PV-03")
class TakesProvisioningsReturnsForRepetition(_Remembering):
    """Keeps from the order system what provisioning said of a line before, though it said something else since."""

    def to_order_system(self, message: Message) -> None:
        said = repr([message.body.get(name) for name in ("line", "sort", "value", "attribute")])
        if message.kind != "provisioning-update" or said not in self.known:
            self.known[said] = True
            super().to_order_system(message)


@wrong("integration", breaks="FL-08")
class KnowsLinesByTheirPlace(Integration):
    """Takes line 1 of an order for line 1 of the order that it handed over last."""

    def received(self, receipt: Mapping[str, Any]) -> None:
        super().received(receipt)
        for line in receipt["lines"]:
            place = line["id"].rpartition("-")[2]
            for known in [k for k in self.references.crm_ids if k.rpartition("-")[2] == place]:
                self.references.crm_ids[known] = line["line"]


@wrong("integration", breaks="FL-08")
class ForgetsLinesThatARevisionLeavesOut(_Remembering):
    """Knows the lines of the newest version of an order only."""

    def received(self, receipt: Mapping[str, Any]) -> None:
        for line in self.known.get(receipt["order"], ()):
            self.references.crm_ids.pop(line["id"], None)
        self.known[receipt["order"]] = receipt["lines"]
        super().received(receipt)


@wrong("integration", breaks="FL-08")
class ForgetsAnOrderThatIsComplete(_Remembering):
    """Drops its cross-references of an order once that is reported complete."""

    def received(self, receipt: Mapping[str, Any]) -> None:
        super().received(receipt)
        self.known.setdefault(receipt["order"], []).extend(line["id"] for line in receipt["lines"])

    def to_crm(self, message: Message) -> None:
        super().to_crm(message)
        if message.body.get("status") == "COMPLETE":
            for line in self.known.pop(message.body["order"], ()):
                self.references.crm_ids.pop(line, None)


@wrong("integration", breaks="FL-08")
class ForgetsALineThatFellOut(Integration):
    """Drops its cross-reference of a line with the fallout, so that nobody knows which line is freed."""

    def to_crm(self, message: Message) -> None:
        super().to_crm(message)
        if message.kind == "fallout" and message.body["state"] == "raised":
            self.references.crm_ids.pop(message.body.get("line", ""), None)


@wrong("integration", breaks="FL-05")
class HoldsBothWays(_Remembering):
    """Keeps what is for the CRM back, too, while its intake is held."""

    def to_crm(self, message: Message) -> None:
        if self.held:
            self.known[message.id] = message
        else:
            super().to_crm(message)

    def bench_act(self, message: Message) -> None:
        super().bench_act(message)
        waiting, self.known = (list(self.known.values()), {}) if not self.held else ([], self.known)
        for kept in waiting:
            self.to_crm(kept)


@wrong("integration", breaks="FL-06")
class StaysClosed(Integration):
    """Takes orders up once after its intake was held, and leaves what comes then on the queue."""

    was_held = False

    def bench_act(self, message: Message) -> None:
        super().bench_act(message)
        self.was_held = self.was_held or message.kind == "intake-release"
        self.held = self.held or message.kind == "intake-release"


@wrong("integration", breaks="FL-05")
class KeepsNoRefusals(Integration):
    """Keeps updates for a CRM that cannot be reached, and drops refusals and fallouts."""

    def to_crm(self, message: Message) -> None:
        if message.kind == "order-update" or Edge.CRM not in self.away:
            super().to_crm(message)


@wrong("integration", breaks="PV-15")
class KeepsNoFailures(Integration):
    """Keeps updates for an order system that cannot be reached, and drops failures."""

    def to_order_system(self, message: Message) -> None:
        if message.kind not in ("fault", "fallout") or Edge.OMS not in self.away:
            super().to_order_system(message)


@wrong("integration", breaks="PL-06")
class ChangesToNoPlan(Integration):
    """Faults a line that is to be charged on a list without a plan, and has one changed to no plan."""

    def to_billing(self, message: Message) -> None:
        lines = message.body["lines"]
        if any(line["effect"] == "change" and line.get("price_list") for line in lines):
            plain = [{**line, "rate_plan": self.rate_plan(line.get("price_list"))} for line in lines]
            body = self.translated({**message.body, "lines": plain}, self.for_billing)
            self.tell("billing-order", Edge.BILLING, body, message.about)
        else:
            super().to_billing(message)


@wrong("integration", breaks="FL-07")
class KeepsWhatARevisionClears(_Remembering):
    """Fills what a revision leaves blank with what the version before it said."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for line in order["lines"]:
            before = self.known.get(line["id"], {})
            for name in ("price_list", "override", "site", "service_point", "requested_delivery"):
                if not line.get(name) and before.get(name):
                    line[name] = before[name]
            self.known[line["id"]] = dict(line)
        return order


@wrong("integration", breaks="FL-07")
class KeepsTheFirstHeader(_Remembering):
    """Hands the lines of a revision over under the header of the first version."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        first = self.known.setdefault(order["order"], order)
        own = ("lines", "revision", "id", "base_order")
        return {**{k: v for k, v in first.items() if k not in own}, **{k: order[k] for k in own if k in order}}


@wrong("integration", breaks="FL-07")
class KeepsLinesThatARevisionLeavesOut(_Remembering):
    """Hands a line over with each version, once it was in one."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        numbers = {line["number"] for line in order["lines"]}
        kept = [line for line in self.known.get(order["order"], ()) if line["number"] not in numbers]
        self.known[order["order"]] = order["lines"] + kept
        return {**order, "lines": order["lines"] + kept}


@wrong("integration", breaks="PV-03")
class AsksForTheLatestOfALine(Integration):
    """Replaces what waits for provisioning of a line with what is asked later of it."""

    def to_provisioning(self, message: Message) -> None:
        waiting = self.away.get(Edge.PROVISIONING)
        if waiting is not None:
            lines = {self.references.for_crm(line["line"]) for line in message.body["lines"]}
            waiting[:] = [m for m in waiting if not lines & {line["line"] for line in m.body["lines"]}]
        super().to_provisioning(message)


@wrong("integration", breaks="FL-09")
class BillsRevisedLinesAnew(_Remembering):
    """Takes the second call for a line as the second version of the first, and has it started again."""

    def to_billing(self, message: Message) -> None:
        lines = [
            {**line, "effect": "start"} if line["line"] in self.known and line["effect"] == "change" else line
            for line in message.body["lines"]
        ]
        self.known |= {line["line"]: True for line in lines}
        super().to_billing(replace(message, body={**message.body, "lines": lines}))
