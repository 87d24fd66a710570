"""Order systems that know bundles, and forget their components where a running order is changed, fails or ends."""

from collections.abc import Mapping

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Difference,
    Fulfilment,
    LineFulfilment,
    LineState,
    Objection,
    Orchestration,
    Scheduling,
    Supplementals,
)


def top_of(line: str, lines: Mapping[str, LineFulfilment]) -> str:
    """The line, by id, that a component belongs to in the end; a line that is no component is its own."""
    while (known := lines.get(line)) is not None and known.line.parent:
        line = known.line.parent
    return line


def depth_of(line: OrderLine) -> int:
    """On which level of its bundle a line is, 1 for the bundle itself."""
    return line.number.count(".") + 1


def is_part(line: LineFulfilment) -> bool:
    """Whether a line is a component."""
    return line.line.parent is not None


class _Dropping(Supplementals):
    """Takes more off a revision than is left out of it; ``goes`` says what goes along with a lost component."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        there = {line.id for line in order.lines}
        lost = [line for key, line in known.lines.items() if key not in there and is_part(line)]
        lost = lost if there <= known.lines.keys() else []  # a component that is exchanged is another matter
        lines = tuple(line for line in order.lines if not any(self.goes(line, other, known) for other in lost))
        super().take_in(known, replace(order, lines=lines), message)

    def goes(self, line: OrderLine, lost: LineFulfilment, known: Fulfilment) -> bool:
        """Whether a line goes with a component that a revision leaves out."""
        return False


@wrong("oms", breaks="SU-05", where="bundles+supplementals")
class CountsComponentsAsFirstOrdered(Supplementals):
    """Has as many of a component as were ordered first, whatever a revision says."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        super().take_in(known, replace(order, lines=tuple(self.as_many(known, line) for line in order.lines)), message)

    def as_many(self, known: Fulfilment, line: OrderLine) -> OrderLine:
        """A line of the revision with the quantity that it had."""
        before = known.lines.get(line.id)
        if before is None or not is_part(before) or "quantity" not in before.line.attributes:
            return line
        return replace(line, attributes={**line.attributes, "quantity": before.line.attributes["quantity"]})


@wrong("oms", breaks="SU-05", where="bundles+supplementals")
class WithdrawsTheBundleWithAComponent(_Dropping):
    """Withdraws a whole bundle when one of its components is withdrawn."""

    def goes(self, line: OrderLine, lost: LineFulfilment, known: Fulfilment) -> bool:
        return top_of(line.id, known.lines) == top_of(lost.line.id, known.lines)


@wrong("oms", breaks="SU-05", where="bundles+supplementals")
class WithdrawsEqualComponents(_Dropping):
    """Withdraws a component from every bundle of an order when one of them loses it."""

    def goes(self, line: OrderLine, lost: LineFulfilment, known: Fulfilment) -> bool:
        return line.parent is not None and line.product == lost.line.product


class _Seeing(Supplementals):
    """Works a revision in with a difference that is not the real one."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, self.seen(known, planned, difference))

    def seen(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> Difference:
        """What of the difference this system sees."""
        return difference


@wrong("oms", breaks="SU-05", where="bundles+supplementals")
class KeepsThePartsOfAWithdrawnBundle(_Seeing):
    """Goes on with the components of a bundle that is withdrawn."""

    def seen(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> Difference:
        gone = difference.withdrawn
        return replace(difference, withdrawn=tuple(line for line in gone if known.lines[line].line.parent not in gone))


@wrong("oms", breaks="SU-05", where="bundles+supplementals")
class OverlooksAlteredComponents(_Seeing):
    """Compares nothing of the components of a bundle but their price lists."""

    def seen(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> Difference:
        seen = [line for line in difference.altered if known.lines[line].price_list != planned[line].price_list]
        tops = [line for line in difference.altered if not is_part(known.lines[line])]
        return replace(difference, altered=tuple(dict.fromkeys((*tops, *seen))))


@wrong("oms", breaks="SU-05", where="bundles+supplementals")
class ComparesTwoLevels(_Seeing):
    """Sees nothing that a revision adds or withdraws below the components of a bundle."""

    def seen(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> Difference:
        return replace(
            difference,
            added=tuple(line for line in difference.added if depth_of(planned[line].line) < 3),
            withdrawn=tuple(line for line in difference.withdrawn if depth_of(known.lines[line].line) < 3),
        )


@wrong("oms", breaks="SU-05", where="bundles+supplementals")
class RedoesEqualComponents(Supplementals):
    """Has provisioning change a component in every bundle of an order when one of them has it altered."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, difference)
        altered = {known.lines[line].line.product for line in difference.altered if is_part(known.lines[line])}
        for key, line in list(known.lines.items()):
            work = line.work.provisioning
            if is_part(line) and line.line.product in altered and key not in difference.altered and work is not None:
                self.compensation.send_provisioning(known, line.work.target or "", replace(work, effect="change"))


@wrong("oms", breaks="PN-02", where="bundles+points-of-no-return")
class LocksABundleWithOneComponent(Supplementals):
    """Revises nothing of a bundle once one of its components is locked."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        locked = {top_of(key, known.lines) for key, line in known.lines.items() if self.locked(line)}
        if any(top_of(line, known.lines) in locked for line in difference.touched):
            return Objection("the bundle is past its point of no return")
        return super().objection(known, order, message, difference)


@wrong("oms", breaks="PN-02", where="bundles+points-of-no-return")
class LocksComponentsWithTheirBundle(Supplementals):
    """Looks up the point of no return of the bundle for each of its components."""

    def locked(self, line: LineFulfilment) -> bool:
        return line.state is LineState.COMPLETE if is_part(line) else super().locked(line)


@wrong("oms", breaks="PN-02", where="bundles+points-of-no-return")
class LooksAtTheTopOfAWithdrawal(Supplementals):
    """Withdraws a bundle as long as the bundle itself is not locked, whatever its components have come to."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        gone = difference.withdrawn
        tops = tuple(line for line in gone if known.lines[line].line.parent not in gone)
        return super().objection(known, order, message, replace(difference, withdrawn=tops))


class _ReleasingOthers(Orchestration):
    """Lets go what waits for other lines of the order too when a line is complete."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        for key, other in list(fulfilment.lines.items()):
            if other is not line and self.stands_for(line, other):
                self.release(self.scheduling.line_completes(key))

    def stands_for(self, line: LineFulfilment, other: LineFulfilment) -> bool:
        """Whether the completion of a line is taken for that of another."""
        return False


@wrong("oms", breaks="FO-05", where="bundles+follow-ons")
class IsReleasedByTheBundle(_ReleasingOthers):
    """Lets go what waits for a component when its bundle is complete."""

    def stands_for(self, line: LineFulfilment, other: LineFulfilment) -> bool:
        return other.line.parent == line.line.id


@wrong("oms", breaks="FO-05", where="bundles+follow-ons")
class IsReleasedByAnEqualComponent(_ReleasingOthers):
    """Lets go what waits for a component when an equal one in another bundle is complete."""

    def stands_for(self, line: LineFulfilment, other: LineFulfilment) -> bool:
        return is_part(line) and other.line.product == line.line.product


@wrong("oms", breaks="FO-05", where="bundles+follow-ons")
class WaitsForTheWholeBundle(Scheduling):
    """Lets what builds on a component wait for everything in its bundle."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        waits_for = super().lines_to_wait_for(order)
        for line in tuple(waits_for):
            base = self.book.open_lines[line].lines
            if is_part(base[line]):
                waits_for |= {key for key in base if top_of(key, base) == top_of(line, base)}
        return waits_for & self.book.open_lines.keys()
