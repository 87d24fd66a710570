"""Service order managements that are cut off in the midst of their work, and lose a part of what follows from it."""

from ordertck.harness.messages import Message
from ordertck.harness.proof.breakdowns import LosesSome, SaysTheFirst, SaysWhatItWasAtAnew, WritesDownLate
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.work import Work


@wrong("som", breaks="PV-12 PV-04")
class ForgetsTheMessageThatItWasAt(WritesDownLate, ServiceOrderManagement):
    """Takes a message off the queue, and writes it down when it is done with it."""


@wrong("som", breaks="PV-12")
class KeepsTheRestForSaid(SaysTheFirst, ServiceOrderManagement):
    """Takes all that it was to say for said, once it has said the first of it."""


@wrong("som", breaks="PV-12")
class AsksAgainForWhatItWasAt(SaysWhatItWasAtAnew, ServiceOrderManagement):
    """Says twice what it was saying when it broke down, since it does not know how far it came."""


@wrong("som", breaks="PV-05", where="cancellation+restarts")
class LosesTheUndoing(LosesSome, ServiceOrderManagement):
    """Takes a step for undone when it wants to ask for that."""

    def loses(self, message: Message) -> bool:
        return message.kind == "network-order" and message.body["lines"][0]["effect"] == "undo"


@wrong("som", breaks="PV-06", where="supplementals+restarts")
class LosesTheChange(LosesSome, ServiceOrderManagement):
    """Takes a step for changed when it wants to ask for that, where the line is a new one."""

    def loses(self, message: Message) -> bool:
        return any(work.line.effect == "add" for work in _changed(self, message))


@wrong("som", breaks="PV-15", where="failures+restarts")
class LosesTheFault(LosesSome, ServiceOrderManagement):
    """Keeps the faults that it is to tell in its memory only."""

    def loses(self, message: Message) -> bool:
        return message.kind in ("fault", "fallout")


@wrong("som", breaks="UF-07", where="filled-in-data+restarts")
class LosesTheValue(LosesSome, ServiceOrderManagement):
    """Keeps the values that it is to tell in its memory only."""

    def loses(self, message: Message) -> bool:
        return message.body.get("sort") == "data"


@wrong("som", breaks="PV-04", where="service-changes+restarts")
class LosesTheChangeOfAService(LosesSome, ServiceOrderManagement):
    """Takes a service for changed when it wants to ask for that."""

    def loses(self, message: Message) -> bool:
        return any(work.line.effect == "change" for work in _changed(self, message))


def _changed(services: ServiceOrderManagement, message: Message) -> list[Work]:
    """The work for which the network is asked to set something up otherwise."""
    asked = message.body.get("lines", ()) if message.kind == "network-order" else ()
    works = services.orders[message.about].works if asked else {}
    return [works[line["line"]] for line in asked if line["effect"] == "change"]
