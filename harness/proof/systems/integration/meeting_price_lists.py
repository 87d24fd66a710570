"""Integration layers that know price lists and what else befalls an order, and forget one where both meet."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering, leaving, with_lines


@wrong("integration", breaks="PL-01", where="price-lists+bundles")
class LooksPlansOfComponentsUpOnce(Remembering):
    """Looks the plan of a component up by its product, once for all bundles of an order."""

    def to_billing(self, message: Message) -> None:
        def once(line: dict[str, Any]) -> dict[str, Any]:
            if not self.line(line["line"]).get("parent"):
                return line
            key = message.body["order"], line["product"]
            return {**line, "price_list": self.known.setdefault(key, line.get("price_list"))}

        super().to_billing(with_lines(message, once))


@wrong("integration", breaks="PL-01", where="price-lists+bundles")
class GivesAComponentTheListOfItsTwin(Remembering):
    """Hands a component over with the list that the same product has in the bundle before."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        twins = [x for x in order["lines"] if x.get("parent") and x["product"] == line["product"]]
        return {**line, "price_list": twins[0].get("price_list")} if line.get("parent") in self.latest else line


@wrong("integration", breaks="PL-06", where="price-lists+modify-orders+failures")
class BlocksALineThatWasFaulted(Remembering):
    """Has nothing more billed for a line that could not be billed once."""

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        super().unmapped(message, line)
        self.known[line["line"]] = True

    def to_billing(self, message: Message) -> None:
        super().to_billing(with_lines(message, lambda line: None if line["line"] in self.known else line))


@wrong("integration", breaks="PL-06", where="price-lists+modify-orders+failures")
class FaultsTheLineThatIsCharged(Remembering):
    """Says of the line that brought an asset that it cannot be billed, not of the one that changes it."""

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        charged = self.brought.get(line.get("asset") or "", "")
        super().unmapped(message, {**line, "line": self.references.for_order_system(charged) or line["line"]})


@wrong("integration", breaks="PL-06", where="price-lists+restarts")
class FaultsOnceMoreAfterABreakdown(Remembering):
    """Tells of its own faults again after a breakdown, under new ids."""

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        super().unmapped(message, line)
        self.known[line["line"]] = self.sent_last

    def said_again(self) -> list[Message]:
        return [replace(told, id=f"{told.id}-again") for told in self.known.values()]


@wrong("integration", breaks="PL-06", where="price-lists+dates+failures")
class LooksPlansUpOnTheDay(Remembering):
    """Leaves a line without a plan unbilled in silence while its day has not come."""

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        if not message.body.get("requested_delivery"):
            super().unmapped(message, line)


@wrong("integration", breaks="PL-08", where="price-lists+cancellation")
class EndsChargesOnNoPlan(Remembering):
    """Ends the charges of a cancelled order without a word on their plans."""

    def to_billing(self, message: Message) -> None:
        if message.body["order"] in self.cancelled:
            message = with_lines(message, lambda line: leaving(line, "price_list"))
        super().to_billing(message)


@wrong("integration", breaks="PL-08", where="price-lists+cancellation")
class BillsNothingOfACancelledOrder(Remembering):
    """Takes a call for a cancelled order for one that came too late."""

    def to_billing(self, message: Message) -> None:
        if message.body["order"] not in self.cancelled:
            super().to_billing(message)


class _Deduplicating(Remembering):
    """Leaves a line of a billing order out that says what was said before."""

    says: tuple[str, ...]

    def to_billing(self, message: Message) -> None:
        def news(line: dict[str, Any]) -> dict[str, Any] | None:
            said = tuple(line.get(name) for name in self.says)
            if line["effect"] == "change" and said in self.known:
                return None
            self.known[said] = True
            return line

        super().to_billing(with_lines(message, news))


@wrong("integration", breaks="PL-08", where="price-lists+redelivery")
class TakesAReturnToAListForARepetition(_Deduplicating):
    """Does not change a charge to a list on which it was before."""

    says = ("line", "effect", "price_list")


@wrong("integration", breaks="PL-08", where="price-lists+redelivery")
class ChangesAChargeOnce(_Deduplicating):
    """Takes the second change of a line for the first one, come again."""

    says = ("line", "effect")


@wrong("integration", breaks="FL-07", where="price-lists+follow-ons")
class GivesFollowOnsTheirBasesHeader(Remembering):
    """Hands a follow-on order over with the price list of its base order's header."""

    def other_header(self, order: dict[str, Any]) -> dict[str, Any]:
        base = self.versions.get(order.get("base_order") or "")
        return {**order, "price_list": base[-1].get("price_list")} if base else order


@wrong("integration", breaks="FL-07", where="price-lists+follow-ons")
class GivesFollowOnsTheirBasesOverride(Remembering):
    """Fills in the price that was entered by hand for the line on which a line depends."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        override = self.latest.get(line.get("base_line") or "", {}).get("override")
        return {"override": override, **line} if override else line


@wrong("integration", breaks="FL-07", where="price-lists+supplementals")
class PutsTheNewHeadersListOnUnchangedLines(Remembering):
    """Gives the later lines of a revision the header's new list where their own stayed what it was."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        old = self.before(order["order"]).get(line["id"], {})
        same = old.get("price_list") == line.get("price_list") and line["number"] != "1"
        headers = [version.get("price_list") for version in self.versions.get(order["order"], ())][-2:]
        touched = old and same and "price_list" in line and len(set(headers)) > 1
        return {**line, "price_list": order.get("price_list")} if touched else line


@wrong("integration", breaks="FL-07", where="price-lists+supplementals")
class ComparesListsWithTheFirstVersion(Remembering):
    """Takes a list that is the first version's for one that was not touched, and keeps the last."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        old, first = self.before(order["order"]).get(line["id"], {}), self.first.get(line["id"], {})
        untouched = len(self.versions.get(order["order"], ())) > 2 and first.get("price_list") == line.get("price_list")
        return {**line, "price_list": old.get("price_list")} if untouched and old else line


@wrong("integration", breaks="FL-07", where="price-lists+service-changes")
class KnowsOneListAnAsset(Remembering):
    """Gives both lines of a transfer the list of the first one."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        about = [x for x in order["lines"] if x.get("asset") and x.get("asset") == line.get("asset")]
        return {**line, "price_list": about[0].get("price_list")} if about else line


class _Merging(Remembering):
    """Hands one of two lines over that are alike at a service point."""

    alike: tuple[str, ...]

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any] | None:
        twins = [x for x in order["lines"] if all(x.get(name) == line.get(name) for name in self.alike)]
        return None if line.get("service_point") and twins[0]["id"] != line["id"] else line


@wrong("integration", breaks="FL-07", where="price-lists+service-points")
class MergesLinesAtOnePoint(_Merging):
    """Takes a line for another one at the same service point, though it is on another list."""

    alike = ("product", "action", "service_point", "attributes")


@wrong("integration", breaks="FL-07", where="price-lists+service-points")
class MergesLinesOnOneList(_Merging):
    """Takes a line for another one on the same list, though it is for another service point."""

    alike = ("product", "action", "price_list", "attributes")


@wrong("integration", breaks="FL-07", where="price-lists+priorities")
class PairsHeadersAsTheyCame(Remembering):
    """Sorts what waits by priority, and the lists of the headers not."""

    def submitted(self, message: Message) -> None:
        if self.held and message.kind != "cancel":
            self.known.setdefault("lists", []).append(message.body.get("price_list"))
        super().submitted(message)

    def other_header(self, order: dict[str, Any]) -> dict[str, Any]:
        lists = self.known.get("lists")
        return {**order, "price_list": lists.pop(0)} if lists else order


@wrong("integration", breaks="FL-09", where="price-lists+dates+restarts")
class RepricesWhatWaits(Remembering):
    """Puts the newest list of a line into the calls that wait for billing."""

    def to_billing(self, message: Message) -> None:
        lists = {line["line"]: line.get("price_list") for line in message.body["lines"]}
        plans = {self.for_billing(line): self.rate_plan(price_list) for line, price_list in lists.items()}
        waiting = self.away.get(Edge.BILLING, [])
        waiting[:] = [
            with_lines(kept, lambda line: {**line, "rate_plan": plans.get(line["line"], line["rate_plan"])})
            for kept in waiting
        ]
        super().to_billing(message)


@wrong("integration", breaks="FL-09", where="price-lists+dates+restarts")
class RedatesWhatWaits(Remembering):
    """Puts the newest day of an order into the calls that wait for billing."""

    def submitted(self, message: Message) -> None:
        super().submitted(message)
        waiting = self.away.get(Edge.BILLING, [])
        for place, kept in enumerate(waiting):
            if kept.body["order"] == message.body["order"] and message.body.get("due_date"):
                day = message.body["due_date"]
                waiting[place] = replace(kept, body={**kept.body, "requested_delivery": day})


class _Grouping(Remembering):
    """Collects the lines of a call by their plan, and says once what it takes to be the same for all of a plan."""

    once: str

    def to_billing(self, message: Message) -> None:
        seen: dict[Any, Any] = {}

        def of_plan(line: dict[str, Any]) -> dict[str, Any]:
            if line["effect"] != "change" or not line.get(self.once):
                return line
            return {**line, self.once: seen.setdefault(line.get("price_list"), line.get(self.once))}

        super().to_billing(with_lines(message, of_plan))


@wrong("integration", breaks="FL-09", where="price-lists+filled-in-data")
class TellsBillingOneSetOfValuesAPlan(_Grouping):
    """Tells billing what was filled in for the first line on a plan of all of them."""

    once = "attributes"


@wrong("integration", breaks="FL-07", where="price-lists+supplementals+restarts")
class LosesOverridesInABreakdown(Remembering):
    """Keeps orders that wait on its disk without the prices that were entered by hand."""

    def written(self, message: Message) -> Message | None:
        if message.kind == "order-submission":
            message = with_lines(message, lambda line: leaving(line, "override"))
        return super().written(message)


@wrong("integration", breaks="FL-07", where="price-lists+supplementals+restarts")
class FillsBlankListsInABreakdown(Remembering):
    """Reads orders that waited back with the header's list on every line that had none."""

    def written(self, message: Message) -> Message | None:
        if message.kind == "order-submission":
            header = message.body.get("price_list")
            message = with_lines(message, lambda line: {**line, "price_list": line.get("price_list") or header})
        return super().written(message)
