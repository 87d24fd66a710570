"""Record entry: what users fill in besides orders, save, and look at."""

from functools import partial

from ordertck.harness.messages import DeskShown
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.desk import Acts, Fields, Views
from ordertck.harness.reference.crm.drafts import Refused
from ordertck.harness.reference.crm.record_book import RecordBook
from ordertck.harness.reference.crm.records import LISTS, OBJECTS, Forms
from ordertck.harness.reference.crm.sending import Sending


class RecordEntry(Part):
    """One form for all objects; nothing is kept or sent before it is saved."""

    def __init__(self, shared: Shared, records: RecordBook, sending: Sending) -> None:
        self.records, self.sending = records, sending
        self.forms = Forms(f"{shared.scenario.id}-RECORD")
        super().__init__(shared)

    @property
    def acts(self) -> Acts:
        """What users can do with records."""
        acts: Acts = {("press", "product"): self.press, ("press", "order"): self.press_order}
        for at_the_desk, kind in OBJECTS.items():
            acts.setdefault(("press", at_the_desk), partial(self.press_send, kind))
            acts["revise", at_the_desk] = partial(self.fill_in, kind)
            acts["submit", at_the_desk] = partial(self.save, kind)
            acts["discard", at_the_desk] = partial(self.give_up, kind)
        return acts

    @property
    def views(self) -> Views:
        """What users can look at."""
        records: Views = {at_the_desk: partial(self.see, kind) for at_the_desk, kind in OBJECTS.items()}
        return records | {at_the_desk: partial(self.see_list, kind) for at_the_desk, kind in LISTS.items()}

    def fill_in(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        """Fill in a form; nothing is saved and nothing sent."""
        self.forms.fill_in(kind, ref, fields)
        return self.shown(kind, ref, fields)

    def give_up(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        """Forget what is filled in."""
        self.forms.take(kind, ref)
        return self.shown(kind, ref, fields)

    def save(self, kind: str, ref: str, fields: Fields) -> DeskShown:  # noqa: ARG002 - everything is in the form
        """Save what is filled in, and let back offices know where they must."""
        filled = self.forms.take(kind, ref)
        if filled is None:
            raise Refused("nothing is filled in")
        account = filled.pop("account", None)
        record = self.records.record(kind, self.forms.id_of(kind, ref), account)
        before = dict(record.fields) if record.fields else None
        record.fields.update(filled)
        self.sending.saved(record, before)
        return self.shown(kind, ref, record.fields)

    def press(self, ref: str, fields: Fields) -> DeskShown:
        """Press a button on a record that is replicated (IS-07)."""
        replication = self.sending.replication
        if fields.get("button") != "Synchronize" or replication.mode != "button":
            raise Refused("there is no such button")
        self.sending.replicate(replication.pressed(("product", ref)))
        return self.shown("product", ref, {})

    def press_send(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        """Press the button that starts the workflow of a record, where there is one."""
        if fields.get("button") != "Send" or self.settings["workflow_trigger"] != "by-button":
            raise Refused("there is no such button")
        key = kind, self.forms.id_of(kind, ref)
        self.sending.pressed(key)
        return self.shown(kind, ref, {})

    def press_order(self, ref: str, fields: Fields) -> DeskShown:
        """Press a button on an order of which nobody can be asked."""
        raise Refused(f"there is no {fields.get('button', 'button')} for the order {ref}")

    def shown(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        """A record at the desk, with a warning where a back office has yet to get it (IS-05)."""
        key = kind, self.forms.id_of(kind, ref)
        deliveries = self.sending.deliveries
        behind = [system for system in deliveries.systems if deliveries.waits(key, system)]
        warning = f"not at {', '.join(behind)} yet" if behind else None
        at_the_desk = next(name for name, object_ in OBJECTS.items() if object_ == kind)
        return DeskShown(object=at_the_desk, ref=ref, id=key[1], fields=dict(fields), warning=warning)

    def see(self, kind: str, ref: str) -> DeskShown | None:
        """Show a record; None where there is no such."""
        known = self.records.records.get((kind, self.forms.id_of(kind, ref)))
        fields = known.fields if known else self.accounts.get(ref) if kind == "account" else None
        return self.shown(kind, ref, fields) if fields is not None else None

    def see_list(self, kind: str, ref: str) -> DeskShown | None:
        """Show what there is of an account's; None where there is no such account."""
        if ref not in self.accounts:
            return None
        at_the_desk = next(name for name, object_ in LISTS.items() if object_ == kind)
        rows = tuple({"id": record.id, **record.fields} for record in self.records.of(kind, ref))
        return DeskShown(object=at_the_desk, ref=ref, rows=rows)
