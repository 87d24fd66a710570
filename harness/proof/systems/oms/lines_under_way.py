"""Order systems that take a revision's lines without an action, or with Update, for lines that are still to be added.

The reference refuses such a revision. Who takes it in must leave alone what the revision does not change.
"""

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.oms import Fulfilment, Supplementals


class _Merging(Supplementals):
    """Works out, before it compares two versions, what the lines of the newer one add in the end."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        lines = (self.in_full(known, line) for line in order.lines)
        super().take_in(known, replace(order, lines=tuple(line for line in lines if line is not None)), message)

    def in_full(self, known: Fulfilment, line: OrderLine) -> OrderLine | None:
        """A line of a revision as an Add line; None for one that is not wanted any more."""
        before = known.lines.get(line.id)
        if before is None or before.line.action != "Add":
            return line
        if self.intake.unchanged(line):
            return self.unchanged(before.line)
        return self.updated(before.line, line) if line.action == "Update" else line

    def unchanged(self, before: OrderLine) -> OrderLine | None:
        """What becomes of a line of which the revision says that nothing changes."""
        return before

    def updated(self, before: OrderLine, line: OrderLine) -> OrderLine:
        """The line as it was, with the values that the revision gives."""
        return replace(
            before,
            site=line.site or before.site,
            service_point=line.service_point or before.service_point,
            price_list=line.price_list or before.price_list,
            override=line.override or before.override,
            attributes={**before.attributes, **line.attributes},
        )


@permitted("oms")
class MergesRevisedLines(_Merging):
    """Takes revisions whose lines say, of what is still to be added, that nothing or only one value changes."""


@wrong("oms", breaks="SU-06")
class WithdrawsLinesWithoutAnAction(_Merging):
    """Withdraws a line that is under way when a revision names no action for it."""

    def unchanged(self, before: OrderLine) -> OrderLine | None:
        return None


@wrong("oms", breaks="SU-06")
class BlanksLinesWithoutAnAction(_Merging):
    """Takes the values off a line that is under way when a revision names no action for it."""

    def unchanged(self, before: OrderLine) -> OrderLine | None:
        return replace(before, attributes={})


@wrong("oms", breaks="AC-06")
class MovesUpdatedLinesOffTheirServicePoint(_Merging):
    """Forgets where a service is to reach the customer when a revision updates its line."""

    def updated(self, before: OrderLine, line: OrderLine) -> OrderLine:
        return replace(super().updated(before, line), service_point=line.service_point)


@wrong("oms", breaks="AC-06")
class MovesUpdatedLinesOffTheirAddress(_Merging):
    """Forgets the address of a line that is under way when a revision updates the line."""

    def updated(self, before: OrderLine, line: OrderLine) -> OrderLine:
        return replace(super().updated(before, line), site=line.site)


@wrong("oms", breaks="AC-06")
class BlanksWhatAnUpdateDoesNotName(_Merging):
    """Takes all other values off a line that is under way when a revision updates one of them."""

    def updated(self, before: OrderLine, line: OrderLine) -> OrderLine:
        return replace(super().updated(before, line), attributes=line.attributes)
