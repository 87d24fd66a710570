"""CRMs that lose, on a revision of a submitted order, what a user has changed in the header."""

from ordertck.harness.messages import OrderSubmission, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm.drafts import CrmOrder
from ordertck.harness.reference.crm.submission import Submissions


class _KeepsTheFirst(Submissions):
    """Sends one field of the header as the order's first version had it."""

    field: str

    def prepare(self) -> None:
        self.first: dict[str, str | None] = {}

    def of(self, order: CrmOrder) -> OrderSubmission:
        said = super().of(order)
        return replace(said, **{self.field: self.first.setdefault(order.id, getattr(said, self.field))})


class _ClearsNothing(Submissions):
    """Sends one field of the header as it was before where a user has cleared it."""

    field: str

    def prepare(self) -> None:
        self.last: dict[str, str | None] = {}

    def of(self, order: CrmOrder) -> OrderSubmission:
        said = super().of(order)
        self.last[order.id] = getattr(said, self.field) or self.last.get(order.id)
        return replace(said, **{self.field: self.last[order.id]})


@wrong("crm", breaks="SU-01")
class ShipsToTheFirstAddress(_KeepsTheFirst):
    """Ships the goods of a revised order to the address that was entered first."""

    field = "ship_to"


@wrong("crm", breaks="SU-01")
class ShipsAsWasSaidFirst(_KeepsTheFirst):
    """Ships the goods of a revised order by whom the first version said."""

    field = "ship_by"


@wrong("crm", breaks="SU-01")
class TheFirstPayerPays(_KeepsTheFirst):
    """Names in a revision the payer that the order had first."""

    field = "payer"


@wrong("crm", breaks="SU-01")
class TheFirstSiteStays(_KeepsTheFirst):
    """Sends a revised order for the header's site of its first version."""

    field = "site"


@wrong("crm", breaks="SU-01")
class ShipsAsWasSaidBefore(_ClearsNothing):
    """Ships by whom the version before said, where a user has left that open."""

    field = "ship_by"


@wrong("crm", breaks="DD-01")
class KeepsTheDateThatWasTakenAway(_ClearsNothing):
    """Sends a revision with the due date of the version before, where a user has taken the date away."""

    field = "due_date"
