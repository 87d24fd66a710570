"""Integration layers that take what a call says of a line from the call before, the line beside, or the order."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Message
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Line, Remembering, with_lines


class _FromElsewhere(Remembering):
    """Takes one ``field`` of a line that is changed from elsewhere; only where it is blank, with ``fills``."""

    field: str
    fills = False
    bills = True

    def to_billing(self, message: Message) -> None:
        super().to_billing(self._changed(message) if self.bills else message)

    def to_provisioning(self, message: Message) -> None:
        super().to_provisioning(message if self.bills else self._changed(message))

    def _changed(self, message: Message) -> Message:
        asked = {line["line"]: dict(line) for line in message.body["lines"]}

        def change(line: dict[str, Any]) -> dict[str, Any]:
            there = self.elsewhere(line).get(self.field)
            said = line["effect"] == "change" and bool(line.get(self.field)) != self.fills
            return {**line, self.field: there} if there and said and self.line(line["line"]).get("base_line") else line

        changed = with_lines(message, change)
        for line in asked.values():
            self.known["line", line["line"]] = self.known["product", line["product"]] = line
        return changed

    def elsewhere(self, line: Mapping[str, Any]) -> Line:
        """From where the field is taken: what the last call said of the line."""
        last: Line = self.known.get(("line", line["line"]), {})
        return last


class _FromTheTwin(_FromElsewhere):
    def elsewhere(self, line: Mapping[str, Any]) -> Line:
        twin: Line = self.known.get(("product", line["product"]), {})
        return twin if self.line(line["line"]).get("parent") else {}


@wrong("integration", breaks="FL-09", where="price-lists+bundles+follow-ons")
class FillsAListFromTheLastCall(_FromElsewhere):
    """Changes a charge to the list of the last call, where this one names none."""

    field, fills = "price_list", True


@wrong("integration", breaks="FL-09", where="price-lists+bundles+follow-ons")
class KeepsTheOverrideOfTheLastCall(_FromElsewhere):
    """Tells billing the price that was entered by hand for the last call."""

    field = "override"


@wrong("integration", breaks="FL-09", where="price-lists+bundles+follow-ons")
class TellsBillingTheValuesOfTheLineBeside(_FromTheTwin):
    """Tells billing of a component what it was told last of the same product."""

    field = "attributes"


@wrong("integration", breaks="PV-03", where="bundles+follow-ons+filled-in-data")
class KeepsTheValuesOfTheLastCall(_FromElsewhere):
    """Asks provisioning for the values of the last call on a line."""

    field, bills = "attributes", False


@wrong("integration", breaks="PV-03", where="bundles+follow-ons+filled-in-data")
class AsksForTheSiteOfTheLineBeside(_FromTheTwin):
    """Asks for a component at the site where it asked for the same product last."""

    field, bills = "site", False


@wrong("integration", breaks="FL-09", where="price-lists+supplementals+cancellation")
class ChangesBackToWhatTheRevisionSaid(Remembering):
    """Changes a charge of a cancelled order to the list of its last revision."""

    def to_billing(self, message: Message) -> None:
        def revised(line: dict[str, Any]) -> dict[str, Any]:
            price_list = self.line(line["line"]).get("price_list")
            return {**line, "price_list": price_list} if line["effect"] == "change" and price_list else line

        super().to_billing(with_lines(message, revised) if message.body["order"] in self.cancelled else message)


@wrong("integration", breaks="FL-09", where="price-lists+supplementals+cancellation")
class EndsAllOfACancelledOrder(Remembering):
    """Ends every charge of a cancelled order of several versions, though one of them is only to rest."""

    def to_billing(self, message: Message) -> None:
        order = message.body["order"]
        if order in self.cancelled and len(self.versions[order]) > 1:
            message = with_lines(
                message, lambda line: {**line, "effect": "stop"} if line["effect"] == "suspend" else line
            )
        super().to_billing(message)
