"""What is known of an order system at a moment, and what follows from that for an order, a line, an asset."""

from collections.abc import Iterator
from datetime import datetime

from ordertck.harness.claims import Claims
from ordertck.harness.messages import OrderLine, SalesOrder, Status
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.oms.accounts import (
    Asked,
    Called,
    Charges,
    Idle,
    Incident,
    LineAccount,
    OrderAccount,
    Taken,
    Version,
    Work,
)
from ordertck.harness.oracle.oms.asset import MOVES
from ordertck.harness.oracle.oms.installed import Installed
from ordertck.harness.oracle.oms.reached import is_of_overtaken_work
from ordertck.harness.oracle.oms.terms import Lock, Standing


class Known:
    """Everything that is known of one order system from the messages that crossed its edges.

    ``orders`` by number, ``lines`` by id, ``incidents`` by id; ``installed`` is what the neighbours have by what they
    did. ``unknown`` are the lines that work was asked for and nobody ordered.
    """

    def __init__(self, claims: Claims) -> None:
        self.catalogue, self.switches = claims.edition.catalogue, claims.switches
        self.capabilities = claims.capabilities
        self.capacity = claims.capacity if "limited-capacity" in claims.capabilities else None
        self.orders: dict[str, OrderAccount] = {}
        self.lines: dict[str, LineAccount] = {}
        self.incidents: dict[str, Incident] = {}
        self.installed = Installed(self.catalogue)
        self.away: set[str] = set()
        self.unmapped: list[tuple[str, int]] = []
        self.waiting: set[str] = set()
        self.worked_in: set[str] = set()
        self.left_out: set[str] = set()  # without the Delete by which lines are withdrawn: they may stay
        self.deleted: dict[str, set[str]] = {}  # what a version, by its id, withdraws with Delete
        self.vain_cancels: list[str] = []
        self.flawed: list[tuple[OrderAccount, Version]] = []
        # The lines that lie idle at a rest, and what orders wait for, or have waited for.
        self.idle: tuple[Rest, list[Idle], set[str]] | None = None
        self.charged: tuple[Crossing, Charges] | None = None
        self.called_for: tuple[Crossing, Called] | None = None
        self.calls: dict[tuple[str, str], Asked] = {}
        self._told: set[str] = set()
        self.rested = Rest(0, datetime.min)

    # What follows from it

    def ready(self) -> Iterator[OrderAccount]:
        """The orders that were taken in and are not over."""
        return (o for o in self.orders.values() if o.current is not None and not o.is_over)

    def lines_of(self, order: OrderAccount) -> list[LineAccount]:
        """The accounts of an order's lines, of every version that was not refused, each once."""
        ids = {line.id: None for v in order.versions if v.taken is not Taken.NO for line in v.order.lines}
        return [self.lines[line] for line in ids]

    def is_open(self, line: LineAccount) -> bool:
        """Whether a line is still to be completed: its order was not refused, some version that may count has it."""
        order = self.orders[line.order]
        if order.is_over or line.lost or line.complete is not None:
            return False
        return self.is_named(line)

    def called(self, crossing: Crossing) -> str:
        """The kind of a message."""
        return crossing.message.kind

    def may_be_worked_in(self, line: OrderLine) -> None:
        """What builds on a line that can still be revised may be worked into it, which then is as nobody can say."""
        base = self.lines.get(line.base_line or "")
        if base is not None and base.complete is None and self.switches["early_follow_on"] == "revise":
            self.worked_in.add(line.id)
            self.works_in(base.id)

    def works_in(self, line: str) -> None:
        """A change may be worked into a line, which then is as nobody can say."""
        self.worked_in.add(line)
        self.installed.unsure.add(self.installed.asset_of(line))

    def is_kept(self, line: LineAccount) -> bool:
        """Whether a line is wanted, for the same product and with the same action, whichever version counts."""
        if line.id in self.worked_in:
            return False
        candidates = self.orders[line.order].candidates
        wanted = {(known.product, known.action) for v in candidates if (known := v.line(line.id)) and not v.cancels}
        return len(wanted) == 1 and all(v.line(line.id) is not None and not v.cancels for v in candidates)

    def wanted(self, line: LineAccount) -> list[tuple[Version, OrderLine]]:
        """What a line is to be, by each version that may count; nothing where others may have been worked into it."""
        if line.id in self.worked_in:
            return []
        versions = self.orders[line.order].candidates
        return [(v, wanted) for v in versions if not v.cancels and (wanted := v.line(line.id)) is not None]

    def is_named(self, line: LineAccount) -> bool:
        """Whether a version that may count has a line, whatever may have been worked into it."""
        return any(v.line(line.id) is not None and not v.cancels for v in self.orders[line.order].candidates)

    def was_suspended(self, line: LineAccount) -> bool:
        """Whether some order has the asset of a line suspended: that it rests at a new place too, is left open."""
        about = [self.lines[known] for known in self.installed.lines_of(self.installed.asset_of(line.id))]
        return any(asked.effect == "suspend" for other in about for asked in (*other.provisioning, *other.billing))

    def is_built_on(self, line: LineAccount) -> bool:
        """Whether a line of some order builds on this one."""
        versions = (version for order in self.orders.values() for version in order.versions)
        return any(built.base_line == line.id for version in versions for built in version.order.lines)

    def effective_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        """The price list that a line is to be charged on; None for one that keeps what is installed (table 6.1)."""
        if line.action == "Add":
            return line.price_list or order.price_list or self.default_list
        if line.action != "Update":
            return None
        return line.price_list or (order.price_list if self._goes_by_header(line) else None) or None

    @property
    def default_list(self) -> str | None:
        """The price list of an order whose header names none, where there is one."""
        return self.catalogue.integration_price_list if self.switches["no_header_pl"] == "default" else None

    def may_default(self, order: SalesOrder, line: OrderLine) -> bool:
        """Whether a change would go to its header's list, which is the default one: nobody says if it does then."""
        blank = not line.price_list and not order.price_list
        return line.action == "Update" and blank and self._goes_by_header(line) and self.default_list is not None

    def _goes_by_header(self, line: OrderLine) -> bool:
        """Whether a change that names no list moves to the header's."""
        return line.override is not None or self.switches["update_empty_pl"] == "fill"

    def lock(self, line_id: str, line: OrderLine) -> Lock:
        """Whether a line is past its point of no return (PN-01, PN-02)."""
        account = self.lines[line_id]
        unchanged, begun = line.action in ("-", "", None), self.orders[account.order].begun is not None
        if account.complete is not None or (unchanged and begun and not account.asked):
            # What changes nothing is complete from the first, told or not: whether it is past its point, nobody says.
            return "perhaps" if unchanged or not account.asked else "locked"
        product = self.catalogue.products.get(line.product or "")
        point = product.ponr if product else None
        if point is not None and point in account.milestones:
            # Of work that was asked for anew since then nobody can say whether it is past that point again.
            reached = account.reached_at[point]
            anew = any(asked.record > reached for asked in account.provisioning)
            return "perhaps" if anew or is_of_overtaken_work(self.orders[account.order], account, reached) else "locked"
        if point in account.reached_at:
            return "perhaps"  # whether it is past that point when it is taken back, the documents do not say
        in_row = list(self.catalogue.milestones.values())
        passed = [m for m in account.milestones if point in in_row and m in in_row]
        if any(in_row.index(m) > in_row.index(point or "") for m in passed):
            return "perhaps"
        worked = account.billing if product is None or product.target is None else account.provisioning
        done = worked and worked[-1].state is Work.DONE and worked[-1].phase != "initiate"
        return "perhaps" if done and not account.busy else "free"

    def standing(self, asset: str | None, but: str = "") -> Standing:
        """How an asset stands for who orders a change of it.

        All lines about it count ``but`` one: the line that is asked about, where a newer version has it again.
        """
        about = [self.lines[line] for line in self.installed.lines_of(asset or "") if line != but]
        unsure = asset in self.installed.unsure
        if unsure or any(self.is_open(line) or (line.lost and self._is_left(line)) for line in about):
            return "changing" if self.installed.completed(asset or "") else "never"
        return self.installed.completed(asset or "") or "never"

    def _is_left(self, line: LineAccount) -> bool:
        """Whether something may be left of a line that was left out: its order is not over, or was in trouble."""
        order = self.orders[line.order]
        return not order.is_over or line.busy or line.failed or bool(order.incidents)

    def is_coming(self, asset: str | None) -> bool:
        """Whether some open line is about an asset."""
        return any(self.is_open(self.lines[line]) for line in self.installed.lines_of(asset or ""))

    def is_there(self, asset: str | None) -> bool:
        """Whether neighbours have something of an asset, whatever orders say of it."""
        return bool(self.installed.set_up(asset or "") or self.installed.charged(asset or ""))

    def sold_otherwise(self, line: OrderLine) -> bool:
        """Whether what is sold here says nothing of a line's product, or contradicts what the line says of it."""
        product = self.catalogue.products.get(line.product or "")
        return line.product is not None and (product is None or line.subject not in (None, product.subject))

    def asks_for_work(self, line: OrderLine) -> bool:
        """Whether some neighbour has to be asked for something, whoever fulfils the line."""
        product = self.catalogue.products.get(line.product or "")
        moves = line.action in ("Move-Add", "Move-Delete") and product is not None and product.target is None
        return not (moves or line.action in ("-", "", None))

    def done_by_all(self, line: LineAccount) -> bool:
        """Whether the neighbours have done all that they were asked for a line, and were asked what it needs."""
        for _, wanted in self.wanted(line):
            product = self.catalogue.products.get(wanted.product or "")
            needs_billing = (product is None or product.billed) and wanted.action in ("Add", "Delete")
            needs_network = product is not None and product.target is not None and wanted.action == "Add"
            if wanted.action == "Add" and not line.asked and self.is_there(self.installed.asset_of(line.id)):
                continue  # another order has set it up, as a follow-on that came before its base: it may be left
            if (needs_billing and not line.billing) or (needs_network and not line.provisioning):
                return False
        # Whether billing is told of a move at all is open: what was begun of that may be left.
        charged = [a for a in line.billing[-1:] if not all(want.action in MOVES for _, want in self.wanted(line))]
        return not line.busy and not line.failed and all(a.phase != "initiate" for a in charged)

    def is_unknown(self, asked: Asked, said: str) -> bool:
        """Whether a status stands for nothing that anybody knows (UF-03)."""
        product = self.catalogue.products.get(asked.line.product)
        words = self.catalogue.native_statuses.get((product.target if product else None) or "", {})
        return said not in words and said not in (
            Status.COMPLETE,
            Status.CANCELLED,
            Status.IN_PROGRESS,
            Status.SUSPENDED,
        )

    def standing_values(self, line: LineAccount, wanted: OrderLine) -> dict[str, str]:
        """The values that provisioning assigned, without those that any later version wants otherwise than before."""
        versions = self.orders[line.order].versions
        since = [(v.record, want) for v in versions if (want := v.line(line.id)) is not None]
        return {
            name: value
            for name, value in line.standing_values.items()
            if not any(
                self.is_overruled(line, want, name)
                for want in (wanted, *(want for record, want in since if record > line.filled_at[name]))
            )
        }

    def open_values(self, line: LineAccount, wanted: OrderLine) -> list[str]:
        """The attributes that a version in between wanted otherwise than provisioning assigned, and none does now.

        So are those of a change that was made anew after one that led back, which may have taken the value with it, and
        those that a change named before it was assigned, and names no more: it may lead back to what was there before.
        """
        gone = line.standing_values.keys() - self.standing_values(line, wanted).keys()
        again = [name for name in line.standing_values if line.is_made_anew_since(name)]
        earlier = [v.line(line.id) for v in self.orders[line.order].versions if wanted.action != "Add"]
        named = {name for want in earlier if want is not None for name in want.attributes} - wanted.attributes.keys()
        again += [name for name in line.standing_values if name in named]
        return [*again, *(name for name in gone if not self.is_overruled(line, wanted, name))]

    def is_overruled(self, line: LineAccount, wanted: OrderLine, name: str) -> bool:
        """Whether a line wants an attribute otherwise than it did when provisioning assigned a value to that."""
        versions = [v for v in self.orders[line.order].versions if v.taken is not Taken.NO]
        earlier = [v.line(line.id) for v in versions if v.record < line.filled_at.get(name, 0)]
        was = next((each.attributes.get(name) for each in reversed(earlier) if each is not None), None)
        return wanted.attributes.get(name, was) != was

    def is_wanted_otherwise(self, line: LineAccount, name: str) -> bool:
        """Whether a version wants an attribute otherwise than whoever assigned a value to it could know (UF-07).

        That is one which came after the work that the value was assigned to; or, where that is redone since, any.
        """
        filled, asked = line.filled_at.get(name, 0), [asked.record for asked in line.provisioning]
        begun = max((record for record in asked if record < filled), default=0)
        versions = [v for v in self.orders[line.order].versions if v.taken is not Taken.NO]
        wanted = [(v.record, want.attributes.get(name)) for v in versions if (want := v.line(line.id)) is not None]
        known = [value for record, value in wanted if record < begun][-1:]
        redone = not known or any(record > filled for record in asked)
        return len({value for record, value in wanted if redone or record > begun}.union(known)) > 1

    def is_outdated(self, asked: Asked, attribute: str | None) -> bool:
        """Whether work is to be undone, or its line has a value in one version and not in another: either may count."""
        standing = (version for version in self.orders[asked.order].versions if version.taken is not Taken.NO)
        wanted = [version.line(asked.line.line) for version in standing]
        written = {want.attributes.get(attribute or "") for want in wanted if want is not None}
        return asked.effect == "remove" or len(written) > 1
