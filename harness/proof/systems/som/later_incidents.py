"""Service order managements that mix up the failures of one line."""

from ordertck.harness.messages import Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement


@wrong("som", breaks="PV-15", where="supplementals+failures")
class MendsTheFirstFailureOnceMore(ServiceOrderManagement):
    """Says of the end of each failure of a line that it is the end of the first one."""

    def prepare(self) -> None:
        super().prepare()
        self.first: dict[str, str] = {}

    def handle(self, message: Message) -> list[Message]:
        return [self._renamed(said) for said in super().handle(message)]

    def _renamed(self, said: Message) -> Message:
        if said.kind != "fallout" or not said.body.get("line"):
            return said
        first = self.first.setdefault(said.body["line"], said.body["incident"])
        return replace(said, body={**said.body, "incident": first})
