"""A CRM under test, told and seen through its desk."""

from collections.abc import Mapping

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import DraftLine, Order, parents_first
from ordertck.harness.bench.parts.crm import Crm, Table
from ordertck.harness.bench.parts.desk import Version
from ordertck.harness.bench.parts.desk_views import DeskViews
from ordertck.harness.bench.parts.entered import Entered
from ordertck.harness.claims import Claims
from ordertck.harness.errors import Breach, Silence
from ordertck.harness.messages import (
    DeskShown,
    Message,
    OrderSubmission,
    Refusal,
    SubmittedLine,
    replace,
)

# What a user picks who has to pick a priority, where the feature does not care.
_USUAL_PRIORITY = "Medium"


class DeskCrm(DeskViews, Crm):
    """What a user does in the CRM under test becomes desk messages; what it sends and shows is kept here.

    A refusal at the desk counts as a refusal of the order; ``warnings`` are the warnings, by order. ``submits`` are
    the answers to Submit, ``taken`` the versions of an order of which Submit was taken, ``revisions`` the numbers that
    its revisions were shown under, in order. ``decided`` is what supervisors did about an order, ``rejected`` are
    the versions (by ref) that they stopped. ``warned`` is what the user was told at the last button, None for nothing.
    """

    open_book = False

    def __init__(self, directory: Directory, channel: Channel, claims: Claims) -> None:
        DeskViews.__init__(self, directory, channel, claims)
        Crm.__init__(self, directory)
        self._priority_is_needed = claims.switches["no_priority"] == "refuse"
        self.warnings: dict[str, list[str]] = {}
        self.submits: dict[str, list[DeskShown]] = {}
        self.taken: dict[str, list[Version]] = {}
        self.decided: dict[str, list[str]] = {}
        self.rejected: set[str] = set()
        self.revisions: dict[str, list[str]] = {}
        self.warned: str | None = None
        self._sold: dict[str, str] = {}  # the id on the queue of what an order adds under a feature's name
        self.entered = Entered()
        self._submitted: dict[str, str] = {}
        self._not_begun: set[str] = set()
        self._refused_lines: set[str] = set()
        self._held_fast: set[str] = set()  # orders of which the desk does not let a submitted line be changed

    # Entering

    def enter(self, order: Order) -> None:
        """Enter the order and its lines, or save them once more; lines that it no longer has are discarded.

        Of a newer version a user enters only what is to be otherwise than before: what is not touched stays as it was.
        Where no newer version of a submitted order could be begun there is nothing to enter.
        """
        if order.name in self._not_begun:
            return
        header = {
            "account": order.account,
            "payer": order.payer,
            "price_list": order.price_list,
            "priority": order.priority,
            "due_date": order.due_date,
            "site": order.site,
            "ship_to": order.ship_to,
            "ship_by": order.ship_by,
            "screen": order.screen,
            "interest": order.interest,
        }
        said = {"account": order.account, **self._news(order, order.name, header)}
        shown = self.noted(order, self.do("enter", order.kind, self.ref(order), said))
        if shown.id is not None:
            self._directory.know(order, shown.id)
            order.number = shown.id
        if not order.entered and shown.refused is not None:
            return
        if not order.entered and order.kind == "order":
            self._note_revision(order, shown)
        for gone in self.entered.taken_off(order):
            shown = self.noted(order, self.do("discard", "line", self.ref(order, gone), {"order": self.ref(order)}))
            if shown.refused is not None and gone in self.shown_lines(order):  # it may be off with its product
                self._held_fast.add(order.name)
            self.entered.forget(self.ref(order, gone))
        for line in parents_first(order.lines):
            self._enter_line(order, line)
        self.entered.save(order, (self.ref(order), order.revision))
        order.entered = True

    def _enter_line(self, order: Order, line: DraftLine) -> None:
        key = self.ref(order, line.number)
        fields = {
            "price_list": self.entered.price_list(key, line),
            "site": line.site,
            "service_point": line.service_point,
            **line.attributes,
            **dict.fromkeys(self.entered.to_clear(key, line), ""),
        }
        about = {
            "number": self.entered.number(key, line),
            "product": line.product,
            "action": line.action,
            "parent": self.ref(order, line.parent) if line.parent else None,
            "asset": self._asset(line),
        }
        if news := self._news(order, key, {**about, **fields}):
            said = {"order": self.ref(order), **about, **news}
            shown = self.noted(order, self.do("enter", "line", key, said), line)
            if shown.refused is not None and line.id:
                self._held_fast.add(order.name)
            (self._refused_lines.discard if shown.refused is None else self._refused_lines.add)(key)
            if shown.id is not None:
                line.id = shown.id
                self._directory.know_line(order, line, shown.id)
        if (price := self.entered.override(key, line)) is not None:
            self.override(order, line.number, price)

    def _news(self, order: Order, key: str, fields: Mapping[str, str | None]) -> Mapping[str, str]:
        """What a user has to enter of a header or a line: all of it, or what a newer version says otherwise.

        After a refusal, or a revision that was given up, nobody can tell what the newer version began with.
        """
        afresh = bool(order.refusals) or "reject" in self.decided.get(order.name, ())
        return self.entered.news(order, (self.ref(order), order.revision), key, fields, afresh)

    def _asset(self, line: DraftLine) -> str | None:
        """The CRM's own id of the asset that a line is about; one that nobody has, for a name never heard of."""
        if line.action == "Add":
            return None
        known = self._directory.assets.get(line.asset or "")
        if known is None and line.depends_on is not None and (row := self.projected(line.depends_on)):
            known = row.get("id")
            if line.asset is not None and known is not None:
                self._directory.assets[line.asset] = known
        known = known or self._sold.get(line.asset or "")
        return known or (self._directory.identity(line.asset) if line.asset else None)

    def set_header(self, order: Order, field: str, value: str) -> None:
        """Save one field of the header otherwise, or clear it with an empty value; nothing else is touched.

        A priority that is saved is not picked: nothing more is said of it on submission.
        """
        if field != "priority":
            setattr(order, field, value or None)
            self.entered.note(order.name, field, value)
        said = {"account": order.account, field: value}
        self.noted(order, self.do("enter", order.kind, self.ref(order), said))

    def override(self, order: Order, line: str, price: str) -> None:
        """Enter a price by hand on a line."""
        fields = {"order": self.ref(order), "price": price}
        self.noted(order, self.do("override", "line", self.ref(order, line), fields))

    def price(self, order: Order, price_list: str, line: str | None = None) -> None:
        """Choose the price list of the header, be it an order's or a quote's, or of a line; empty text clears it."""
        kind, fields = ("line", {"order": self.ref(order)}) if line else (order.kind, {})
        self.noted(order, self.do("price", kind, self.ref(order, line), {**fields, "price_list": price_list}))

    def begin_revision(self, order: Order) -> None:
        """Begin another revision of an order that is not submitted yet.

        Raises ``Breach`` where that is claimed and refused; elsewhere the order is changed as it lies there.
        """
        order.revision += 1
        shown = self.noted(order, self.do("revise", "order", self.ref(order)))
        if shown.refused is not None and "revisions-before-submission" in self._capabilities:
            raise Breach(f"a further revision of {order.name}, which is not submitted", f"a refusal: {shown.refused}")
        self._note_revision(order, shown)

    def _begin_supplemental(self, order: Order) -> None:
        """Begin a supplemental to the latest version that was submitted; from then on it is the one that is changed."""
        known = self._versions.setdefault(order.name, [self.ref(order)])
        new = f"{known[0]}-v{order.revision}"
        submitted = self._submitted.get(order.name, known[0])
        self._not_begun.discard(order.name)
        self._held_fast.discard(order.name)
        if self.noted(order, self.do("revise", "order", submitted, {"as": new})).refused is None:
            known.append(new)
        elif self.ref(order) == submitted:
            self._not_begun.add(order.name)

    def supplement_the_first(self, order: Order) -> None:
        """A user begins one more supplemental on the screen of the version that was submitted first."""
        first = self._versions.get(order.name, [self.ref(order)])[0]
        order.objections_before = order.objections
        self.noted(order, self.do("revise", "order", first, {"as": f"{first}-again"}))

    def _choose_price_lists(self, lines: list[DraftLine]) -> None:
        """Nothing is chosen: a CRM under test chooses the list itself, unless the feature names one (PL-02)."""

    def _withdrawn(self, order: Order, table: Table) -> Table:  # noqa: ARG002 - the same act for every CRM
        """Nothing is written: a user takes a line off, and it is the CRM that writes the Delete."""
        return []

    def _gives_up(self, order: Order) -> bool:
        """A user who may not change a line that was submitted discards the revision.

        Submitted all the same it would be a smaller change, which may be done, and which nobody wanted (A-05).
        """
        if order.name not in self._held_fast or order.name in self._not_begun:
            return False
        self.discard_revision(order)
        return True

    def discard_revision(self, order: Order) -> None:
        """Discard the latest revision of an order that is not submitted yet, or a supplemental, a rejected one too."""
        shown = self.noted(order, self.do("discard", "order", self.ref(order)))
        self.entered.give_up(order)
        known = self._versions.get(order.name, [])
        if self.ref(order) != self._submitted.get(order.name, self.ref(order)):
            known.pop()
        elif shown.refused is None and len(known) > 1:
            known.pop()
            self._submitted[order.name] = known[-1]

    def _note_revision(self, order: Order, shown: DeskShown) -> None:
        if "revision" not in shown.fields:
            shown = self.see("order", self.ref(order))
        self.revisions.setdefault(order.name, []).append(shown.fields.get("revision", ""))

    def noted(self, order: Order, shown: DeskShown, line: DraftLine | None = None) -> DeskShown:
        """Take down what was refused, or warned of, about an order; what was shown."""
        if shown.refused is not None:
            order.refusals.append(Refusal(order=order.number, reason=shown.refused, line=line.id if line else None))
        if shown.warning is not None:
            self.warnings.setdefault(order.name, []).append(shown.warning)
        return shown

    # Submitting

    def submit(self, order: Order, revision: str | None = None, pick: bool = True) -> None:
        """A user presses Submit. Raises ``Breach`` where the user does not regain control (FL-05).

        Where a priority has to be picked and the feature names none, the user picks a usual one, unless told not to.
        """
        if order.name in self._not_begun:
            return
        self._enter_once_more(order)
        priority = order.priority or (_USUAL_PRIORITY if pick and self._priority_is_needed else None)
        fields = {"priority": priority, "revision": revision}
        try:
            shown = self.noted(order, self.do("submit", order.kind, self.ref(order), fields))
        except Silence:
            raise Breach("control back at the desk after Submit", "no answer") from None
        self.submits.setdefault(order.name, []).append(shown)
        if shown.refused is None:
            self._submitted[order.name] = self.ref(order)
            self._take_down(order, shown)

    def _enter_once_more(self, order: Order) -> None:
        """Enter lines about assets again that the desk has never taken: the order that they build on may have moved on.

        A CRM may let nobody begin a follow-on order while the open order can still be revised (FO-09).
        """
        for line in parents_first(order.lines):
            key = self.ref(order, line.number)
            if not line.id and line.asset and line.action != "Add" and key in self._refused_lines:
                self.entered.forget(key)
                self._enter_line(order, line)

    def _take_down(self, order: Order, shown: DeskShown) -> None:
        """Keep what the version says whose submission was taken; a further click makes no further version."""
        taken = self.taken.setdefault(order.name, [])
        ref = self.ref(order)
        if order.kind == "order" and ref not in [version.ref for version in taken]:
            lines = [
                line for line in order.lines if line.id and self.ref(order, line.number) not in self._refused_lines
            ]
            said = {line.id: replace(line, attributes=dict(line.attributes)) for line in lines}
            taken.append(Version(ref, said, frozenset(row.get("id", "") for row in shown.rows)))

    def queued(self, message: Message) -> None:
        """The CRM has put an order on the submission queue; the integration takes it from there."""
        submission = message.read(OrderSubmission)
        order = self._directory.order_by_number(submission.order)
        if order is None:
            return
        order.submitted_by(message)
        for sent in submission.lines:
            draft = next((line for line in order.lines if line.number == sent.number and not line.id), None)
            if draft is not None and self._directory.line_by_id(sent.id) is None:
                self._directory.know_line(order, draft, sent.id)
            known = self._directory.line_by_id(sent.id)
            if known is not None and known[1].asset and known[1].action == "Add" and sent.asset:
                self._sold[known[1].asset] = sent.asset

    def queued_lines(self, order: Order, number: str, latest: bool = False) -> list[SubmittedLine]:
        """What the queue ever held for a line of an order, in whichever message, or in the latest one only."""
        messages = order.submissions[-1:] if latest else order.submissions
        sent = [line for m in messages for line in m.read(OrderSubmission).lines]
        key = f"{order.name}/{number}"
        return [line for line in sent if self._directory.line_key(line.id) == key]
