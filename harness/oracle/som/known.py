"""What is known of a service order management at a moment, and what follows from that for an order or a line."""

from ordertck.harness.claims import Claims
from ordertck.harness.messages import DO, Message
from ordertck.harness.oracle.som.demand import Line, ServiceOrder
from ordertck.harness.oracle.som.found import Found
from ordertck.harness.oracle.som.ledger import Ledger

TARGET = "network"


class Known:
    """Everything that is known of one service order management from the messages that crossed its edges.

    ``orders`` by number, ``lines`` by id, and again by the asset that they are about; ``incidents`` by id; ``calls``,
    by the id of a message, are the lines that it asked for. ``turned_from`` are assets that a line was about before a
    revision had it be about another one: how they are left, nobody says.
    """

    def __init__(self, claims: Claims) -> None:
        self.catalogue, self.claims = claims.edition.catalogue, claims
        self.orders: dict[str, ServiceOrder] = {}
        self.lines: dict[str, Line] = {}
        self.by_asset: dict[str, dict[str, Line]] = {}
        self.calls: dict[str, set[str]] = {}
        self.ledger = Ledger()
        self.stopped = self.away = self.at_rest = 0
        self.reported = 0  # where the network reported something last
        self._someone_waits = False
        self.waiting: set[str] = set()
        self.unread: list[Message] = []
        self.incidents: dict[str, tuple[str, str | None, int]] = {}
        self.mended: set[str] = set()
        self.added: set[str] = set()
        self.turned_from: set[str] = set()
        self.values: dict[str, dict[str, set[str]]] = {}
        self.found = Found(self.ledger)

    def about(self, asset: str) -> list[Line]:
        """The lines about an asset, in the order in which they were told first."""
        return list(self.by_asset.get(asset, {}).values())

    def is_settled(self) -> bool:
        """Whether nothing is under way anywhere: nobody has to work on all orders at once."""
        return not (self.stopped or self.away or self.ledger.is_busy())

    def is_new(self, message: Message) -> bool:
        """Whether a message from order management is none that came before."""
        order = self.orders.get(message.body["order"])
        return order is None or message.id not in order.seen

    def open_faults(self, line: str) -> int:
        """How many faults of a line are not mended."""
        return sum(of == line and name not in self.mended for name, (_, of, _) in self.incidents.items())

    def is_doubtful(self, number: str) -> bool:
        """Whether nobody can say what comes of an order: it rests, has failed as a whole, or is held up by a line."""
        order = self.orders[number]
        held_up = self.claims.switches["failed_line"] == "order" and any(map(self.open_faults, order.lines))
        return (bool(order.suspended or held_up) and not order.cancelled) or order.reopened or order.at_fault

    def is_stuck(self, line: Line) -> bool:
        """Whether a line, or a component of it, failed and was not mended, or waits for one that did."""
        below = [other for other in self.orders[line.order].lines.values() if other.parent == line.id]
        return self._is_stuck(line) or any(map(self.is_stuck, below))

    def is_stuck_on_its_way_back(self, line: Line) -> bool:
        """Whether what leads a line of a cancelled order back has failed, or nobody can say what comes of its thing.

        What had failed before is wanted no more; but who had led back already, undid or changed something, may wait
        until somebody has seen to it.
        """
        order = self.orders[line.order]
        others = [each for each in self.about(line.asset) if each.order != line.order]
        left = [ask for ask in self.ledger.open(line.asset) if ask.failed]
        takes_away = line.effect in ("suspend", "remove")  # what is done for it leads back
        way_back = [ask for ask in left if ask.record > order.cancelled or ask.effect != DO or ask.record < line.record]
        failed = left if takes_away or not line.wanted else way_back
        unclear = line.asset in self.ledger.unclear or any(self.open_faults(each.id) for each in others)
        refused = self.open_faults(line.id) and not line.failures  # it was never begun
        disputed = any(each.is_undecided or self.is_doubtful(each.order) for each in self.about(line.asset))
        return bool(failed or unclear or refused or disputed)

    def is_held_up(self, line: Line) -> bool:
        """Whether nothing was asked for a line yet, and it may be behind one that waits for what has failed."""
        return self._someone_waits and not line.asked

    def may_wait_for_its_turn(self, line: Line) -> bool:
        """Whether an order that came before is not through with the thing that a line is about."""
        lines = self.about(line.asset)
        before = lines[: lines.index(line)]
        return any(other.order != line.order and not other.ended for other in before)

    def is_held_up_by_another(self, line: Line) -> bool:
        """Whether another line of its order has failed, where that may hold up what is to be undone as well."""
        others = (other for other in self.orders[line.order].lines if other != line.id)
        return self.claims.switches["failed_line"] == "order" and any(map(self.open_faults, others))

    def is_bare(self, line: Line) -> bool:
        """Whether nothing stands, or is under way, of what a line has added, where it was to be."""
        sites = self.ledger.standing(line.asset)
        there = [site for site in sites if None in (site, line.site) or site == line.site]
        return not (there or self.ledger.holding(line.asset, line.id))

    def is_stuck_by_failure(self, line: Line) -> bool:
        """Whether a line about the same thing has failed and was not mended."""
        return any(self.open_faults(each.id) for each in self.about(line.asset))

    def is_flawed(self, line: Line) -> bool:
        """Whether the network has no such product, or nobody can tell how many are wanted."""
        product = self.catalogue.products.get(line.product)
        counted = line.attributes.get("quantity", "1").isdecimal()
        return not (counted and product is not None and product.target == TARGET)

    def _is_stuck(self, line: Line) -> bool:
        return self.is_unsettled(line) or any(each.doubled for each in self.about(line.asset))

    def is_unsettled(self, line: Line) -> bool:
        """Whether nobody can say what comes of a thing that a line is about, apart from how often it is there."""
        if line.asset in self.ledger.unclear or self.is_stuck_by_failure(line):
            return True
        return any(each.disputed or self.is_doubtful(each.order) for each in self.about(line.asset))
