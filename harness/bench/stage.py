"""The stage: everything that belongs to one example, so that a late message still finds what it is about."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, partial

from ordertck.harness.bench.calendar import instant
from ordertck.harness.bench.carriage import Book
from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.deeds import is_deed
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.exchange import Exchange
from ordertck.harness.bench.fulfilment import Fulfilment, FulfilmentPlayed, FulfilmentUnderTest
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
from ordertck.harness.bench.parts.order_system import KitOrderSystem
from ordertck.harness.bench.parts.provisioning import Provisioning
from ordertck.harness.bench.records import Records
from ordertck.harness.bench.switchboard import Switchboard, Taker
from ordertck.harness.claims import Claims
from ordertck.harness.errors import Breach, Silence
from ordertck.harness.messages import BillingLine, Edge, Message

# Which of the stage's parts takes what is for a part of the landscape. What the bench asks, the CRM takes note of.
_PARTS = {
    "crm": "kit_crm",
    "integration": "integration",
    "oms": "order_system",
    "som": "provisioning",
    "provisioning": "provisioning",
    "billing": "billing",
    "network": "network",
    "bench": "kit_crm",
}


# After so long no user should still wait for a back office that says nothing.
_LONG_ENOUGH = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class OpenNegative:
    """A negative that has held so far: ``broken`` must stay false until the kit gives the system a new cause."""

    broken: Callable[[], bool]
    expected: str
    seen: str
    causes: int


@dataclass(frozen=True, slots=True)
class Session:
    """What a stage may want of the session that it belongs to.

    ``met`` is to be called with what a message about the example can name, ``wind_up_earlier`` finishes what earlier
    examples hold, so that none of it takes a place, ``strays`` are the messages about nothing that the kit knows.
    """

    met: Callable[[str], None]
    wind_up_earlier: Callable[[], None]
    strays: Collection[Message]


class Stage:
    """One example's directory, its channel to the system, and the parts that the kit plays: what steps speak to.

    A step waits with ``eventually`` (something comes) or ``never`` (nothing comes). A part is made when it is first
    asked for.
    """

    def __init__(self, example: str, exchange: Exchange, claims: Claims, session: Session) -> None:
        self.id, self.claims = example, claims
        self.directory = Directory(example, claims.edition.catalogue, exchange.now, session.met)
        self.channel = Channel(
            example,
            lambda message: exchange.send(message, example),
            self._ask,
            "idempotent-delivery" in claims.capabilities,
        )
        self.orders, self.assets = self.directory.orders, self.directory.assets
        self.marks: dict[str, int] = {}
        self.negatives: list[OpenNegative] = []
        self.wind_up_past = session.wind_up_earlier
        self._exchange, self._session = exchange, session
        self._board = Switchboard(claims.roles, self.channel, self._takers())

    # Waiting

    @property
    def now(self) -> datetime:
        """The time as the system under test has it."""
        return self._exchange.now

    def instant(self, text: str) -> datetime:
        """An instant in the features' words, counted from when the example began."""
        return instant(text, self.directory.began)

    def eventually(self, condition: Callable[[], bool], expected: str, seen: Callable[[], str]) -> None:
        """Wait for something to come about. Raises ``Breach`` where it does not within the declared patience."""
        self._exchange.eventually(condition, expected, seen)

    def comes(self, condition: Callable[[], bool]) -> bool:
        """Whether something comes about within the declared patience."""
        return self._exchange.comes(condition)

    def settled(self) -> None:
        """Wait until the system has been quiet."""
        self._exchange.settled()

    def never(self, broken: Callable[[], bool], expected: str, seen: str) -> None:
        """Hear the system out; raises ``Breach`` where ``broken`` holds, and goes on watching afterwards."""
        self._exchange.settled()
        if broken():
            raise Breach(expected, seen)
        self.negatives.append(OpenNegative(broken, expected, seen, self.channel.causes))

    def advance_to(self, instant: datetime) -> None:
        """Let the time come, for a system whose clock can be set; a new cause for whatever follows."""
        self.channel.causes += 1
        self._exchange.advance_to(instant)

    def time_passes(self) -> bool:
        """Let so much time pass that nobody waits for a silent back office any more; False where none is silent."""
        if not self._nobody_answers or "virtual-clock" not in self.claims.capabilities:
            return False
        self.advance_to(self.now + _LONG_ENOUGH)
        return True

    @property
    def _nobody_answers(self) -> bool:
        return "back_offices" in self.__dict__ and self.back_offices.silent

    def _ask(self, question: Message, answer: str) -> Message:
        try:
            return self._exchange.ask(question, self.id, answer, self.time_passes)
        except Silence:
            if self._nobody_answers and question.kind == "desk-see":
                seen = "nothing, however long the user waits for a back office"
                raise Breach(f"{question.body['object']} {question.body['ref']} at the desk", seen) from None
            raise

    # The CRM

    @cached_property
    def crm(self) -> Crm:
        """The CRM, whoever plays it."""
        return self.desk if "crm" in self.claims.roles else self.kit_crm

    @cached_property
    def desk(self) -> DeskCrm:
        """The desk of the CRM under test. Raises ``LookupError`` where the kit plays the CRM."""
        if "crm" not in self.claims.roles:
            raise LookupError("there is a desk only where a CRM is under test")
        return DeskCrm(self.directory, self.channel, self.claims.capabilities)

    @cached_property
    def kit_crm(self) -> KitCrm:
        """The CRM that the kit plays. Raises ``LookupError`` where a CRM is under test."""
        if "crm" in self.claims.roles:
            raise LookupError("the kit plays no CRM where one is under test")
        switches, roles = self.claims.switches, self.claims.roles
        by_message = "oms" not in roles or switches["cancel"] == "message"
        return KitCrm(self.directory, self._board, by_message, switches["withdrawal"] != "absent")

    @cached_property
    def capture(self) -> CaptureActs:
        """What users of a CRM under test do around an order."""
        return CaptureActs(self.directory, self.desk)

    @cached_property
    def records(self) -> Records:
        """The accounts, tickets, alerts and other records that the features name."""
        return Records(self.directory, self.desk.ref if "crm" in self.claims.roles else None)

    # Around the CRM

    @cached_property
    def back_offices(self) -> BackOffices:
        """The back-office systems."""
        return BackOffices(self.directory, self.channel, self.records, self.claims.switches)

    @cached_property
    def check_services(self) -> CheckServices:
        """Those whom a CRM asks while an order is prepared."""
        return CheckServices(self.directory, self.channel)

    @cached_property
    def integration(self) -> KitIntegration:
        """The integration that the kit plays."""
        return KitIntegration(self.directory, self._board)

    # Orders and what is done for them

    @cached_property
    def order_system(self) -> KitOrderSystem:
        """The order system that the kit plays."""
        roles = self.claims.roles
        return KitOrderSystem(
            self.directory,
            self.channel,
            self._board,
            self.central,
            services="som" in roles,
            own_ids="integration" in roles,
            refuses_late="crm" in roles,
        )

    @cached_property
    def central(self) -> CentralOrderManagement:
        """What the kit's order system says to service order management, and hears of provisioning."""
        return CentralOrderManagement(self.directory, self.channel)

    @cached_property
    def fulfilment(self) -> Fulfilment:
        """How orders get on, whoever fulfils them."""
        if "oms" in self.claims.roles:
            return FulfilmentUnderTest(self._exchange, self.channel, self.crm, self.provisioning)
        return FulfilmentPlayed(self._exchange, self.crm, self.order_system)

    @cached_property
    def billing(self) -> Billing:
        """Billing."""
        translated = "integration" in self.claims.roles
        return Billing(self.directory, self.channel, _named_plan if translated else self.integration.rate_plan)

    @cached_property
    def provisioning(self) -> Provisioning:
        """Every provisioning system that is not under test."""
        return Provisioning(self.directory, self.channel)

    @cached_property
    def network(self) -> Network:
        """The network behind service order management."""
        return Network(self.directory, self.channel)

    def book(self) -> Book:
        """The names under which what goes into an integration is compared with what comes out."""
        return Book(self.directory, self.claims, self.order_system.owns)

    def stop_provisioning(self) -> None:
        """Have service order management stop reading its queue, whoever plays it."""
        self._board.send("som", "stop", Edge.BENCH, {}, "")

    def start_provisioning(self) -> None:
        """Have service order management read its queue again."""
        self._board.send("som", "start", Edge.BENCH, {}, "")

    def hold_intake(self) -> None:
        """Have the integration leave what is queued in the queue."""
        self._board.send("integration", "intake-hold", Edge.BENCH, {}, "")

    def release_intake(self) -> None:
        """Have the integration take up what is queued again."""
        self._board.send("integration", "intake-release", Edge.BENCH, {}, "")

    # What comes from the system

    def take(self, message: Message) -> list[OpenNegative]:
        """Give a message from the system to the part that it is for; the negatives that it breaks.

        Raises ``Breach`` where it is for none.
        """
        self.channel.traffic.heard.append(message)
        self.drop_stale_negatives()
        open_before = self.negatives
        self._board.take(message)
        broken = [negative for negative in open_before if negative.broken()]
        self.negatives = [negative for negative in self.negatives if negative not in broken]
        return broken

    def drop_stale_negatives(self) -> None:
        """Forget the negatives of which the kit itself has ended the time, by a new cause."""
        self.negatives = [negative for negative in self.negatives if negative.causes == self.channel.causes]

    def unclaimed(self, kind: str) -> list[Message]:
        """What has come of a kind, about something of these accounts that the kit has never heard of."""
        accounts = self.directory.accounts
        return [m for m in self._session.strays if m.kind == kind and str(m.body.get("account")) in accounts]

    def oblige(self, message: Message) -> None:
        """Have a back office answer a CRM under test what is about nothing that the kit knows."""
        if "crm" in self.claims.roles:
            self.back_offices.oblige(message)

    def _takers(self) -> dict[str, Taker]:
        """Who takes what is for each part; a part that is under test is none of the kit's."""
        parts: dict[str, Taker] = {
            part: partial(self._give, name) for part, name in _PARTS.items() if part not in self.claims.roles
        }
        parts["back office"] = self._back_office_takes
        if "crm" in self.claims.roles:
            parts["user"] = parts["bench"] = lambda _: None  # who asked at the desk, or how an order stands, was told
        if "crm" in self.claims.roles and "integration" in parts:
            parts["integration"] = self._queue_takes
        return parts

    def _give(self, name: str, message: Message) -> None:
        getattr(self, name).take(message)

    def _queue_takes(self, message: Message) -> None:
        if message.kind == "order-submission":
            self.desk.queued(message)
        self.integration.take(message)

    def _back_office_takes(self, message: Message) -> None:
        part = self.check_services if message.kind in ("check", "mail") else self.back_offices
        part.take(message)

    # The end

    @property
    def brought_about(self) -> bool:
        """Whether the system has had something done, or has shown a user something, in this example."""
        shown = "desk" in self.__dict__ and self.desk.has_shown
        return shown or any(map(is_deed, self.channel.traffic.heard))

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
        if "crm" in self.__dict__:
            self.crm.restore()

    @property
    def _holding(self) -> list[Billing | Provisioning | Network]:
        return [self.__dict__[name] for name in ("billing", "provisioning", "network") if name in self.__dict__]


def _named_plan(line: BillingLine) -> str | None:
    """The rate plan that an integration under test puts in a price list's place (PL-06)."""
    return line.rate_plan
