"""The stage: everything that belongs to one example, so that a late message still finds what it is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ordertck.harness.bench.orders import DraftLine, Order
from ordertck.harness.bench.parts.back_offices import BackOffices
from ordertck.harness.bench.parts.billing import Billing
from ordertck.harness.bench.parts.central import Central
from ordertck.harness.bench.parts.check_services import Outsiders
from ordertck.harness.bench.parts.desk_crm import DeskCrm
from ordertck.harness.bench.parts.kit_crm import KitCrm
from ordertck.harness.bench.parts.network import Network
from ordertck.harness.bench.parts.order_system import KitOrderSystem
from ordertck.harness.bench.parts.provisioning import Provisioning
from ordertck.harness.bench.records import Records
from ordertck.harness.claims import Claims
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Body, Edge, Message, as_body

if TYPE_CHECKING:
    from ordertck.harness.bench.conversation import Conversation

Rows = tuple[Mapping[str, str], ...]


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
        self.began = conversation.now
        self.catalogue: Catalogue = conversation.catalogue
        self.causes = 0
        self.standing: list[Standing] = []
        self.orders: dict[str, Order] = {}
        self.assets: dict[str, str] = {}
        self.starts: list[str] = []
        self.marks: dict[str, int] = {}
        self._fresh = 0
        self._by_number: dict[str, Order] = {}
        self._lines: dict[str, tuple[Order, DraftLine]] = {}
        self._account_ids = {a["role"]: f"{self.id}-{a['role'].upper()}" for a in conversation.catalogue.accounts}
        self.billing = Billing(self)
        self.provisioning = Provisioning(self)
        self.network = Network(self)
        self.central = Central(self)
        self.outsiders = Outsiders(self)
        self.records = Records(self)
        self.back_offices = BackOffices(self)
        self.order_system = KitOrderSystem(self)
        self.crm: KitCrm | DeskCrm = DeskCrm(self) if self.under_test("crm") else KitCrm(self)
        to_crm = dict.fromkeys(("order-update", "refusal", "fallout", "order-snapshot", "workflow"), (self.crm.told,))
        self._by_kind: dict[str, tuple[Callable[[Message], None], ...]] = {
            **to_crm,
            "network-order": (self.network.take,),
            "provisioning-update": (self.central.told,),
            "provisioning-answer": (self.central.told,),
            "fault": (self.central.told, self.crm.told),
            "check": (self.outsiders.take,),
            "mail": (self.outsiders.take,),
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

    def wind_up_past(self) -> None:
        """Finish what earlier examples hold, so that none of it takes a place."""
        self._conversation.wind_up_past()

    # Identity

    def fresh(self, name: str) -> str:
        """An id that no other run or example uses."""
        self._fresh += 1
        return f"{self.id}-{name}-{self._fresh}"

    def account(self, role: str) -> str:
        """The id of the account that the features call Customer, Neighbour or Payer."""
        return self._account_ids[role]

    def site(self, name: str) -> str:
        """The address that the features call by this name; addresses need no translation."""
        return name

    def email(self, role: str) -> str:
        """The e-mail address of an account; empty where it has none."""
        known = next(account for account in self.catalogue.accounts if account["role"] == role)
        return known.get("email", "").format(scenario=self.id.lower())

    def without_service_points(self, rows: Rows) -> Rows:
        """A list of what a customer has, without the service points in it, which nobody bought (SP-01)."""
        points = {self.service_point(known["role"]) for known in self.catalogue.accounts}
        return tuple(row for row in rows if row.get("id") not in points)

    def service_point(self, text: str) -> str:
        """The id of the service point that the features call by its account; any other text is an id as it stands.

        The ids have blanks, zeros in front and letters of both cases, so that it shows where one is tidied up. "line 1
        of FIRST" is the very id that this line has.
        """
        line, of, order = text.removeprefix("line ").partition(" of ")
        if of and order in self.orders:
            return self.orders[order].line(line).id
        return f"Sp 0042/kV {self.account(text)}" if text in self._account_ids else text

    def new_order(self, name: str, **header: Any) -> Order:
        """A fresh order under the feature's name, with the header's defaults; not entered anywhere yet.

        A CRM under test chooses the price list by itself, unless the feature names one (PL-02).
        """
        price_list = None if self.under_test("crm") else self.catalogue.header_price_list
        defaults = {"account": self.account("Customer"), "price_list": price_list}
        order = Order(name=name, number=f"{self.id}-{name}", **defaults | header)
        self.orders[name] = order
        self.know(order, order.number)
        return order

    def know(self, order: Order, number: str) -> None:
        """Learn a number under which an order goes."""
        self._by_number[number] = order
        self._conversation.know(number, self)

    def know_record(self, identity: str) -> None:
        """Learn an id under which a record goes between CRM and back office."""
        self._conversation.know(identity, self)

    def know_line(self, order: Order, line: DraftLine, line_id: str) -> None:
        """Learn an id under which a line goes."""
        self._lines[line_id] = (order, line)

    def order_by_number(self, number: str) -> Order | None:
        """The order of this number; None for a stray."""
        return self._by_number.get(number)

    def line_by_id(self, line_id: str) -> tuple[Order, DraftLine] | None:
        """Order and line of this line id, whoever gave it; None for a stray."""
        return self._lines.get(line_id)

    def line_key(self, line_id: str) -> str:
        """One name for a line whichever part gave the id; the id itself where the kit does not know it."""
        known = self._lines.get(line_id)
        return f"{known[0].name}/{known[1].number}" if known else line_id

    def asset_of(self, line_id: str, said: str | None = None) -> str:
        """The asset that a line is about: by what the kit knows of the line, else by what was said."""
        known = self._lines.get(line_id)
        if known is None:
            return said or line_id
        order, line = known
        named = self.assets.get(line.asset or "")
        return named or said or f"{order.number}-A{line.number}"

    def worked(self, number: str) -> None:
        """Work for an order has been asked of a neighbour; the first such makes its start."""
        if number not in self.starts:
            self.starts.append(number)

    # Traffic

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
        self._conversation.send(message, self.id)
        return message

    def repeat(self, message: Message) -> None:
        """Send a message once more as it was, under the id that it had."""
        self.causes += 1
        self._conversation.send(message, self.id)

    def ask(self, kind: str, edge: Edge, body: Body, about: str) -> Message:
        """Send a question and return its answer. Raises ``Silence`` where none comes."""
        return self._conversation.ask(self, kind, edge, body, about)

    def take(self, message: Message) -> None:
        """Give a message from the system to the part that it is for."""
        takers = self._takers(message.kind, message.edge)
        if not takers:
            raise Breach("a message that concerns a neighbour of the system", message.kind)
        for taker in takers:
            taker(message)

    def _takers(self, kind: str, edge: Edge) -> tuple[Callable[[Message], None], ...]:
        match kind:
            case "billing-order" if edge is Edge.BILLING:
                return (self.billing.take,)
            case "provisioning-order" if edge is Edge.PROVISIONING and self._conversation.claims.roles != ("som",):
                return (self.provisioning.take,)
            case "fault" | "fallout" if edge is Edge.PROVISIONING:
                return (self.central.told,)
            case "workflow" | "workflow-answer" if edge is Edge.BACKOFFICE:
                return (self.back_offices.take,)
        return self._by_kind.get(kind, ())

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
        if isinstance(self.crm, DeskCrm):
            self.crm.restore()
