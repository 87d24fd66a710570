"""Workflows: what the CRM sends to back offices, receives from them, and answers when they ask."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from ordertck.harness.messages import Answer, BackOfficeUp, DeskShown, Edge, Message, Workflow, read_body, replace
from ordertck.harness.reference.crm.alerts import Alerts
from ordertck.harness.reference.crm.deliveries import Deliveries
from ordertck.harness.reference.crm.desk import Acts, Fields, Views
from ordertck.harness.reference.crm.drafts import CrmOrder, Refused
from ordertck.harness.reference.crm.inquiries import Inquiries
from ordertck.harness.reference.crm.profiles import Profiles
from ordertck.harness.reference.crm.records import LISTS, OBJECTS, Forms, Key, Record
from ordertck.harness.reference.crm.replication import REPLICATED, Replication
from ordertck.harness.reference.crm.tickets import Tickets

if TYPE_CHECKING:
    from ordertck.harness.reference.crm.customer_relations import CustomerRelations

# What a back office may say of an order as a whole (WF-11).
_REPORTED = ("status", "ship_to", "ship_by", "due_date", "site")

Content = tuple[dict[str, str], tuple[Fields, ...]]


class Workflows:
    """One Send, one Receive and one Get for all objects; what is peculiar to an object is in its own module."""

    Tickets, Alerts, Profiles, Deliveries, Replication = Tickets, Alerts, Profiles, Deliveries, Replication
    Inquiries = Inquiries

    def __init__(self, crm: "CustomerRelations") -> None:
        office, scenario = crm.catalogue.back_office, crm.scenario
        self.crm, self.settings = crm, scenario.settings
        self.records: dict[Key, Record] = {}
        self.orders: set[str] = set()
        self.forms = Forms(f"{scenario.id}-RECORD")
        self.tickets = self.Tickets(office.ticket_types, self.settings["ticket_type_change"])
        self.alerts = self.Alerts()
        self.profiles = self.Profiles(crm.assets, f"{scenario.id}-ASSET")
        self.deliveries = self.Deliveries(office.systems, self.send)
        self.replication = self.Replication(self.settings, office.replication_run, scenario.now)
        self.inquiries = self.Inquiries(self.inquire)
        self.now = scenario.now

    @property
    def acts(self) -> Acts:
        """What users can do with records."""
        acts: Acts = {("press", "product"): self.press, ("press", "order"): self.press_order}
        for at_the_desk, kind in OBJECTS.items():
            acts["revise", at_the_desk] = partial(self.fill_in, kind)
            acts["submit", at_the_desk] = partial(self.save, kind)
            acts["discard", at_the_desk] = partial(self.give_up, kind)
        return acts

    @property
    def views(self) -> Views:
        """What users can look at."""
        records: Views = {at_the_desk: partial(self.see, kind) for at_the_desk, kind in OBJECTS.items()}
        return records | {at_the_desk: partial(self.see_list, kind) for at_the_desk, kind in LISTS.items()}

    def handle(self, message: Message) -> None:
        """Take what a back office says."""
        if (asked := self.inquiries.end(message)) is not None:
            self.told(message, *asked)
        elif message.kind == "workflow-answer":
            self.deliveries.answered(message.re or "", message.body["outcome"])
        elif message.kind == "back-office-up":
            self.deliveries.up(read_body(BackOfficeUp, message.body).system)
        else:
            call = read_body(Workflow, message.body)
            if call.verb == "Receive":
                self.answer(message, self.receive(call))
            else:
                self.asked(message, call)

    # At the desk

    def fill_in(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        """Fill in a form; nothing is saved and nothing sent."""
        self.forms.fill_in(kind, ref, fields)
        return self.shown(kind, ref, fields)

    def give_up(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        """Forget what is filled in."""
        self.forms.take(kind, ref)
        return self.shown(kind, ref, fields)

    def save(self, kind: str, ref: str, fields: Fields) -> DeskShown:  # noqa: ARG002 - everything is in the form
        """Save what is filled in, and let back offices know where they must."""
        filled = self.forms.take(kind, ref)
        if filled is None:
            raise Refused("nothing is filled in")
        account = filled.pop("account", None)
        record = self.record(kind, self.forms.id_of(kind, ref), account)
        before = dict(record.fields) if record.fields else None
        record.fields.update(filled)
        self.saved(record, before)
        return self.shown(kind, ref, record.fields)

    def record(self, kind: str, identity: str, account: str | None) -> Record:
        """The record of this id, made where there is none; an account's own fields are what is kept of it."""
        record = self.records.get((kind, identity))
        if record is None:
            record = self.records[kind, identity] = Record(kind, identity, account)
            if kind == "account":
                default = {"id": identity, "price_list": self.crm.catalogue.account_price_list}
                record.fields = self.crm.accounts.setdefault(identity, default)
                record.account = identity
        return record

    def saved(self, record: Record, before: Fields | None) -> None:
        """A user has saved a record; ``before`` is what it said, None for a new one."""
        match record.object:
            case "trouble ticket":
                if self.tickets.leaves(record, before.get("type") if before is not None else None):
                    self.deliveries.send(record.key)
            case "work order":
                if before is None:
                    self.deliveries.send(record.key)
            case "phone number":
                self.profiles.keep_number(record)
                self.deliveries.send(record.key)
            case "asset":
                self.profiles.upsert(record.account or "", record.id, record.fields)
                self.deliveries.send(record.key)
                self.deliveries.send(("service profile", record.account or ""))
            case kind if kind in REPLICATED:
                self.replicate(self.replication.saved(record.key))
            case _:
                self.deliveries.send(record.key)

    def created(self, order: CrmOrder) -> None:
        """A sales order is submitted; what is sent is the first version, that is, its creation (WF-10, A-35)."""
        if order.id not in self.orders:
            self.orders.add(order.id)
            self.deliveries.send(("sales order", order.id))

    def replicate(self, due: list[Key]) -> None:
        """Send what is due."""
        for key in due:
            self.deliveries.send(key)

    def press(self, ref: str, fields: Fields) -> DeskShown:
        """Press a button on a record that is replicated (IS-07)."""
        if fields.get("button") != "Synchronize" or self.replication.mode != "button":
            raise Refused("there is no such button")
        self.replicate(self.replication.pressed(("product", ref)))
        return self.shown("product", ref, {})

    def press_order(self, ref: str, fields: Fields) -> DeskShown:
        """Press a button on an order of which nobody can be asked."""
        raise Refused(f"there is no {fields.get('button', 'button')} for the order {ref}")

    def advance(self, now: datetime) -> None:
        """The clock reads ``now``: a run may be due (IS-04), and nobody may be waiting any more (IS-10)."""
        self.now = now
        self.replicate(self.replication.advance(now))
        for question, order in self.inquiries.overdue(now):
            self.show_unanswered(question, order)

    def shown(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        """A record at the desk, with a warning where a back office has yet to get it (IS-05)."""
        key = kind, self.forms.id_of(kind, ref)
        behind = [system for system in self.deliveries.systems if self.deliveries.waits(key, system)]
        warning = f"not at {', '.join(behind)} yet" if behind else None
        at_the_desk = next(name for name, object_ in OBJECTS.items() if object_ == kind)
        return DeskShown(object=at_the_desk, ref=ref, id=key[1], fields=dict(fields), warning=warning)

    def see(self, kind: str, ref: str) -> DeskShown | None:
        """Show a record; None where there is no such."""
        known = self.records.get((kind, self.forms.id_of(kind, ref)))
        fields = known.fields if known else self.crm.accounts.get(ref) if kind == "account" else None
        return self.shown(kind, ref, fields) if fields is not None else None

    def see_list(self, kind: str, ref: str) -> DeskShown | None:
        """Show what there is of an account's; None where there is no such account."""
        if ref not in self.crm.accounts:
            return None
        listed = [r for r in self.records.values() if (r.object, r.account) == (kind, ref)]
        at_the_desk = next(name for name, object_ in LISTS.items() if object_ == kind)
        return DeskShown(object=at_the_desk, ref=ref, rows=tuple({"id": r.id, **r.fields} for r in listed))

    # What goes out

    def content(self, key: Key) -> Content | None:
        """What the CRM has of a record: fields and rows; None where it has none."""
        kind, identity = key
        if kind == "service profile":
            return ({}, self.profile(identity)) if identity in self.crm.accounts else None
        if kind == "sales order":
            order = self.crm.known(identity)
            if order is None:
                return None
            shown = self.crm.screens.order(order)
            return dict(shown.fields), shown.rows
        if kind == "account":
            fields = self.crm.accounts.get(identity)
            return (dict(fields), ()) if fields is not None else None
        known = self.records.get(key)
        return (dict(known.fields), ()) if known is not None else None

    def profile(self, account: str) -> tuple[Fields, ...]:
        """A service profile: what the installed-assets view shows (WF-06)."""
        return tuple(map(self.crm.screens.asset_row, self.crm.assets_of(account)))

    def account_of(self, key: Key) -> str | None:
        """Whose record it is."""
        if key[0] in ("account", "service profile"):
            return key[1]
        if key[0] == "sales order":
            order = self.crm.known(key[1])
            return order.account if order is not None else None
        known = self.records.get(key)
        return known.account if known is not None else None

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        """A workflow's message, with the record's content where there is any."""
        fields, rows = self.content(key) or ({}, ())
        return Workflow(
            verb=verb, object=key[0], record=key[1], system=system, account=self.account_of(key),
            workflow=self.name(key[0], verb), fields=fields, rows=rows,
        )  # fmt: skip

    def name(self, kind: str, verb: str) -> str | None:
        """What the workflow is called."""
        return next(iter(self.crm.catalogue.workflows.get(kind, {}).get(verb, ())), None)

    def send(self, key: Key, system: str) -> str:
        """Send a record to one system; the message's id."""
        return self.tell("workflow", self.message("Send", key, system), key)

    def inquire(self, order: str) -> str:
        """Ask the back office how an order stands; the message's id."""
        key = "sales order", order
        call = replace(self.message("Get", key, self.deliveries.systems[0]), fields={}, rows=())
        return self.tell("workflow", call, key)

    def tell(self, kind: str, body: Workflow | Answer, key: Key, re: str | None = None) -> str:
        """Send one message; its id."""
        self.crm.tell(kind, Edge.BACKOFFICE, body, self.account_of(key) or key[1], re=re)
        return self.crm.out[-1].id

    # What comes in

    def asked(self, message: Message, call: Workflow) -> None:
        """An outside system asks for a record; nothing changes by that (WF-03, WF-06, WF-09, WF-12, WF-15, WF-23)."""
        key = call.object, call.record
        if self.content(key) is None:
            self.answer(message, f"there is no such {call.object}")
        else:
            self.tell("workflow", self.message(call.verb, key, call.system), key, re=message.id)

    def answer(self, message: Message, objection: str | None) -> None:
        """Say that a message was taken, or why not."""
        outcome = Answer(outcome="fault", reason=objection) if objection else Answer(outcome="ok")
        self.crm.tell("workflow-answer", Edge.BACKOFFICE, outcome, message.about, re=message.id)

    def receive(self, call: Workflow) -> str | None:
        """A back office says what it has: keep it, and send nothing. What is wrong with it, None where nothing is."""
        key = call.object, call.record
        match call.object:
            case "fraud alert" | "credit alert":
                self.alerts.receive(self.records, call)
            case "service profile":
                self.profiles.receive(call.record, call.rows)
            case "sales order":
                return self.receive_order(call)
            case "work order" if key not in self.records:
                return "there is no such work order"
            case _ if not self.overruled(key, call.system):
                self.keep(call)
        return None

    def keep(self, call: Workflow) -> None:
        """Keep a record as a back office has it, whether it was known or not."""
        record = self.record(call.object, call.record, call.account)
        record.fields.update(call.fields)
        if call.object == "phone number":
            self.profiles.keep_number(record)
        elif call.object == "asset":
            self.profiles.upsert(record.account or "", record.id, record.fields)

    def overruled(self, key: Key, system: str) -> bool:
        """Whether the CRM's own change, which a system has yet to get, goes before that system's (IS-03)."""
        if not self.deliveries.waits(key, system) and key not in self.replication.due:
            return False
        if self.replication.is_master(key[0]):
            return True
        self.replication.take(key)
        if self.deliveries.waits(key, system):
            self.deliveries.drop(key, system)
        return False

    def receive_order(self, call: Workflow) -> str | None:
        """A back office has acted on an order: its header, or single lines of it (WF-11, IS-09)."""
        order = self.crm.known(call.record)
        if order is None:
            return "there is no such sales order"
        for name in _REPORTED:
            setattr(order, name, call.fields.get(name, getattr(order, name)))
        for row in call.rows:
            if order.line(row.get("id")) is not None and "status" in row:
                order.line_status[row["id"]] = row["status"]
        return None

    # Inquiries

    def ask_first(self, question: Message) -> bool:
        """Whether a user's question waits for a back office: a look at an order, or the press of a button."""
        body = question.body
        order = self.crm.orders.get(body["ref"]) if body["object"] == "order" else None
        if order is None or not order.submitted:
            return False
        pressed = body.get("verb") == "press" and body.get("fields", {}).get("button") == "Get Status"
        way = self.settings["order_inquiry"]
        if (way == "on-button" and pressed) or (way == "on-query" and question.kind == "desk-see"):
            self.inquiries.begin(question, order.id, self.now)
            return True
        return False

    def told(self, message: Message, question: Message, number: str) -> None:
        """The back office has said how an order stands, or could not; the user gets the answer (IS-10, IS-11)."""
        if message.kind != "workflow":
            self.show_unanswered(question, number)
            return
        self.receive_order(read_body(Workflow, message.body))
        order = self.crm.known(number)
        if order is not None:
            self.crm.answer(question, self.crm.screens.order(order))

    def show_unanswered(self, question: Message, number: str) -> None:
        """Show an order as it was, and say that the back office did not tell how it stands (IS-10)."""
        order = self.crm.known(number)
        if order is not None:
            shown = self.crm.screens.order(order)
            self.crm.answer(question, replace(shown, warning=self.inquiries.marked(shown)))
