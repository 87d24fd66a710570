"""Replication: when products and pricing rules go to the back offices, and whose content counts in a conflict."""

from datetime import datetime, time, timedelta

from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.records import Key

REPLICATED = frozenset({"product", "pricing rule"})
_MASTER = {"account": "customer_master", "product": "product_master", "pricing rule": "pricing_master"}


class Replication(Part):
    """The strategy: by transaction, by button, or in a daily run (IS-04 to IS-07); one master an element (IS-03)."""

    def __init__(self, shared: Shared) -> None:
        self.mode: str = shared.settings["replication"]
        self.due: list[Key] = []
        self._run = time.fromisoformat(shared.catalogue.back_office.replication_run)
        self.next_run = self.run_after(shared.scenario.now)
        super().__init__(shared)

    def run_after(self, now: datetime) -> datetime:
        """When the next run begins after an instant."""
        today = datetime.combine(now.date(), self._run, now.tzinfo)
        return today if today > now else today + timedelta(days=1)

    def saved(self, key: Key) -> list[Key]:
        """A record was saved; what is to be sent now."""
        if key not in self.due:
            self.due.append(key)
        return self.take(key) if self.mode == "transaction" else []

    def pressed(self, key: Key) -> list[Key]:
        """The button was pressed on a record; what is to be sent now."""
        return self.take(key)

    def take(self, key: Key) -> list[Key]:
        """The record, if it has changed since it was sent last."""
        if key not in self.due:
            return []
        self.due.remove(key)
        return [key]

    def advance(self, now: datetime) -> list[Key]:
        """The clock reads ``now``; what is to be sent if a run has begun."""
        if self.mode != "batch" or now < self.next_run:
            return []
        self.next_run = self.run_after(now)
        due, self.due = self.due, []
        return due

    def is_master(self, kind: str) -> bool:
        """Whether the CRM is the system of record of an object's data."""
        return kind in _MASTER and self.settings[_MASTER[kind]] == "crm"
