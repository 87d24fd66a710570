"""The stage: everything that belongs to one example, so that a late message still finds what it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from ordertck.harness.bench.calendar import instant
from ordertck.harness.bench.carriage import Book, Traffic
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.parts.back_offices import BackOffices
from ordertck.harness.bench.parts.billing import Billing
from ordertck.harness.bench.parts.central import Central
from ordertck.harness.bench.parts.check_services import CheckServices
from ordertck.harness.bench.parts.crm import Crm
from ordertck.harness.bench.parts.desk_crm import DeskCrm
from ordertck.harness.bench.parts.kit_crm import KitCrm
from ordertck.harness.bench.parts.network import Network
from ordertck.harness.bench.parts.order_system import KitOrderSystem
from ordertck.harness.bench.parts.provisioning import Provisioning
from ordertck.harness.bench.records import Records
from ordertck.harness.claims import Claims
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Body, Edge, Message, OrderQuery, as_body

if TYPE_CHECKING:
    from ordertck.harness.bench.conversation import Conversation


# After so long no user should still wait for a back office that says nothing.
_LONG_ENOUGH = timedelta(minutes=15)


# Where a CRM has something to say; it has no business with those who bill and provision.
_EDGES_OF_A_CRM = frozenset({Edge.SUBMISSION, Edge.DESK, Edge.BACKOFFICE})


@dataclass(frozen=True, slots=True)
class Standing:
    """A negative that still stands: ``broken`` must stay false until the kit gives the system a new cause."""

    broken: Callable[[], bool]
    expected: str
    seen: str
    causes: int


class Stage:
    """One example's orders, ids and neighbours: what steps speak to.

    A step waits with ``eventually`` (something comes) or ``never`` (nothing comes).
    """

    def __init__(self, conversation: "Conversation", number: int) -> None:
        self._conversation = conversation
        self.id = f"{conversation.session}-{number:04}"
        self.directory = Directory(self.id, conversation.catalogue, conversation.now, self._met)
        self.causes = 0
        self.standing: list[Standing] = []
        self.orders = self.directory.orders
        self.assets = self.directory.assets
        self.marks: dict[str, int] = {}
        self.traffic = Traffic("idempotent-delivery" in conversation.claims.capabilities)
        self._fresh = 0
        self.billing = Billing(self)
        self.provisioning = Provisioning(self)
        self.network = Network(self)
        self.central = Central(self)
        self.check_services = CheckServices(self)
        self.records = Records(self)
        self.back_offices = BackOffices(self)
        self.order_system = KitOrderSystem(self)
        self._desk = DeskCrm(self) if self.under_test("crm") else None
        self._kit_crm = None if self._desk else KitCrm(self)
        self.crm: Crm = self._desk or self.kit_crm
        to_crm = dict.fromkeys(("order-update", "refusal", "fallout", "order-snapshot", "workflow"), (self.crm.told,))
        # What a message means can hang on where it crosses.
        self._by_place: dict[tuple[str, Edge], tuple[Callable[[Message], None], ...]] = {
            ("billing-order", Edge.BILLING): (self.billing.take,),
            ("provisioning-order", Edge.PROVISIONING): (self.provisioning.take,),
            ("cancel", Edge.OMS): (self.order_system.cancelled,),
            ("fallout", Edge.OMS): (self.central.told,),
            ("fallout", Edge.PROVISIONING): (self.central.told,),
            ("fault", Edge.PROVISIONING): (self.central.told,),
            ("workflow", Edge.BACKOFFICE): (self.back_offices.take,),
            ("workflow-answer", Edge.BACKOFFICE): (self.back_offices.take,),
        }
        self._by_kind: dict[str, tuple[Callable[[Message], None], ...]] = {
            **to_crm,
            "network-order": (self.network.take,),
            "provisioning-update": (self.central.told,),
            "provisioning-answer": (self.central.told,),
            "fault": (self.central.told, self.crm.told),
            "check": (self.check_services.take,),
            "mail": (self.check_services.take,),
            "order-submission": (self.crm.submitted,),
            "sales-order": (self.order_system.take,),
            "billing-update": (self.order_system.billing_reports,),
        }

    def under_test(self, role: str) -> bool:
        """Whether the system under test plays this role; otherwise the kit does."""
        return role in self._conversation.claims.roles

    def switch(self, name: str) -> str:
        """The declared value of a switch."""
        return self._conversation.claims.switches[name]

    @property
    def desk(self) -> DeskCrm:
        """The desk of the CRM under test. Raises ``LookupError`` where the kit plays the CRM."""
        if self._desk is None:
            raise LookupError("there is a desk only where a CRM is under test")
        return self._desk

    @property
    def kit_crm(self) -> KitCrm:
        """The CRM that the kit plays. Raises ``LookupError`` where a CRM is under test."""
        if self._kit_crm is None:
            raise LookupError("the kit plays no CRM where one is under test")
        return self._kit_crm

    def _met(self, identity: str) -> None:
        self._conversation.know(identity, self)

    # Waiting

    @property
    def now(self) -> datetime:
        """The time as the system under test has it."""
        return self._conversation.now

    @property
    def claims(self) -> Claims:
        """What is claimed for the system under test."""
        return self._conversation.claims

    def eventually(self, condition: Callable[[], bool], expected: str, seen: Callable[[], str]) -> None:
        """Wait for something to come about. Raises ``Breach`` where it does not within the declared patience."""
        self._conversation.eventually(condition, expected, seen)

    def comes(self, condition: Callable[[], bool]) -> bool:
        """Whether something comes about within the declared patience."""
        return self._conversation.comes(condition)

    def settled(self) -> None:
        """Wait until the system has been quiet."""
        self._conversation.settled()

    def never(self, broken: Callable[[], bool], expected: str, seen: str) -> None:
        """Hear the system out; raises ``Breach`` where ``broken`` holds, and goes on watching afterwards."""
        self._conversation.never(broken, expected, seen)

    def advance_to(self, instant: datetime) -> None:
        """Let the time come, for a system whose clock can be set; a new cause for whatever follows."""
        self._conversation.advance_to(instant)

    def time_passes(self) -> bool:
        """Let so much time pass that nobody waits for a silent back office any more; False where none is silent."""
        if not self.back_offices.silent or "virtual-clock" not in self.claims.capabilities:
            return False
        self.advance_to(self.now + _LONG_ENOUGH)
        return True

    def wind_up_past(self) -> None:
        """Finish what earlier examples hold, so that none of it takes a place."""
        self._conversation.wind_up_past()

    def fresh(self, name: str) -> str:
        """An id that no other run or example uses."""
        self._fresh += 1
        return f"{self.id}-{name}-{self._fresh}"

    def instant(self, text: str) -> datetime:
        """An instant in the features' words, counted from when the example began."""
        return instant(text, self.directory.began)

    # Orders

    def status_of(self, order: Order) -> str:
        """How an order stands, as the order system says when it is asked; the CRM takes note of it too."""
        if self.under_test("oms"):
            query = OrderQuery(order=order.number)
            return str(self.ask("order-query", Edge.OMS, query, order.number).body["status"])
        return self.crm.status_of(order)

    def comes_to(self, order: Order, status: str) -> bool:
        """Whether an order comes to this status: as told to the CRM, or as shown when asked."""
        if not self.crm.open_book:
            return self.comes(lambda: self.status_of(order) == status)
        self.comes(lambda: order.status == status or order.stuck)
        return order.status == status or self.status_of(order) == status

    def require_complete(self, order: Order) -> None:
        """Wait until an order is complete. Raises ``Breach`` where it does not come to that."""
        if not self.comes_to(order, "COMPLETE"):
            told = "it was refused" if order.refusals else "it fell out" if order.fallouts else order.status
            raise Breach(f"order {order.name} complete", told or "no update")

    def fulfil(self, order: Order) -> None:
        """Have an order fulfilled: by the system under test, or as the kit's order system reports it.

        Raises ``Breach`` where the order does not become complete.
        """
        if self.under_test("oms"):
            self.require_complete(order)
        else:
            received = self.order_system
            self.eventually(
                lambda: bool(received.versions(order.number)),
                f"order {order.name} at the order system",
                lambda: "it never came",
            )
            received.report(order.number, "COMPLETE")
            if self.crm.open_book:
                self.require_complete(order)
        self.crm.learn_assets(order)

    # Traffic

    def book(self) -> Book:
        """The names under which what goes into an integration is compared with what comes out."""
        return Book(self.directory, self.claims, self.order_system.owns)

    def tell(
        self,
        kind: str,
        edge: Edge,
        body: Body | dict[str, Any],
        about: str,
        re: str | None = None,
        priority: int | None = None,
        answered: bool = False,
    ) -> Message:
        """Send one message to the system under test; it is a new cause for whatever follows.

        ``answered`` says that a back office waits for what is said of it.
        """
        self.causes += 1
        shape = body if isinstance(body, dict) else as_body(body)
        message = Message(self.fresh("m"), kind, edge, shape, about, re, priority)
        if answered:
            self.back_offices.expect(message.id)
            self._conversation.expect(message.id, self)
        self.traffic.told.append(message)
        self._conversation.send(message, self.id)
        return message

    def repeat(self, message: Message) -> None:
        """Send a message once more as it was, under the id that it had."""
        self.causes += 1
        self.traffic.told.append(message)
        self._conversation.send(message, self.id)

    def ask(self, kind: str, edge: Edge, body: Body, about: str) -> Message:
        """Send a question and return its answer. Raises ``Silence`` where none comes."""
        return self._conversation.ask(self, kind, edge, body, about)

    def unclaimed(self, kind: str) -> list[Message]:
        """What has come of a kind, about something of these accounts that the kit has never heard of."""
        accounts = self.directory.accounts
        return [m for m in self._conversation.unclaimed(kind) if m.body.get("account") in accounts]

    def take(self, message: Message) -> None:
        """Give a message from the system to the part that it is for."""
        self.traffic.heard.append(message)
        takers = self._takers(message.kind, message.edge)
        if not takers:
            raise Breach("a message that concerns a neighbour of the system", f"{message.kind} on edge {message.edge}")
        for taker in takers:
            taker(message)

    def _takers(self, kind: str, edge: Edge) -> tuple[Callable[[Message], None], ...]:
        if self._desk is not None and self.claims.roles == ("crm",) and edge not in _EDGES_OF_A_CRM:
            return ()
        if kind == "provisioning-order" and self._conversation.claims.roles == ("som",):
            return ()
        return self._by_place.get((kind, edge)) or self._by_kind.get(kind, ())

    def stop_provisioning(self) -> None:
        """Have service order management stop reading its queue, whoever plays it."""
        if self.under_test("som"):
            self.tell("stop", Edge.BENCH, {}, "")
        else:
            self.provisioning.stopped = True

    def start_provisioning(self) -> None:
        """Have service order management read its queue again."""
        if self.under_test("som"):
            self.tell("start", Edge.BENCH, {}, "")
        else:
            self.provisioning.start()

    @property
    def holds(self) -> bool:
        """Whether a neighbour holds work back."""
        return self.billing.holds or self.provisioning.holds or self.network.holds

    def wind_up(self) -> None:
        """Let all held work finish, so that nothing of this example stays open in the system."""
        self.billing.release()
        self.provisioning.release()
        self.network.release()
        self.restore()

    def restore(self) -> None:
        """Put back what the example set for every order to come."""
        self.crm.restore()
