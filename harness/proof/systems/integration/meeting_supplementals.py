"""Integration layers that know revisions and what else befalls an order, and forget one where both meet."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Line, Remembering, dated, leaving

_VERSION = ("id", "revision", "lines", "priority")


def _bare(lines: Any, *names: str) -> list[dict[str, Any]]:
    return [leaving(dict(line), *names) for line in lines]


def _says(version: Mapping[str, Any], *names: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What a version says, some fields aside."""
    return leaving(dict(version), *_VERSION, *names), _bare(version["lines"], *names)


class _Dropping(Remembering):
    """Hands a revision over only if it says something new, by its own notion of that."""

    def hand_over(self, message: Message) -> None:
        versions = self.versions.get(message.body["order"], [])
        if message.kind == "cancel" or not self.is_old(message.body, versions[: versions.index(message.body)]):
            super().hand_over(message)

    def is_old(self, version: Mapping[str, Any], before: list[Mapping[str, Any]]) -> bool:
        """Whether a version says nothing new after those before it."""
        raise NotImplementedError


@wrong("integration", breaks="FL-07", where="supplementals+service-points")
class SeesNoMoveToAnotherPoint(_Dropping):
    """Takes a revision that moves a line to another service point for one that alters nothing."""

    def is_old(self, version: Mapping[str, Any], before: list[Mapping[str, Any]]) -> bool:
        moved = before and _says(version) != _says(before[-1])
        return bool(moved) and _says(version, "service_point") == _says(before[-1], "service_point")


@wrong("integration", breaks="FL-07", where="supplementals+redelivery")
class TakesAReturnForARepetition(_Dropping):
    """Drops a revision that goes back to what an earlier version said."""

    def is_old(self, version: Mapping[str, Any], before: list[Mapping[str, Any]]) -> bool:
        return len(before) > 1 and _says(version) in map(_says, before[:-1])


@wrong("integration", breaks="FL-07", where="dates+redelivery")
class TakesAnEarlierDayForOldNews(_Dropping):
    """Drops a revision that puts an order on an earlier day, since the later one came last."""

    def is_old(self, version: Mapping[str, Any], before: list[Mapping[str, Any]]) -> bool:
        days = [other["due_date"] for other in before if other.get("due_date")]
        return len(days) > 1 and bool(dated(version)) and str(dated(version)) < max(days)


class _Keeping(Remembering):
    """Keeps the line of the version before where a line looks unchanged, one field aside."""

    aside: str

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        old, new = self.before(order["order"]).get(line["id"]), self.latest.get(line["id"], {})
        if old is None or old == new or leaving(dict(old), self.aside) != leaving(dict(new), self.aside):
            return line
        name = "requested_delivery" if self.aside == "due_date" else self.aside
        return {**line, name: old.get(self.aside)}


@wrong("integration", breaks="FL-07", where="supplementals+service-points")
class KeepsALineThatMoved(_Keeping):
    """Keeps a line as it was where only its service point is another."""

    aside = "service_point"


@wrong("integration", breaks="FL-07", where="supplementals+dates")
class KeepsALineThatWasPutOff(_Keeping):
    """Keeps a line as it was where only its day is another."""

    aside = "due_date"


@wrong("integration", breaks="FL-07", where="supplementals+dates")
class MovesLinesWithTheHeader(Remembering):
    """Puts lines with a day of their own on the header's day when that is revised."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        versions = self.versions.get(order["order"], [])
        moved = len(versions) > 1 and versions[-1].get("due_date") != versions[-2].get("due_date")
        return {**line, "requested_delivery": order.get("requested_delivery")} if moved and dated(line) else line


@wrong("integration", breaks="FL-07", where="supplementals+redelivery")
class ComparesValuesWithTheFirstVersion(Remembering):
    """Takes a value that is the first version's for one that was not touched, and keeps the last."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        old, first = self.before(order["order"]).get(line["id"], {}), self.first.get(line["id"], {})
        untouched = line.get("attributes") and first.get("attributes") == line.get("attributes")
        return {**line, "attributes": old["attributes"]} if untouched and old.get("attributes") else line


@wrong("integration", breaks="FL-07", where="supplementals+modify-orders+service-changes")
class KeepsTheFirstAction(Remembering):
    """Hands a line of a revision over with the action that it had first."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        action = self.first.get(line["id"], {}).get("action")
        return {**line, "action": action} if action else line


@wrong("integration", breaks="FL-07")
class RevisesByAdding(Remembering):
    """Takes a line that a revision of a change order brings for one that adds something."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        before = self.before(order["order"])
        return {**line, "action": "Add"} if before and line["id"] not in before else line


@wrong("integration", breaks="FL-06", where="supplementals+cancellation")
class CancelsBehindTheFirstVersion(Remembering):
    """Puts a cancel behind the first version that waits, before later ones."""

    def take_up(self) -> None:
        waiting = self.queue.waiting
        if waiting and waiting[-1][1].kind == "cancel":
            order = waiting[-1][1].body["order"]
            first = next(place for place, kept in enumerate(waiting) if kept[1].body["order"] == order)
            waiting.insert(min(first + 1, len(waiting) - 1), waiting.pop())
        super().take_up()


@wrong("integration", breaks="FL-06", where="supplementals+cancellation")
class DropsVersionsThatACancelFollows(Remembering):
    """Hands the first version and the cancel over, since nobody needs those between."""

    def submitted(self, message: Message) -> None:
        if message.kind == "cancel":
            mine = [kept for kept in self.queue.waiting if kept[1].body["order"] == message.body["order"]]
            self.queue.waiting = [kept for kept in self.queue.waiting if kept not in mine[1:]]
        super().submitted(message)


@wrong("integration", breaks="FL-06", where="supplementals+restarts")
class KeepsTheLastVersionInABreakdown(Remembering):
    """Has only the newest version of each order on its queue after a breakdown."""

    def restarted(self) -> None:
        newest = {kept[1].body["order"]: kept for kept in self.queue.waiting}
        self.queue.waiting = list(newest.values())


@wrong("integration", breaks="PR-09", where="supplementals+priorities")
class KeepsTheHighestPriority(Remembering):
    """Hands a revision over with the highest priority that any version had."""

    def hand_over(self, message: Message) -> None:
        if message.priority is not None:
            order = message.body["order"]
            highest = self.known[order] = max(self.known.get(order, 0), message.priority)
            message = replace(message, priority=highest)
        super().hand_over(message)


@wrong("integration", breaks="FL-08", where="supplementals+filled-in-data")
class TellsWhatWasWanted(Remembering):
    """Tells the CRM what a revision wanted in place of what was filled in."""

    def to_crm(self, message: Message) -> None:
        def wanted(line: dict[str, Any]) -> dict[str, Any]:
            values: Line = self.line(line["line"]).get("attributes") or {}
            said = line.get("attributes") or {}
            return {**line, "attributes": {name: values.get(name, value) for name, value in said.items()}}

        if len(self.versions.get(message.body["order"], ())) > 1 and message.body.get("lines"):
            message = replace(message, body={**message.body, "lines": [wanted(dict(x)) for x in message.body["lines"]]})
        super().to_crm(message)


@wrong("integration", breaks="FL-08", where="supplementals+filled-in-data+restarts")
class KeepsTheFirstReceiptInABreakdown(Remembering):
    """Keeps on its disk under which ids the order system has the first version, and no later one."""

    def written(self, message: Message) -> Message | None:
        if message.kind == "order-receipt" and self.known.setdefault(message.body["order"], message.id) != message.id:
            return None
        return super().written(message)


@wrong("integration", breaks="FL-08", where="supplementals+filled-in-data+restarts")
class KnowsTheNewestVersionOnlyAfterABreakdown(Remembering):
    """Does not know a line after a breakdown that a revision had left out."""

    def restarted(self) -> None:
        newest = {line["id"] for versions in self.versions.values() for line in versions[-1]["lines"]}
        for own, known in list(self.references.crm_ids.items()):
            if known not in newest:
                del self.references.crm_ids[own]


@wrong("integration", breaks="PV-15", where="supplementals+failures")
class ForgetsFailuresAtARevision(Remembering):
    """Closes every incident of an order when a revision comes, so that none is ever mended."""

    def submitted(self, message: Message) -> None:
        for incident in [i for i, order in self.known.items() if order == message.body["order"]]:
            self.known[incident] = None
        super().submitted(message)

    def to_order_system(self, message: Message) -> None:
        if message.kind == "fault":
            self.known[message.body["incident"]] = message.body["order"]
        if message.kind != "fallout" or self.known.get(message.body["incident"]):
            super().to_order_system(message)


@wrong("integration", breaks="PV-15", where="supplementals+failures")
class FreesLinesOfTheNewestVersionOnly(Remembering):
    """Does not tell that a line is freed which a revision has left out."""

    def to_crm(self, message: Message) -> None:
        numbers = {line["id"] for line in self.versions.get(message.body["order"], [{"lines": ()}])[-1]["lines"]}
        gone = self.references.for_crm(message.body.get("line") or "") not in numbers
        if not (message.kind == "fallout" and message.body["state"] == "resolved" and gone):
            super().to_crm(message)
