"""By which numbers and ids an integration layer speaks of orders and lines to the kit's neighbours (FL-08)."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.likely_work import likely_work
from ordertck.harness.bench.own_ids import crms_id
from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.messages.roles import Trait
from ordertck.harness.oracle.carriage import Pairing

# The neighbours whom a layer may give any number of an order, and any ids of its lines. The CRM has its own.
_FREE = (Edge.BILLING, Edge.PROVISIONING)


class OwnNumbers:
    """Between the kit's parts, which know an order by the CRM's number, and what the layer calls it.

    The order system may be spoken to under its own number. Billing and provisioning answer under the number by which
    they were asked, and learn what the layer calls a line: from what the order system asks of the layer. Where the two
    are one system (``roles``) they learn it from the order itself, and where the layer does the provisioning too, the
    network learns it from the steps that it is asked for.
    """

    def __init__(self, directory: Directory, now: Callable[[], datetime], roles: Collection[str] = ()) -> None:
        has_orders, has_services = (
            Trait.CARRIAGE.of(roles) and trait.of(roles) for trait in (Trait.ORDERS, Trait.SERVICES)
        )
        self._whole, self._names_assets = has_orders, has_orders or has_services
        self._free = (*_FREE, Edge.NETWORK) if has_services else _FREE
        self._directory, self._now, self._pairing = directory, now, Pairing()
        self._called: dict[tuple[Edge, str], str] = {}
        self._learned: set[str] = set()
        self._crms: dict[str, str] = {}
        self._assets: dict[str, str] = {}

    def crms_id(self, some_id: str) -> str:
        """The CRM's id for what goes by this one, whoever gave it."""
        if learned := self._crms.get(some_id):
            return learned
        known = self._directory.line_by_id(some_id)
        return (known and known[1].id) or crms_id(some_id)

    def learn(self, message: Message) -> None:
        """Learn from a call what the layer calls lines; the same message teaches once."""
        known = self._directory.order_by_number(str(message.body.get("order", "")))
        if known is None or message.edge not in self._free or message.id in self._learned:
            return
        self._learned.add(message.id)
        for own, asked in self._pairing.passed_on(message, known.number, self._key):
            if self._directory.line_by_id(asked) is not None:
                self._directory.know_alias(own, asked)
                self._crms[own] = self.crms_id(asked)
        if self._names_assets:
            self._learn_assets(message)

    def _learn_assets(self, message: Message) -> None:
        """What a suite calls the assets of lines: one that no order has named is the one that its line has named."""
        for line in message.body.get("lines", ()):
            said, meant = line.get("asset"), self._assets.get(self.crms_id(line["line"]))
            if not said or not meant or said in self._crms or said in self._assets.values():
                continue
            if meant not in self._crms.values():  # one asset stays one
                self._crms[said] = meant

    def inward(self, message: Message) -> Message:
        """A message as the kit's parts read it: under the CRM's number, where that is known."""
        said = str(message.body.get("order", ""))
        known = self._directory.order_by_number(said) if message.edge in (Edge.OMS, *self._free) else None
        if known is None:
            return message
        if message.edge in self._free:
            self._called[message.edge, known.number] = said
            self.learn(message)
        body = self._under_crms_assets(message.body) if self._names_assets else message.body
        same = said == known.number and body is message.body
        return message if same else replace(message, body=_under(known.number, body))

    def _under_crms_assets(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        lines = body.get("lines", ())
        if not any(line.get("asset") in self._crms for line in lines):
            return body
        return {**body, "lines": [_with_asset(line, self._crms) for line in lines]}

    def outward(self, message: Message) -> Message:
        """A message of the kit's as the layer is told it: under the number by which it asked."""
        said = str(message.body.get("order", ""))
        if self._whole and message.kind == "order-submission":
            self._name_assets(message, "id")
            for asked in likely_work(message, self._directory.catalogue, self._now()):
                self._pairing.asked(asked, said)
        elif message.edge is Edge.OMS:
            known = self._directory.order_by_number(said)
            self._pairing.asked(message, known.number if known else said, self._directory.catalogue)
            if self._names_assets and message.kind == "provisioning-order":
                self._name_assets(message, "line")
        called = self._called.get((message.edge, said))
        return message if called is None else replace(message, body=_under(called, message.body))

    def _name_assets(self, message: Message, name: str) -> None:
        """Which assets the lines of a message name that goes into a suite, each line by its id."""
        named = ((line[name], line.get("asset")) for line in message.body.get("lines", ()))
        self._assets |= {self.crms_id(line): asset for line, asset in named if asset}

    def _key(self, line_id: str) -> str | None:
        return self._directory.line_key(line_id) if self._directory.line_by_id(line_id) else None


def _under(number: str, body: Mapping[str, object]) -> dict[str, object]:
    return {**body, "order": number}


def _with_asset(line: Mapping[str, Any], known: Mapping[str, str]) -> Mapping[str, Any]:
    meant = known.get(line.get("asset") or "")
    return {**line, "asset": meant} if meant else line
