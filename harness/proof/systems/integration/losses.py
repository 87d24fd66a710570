"""Integration layers that lose a field or a value on the way."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="FL-07")
class TakesNothingForNoPrice(Integration):
    """Drops a price override of nothing as if there were none."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for line in order["lines"]:
            if line.get("override") and not float(line["override"]):
                del line["override"]
        return order


class _ForgetsOnRevisions(Integration):
    """Hands a field of the header over with the first version only."""

    field = ""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        return {name: value for name, value in order.items() if order.get("revision", 1) == 1 or name != self.field}


@wrong("integration", breaks="FL-07")
class ForgetsThePayerOfARevision(_ForgetsOnRevisions):
    """Hands the payer over with the first version of an order only."""

    field = "payer"


@wrong("integration", breaks="FL-07")
class ForgetsTheSiteOfARevision(_ForgetsOnRevisions):
    """Hands the header's site over with the first version of an order only."""

    field = "site"


@wrong("integration", breaks="FL-07")
class ForgetsWhereToShipARevision(_ForgetsOnRevisions):
    """Hands the address to ship to over with the first version of an order only."""

    field = "ship_to"


@wrong("integration", breaks="FL-07")
class ForgetsHowToShipARevision(_ForgetsOnRevisions):
    """Hands the manner of shipping over with the first version of an order only."""

    field = "ship_by"


@wrong("integration", breaks="FL-08")
class TellsOfTheFirstLineOnly(Integration):
    """Passes on what an update says of its first line, and of no other."""

    def to_crm(self, message: Message) -> None:
        lines = message.body.get("lines", ())[:1]
        super().to_crm(replace(message, body={**message.body, "lines": lines}) if lines else message)


class _Filters(Integration):
    """Alters the values that provisioning fills in."""

    def prepare(self) -> None:
        self.first: dict[tuple[str, ...], str] = {}

    def to_order_system(self, message: Message) -> None:
        value = self.filtered(message.body) if message.body.get("sort") == "data" else message.body.get("value")
        if value == message.body.get("value"):
            super().to_order_system(message)
        elif value:
            super().to_order_system(replace(message, body={**message.body, "value": value}))

    def filtered(self, update: Mapping[str, Any]) -> str:
        """The value that is passed on; blank where none is."""
        raise NotImplementedError


@wrong("integration", breaks="PV-03")
class KeepsTheFirstValue(_Filters):
    """Passes on the first value of an attribute each time that a value comes."""

    def filtered(self, update: Mapping[str, Any]) -> str:
        return self.first.setdefault((update["line"], update["attribute"]), update["value"])


@wrong("integration", breaks="PV-03")
class PassesOnOneAttributeOfALine(_Filters):
    """Passes on the values of the attribute of a line that was filled in first."""

    def filtered(self, update: Mapping[str, Any]) -> str:
        first = self.first.setdefault((update["line"],), update["attribute"])
        return str(update["value"]) if update["attribute"] == first else ""


@wrong("integration", breaks="PL-06")
class FaultsOneLineOfACall(Integration):
    """Tells of one line of a call that cannot be billed, and is silent about the next."""

    def prepare(self) -> None:
        self.faulted: set[str] = set()

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        if message.id not in self.faulted:
            self.faulted.add(message.id)
            super().unmapped(message, line)
