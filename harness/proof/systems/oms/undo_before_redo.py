"""Order systems that undo and do again in the wrong order, or too often."""

from ordertck.harness.messages import replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import Compensation, Fulfilment, LineFulfilment, LineState


class _Anew(Compensation):
    """Changes nothing in place, so that undoing and doing again can go wrong."""

    def add(self, known: Fulfilment, line: LineFulfilment) -> None:
        """Have a line set up."""
        if line.work.provisioning is not None:
            self.outbox.provision(known, line.work.target, [line.work.provisioning])


@wrong("oms", breaks="SU-09")
class SetsUpBeforeItClears(_Anew):
    """Sets a line up anew first, and then clears everything that there is of it."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        self.add(known, new)
        done = old.work.provisioning
        if done is not None:
            self.send_provisioning(known, old.work.target or "", replace(done, effect="remove", site=None))


@wrong("oms", breaks="SU-09")
class LeavesTheOldOneStanding(_Anew):
    """Sets a line up at its new place and leaves it at the old one."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        self.add(known, new)


@wrong("oms", breaks="SU-09")
class ClearsAndLeavesItAtThat(Compensation):
    """Clears the old place of a line and never sets it up at the new one."""

    def redo(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None: ...


@wrong("oms", breaks="SU-10")
class DoesNotWaitForTheUndoing(_Anew):
    """Has a line cleared and set up anew in one go."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        super().alter(known, old, new)
        if old.again is not None:
            self.add(known, new)

    def redo(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        super().redo(known, old, new)
        self.outbox.out.pop()


@wrong("oms", breaks="SU-10")
class WaitsForEverAfterUndoing(Compensation):
    """Never begins what a revision wants once it had to undo something."""

    def undone(self, known: Fulfilment, line: LineFulfilment) -> None: ...


@wrong("oms", breaks="SU-11")
class SticksToTheSecondVersion(Compensation):
    """Takes no newer wish while it is undoing something for an earlier one."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if old.state is not LineState.UNDOING:
            super().alter(known, old, new)


@wrong("oms", breaks="SU-11")
class UndoesForEveryVersion(Compensation):
    """Has the same line cleared once more for every newer version."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if old.state is LineState.UNDOING:
            self.undo_provisioning(known, old)
        super().alter(known, old, new)


@wrong("oms", breaks="SU-11")
class DoesEveryVersionInTurn(Compensation):
    """Works a version in that a newer one has already replaced."""

    def redo(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        between = replace_site(new, "3 Harbour Road")
        if between.work.provisioning is not None:
            self.send_provisioning(known, between.work.target or "", between.work.provisioning)
        super().redo(known, old, new)


def replace_site(line: LineFulfilment, site: str) -> LineFulfilment:
    """The same line somewhere else."""
    if line.work.provisioning is None:
        return line
    work = replace(line.work, provisioning=replace(line.work.provisioning, site=site))
    return LineFulfilment(line.line, line.asset, line.price_list, work)


@wrong("oms", breaks="SU-10")
class BeginsOnTheWord(Compensation):
    """Sets a line up anew as soon as it has asked for the old one to be removed."""

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        super().undo_provisioning(known, line)
        if line.again is not None:
            new, line.again = line.again, None
            self.redo(known, line, new)
