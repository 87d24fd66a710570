"""What the examples of a role do, once: an order from its entry to the word that it is complete."""

from ordertck.harness.adapter_check import faults
from ordertck.harness.adapter_check.watched import Watched
from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach, Silence
from ordertck.harness.messages import Edge, Message
from ordertck.harness.messages.landscape import outermost
from ordertck.harness.messages.roles import KNOWN, Trait
from ordertck.harness.text import a

_LINE = "1"


class Rehearsal:
    """Takes orders of one line through the landscape, with the kit's neighbours around the system.

    Each raises a ``FaultError`` where it does not get to its end.
    """

    def __init__(self, stage: Stage, watched: Watched) -> None:
        self._stage, self._watched, self._roles = stage, watched, stage.claims.roles
        self._product = stage.directory.catalogue.usual_product

    @property
    def what(self) -> str:
        """What is handed over, in words."""
        return f"{KNOWN[outermost(self._roles)].task} of one {self._product} line"

    def go(self, name: str) -> Order:
        """Take one order all the way."""
        try:
            return self._go(name)
        except faults.FaultError as fault:
            if fault.step.name == "hear":
                self._watched.require_idle()  # what is missing may only have been kept back
            raise

    def _go(self, name: str) -> Order:
        try:
            order = self.submitted(name)
            self.followed(order)
            return order
        except Silence as silence:
            raise self._unheard(f"an answer to {silence.asked}", "") from None
        except Breach as breach:  # what came can be read, but nobody in the landscape is there to take it
            raise faults.bad_form("a message comes that the kit cannot place", breach.expected, breach.seen) from None

    @property
    def is_asked(self) -> bool:
        """Whether the examples ask the system how orders stand."""
        return Trait.ORDERS.of(self._roles)

    def ask(self, order: Order) -> str:
        """How the system says that an order stands, when it is asked."""
        try:
            return self._stage.fulfilment.status_of(order)
        except Silence as silence:
            about = [_named(m) for m in self._about(order.number) if m.kind == "order-snapshot"]
            raise faults.unanswered(silence.asked, about[-1] if about else "") from None
        except Breach as breach:
            raise faults.bad_form(
                "the answer to an order-query cannot be taken", breach.expected, breach.seen
            ) from None

    def submitted(self, name: str) -> Order:
        """An order that a user has entered and submitted, in whichever CRM."""
        order = self._stage.crm.new_order(name, [["line", "product"], [_LINE, self._product]])
        self._require_no_refusal(order)
        try:
            self._stage.crm.submit(order)
        except Breach as breach:
            raise self._unheard(breach.expected, order.number) from None
        self._require_no_refusal(order)
        return order

    def followed(self, order: Order) -> None:
        """See an order through, as far as it crosses the system's edges."""
        if not Trait.ORDERS.of(self._roles):
            self._reaches_order_system(order)
            if Trait.CARRIAGE.of(self._roles):
                self._goes_through(order)
            if Trait.SERVICES.of(self._roles):
                self._is_provisioned(order)
            if not self._hears_of_orders:
                return
            self._stage.order_system.report(order.number, "COMPLETE")
        complete = self._comes_to_its_end(order)
        self._require_no_refusal(order)
        if not complete:
            if not self._about(order.number):
                raise self._unheard(f"a message about '{order.number}'", order.number)
            unasked = self._unasked(order.number)
            raise faults.unfinished(self.what, self._seen(order.number), unasked, self._waits(order.number))

    def _comes_to_its_end(self, order: Order) -> bool:
        """Whether an order becomes complete, once every neighbour has done what it was asked for."""
        try:
            if not Trait.ORDERS.of(self._roles):
                return self._stage.fulfilment.comes_to(order, "COMPLETE")
            while not self._stage.comes(lambda: order.status == "COMPLETE" or order.stuck):
                self._watched.require_idle()  # what is missing may only have been kept back
                if self._stage.fulfilment.status_of(order) == "COMPLETE":
                    return True
                if not self._stage.neighbours_are_busy:
                    return False
        except Silence:
            return False
        return order.status == "COMPLETE"

    @property
    def _hears_of_orders(self) -> bool:
        """Whether the system is told by the kit's order system how orders get on."""
        if Trait.DESK.of(self._roles):
            return "order-tracking" not in self._stage.claims.leaves_out
        return Trait.CARRIAGE.of(self._roles)

    def _reaches_order_system(self, order: Order) -> None:
        arrived = self._stage.order_system.versions
        if not self._stage.comes(lambda: bool(arrived(order.number))):
            raise self._unheard(f"order '{order.number}' on its way to the order system", order.number)

    def _goes_through(self, order: Order) -> None:
        number, system = order.number, self._stage.order_system
        catalogue = self._stage.directory.catalogue
        target = catalogue.products[self._product].target
        system.bill(number, "all", {_LINE: {"price list": catalogue.usual_line_price_list}})
        self._hears("billing-order", Edge.BILLING, number)
        if not Trait.SERVICES.of(self._roles):  # they are asked by what has come of the order already
            system.provision(number, target or "", {_LINE: {}})
            self._hears("provisioning-order", Edge.PROVISIONING, number)

    def _is_provisioned(self, order: Order) -> None:
        lines = {self._stage.order_system.known_as(order.line(_LINE).id)}

        def done() -> bool:
            return any(told.line in lines and told.value == "COMPLETE" for told in self._stage.central.heard)

        if not self._stage.comes(done):
            if not self._about(order.number):
                raise self._unheard(f"a message about '{order.number}'", order.number)
            raise faults.unfinished(self.what, self._seen(order.number))

    def _hears(self, kind: str, edge: Edge, number: str) -> None:
        def came() -> bool:
            return any((m.kind, m.edge) == (kind, edge) for m in self._about(number))

        if not self._stage.comes(came):
            raise self._unheard(f"{a(kind)} on edge {edge} about '{number}'", number)

    def _require_no_refusal(self, order: Order) -> None:
        for refusal in order.refusals:
            acts = [self._watched.asked(h.message) for h in self._watched.heard if h.message.body.get("refused")]
            raise faults.refused(self.what, next(filter(None, acts), ""), refusal.reason)
        for fallout in order.fallouts:
            raise faults.refused(self.what, "", f"it fell out: {fallout.reason}")

    def _unheard(self, expected: str, number: str) -> faults.FaultError:
        timing = self._stage.claims.timing
        own = self._about(number) if number else []
        others = {_named(m) for m in (*(h.message for h in self._watched.heard), *self._watched.others) if m not in own}
        return faults.unheard(self.what, expected, others, max(self._watched.waited, timing.patience), timing.patience)

    def _about(self, number: str) -> list[Message]:
        """The messages about an order, whichever of its numbers they name."""
        heard = [heard.message for heard in self._watched.heard]
        order = self._stage.directory.order_by_number(number)
        return [m for m in heard if number in (m.body.get("order"), m.about) or (order and self._order_of(m) is order)]

    def _order_of(self, message: Message) -> Order | None:
        return self._stage.directory.order_by_number(str(message.body.get("order")))

    def _waits(self, number: str) -> bool:
        """Whether an order may only be waiting for a place: nothing that costs one has been begun for it."""
        begun = any(m.kind in ("provisioning-order", "billing-order") for m in self._about(number))
        return self._stage.claims.capacity is not None and not begun

    def _unasked(self, number: str) -> list[str]:
        """The kinds of requests that an order needs, and of which the system sent none about it."""
        if not Trait.ORDERS.of(self._roles):
            return []
        needed = ["network-order" if Trait.SERVICES.of(self._roles) else "provisioning-order", "billing-order"]
        came = {message.kind for message in self._about(number)}
        return [kind for kind in needed if kind not in came]

    def _seen(self, number: str) -> str:
        told = [m.body.get("status") or m.body.get("value") for m in self._about(number)]
        kinds = sorted({m.kind for m in self._about(number)})
        words = [str(word) for word in dict.fromkeys(told) if word]
        return f"{', '.join(kinds)}; told of it: {', '.join(words) or 'no status'}"


def _named(message: object) -> str:
    body = getattr(message, "body", {})
    return f"{getattr(message, 'kind', '')} about '{body.get('order') or getattr(message, 'about', '') or 'nothing'}'"
