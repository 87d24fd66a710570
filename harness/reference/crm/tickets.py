"""Trouble tickets: which of them are for the back office."""

from collections.abc import Collection

from ordertck.harness.reference.crm.accounts_and_orders import Part
from ordertck.harness.reference.crm.records import Record


class Tickets(Part):
    """The trigger of the workflow: it is for tickets of certain types only (WF-17)."""

    @property
    def types(self) -> Collection[str]:
        """The types of tickets that are for the back office."""
        return self.catalogue.back_office.ticket_types

    def leaves(self, ticket: Record, before: str | None) -> bool:
        """Whether a saved ticket goes to the back office; ``before`` is its type until now, None for a new one."""
        if ticket.fields.get("type") not in self.types:
            return False
        return before is None or before in self.types or self.settings["ticket_type_change"] == "send"
