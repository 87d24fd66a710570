"""Deliveries: what goes to back offices, one by one, and again when one of them was down."""

from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.records import Key
from ordertck.harness.reference.crm.workflow_calls import WorkflowCalls


class Deliveries(Part):
    """To each system its own copy: what one could not take waits for it, and holds up no other (WF-07).

    ``under_way`` says by message what was sent to whom and is not answered yet.
    """

    def __init__(self, shared: Shared, calls: WorkflowCalls) -> None:
        self.calls = calls
        self.systems = tuple(shared.catalogue.back_office.systems)
        self.waiting: dict[str, list[Key]] = {system: [] for system in self.systems}
        self.under_way: dict[str, tuple[Key, str]] = {}
        super().__init__(shared)

    def send(self, key: Key) -> None:
        """Send a record to every system."""
        for system in self.systems:
            self.send_to(key, system)

    def send_to(self, key: Key, system: str) -> None:
        """Send a record to one system."""
        self.under_way[self.calls.send(key, system)] = key, system

    def answered(self, message: str, outcome: str) -> None:
        """A system has taken what it was sent, or could not."""
        key, system = self.under_way.pop(message, (None, ""))
        if key is not None and outcome == "fault" and key not in self.waiting[system]:
            self.waiting[system].append(key)

    def up(self, system: str) -> None:
        """A system takes messages again: what waits for it is sent as it is now."""
        waiting, self.waiting[system] = self.waiting[system], []
        for key in waiting:
            self.send_to(key, system)

    def waits(self, key: Key, system: str) -> bool:
        """Whether a system has yet to get a record."""
        return key in self.waiting[system]

    def drop(self, key: Key, system: str) -> None:
        """A system need not get a record any more: it has a newer one."""
        self.waiting[system].remove(key)
