"""The accounts of a CRM: what users did and were shown, what was queued, and what was told of orders since."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ordertck.harness.claims import Claims
from ordertck.harness.messages import Message
from ordertck.harness.messages.roles import Trait
from ordertck.harness.oracle.crm import as_there
from ordertck.harness.oracle.crm.checked import Checked
from ordertck.harness.oracle.crm.content import RECORDS, Content, Record
from ordertck.harness.oracle.crm.installed import Installed, Profile
from ordertck.harness.oracle.crm.post import Post
from ordertck.harness.oracle.crm.progress import Progress
from ordertck.harness.oracle.crm.reported import Reported
from ordertck.harness.oracle.crm.sheet import Sheet, Version
from ordertck.harness.oracle.crm.sheets import Sheets
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.service_points import points_matter
from ordertck.harness.reading import universal

_SHEETS = ("order", "quote", "opportunity", "line", "profile")
# Assets, each with its row where it is listed.
Listed = list[tuple[str, Installed, Mapping[str, str] | None]]


class DeskBook:
    """What happened at the desk of a CRM, and at its other edges, in one exchange.

    ``expected`` is what was worked out of customers' assets since anything but a look was taken down.
    """

    def __init__(self, claims: Claims) -> None:
        self.claims, self.catalogue = claims, claims.edition.catalogue
        self.sheets = Sheets()
        self.profile = Profile()
        self.content = Content()
        self.records: dict[str, Record] = {}
        self.received: dict[tuple[str, str], int] = {}
        self.post = Post()
        self.told_of: dict[str, tuple[str, str]] = {}
        self.asked: dict[str, tuple[int, Message]] = {}
        self.requests: dict[str, tuple[int, Message]] = {}
        self.progress = Progress(self.sheets, self.profile, self.catalogue)
        self.mails: dict[str, list[tuple[int, str]]] = {}
        self.expected: dict[str, Any] = {}
        # What is shown now of what a customer has, and what is queued now, with the version of it that is due.
        self.listed: tuple[Crossing, Listed] | None = None
        self.queued: tuple[Crossing, tuple[Sheet, Version] | None] | None = None
        self.availability: dict[str, set[str]] = {}
        self.checked, self.office = Checked(), Reported()
        # What was attached to orders, by kind and name: to which, in which version, and when.
        self.papers: dict[tuple[str, str], tuple[Sheet, Version, int]] = {}
        self.answered = 0
        self.news: set[str] = set()
        self.told_last = 0
        self.at: datetime | None = None  # when the last message crossed
        self.down = self.killed = False

    @property
    def keeps_days(self) -> bool:
        """Whether dates are told to the day, and no closer."""
        return self.claims.switches["date_precision"] == "day"

    def order_of(self, message: Message) -> Sheet | None:
        """The order that a message is about, where it was entered at the desk."""
        return self.sheets.numbers.get(message.body["order"])

    @property
    def points_may_stay_inside(self) -> bool:
        """Whether an integration that is one system with the CRM may hand on no service point: inventory cares not."""
        return Trait.CARRIAGE.of(self.claims.roles) and not points_matter(self.claims)

    def question(self, moment: Crossing) -> Message | None:
        """What was asked that the desk now answers."""
        return self.asked.get(moment.message.re or "", (0, None))[1]

    def _has_crossed(self, shown: Message) -> bool:
        """Whether the order system has told something since a user looked: what is shown may be from before that."""
        record, asked = self.asked.get(shown.re or "", (0, None))
        return asked is not None and asked.kind == "desk-see" and record < self.told_last

    def called(self, crossing: Crossing) -> str:
        """The kind of a message; what the desk shows is called by what was done to which object, or seen of it."""
        message = crossing.message
        asked = self.question(crossing) if message.kind == "desk-shown" else None
        if asked is None or self._has_crossed(message):
            return message.kind
        if asked.kind == "desk-see":
            return f"desk-shown see {message.body['object']}"
        return f"desk-shown {asked.body['verb']} {asked.body['object']}"

    def note(self, crossing: Crossing) -> None:
        """Take a message down."""
        message, body = crossing.message, crossing.message.body
        self._forget(crossing)
        match message.kind:
            case "desk-do" | "desk-see":
                self.asked[message.id] = crossing.record, message
                if message.kind == "desk-do":
                    self._done(crossing.record, body)
            case "desk-shown" if not self._has_crossed(message):
                self._shown(crossing.record, message)
            case "order-submission":
                self.progress.queue(crossing.record, universal(crossing.at).timestamp(), body)
            case "order-update" | "refusal" | "fallout" if crossing.told:
                self._told(crossing.record, message)
            case "check" | "check-answer" | "mail":
                self._asked_or_written(message)
            case "workflow" | "workflow-answer" | "back-office-up":
                self._exchanged(crossing)
            case "kill" | "restart":
                self.killed = True

    def _forget(self, crossing: Crossing) -> None:
        """What was worked out holds as long as nothing happens, and no date comes."""
        if crossing.at != self.at or crossing.message.kind not in ("desk-see", "desk-shown"):
            self.expected.clear()
        self.at = crossing.at
        if crossing.told:
            self.post.disturb(crossing.message.kind)

    def rest(self, _: Rest) -> None:
        """Nothing is under way: what back offices have taken by now the CRM knows that they have."""
        self.post.settle()

    def _told(self, record: int, message: Message) -> None:
        """The order system tells something; what comes once more tells nothing new."""
        self.office.forget(message.body["order"])
        if message.kind == "fallout":
            if (sheet := self.order_of(message)) is not None and sheet.counting is None:
                self.profile.unsure.add(sheet.account)  # news of what does not count
        elif message.id not in self.news:
            self.news.add(message.id)
            self.told_last = record
            if message.kind == "order-update":
                self.progress.tell(record, message.body)
            else:
                self.progress.refuse(message.body["order"])

    # At the desk

    def _done(self, record: int, body: Mapping[str, Any]) -> None:
        verb, what, ref, said = body["verb"], body["object"], body["ref"], body.get("fields", {})
        of = {"order": ref, "line": said.get("order", "")}.get(what, "")
        if (known := self.sheets.by_ref.get(of)) is not None:
            self._done_to(record, *known, verb, said)
        if what == "order":
            self.sheets.asked(record, body)
        elif verb == "enter" and what == "account" and said.get("price_list"):
            self.sheets.lists[ref] = said["price_list"]
        elif verb == "enter" and what == "product":
            self.profile.administered.add(said.get("product", ref))
        elif what in RECORDS and verb == "revise":
            if what in ("asset", "phone"):
                self.profile.unsure.add(said.get("account", ""))
            if what == "ticket" and ref not in self.records:
                self.content.doubt("trouble ticket", ref)  # a back office may have a ticket of its own by this name
            kept = self.records.setdefault(ref, Record(RECORDS[what]))
            kept.said |= said
            kept.touched = record
            self.content.belongs(kept.object, ref, said.get("account"))
        elif what in RECORDS and verb == "submit" and ref in self.records:
            kept = self.records[ref]
            kept.saved.append(record)
            kept.changed = record if self.content.save(kept.object, ref) else kept.changed

    def _done_to(self, record: int, sheet: Sheet, version: Version, verb: str, said: Mapping[str, str]) -> None:
        """A user does something with an order that was entered, or has something checked of it."""
        if verb == "check":
            if said.get("check") == "availability":
                self.availability[sheet.number] = version.sold()
            if said.get("check") != "availability" or version.sold():  # of what is only changed nothing need be there
                self.checked.want(sheet.number, said.get("check", ""), record)
        elif verb != "press":
            self.office.forget(sheet.number)
            if verb != "submit":
                self.checked.change(sheet.number)

    def _shown(self, record: int, message: Message) -> None:
        _, asked = self.asked.pop(message.re or "", (0, None))
        if asked is None:
            return
        act, body = asked.body, message.body
        if asked.kind == "desk-do":
            self.expected.clear()
            if (act["verb"], body.get("refused") is not None) == ("check", True):
                self.availability.clear()
                self.checked.refuse()
        if asked.kind == "desk-see":
            self._seen(act, body)
        elif act["object"] in ("document", "activity") and body.get("refused") is None:
            if (known := self.sheets.by_ref.get(act.get("fields", {}).get("order", ""))) is not None:
                self.papers[act["object"], act["fields"]["name"]] = (*known, record)
        elif act["object"] in _SHEETS:
            self.sheets.done(record, act, body)
            if (act["verb"], act["object"]) == ("enter", "line") and body.get("refused") is None:
                as_there.take_down(self.profile, self.sheets, act["ref"], act.get("fields", {}))
            self._seen(act, body)
        elif act["object"] in RECORDS and act["ref"] in self.records:
            self._record_shown(act, body)

    def _record_shown(self, act: Mapping[str, Any], body: Mapping[str, Any]) -> None:
        ref, verb = act["ref"], act["verb"]
        kept, refused = self.records[ref], body.get("refused") is not None
        kept.id = body.get("id") or kept.id
        if refused:
            kept.saved = []
        if body.get("id"):
            self.content.learn(kept.object, ref, body["id"])
        match verb:
            case "submit" if refused:
                self.content.doubt(kept.object, ref)
            case "revise" if not refused:
                own = {name: value for name, value in act.get("fields", {}).items() if name != "account"}
                self.content.fill_in(kept.object, ref, own)
            case "discard":
                self.content.give_up(kept.object, ref)

    def _seen(self, act: Mapping[str, Any], body: Mapping[str, Any]) -> None:
        """Take down which lines the desk shows of an order: they may be queued, whoever entered them."""
        if act["object"] in ("order", "line"):
            ref = act["ref"] if act["object"] == "order" else act.get("fields", {}).get("order", "")
            if (known := self.sheets.by_ref.get(ref)) is not None:
                if act["object"] == "order":
                    known[1].shown = {row["id"] for row in body.get("rows", ()) if row.get("id")}
                elif body.get("id") and act["verb"] != "discard":
                    known[1].shown.add(body["id"])

    # Customers and others

    def _asked_or_written(self, message: Message) -> None:
        """A check of an order asks about lines, none for the whole of it; a mail is about an order."""
        body = message.body
        number, sheet = body["order"], self.sheets.numbers.get(body["order"])
        if message.kind == "mail":
            self.mails.setdefault(number, []).append((sheet.events if sheet is not None else 0, body["text"]))
        elif message.kind == "check-answer":
            self.checked.answer(message.re, body)
        else:
            self.checked.ask(message.id, body)
            if body["check"] == "availability" and number in self.availability:
                asked = {line["line"] for line in body.get("lines", ())}
                self.availability[number] -= asked or self.availability[number]

    # Back offices

    def _exchanged(self, crossing: Crossing) -> None:
        message, body = crossing.message, crossing.message.body
        if not crossing.told:
            self._sent(crossing)
        elif message.kind == "back-office-up":
            self.post.back(body["system"])
        elif message.kind == "workflow-answer":
            self.down = self.down or body["outcome"] != "ok"
            self.post.answered(message)
        elif body["verb"] == "Receive":
            self._received(crossing)
        elif message.re is None and message.id not in self.news:  # who is asked again may say again what was so then
            self.news.add(message.id)
            self.requests[message.id] = crossing.record, message

    def _sent(self, crossing: Crossing) -> None:
        message, body = crossing.message, crossing.message.body
        self.answered += self.requests.pop(message.re or "", None) is not None
        if body.get("outcome") == "fault" and message.re in self.told_of:
            self.content.disown(*self.told_of[message.re])
            self.office.forget(self.told_of[message.re][1])
        if body.get("verb") == "Send":
            self.post.send(message, crossing.record, self.content.known(body["object"], body["record"]))
        elif message.re is None and body.get("object") == "sales order":
            self.office.asked.append((crossing.record, body["record"]))

    def _received(self, crossing: Crossing) -> None:
        message, body = crossing.message, crossing.message.body
        key = body["object"], body["record"]
        self.received[key] = crossing.record
        sure = not self.down and message.re is None
        self.content.belongs(*key, body.get("account"))
        new = body["object"] == "work order" and not self.content.known(*key)
        mastered = body["object"] in ("product", "pricing rule")
        self.content.report(*key, body.get("fields", {}), sure and not new and not mastered, body.get("as_of"))
        self.told_of[message.id] = key
        if body["object"] in ("asset", "phone number", "service profile"):
            self.profile.unsure |= {body["record"], body.get("account") or ""}
        if body["object"] == "sales order":
            self.office.report(crossing.record, body, sure and body.get("as_of") is None)
            sheet = self.sheets.numbers.get(body["record"])
            for version in sheet.versions if sheet is not None else ():
                version.loose_header |= body.get("fields", {}).keys()
            self.progress.reported.setdefault(body["record"], crossing.record)
            self.progress.latest.add(body["record"])
