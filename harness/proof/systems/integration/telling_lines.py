"""Integration layers that tell the lines of an order by something else than their ids, or forget withdrawn ones."""

from collections.abc import Hashable, Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


class TellsLinesBy(Integration):
    """Takes lines of an order for one and the same where they have one mark in common, and tells of the latest."""

    def prepare(self) -> None:
        self.marks: dict[str, Hashable] = {}
        self.latest: dict[Hashable, str] = {}

    def mark(self, line: Mapping[str, Any]) -> Hashable | None:
        """What lines are told by; none where a line does not have it."""
        raise NotImplementedError

    def submitted(self, message: Message) -> None:
        for line in message.body.get("lines", ()):
            if mark := self.mark(line):
                self.marks.setdefault(line["id"], (message.body["order"], mark))
                self.latest[message.body["order"], mark] = line["id"]
        super().submitted(message)

    def to_crm(self, message: Message) -> None:
        body = self.translated(message.body, self.line_for_crm)
        self.tell(message.kind, Edge.CRM, body, message.about)

    def line_for_crm(self, order_system: str) -> str:
        """The CRM's id of the line that has this one's mark by now."""
        line = self.references.for_crm(order_system)
        return self.latest.get(self.marks.get(line), line)


@wrong("integration", breaks="FL-08")
class TellsLinesByTheirNumbers(TellsLinesBy):
    """Takes a new line for the withdrawn one whose number it has."""

    def mark(self, line: Mapping[str, Any]) -> Hashable | None:
        return str(line["number"])


@wrong("integration", breaks="FL-08")
class TellsLinesByTheirAssets(TellsLinesBy):
    """Takes a new line for the withdrawn one about the same asset."""

    def mark(self, line: Mapping[str, Any]) -> Hashable | None:
        return line.get("asset")


class KnowsTheNewestVersionOnly(Integration):
    """Knows the lines of each order's newest version."""

    def prepare(self) -> None:
        self.newest: dict[str, set[str]] = {}

    def submitted(self, message: Message) -> None:
        if message.kind != "cancel":
            self.newest[message.body["order"]] = {line["id"] for line in message.body.get("lines", ())}
        super().submitted(message)

    def of_the_newest(self, message: Message) -> Message | None:
        """A call without the lines that the newest version leaves out; None where nothing is left."""
        order = self.numbers.get(message.body["order"], message.body["order"])
        known = self.newest.get(order)
        lines = [x for x in message.body["lines"] if known is None or self.references.for_crm(x["line"]) in known]
        return replace(message, body={**message.body, "lines": lines}) if lines else None


@wrong("integration", breaks="FL-09", where="price-lists+supplementals")
class NeverEndsWhatWasWithdrawn(KnowsTheNewestVersionOnly):
    """Asks billing for lines of the newest version only: what a revision withdrew is charged for ever."""

    def to_billing(self, message: Message) -> None:
        if call := self.of_the_newest(message):
            super().to_billing(call)


@wrong("integration", breaks="PV-03", where="supplementals+service-changes")
class NeverTakesDownWhatWasWithdrawn(KnowsTheNewestVersionOnly):
    """Asks provisioning for lines of the newest version only: what a revision withdrew stays set up."""

    def to_provisioning(self, message: Message) -> None:
        if call := self.of_the_newest(message):
            super().to_provisioning(call)
