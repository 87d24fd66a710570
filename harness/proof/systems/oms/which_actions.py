"""Order systems that know too few line actions, or take something else for one."""

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.habits import Careless, Picky
from ordertck.harness.reference.oms import Objection, OrderManagement

HALVES = ("Move-Add", "Move-Delete")


class _Unwilling(Picky):
    """Does not know one action."""

    unknown = ""

    def rejects(self, line: OrderLine) -> bool:
        return line.action == self.unknown


@wrong("oms", breaks="AC-09")
class CannotAddToWhatIsThere(Picky):
    """Takes Add on a customer's first order only."""

    def rejects(self, line: OrderLine) -> bool:
        return line.action == "Add" and bool(self.book.orders)


@wrong("oms", breaks="AC-04 AC-09 AC-11")
class CannotDelete(_Unwilling):
    """Does not know the action Delete."""

    unknown = "Delete"


@wrong("oms", breaks="AC-05 AC-09 AC-11")
class CannotUpdate(_Unwilling):
    """Does not know the action Update."""

    unknown = "Update"


@wrong("oms", breaks="AC-07 AC-09 AC-11")
class CannotSuspend(_Unwilling):
    """Does not know the action Suspend."""

    unknown = "Suspend"


@wrong("oms", breaks="AC-08 AC-09")
class CannotResume(_Unwilling):
    """Does not know the action Resume."""

    unknown = "Resume"


@wrong("oms", breaks="AC-09")
class TakesAnyWordForAnAction(OrderManagement):
    """Takes a word that is no action for Update."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        known = {*HALVES, "Add", "Delete", "Update", "Suspend", "Resume", "-"}
        lines = tuple(x if x.action in known or not x.action else replace(x, action="Update") for x in order.lines)
        super().take_in(replace(order, lines=lines), message)


@wrong("oms", breaks="AC-09")
class DoesNotKnowTheDash(_Unwilling):
    """Refuses a line whose dash says that it stays as it is."""

    unknown = "-"


class _ProvisionsUnchangedLines(OrderManagement):
    def take_in(self, order: SalesOrder, message: Message) -> None:
        lines = tuple(x if not self.intake.unchanged(x) else replace(x, action="Update") for x in order.lines)
        super().take_in(replace(order, lines=lines), message)


@wrong("oms", breaks="AC-09")
class WorksOnUnchangedLines(_ProvisionsUnchangedLines):
    """Has a line provisioned that is marked as unchanged."""


@wrong("oms", breaks="AC-09", switches={"no_action": "blank"})
class WorksOnBlankLines(_ProvisionsUnchangedLines):
    """Has a line provisioned that was left without an action to say that it is unchanged."""


@wrong("oms", breaks="AC-09", switches={"no_action": "either"})
class WorksOnEitherUnchangedLine(_ProvisionsUnchangedLines):
    """Has a line provisioned that says in one of two permitted ways that it is unchanged."""


@wrong("oms", breaks="AC-09")
class TakesNothingForUnchanged(Careless):
    """Lets a line without an action pass, though it declares a dash for unchanged lines."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return objection.reason == "'' is no line action"
