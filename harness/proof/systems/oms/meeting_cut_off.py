"""Order systems that lose in a breakdown what they were at, or do it twice."""

from ordertck.harness.messages import Message
from ordertck.harness.proof.breakdowns import LosesSome, SaysTheFirst, SaysWhatItWasAtAnew, WritesDownLate
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms.order_management import OrderManagement


@wrong("oms", breaks="UF-06 SU-07 PV-05 PV-15 UF-07")
class ForgetsTheMessageThatItWasAt(WritesDownLate, OrderManagement):
    """Takes a message off the queue, and writes it down when it is done with it."""


@wrong("oms", breaks="UF-06 SU-07 PV-05 PV-15")
class KeepsTheRestForSaid(SaysTheFirst, OrderManagement):
    """Takes all that it was to say for said, once it has said the first of it."""


@wrong("oms", breaks="UF-06 SU-07 PV-05 PV-15")
class AsksAgainForWhatItWasAt(SaysWhatItWasAtAnew, OrderManagement):
    """Says twice what it was saying when it broke down, since it does not know how far it came."""


class _LosesWork(LosesSome, OrderManagement):
    effects: frozenset[str]

    def loses(self, message: Message) -> bool:
        work = message.kind == "provisioning-order"
        return work and any(line["effect"] in self.effects for line in message.body["lines"])


@wrong("oms", breaks="SU-07", where="supplementals+restarts")
class LosesTheChange(_LosesWork):
    """Takes a line for changed when it wants to ask for that."""

    effects = frozenset({"change"})


@wrong("oms", breaks="PV-05 SU-07", where="cancellation+supplementals+restarts")
class LosesTheUndoing(_LosesWork):
    """Takes a line for undone when it wants to ask for that."""

    effects = frozenset({"remove"})


@wrong("oms", breaks="PV-15", where="failures+restarts")
class LosesTheFallout(LosesSome, OrderManagement):
    """Keeps what it is to tell of failures in its memory only."""

    def loses(self, message: Message) -> bool:
        return message.kind == "fallout"


@wrong("oms", breaks="UF-07", where="filled-in-data+restarts")
class LosesTheValue(LosesSome, OrderManagement):
    """Keeps the values that it is to tell in its memory only."""

    def loses(self, message: Message) -> bool:
        told = message.body.get("lines", ()) if message.kind == "order-update" else ()
        return any(line.get("attributes") for line in told)
