"""Back-office systems as the kit plays them: obliging, truthful, each with a ledger of what it was sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.records import Record, Records
from ordertck.harness.errors import Misfit
from ordertck.harness.messages import Answer, BackOfficeUp, Edge, Message, Workflow, replace

# Which switch says who is master of an object's data (IS-03).
_MASTER = {"account": "customer_master", "product": "product_master", "pricing rule": "pricing_master"}


@dataclass(frozen=True, slots=True)
class OwnChange:
    """What a back office itself has made of a record."""

    record: Record
    fields: Mapping[str, str]


@dataclass(slots=True)
class BackOffice:
    """One system. ``taken`` is everything that it took, ``has`` what it has of each record, by object and id.

    While it is not ``up`` it takes nothing; ``own`` are its own changes, of which it has told nobody yet, and ``known``
    the records of which it says, when it is asked, that it has nothing new.
    """

    name: str
    up: bool = True
    taken: list[Workflow] = field(default_factory=list)
    has: dict[tuple[str, str], Workflow] = field(default_factory=dict)
    own: dict[tuple[str, str], OwnChange] = field(default_factory=dict)
    known: dict[tuple[str, str], OwnChange] = field(default_factory=dict)

    def copies(self, record: Record) -> list[Workflow]:
        """Everything that it took of one record, in order."""
        return [call for call in self.taken if (call.object, call.record) in record.keys]

    def latest(self, record: Record) -> Workflow | None:
        """What it has of one record."""
        return next((self.has[key] for key in record.keys[::-1] if key in self.has), None)


class BackOffices:
    """The systems by name. Each answers whatever it is sent: ok, or a fault while it is down.

    While they are ``silent`` none of them answers anything. ``told`` is what they have told the CRM.
    """

    def __init__(self, directory: Directory, channel: Channel, records: Records, switches: Mapping[str, str]) -> None:
        self._directory, self._channel, self._records, self._switches = directory, channel, records, switches
        self.systems = {name: BackOffice(name) for name in directory.catalogue.back_office.systems}
        self.latest = ""
        self.objections: list[str] = []
        self.answers: dict[str, list[Message]] = {}
        self.silent = False
        self.told: list[Workflow] = []
        self._tried: list[Workflow] = []
        self._obliged: set[str] = set()
        self._before = 0
        self._out: list[tuple[BackOffice, tuple[str, str]]] = []

    @property
    def first(self) -> BackOffice:
        """The one that the features call "the back office"."""
        return next(iter(self.systems.values()))

    def named(self, name: str) -> BackOffice:
        """The system of this name. Raises ``Misfit`` where the catalogue has none."""
        if name not in self.systems:
            raise Misfit(f"there is no back office {name!r}; there are {', '.join(self.systems)}")
        return self.systems[name]

    @property
    def down(self) -> list[BackOffice]:
        """Those that cannot be reached."""
        return [office for office in self.systems.values() if not office.up]

    @property
    def sent(self) -> list[Workflow]:
        """Everything that the CRM has sent to any of them, be it down or unheard of."""
        return [call for call in self._tried if call.verb == "Send"]

    # What it is told

    def oblige(self, message: Message) -> None:
        """Answer what concerns nobody in this example, so that a CRM which waits for the answer gets on."""
        if message.re is None:
            self._answer(message, Answer(outcome="ok"))
            self._obliged.add(message.id)

    def read(self, message: Message) -> Workflow:
        """What a message says, but for service points, which are in nobody's service profile for certain (SP-01)."""
        call = message.read(Workflow)
        return replace(call, rows=self._directory.without_service_points(call.rows))

    def take(self, message: Message) -> None:
        """Something has come from the CRM; what makes no sense is answered with a fault, and not kept."""
        if message.re in self.answers:
            self.answers[message.re].append(message)
        elif message.kind == "workflow":
            call = self.read(message)
            self._tried.append(call)
            office = self.systems.get(call.system)
            objection = self._objection(call)
            if office is None or objection is not None:
                self.objections.append(objection or "")
                self._answer(message, Answer(outcome="fault", reason=objection))
            elif call.verb == "Send":
                self._sent(office, message, call)
            else:
                self._inquired(office, message, call)

    def _objection(self, call: Workflow) -> str | None:
        """Why a message makes no sense; None where it does."""
        if call.system not in self.systems:
            return f"there is no back office {call.system}"
        if call.verb == "Receive":
            return "a Receive is for the CRM"
        known = self._directory.catalogue.workflows.get(call.object, {})
        names = {name for verb in ("Send", "Get") for name in known.get(verb, ())}
        if call.workflow is not None and known and call.workflow not in names:
            return f"{call.workflow} is no workflow that sends or gets the object {call.object}"
        return None

    def _sent(self, office: BackOffice, message: Message, call: Workflow) -> None:
        if not office.up:
            self._answer(message, Answer(outcome="fault", reason=f"{office.name} is down"))
            return
        office.taken.append(call)
        key = call.object, call.record
        if key not in office.own or not self._is_master(call.object):
            office.own.pop(key, None)
            office.has[key] = call
        self._answer(message, Answer(outcome="ok"))

    def _inquired(self, office: BackOffice, message: Message, call: Workflow) -> None:
        if self.silent:
            return
        key = call.object, call.record
        known = office.own.get(key) or office.known.get(key)
        if not office.up or known is None:
            reason = f"{office.name} is down" if not office.up else f"{office.name} knows no such {call.object}"
            self._answer(message, Answer(outcome="fault", reason=reason))
        else:
            about = known.record.account or known.record.id
            receipt = self._receipt(office, known.record, known.fields, ())
            self._channel.tell("workflow", Edge.BACKOFFICE, receipt, about, re=message.id)

    def _answer(self, message: Message, answer: Answer) -> None:
        if message.id not in self._obliged and not self.silent:
            self._channel.tell("workflow-answer", Edge.BACKOFFICE, answer, message.about, re=message.id)

    def _is_master(self, kind: str) -> bool:
        return kind in _MASTER and self._switches[_MASTER[kind]] == "back-office"

    # What it does

    def asks(self, office: BackOffice, record: Record) -> None:
        """A back office asks for a record: by Get where the CRM has that workflow for outsiders, else by Send."""
        verb = "Send" if record.object in ("account", "service profile") else "Get"
        self._tell(self._call(office, record, verb), record)

    def reports(
        self,
        office: BackOffice,
        record: Record,
        fields: Mapping[str, str],
        rows: tuple[Mapping[str, str], ...] = (),
        as_of: str | None = None,
    ) -> None:
        """A back office tells the CRM what it has of a record."""
        receipt = self._receipt(office, record, fields, rows, as_of)
        office.has[record.key] = receipt
        self._tell(receipt, record)

    def changes(self, office: BackOffice, record: Record, fields: Mapping[str, str]) -> None:
        """A back office changes its own record, and tells nobody yet."""
        self._records.keep(record)
        office.own[record.key] = OwnChange(record, fields)
        office.has[record.key] = self._receipt(office, record, fields, ())

    def has_no_news_of(self, record: Record) -> None:
        """Asked for a record, whoever can be reached answers with nothing new, where it had nothing to say before.

        A CRM that asks whenever a user looks may warn that nobody answered; that is no objection to the record.
        """
        for office in self.systems.values():
            if office.up:
                office.known[record.key] = OwnChange(record, {})

    def comes_back(self, office: BackOffice) -> None:
        """A back office that was down tells what it has changed meanwhile, then that it takes messages again."""
        office.up = True
        for change in list(office.own.values()):
            self._tell(self._receipt(office, change.record, change.fields, ()), change.record)
            self._out.append((office, change.record.key))
        self._channel.tell("back-office-up", Edge.BACKOFFICE, BackOfficeUp(system=office.name), "")

    def _receipt(
        self,
        office: BackOffice,
        record: Record,
        fields: Mapping[str, str],
        rows: tuple[Mapping[str, str], ...],
        as_of: str | None = None,
    ) -> Workflow:
        return self._call(office, record, "Receive", fields, rows, as_of)

    def _call(
        self,
        office: BackOffice,
        record: Record,
        verb: str,
        fields: Mapping[str, str] | None = None,
        rows: tuple[Mapping[str, str], ...] = (),
        as_of: str | None = None,
    ) -> Workflow:
        names = self._directory.catalogue.workflows.get(record.object, {}).get(verb, ())
        return Workflow(
            verb=verb, object=record.object, record=record.id, system=office.name, account=record.account,
            workflow=names[0] if names else None, as_of=as_of, fields=fields or {}, rows=rows,
        )  # fmt: skip

    def _tell(self, call: Workflow, record: Record) -> None:
        if call.verb == "Receive":
            self.told.append(call)
            self._records.keep(record)
        message = self._channel.tell("workflow", Edge.BACKOFFICE, call, record.account or record.id, answered=True)
        self.latest = message.id
        self.answers[message.id] = []

    # What came of it

    def mark(self) -> None:
        """Something happens now: what is sent from here on may be because of it.

        What a back office has told of its own changes is known by now, so what comes later is no conflict.
        """
        for office, key in self._out:
            office.own.pop(key, None)
        self._out.clear()
        self._before = len(self._tried)

    def sent_since(self, record: Record) -> bool:
        """Whether a record was sent to any of them since the latest mark, be it nonsense."""
        latest = [call for call in self._tried[self._before :] if call.verb == "Send"]
        return any(
            call.object == record.object and call.record in (record.id, record.ref, record.also) for call in latest
        )
