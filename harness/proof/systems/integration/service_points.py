"""Integration layers that go wrong over service points, and one that takes them as it should."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message, Refusal
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.integration import Integration

CONDITIONS = "service-points-ignored service-points-found-alike service-points-shared service-points-as-keys"


@wrong("integration", breaks="SP-04", without=CONDITIONS)
class MeetsNoCondition(Integration):
    """Is deployed where none of the four conditions on service points holds."""


class _Rewriting(Integration):
    """Hands something else on as a service point than what the CRM said."""

    def point(self, text: str) -> str:
        """The service point as it is handed on."""
        raise NotImplementedError

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for line in order["lines"]:
            if "service_point" in line:
                line["service_point"] = self.point(line["service_point"])
        return order


@wrong("integration", breaks="SP-07")
class DropsZerosInFront(_Rewriting):
    """Takes the id of a service point for a number."""

    def point(self, text: str) -> str:
        return str(int(text)) if text.isdecimal() else text


@wrong("integration", breaks="SP-07")
class FoldsCase(_Rewriting):
    """Writes the id of a service point in capitals."""

    def point(self, text: str) -> str:
        return text.upper()


@wrong("integration", breaks="SP-07")
class JoinsBlanks(_Rewriting):
    """Makes one blank of several."""

    def point(self, text: str) -> str:
        return " ".join(text.split())


@wrong("integration", breaks="SP-07")
class KnowsEnglishLettersOnly(_Rewriting):
    """Puts a question mark for every letter that is not an English one."""

    def point(self, text: str) -> str:
        return text.encode("ascii", "replace").decode()


@wrong("integration", breaks="SP-07")
class OnePointForAnOrder(Integration):
    """Hands on the first line's service point for every line."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        first = next((line["service_point"] for line in order["lines"] if "service_point" in line), None)
        for line in order["lines"] if first else ():
            line["service_point"] = first
        return order


@wrong("integration", breaks="SP-07")
class LosesThePointOnTheWayToProvisioning(Integration):
    """Hands the service point to the order system, and keeps it from provisioning."""

    def to_provisioning(self, message: Message) -> None:
        lines = [{k: v for k, v in line.items() if k != "service_point"} for line in message.body["lines"]]
        body = {**message.body, "lines": lines}
        super().to_provisioning(Message(message.id, message.kind, message.edge, body, message.about))


@wrong("integration", breaks="SP-08")
class TranslatesWhateverItKnows(_Rewriting):
    """Takes a service point that is called like a line for that line, and translates it."""

    def point(self, text: str) -> str:
        return self.references.for_order_system(text)


@wrong("integration", breaks="SP-08")
class NumbersServicePoints(_Rewriting):
    """Keeps a table of service points, and hands on its own number the second time one comes."""

    def prepare(self) -> None:
        self.known: list[str] = []

    def point(self, text: str) -> str:
        if text in self.known:
            return f"SP-{self.known.index(text) + 1}"
        self.known.append(text)
        return text


class _Demanding(Integration):
    """Refuses orders over their service points."""

    def refuses(self, points: list[str]) -> bool:
        """Whether an order with these points is not taken."""
        raise NotImplementedError

    def hand_over(self, message: Message) -> None:
        points = [line.get("service_point") or "" for line in message.body["lines"]]
        if self.refuses(points):
            refusal = Refusal(order=message.body["order"], reason="the service point is not known")
            self.tell("refusal", Edge.CRM, refusal, message.about)
        else:
            super().hand_over(message)


@wrong("integration", breaks="SP-05 SP-08 SP-04")
class WantsACrossReference(_Demanding):
    """Refuses an order with a service point that it has no cross-reference for."""

    def refuses(self, points: list[str]) -> bool:
        return any(points)


@wrong("integration", breaks="SP-05")
class WantsAProperServicePoint(_Demanding):
    """Refuses an order with a service point that is none."""

    def refuses(self, points: list[str]) -> bool:
        return "?" in points


@wrong("integration", breaks="SP-05")
class WantsAServicePoint(_Demanding):
    """Refuses an order for the network that names no service point."""

    def refuses(self, points: list[str]) -> bool:
        return not all(points)


@wrong("integration", breaks="SP-06")
class KeepsFindingsToItself(Integration):
    """Does not pass on which service point inventory found."""

    def to_order_system(self, message: Message) -> None:
        if message.body.get("attribute") != "service point":
            super().to_order_system(message)


@wrong("integration", breaks="SP-06")
class TheCrmIsAlwaysRight(Integration):
    """Passes on the CRM's service point in place of the one that inventory found."""

    def prepare(self) -> None:
        self.said: dict[str, str] = {}

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        self.said |= {line["id"]: line["service_point"] for line in submission["lines"] if line.get("service_point")}
        return super().sales_order(submission)

    def to_order_system(self, message: Message) -> None:
        body = message.body
        if body.get("attribute") == "service point":
            body = {**body, "value": self.said.get(body["line"], body["value"])}
        super().to_order_system(Message(message.id, message.kind, message.edge, body, message.about))


@permitted("integration", without="service-points-found-alike service-points-shared service-points-as-keys")
class LeavesServicePointsToInventory(Integration):
    """Hands no service point on, where inventory does not care."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for line in order["lines"]:
            line.pop("service_point", None)
        return order
