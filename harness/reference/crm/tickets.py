"""Trouble tickets: which of them are for the back office."""

from collections.abc import Collection

from ordertck.harness.reference.crm.records import Record


class Tickets:
    """The trigger of the workflow: it is for tickets of certain types only (WF-17)."""

    def __init__(self, types: Collection[str], type_change: str) -> None:
        self.types, self.type_change = types, type_change

    def leaves(self, ticket: Record, before: str | None) -> bool:
        """Whether a saved ticket goes to the back office; ``before`` is its type until now, None for a new one."""
        if ticket.fields.get("type") not in self.types:
            return False
        return before is None or before in self.types or self.type_change == "send"
