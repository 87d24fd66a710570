"""Sending: which changes go to back offices, and when."""

from datetime import datetime

from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.deliveries import Deliveries
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.drafts import CrmOrder
from ordertck.harness.reference.crm.profiles import Profiles
from ordertck.harness.reference.crm.records import Key, Record
from ordertck.harness.reference.crm.replication import REPLICATED, Replication
from ordertck.harness.reference.crm.tickets import Tickets


class Sending(Part):
    """What is saved goes out at once, in a run, or at the press of a button; what is peculiar to an object is here."""

    def __init__(
        self, shared: Shared, profiles: Profiles, tickets: Tickets, deliveries: Deliveries, replication: Replication
    ) -> None:
        self.profiles, self.tickets, self.deliveries, self.replication = profiles, tickets, deliveries, replication
        self.announced: set[str] = set()
        self.saved_only: dict[Key, list[Key]] = {}
        super().__init__(shared)

    def saved(self, record: Record, before: Fields | None) -> None:
        """A user has saved a record; ``before`` is what it said, None for a new one."""
        match record.object:
            case "trouble ticket":
                if self.tickets.leaves(record, before.get("type") if before is not None else None):
                    self.triggered(record.key)
            case "work order":
                if before is None:
                    self.triggered(record.key)
            case "phone number":
                self.profiles.keep_number(record)
                self.triggered(record.key)
            case "asset":
                self.profiles.upsert(record.account or "", record.id, record.fields)
                self.triggered(record.key, ("service profile", record.account or ""))
            case kind if kind in REPLICATED:
                self.replicate(self.replication.saved(record.key))
            case _:
                self.triggered(record.key)

    def triggered(self, record: Key, *others: Key) -> None:
        """What a record's workflow would send: now, or when what starts the workflow comes about."""
        if self.settings["workflow_trigger"] == "on-save":
            self.replicate([record, *others])
        else:
            self.saved_only[record] = [record, *others]

    def pressed(self, record: Key) -> None:
        """A user has pressed the button that starts a record's workflow."""
        self.replicate(self.saved_only.pop(record, []))

    def created(self, order: CrmOrder) -> None:
        """A sales order is submitted; what is sent is the first version, that is, its creation (WF-10, A-35)."""
        if order.id not in self.announced:
            self.announced.add(order.id)
            self.deliveries.send(("sales order", order.id))

    def replicate(self, due: list[Key]) -> None:
        """Send what is due."""
        for key in due:
            self.deliveries.send(key)

    def advance(self, now: datetime) -> None:
        """The clock reads ``now``: a run may be due (IS-04), and the policy looks for what was saved."""
        self.replicate(self.replication.advance(now))
        if self.settings["workflow_trigger"] == "by-policy":
            for record in list(self.saved_only):
                self.pressed(record)

    def overruled(self, key: Key, system: str) -> bool:
        """Whether the CRM's own change, which a system has yet to get, goes before that system's (IS-03)."""
        if not self.deliveries.waits(key, system) and key not in self.replication.due and key not in self.saved_only:
            return False
        if self.replication.is_master(key[0]):
            return True
        self.replication.take(key)
        self.saved_only.pop(key, None)
        if self.deliveries.waits(key, system):
            self.deliveries.drop(key, system)
        return False
