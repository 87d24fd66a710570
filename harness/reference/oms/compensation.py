"""Compensation: what was done for a line is undone, or changed into what is wanted now (SU-07 to SU-11)."""

from ordertck.harness.messages import AssetStatus, BillingLine, ProvisioningLine, replace
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.orchestration import Orchestration
from ordertck.harness.reference.oms.order_book import Part, Shared
from ordertck.harness.reference.oms.order_life_cycle import LineState
from ordertck.harness.reference.oms.order_outbox import Outbox

_UNDO_BILLING = {"start": "stop", "change": "change", "stop": "start", "suspend": "resume", "resume": "suspend"}
_UNDO_PROVISIONING = {"add": "remove", "change": "change", "remove": "add", "suspend": "resume", "resume": "suspend"}


class Compensation(Part):
    """Changes the lines of running orders; the neighbours undo their parts in reverse order, one after the other."""

    def __init__(self, shared: Shared, outbox: Outbox, orchestration: Orchestration) -> None:
        self.outbox, self.orchestration = outbox, orchestration
        super().__init__(shared)

    # A line that is not wanted any more

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        """A line is not wanted any more: undo what was done for it, the last thing first (SU-07, SU-08)."""
        if self.put_off(line, None):
            return
        if line.state is LineState.WAITING and line.initiated:
            known.uninitiated -= 1
        there = not self.failed_at_nothing(line)
        line.move_to(LineState.UNDOING)
        if line.sent and there:
            self.undo_provisioning(known, line)
        else:
            self.undo_billing(known, line)

    def put_off(self, line: LineFulfilment, wanted: LineFulfilment | None) -> bool:
        """Have what is wanted wait where a line is being undone, or billing has yet to say if it could begin.

        Returns whether it waits.
        """
        if line.state is not LineState.UNDOING and line.asked:
            line.overtaken = line.overtaken or line.asked == "initiate" or line.state is LineState.WAITING
        if line.overtaken or line.state is LineState.UNDOING:
            line.again = wanted
            return True
        return False

    def take_up(self, known: Fulfilment, line: LineFulfilment) -> None:
        """Billing has said whether it could begin a line: what a revision has wanted meanwhile is worked in."""
        if not line.overtaken:
            return
        line.overtaken, line.again, wanted = False, None, line.again
        if wanted is None:
            self.withdraw(known, line)
        else:
            self.alter(known, line, wanted)

    def failed_at_nothing(self, line: LineFulfilment) -> bool:
        """Whether what was to be removed could not be, and nothing is installed: then nothing is put back either."""
        effect = line.work.provisioning.effect if line.work.provisioning is not None else ""
        return line.state is LineState.FAILED and effect == "remove" and self.installed.get(line.asset) is None

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        """Have provisioning take back what it did, or began to do, for a line."""
        done = line.work.provisioning
        if done is None or line.work.target is None:
            self.undo_billing(known, line)
            return
        undo, *rest = self.undoing(line, done)
        line.still_to_undo = tuple(rest)
        self.send_provisioning(known, line.work.target, undo)

    def undoing(self, line: LineFulfilment, done: ProvisioningLine) -> list[ProvisioningLine]:
        """What leads back to what is installed, step by step; what was suspended is suspended again."""
        installed = self.installed.get(line.asset)
        attributes = installed.attributes if installed else done.attributes
        undo = replace(done, effect=_UNDO_PROVISIONING[done.effect], attributes=attributes)
        if installed is not None and done.effect in ("remove", "change"):
            undo = replace(undo, site=installed.site or done.site, service_point=installed.service_point)
        rested = done.effect == "remove" and installed is not None and installed.status == AssetStatus.SUSPENDED
        return [undo, replace(undo, effect="suspend")] if rested else [undo]

    def undo_billing(self, known: Fulfilment, line: LineFulfilment) -> None:
        """Have billing take back what it began for a line; with that the line is gone."""
        done = line.work.billing
        line.sent = False
        if done is None or not line.initiated:
            self.gone(known, line)
            return
        installed = self.installed.get(line.asset)
        price_list, override = (installed or done).price_list, (installed or done).override
        took_effect = line.fulfilling or done.effect == "start"
        effect = _UNDO_BILLING[done.effect] if took_effect else "change"  # to what it is: nothing was stopped yet
        undo = replace(done, effect=effect, price_list=price_list, override=override)
        rested = effect == "start" and installed is not None and installed.status == AssetStatus.SUSPENDED
        line.still_to_charge = replace(undo, effect="suspend") if rested else None
        self.send_billing(known, "all", undo)

    def undone(self, known: Fulfilment, line: LineFulfilment) -> None:
        """A neighbour has taken back its part; the next one follows, in reverse order (SU-09)."""
        if not line.sent and line.still_to_charge is not None:
            rest_charge, line.still_to_charge = line.still_to_charge, None
            self.send_billing(known, "all", rest_charge)
        elif not line.sent:
            self.gone(known, line)
        elif line.still_to_undo:
            undo, *rest = line.still_to_undo
            line.still_to_undo = tuple(rest)
            self.send_provisioning(known, line.work.target or "", undo)
        elif line.again is None:
            self.undo_billing(known, line)
        else:
            self.redo(known, line, line.again)

    def gone(self, known: Fulfilment, line: LineFulfilment) -> None:
        """Nothing is left of a line; if a still newer version wants it again, its work begins now (SU-10, SU-11)."""
        key = line.line.id
        if line.again is not None:
            known.lines[key] = line.again
            self.orchestration.begin(known, [line.again])
            return
        del known.lines[key]
        self.forget(known, key)
        known.open -= 1
        self.orchestration.finish(known)

    def forget(self, known: Fulfilment, line: str) -> None:
        """A line will not be completed any more."""
        self.book.open_lines.pop(line, None)
        self.orchestration.scheduling.line_is_lost(known.number, line, "was withdrawn")

    # A line that is wanted differently

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        """A line is wanted differently: change what was begun where that can be done in place."""
        if self.put_off(old, new):
            return
        if old.state is LineState.FAILED and not old.sent:  # billing could not do it: nothing was begun
            known.lines[new.line.id] = new
            self.orchestration.begin(known, [new])
            return
        if self.is_about_another(old, new):
            self.turn_away(known, old, new)
            return
        if old.sent and not self.in_place(old, new):
            old.again = new
            old.move_to(LineState.UNDOING)
            self.undo_provisioning(known, old)
            return
        self.rebill(known, old, new)
        was, before = old.work, old.line.attributes
        old.line, old.price_list, old.work = new.line, new.price_list, new.work
        for name, value in new.line.attributes.items():
            if before.get(name) != value:
                old.assigned.pop(name, None)  # what is wanted otherwise now goes before what was assigned till then
        if old.refused and old.failed_at is LineState.PROVISIONED and was.provisioning == new.work.provisioning:
            old.failed_at = None
            self.orchestration.provisioned(known, old)  # the charge that could not be begun, or completed, now can
        if old.sent and was.provisioning != new.work.provisioning and new.work.provisioning is not None:
            old.failed_at = None  # it is at provisioning again, whatever billing could not do
            if old.state is LineState.PROVISIONED:
                old.move_to(LineState.BILLING_INITIATED)
            wanted = self.changed(old, was.provisioning, new.work.provisioning)
            self.send_provisioning(known, new.work.target or "", wanted)

    def turn_away(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        """A line is about another asset now: what it does to the first is undone; one that waits goes on waiting."""
        if old.turn is not None and not old.ready and old.line.base_line == new.line.base_line:
            known.lines[new.line.id], new.turn = new, old.turn
            return
        old.again = new
        self.withdraw(known, old)

    def changed(self, line: LineFulfilment, was: ProvisioningLine | None, now: ProvisioningLine) -> ProvisioningLine:
        """What is begun is to be changed into: assigned values stand, and what is wanted no more is as installed."""
        attributes = {name: line.assigned.get(name, value) for name, value in now.attributes.items()}
        installed, point = self.installed.get(line.asset), now.service_point
        if installed is not None and was is not None and was.effect == "change":
            standing = {name: value for name, value in installed.attributes.items() if name in was.attributes}
            attributes = {**standing, **attributes}
            point = point or (installed.service_point if was.service_point else None)
        effect = "change" if now.effect == "add" else now.effect
        return replace(now, effect=effect, attributes=attributes, service_point=point)

    def in_place(self, old: LineFulfilment, new: LineFulfilment) -> bool:
        """Whether provisioning can change what it has for a line: the same product, at the same place."""
        return (old.work.target, _place(old)) == (new.work.target, _place(new))

    def is_about_another(self, old: LineFulfilment, new: LineFulfilment) -> bool:
        """Whether a line was turned to another asset, so that the first one has to be as it was (SU-07)."""
        return old.asset != new.asset

    def redo(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        """Provisioning has cleared a line that is wanted differently: set it up anew; its billing goes on (SU-10)."""
        if self.is_about_another(old, new):
            self.undo_billing(known, old)
            return
        new.ready, new.initiated, new.fulfilling, new.charged = True, old.initiated, old.fulfilling, old.charged
        if new.work.billing is not None:
            new.move_to(LineState.BILLING_INITIATED)
        new.latest_billing = old.latest_billing
        known.lines[new.line.id] = new
        self.rebill(known, old, new)
        self.orchestration.set_up(known, [new])

    def rebill(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        """Tell billing what is different for a line whose billing has begun."""
        wanted = new.work.billing
        if old.initiated and wanted is not None and old.work.billing != wanted:
            effect = "change" if wanted.effect == "start" else wanted.effect
            installed = self.installed.get(new.asset)
            price_list = wanted.price_list or (installed.price_list if installed else None)
            phase = "all" if old.fulfilling else "initiate"
            line = known.lines[new.line.id]
            work = self.orchestration.charge(line, replace(wanted, effect=effect, price_list=price_list))
            self.send_billing(known, phase, work)

    # Calls

    def send_billing(self, known: Fulfilment, phase: str, line: BillingLine) -> None:
        """One call on billing for one line."""
        known.lines[line.line].latest_billing = self.outbox.bill(known, phase, [line])
        known.lines[line.line].charged = False
        known.lines[line.line].asked = ""

    def send_provisioning(self, known: Fulfilment, target: str, line: ProvisioningLine) -> None:
        """One call on provisioning for one line."""
        known.lines[line.line].latest_call = self.outbox.provision(known, target, [line])


def _place(line: LineFulfilment) -> object:
    return (line.line.product, line.work.provisioning.site) if line.work.provisioning else None
