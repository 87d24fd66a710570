"""The players: the parts that the kit plays around a system under test, each made when it is first asked for."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.closures import Closures
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.own_ids import own_id
from ordertck.harness.bench.own_numbers import OwnNumbers
from ordertck.harness.bench.parts.back_offices import BackOffices
from ordertck.harness.bench.parts.billing import Billing
from ordertck.harness.bench.parts.central import CentralOrderManagement
from ordertck.harness.bench.parts.check_services import CheckServices
from ordertck.harness.bench.parts.crm import Crm
from ordertck.harness.bench.parts.desk_crm import DeskCrm
from ordertck.harness.bench.parts.integration import KitIntegration
from ordertck.harness.bench.parts.kit_crm import KitCrm
from ordertck.harness.bench.parts.network import Network
from ordertck.harness.bench.parts.order_capture import CaptureActs
from ordertck.harness.bench.parts.order_system import KitOrderSystem, Manner
from ordertck.harness.bench.parts.provisioning import Provisioning
from ordertck.harness.bench.parts.provisioning_seen_behind import ProvisioningSeenBehind
from ordertck.harness.bench.records import Records
from ordertck.harness.bench.switchboard import Switchboard, Taker
from ordertck.harness.claims import Claims
from ordertck.harness.errors import Misfit
from ordertck.harness.messages import BillingLine, Edge, Message
from ordertck.harness.messages.roles import KNOWN, Trait
from ordertck.harness.oracle.carriage import Book

# Which player takes what is for a part of the landscape. What the bench asks, the CRM takes note of.
_PARTS = {
    **{role.name: role.stand_in for role in KNOWN.values()},
    "provisioning": "provisioning",
    "billing": "billing",
    "network": "network",
    "bench": "kit_crm",
}


class Players:
    """The landscape of one example: whatever the claims do not put under test, the kit plays.

    ``send`` hands a message to the system under test, ``ask`` a question, and brings the answer; ``soon`` has a player
    do something once the system has nothing more to say for the moment.
    """

    def __init__(
        self,
        claims: Claims,
        directory: Directory,
        send: Callable[[Message], None],
        ask: Callable[[Message, str], Message],
        soon: Callable[[Callable[[], None]], None],
        role: str = "",
    ) -> None:
        self.claims, self.directory, self.role = claims, directory, role
        knows_again = "idempotent-delivery" in claims.capabilities
        self.channel = Channel(directory.example, send, ask, knows_again=knows_again, soon=soon)
        self.orders, self.assets = directory.orders, directory.assets
        self.numbers = OwnNumbers(directory, lambda: self.now, claims.roles)
        self.board = Switchboard(claims.roles, self.channel, self._takers())
        self.closures = Closures(self.board, self.channel, claims.roles, lambda: self.__dict__.get("back_offices"))

    @property
    def now(self) -> datetime:
        """The time, as far as the kit by itself knows it: when the example began."""
        return self.directory.began

    def is_at_work(self, player: str) -> bool:
        """Whether a player was ever asked for in this example: until then it is not there."""
        return player in self.__dict__

    def settled(self) -> None:
        """Wait until the system has been quiet; by itself the kit knows of no system."""

    # The CRM

    @cached_property
    def crm(self) -> Crm:
        """The CRM, whoever plays it."""
        return self.desk if Trait.DESK.of(self.claims.roles) else self.kit_crm

    @cached_property
    def desk(self) -> DeskCrm:
        """The desk of the CRM under test. Raises ``Misfit`` where the kit plays the CRM."""
        if not Trait.DESK.of(self.claims.roles):
            raise Misfit("there is a desk only where a CRM is under test")
        return DeskCrm(self.directory, self.channel, self.claims)

    @cached_property
    def kit_crm(self) -> KitCrm:
        """The CRM that the kit plays. Raises ``Misfit`` where a CRM is under test."""
        if Trait.DESK.of(self.claims.roles):
            raise Misfit("the kit plays no CRM where one is under test")
        switches, roles = self.claims.switches, self.claims.roles
        return KitCrm(
            self.directory,
            self.board,
            cancels_by_message=not Trait.ORDERS.of(roles) or switches["cancel"] == "message",
            writes_withdrawal=switches["withdrawal"] != "absent",
            no_action=switches["no_action"],
        )

    @cached_property
    def capture(self) -> CaptureActs:
        """What users of a CRM under test do around an order."""
        return CaptureActs(self.directory, self.desk)

    @cached_property
    def records(self) -> Records:
        """The accounts, tickets, alerts and other records that the features name."""
        return Records(self.directory, self.desk.ref if Trait.DESK.of(self.claims.roles) else None)

    # Around the CRM

    @cached_property
    def back_offices(self) -> BackOffices:
        """The back-office systems."""
        return BackOffices(self.directory, self.channel, self.records, self.claims.switches)

    def oblige(self, message: Message) -> None:
        """Have a back office answer a CRM under test what is about nothing that the kit knows."""
        if Trait.DESK.of(self.claims.roles):
            self.back_offices.oblige(message)

    @cached_property
    def check_services(self) -> CheckServices:
        """Those whom a CRM asks while an order is prepared."""
        return CheckServices(self.directory, self.channel)

    @cached_property
    def integration(self) -> KitIntegration:
        """The integration that the kit plays."""
        return KitIntegration(self.directory, self.board)

    # Orders and what is done for them

    @cached_property
    def order_system(self) -> KitOrderSystem:
        """The order system that the kit plays."""
        roles = self.claims.roles
        manner = Manner(
            has_services=self.has_services_do_it,
            own_ids=Trait.CARRIAGE.of(roles),
            refuses_late=Trait.DESK.of(roles),
            locks_orders=self.claims.switches["ponr_scope"] == "order",
        )
        return KitOrderSystem(self.directory, self.channel, self.board, self.central, manner)

    @cached_property
    def central(self) -> CentralOrderManagement:
        """What the kit's order system says to service order management, and hears of provisioning."""
        if Trait.CARRIAGE.of(self.claims.roles):
            return CentralOrderManagement(self.directory, self.channel, Edge.OMS, own_id)
        return CentralOrderManagement(self.directory, self.channel)

    @property
    def has_services_do_it(self) -> bool:
        """Whether the kit's order system has service order management do all that it is given.

        In the examples of an integration that has it inside, the order system says only what a step has it say.
        """
        roles = self.claims.roles
        return Trait.SERVICES.of(roles) and not (Trait.CARRIAGE.of(roles) and Trait.CARRIAGE.of((self.role,)))

    @cached_property
    def billing(self) -> Billing:
        """Billing."""
        translated = Trait.CARRIAGE.of(self.claims.roles)
        return Billing(self.directory, self.channel, _named_plan if translated else self.integration.rate_plan)

    @cached_property
    def provisioning(self) -> Provisioning:
        """Every provisioning system that is not under test; and what is seen of services behind an order system."""
        roles = self.claims.roles
        if Trait.ORDERS.of(roles) and Trait.SERVICES.of(roles):
            return ProvisioningSeenBehind(self.directory, self.channel, self.network, self.settled)
        return Provisioning(self.directory, self.channel)

    @cached_property
    def network(self) -> Network:
        """The network behind service order management."""
        return Network(self.directory, self.channel)

    def book(self) -> Book:
        """The names under which what goes into an integration is compared with what comes out."""
        return Book(self.directory, self.claims, self.order_system.owns)

    def _takers(self) -> dict[str, Taker]:
        """Who takes what is for each part; a part that is under test is none of the kit's."""
        parts: dict[str, Taker] = {
            part: partial(self._give, name) for part, name in _PARTS.items() if part not in self.claims.roles
        }
        parts["back office"] = self._back_office_takes
        if Trait.DESK.of(self.claims.roles):
            parts["user"] = parts["bench"] = lambda _: None  # who asked at the desk, or how an order stands, was told
            parts |= {part: self._queue_takes for part in parts if Trait.CARRIAGE.of((part,))}
        return parts

    def _give(self, name: str, message: Message) -> None:
        getattr(self, name).take(self.numbers.inward(message))

    def _queue_takes(self, message: Message) -> None:
        if message.kind == "order-submission":
            self.desk.queued(message)
        self.integration.take(message)

    def _back_office_takes(self, message: Message) -> None:
        part = self.check_services if message.kind in ("check", "mail") else self.back_offices
        part.take(message)

    @property
    def holds(self) -> bool:
        """Whether a neighbour holds work back."""
        return any(part.holds for part in self._holding)

    def wind_up(self) -> None:
        """Let all held work finish, so that nothing of this example stays open in the system."""
        for part in self._holding:
            part.release()
        self.restore()

    def restore(self) -> None:
        """Put back what the example set for every order to come."""
        if self.is_at_work("crm"):
            self.crm.restore()

    @property
    def _holding(self) -> list[Billing | Provisioning | Network]:
        return [getattr(self, name) for name in ("billing", "provisioning", "network") if self.is_at_work(name)]


def _named_plan(line: BillingLine) -> str | None:
    """The rate plan that an integration under test puts in a price list's place (PL-06)."""
    return line.rate_plan
