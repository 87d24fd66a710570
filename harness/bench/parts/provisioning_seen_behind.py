"""Provisioning where order management has its services inside: what is done for the network is seen in the network."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.parts.network import Network, Where
from ordertck.harness.bench.parts.network_tasks import Alteration, Placed, written_last
from ordertck.harness.bench.parts.provisioning import Provisioning
from ordertck.harness.oracle.ledgers import Service


class ProvisioningSeenBehind(Provisioning):
    """Holds, completes and shows work wherever it leaves the system: at other provisioning systems, or in the network.

    ``settle`` waits until the system has nothing more to say: a line is done step by step.
    """

    def __init__(self, directory: Directory, channel: Channel, network: Network, settle: Callable[[], None]) -> None:
        self._network, self._settle = network, settle
        held_before = network.holds
        super().__init__(directory, channel)
        self.holds, self.unable = held_before, network.unable

    @property
    def holds(self) -> bool:
        """Whether work is kept back, here and in the network."""
        return self._network.holds

    @holds.setter
    def holds(self, holds: bool) -> None:
        self._network.holds = holds

    def holding(self, order: str, key: str | None = None) -> bool:
        """Whether work for an order, or for one line of it (by its key), is held."""
        return super().holding(order, key) or self._network.holding(order, key)

    def complete(self, order: str, key: str | None = None) -> int:
        """Finish the work held for an order, or for one line of it (by its key); how many lines' work that was.

        In the network that is every step of the line which does the same: what is set up anew once it is undone is
        further work.
        """
        done, effects = super().complete(order, key), dict[str, str]()
        while ready := self._alike(order, key, effects):
            for line in ready:
                self._network.do_next(line)
            self._settle()
        return done + len(effects)

    def _alike(self, order: str, key: str | None, effects: dict[str, str]) -> list[str]:
        """The lines (by their keys) of which the step that is held next has the effect of the first one, if any."""
        following = {
            known: task.line.effect
            for task in reversed(self._network.held)
            if task.order == order and key in (None, known := self._key(task.line))
        }
        return [known for known, effect in following.items() if effects.setdefault(known, effect) == effect]

    def release(self) -> None:
        """Hold nothing any more and finish all that was held."""
        super().release()
        self._network.release()

    def complete_first(self, order: str) -> int:
        """Finish the first work that is held for an order; how many lines' work that was."""
        if super().holding(order):
            return super().complete_first(order)
        return self.complete(order, self._network.next_of(order)) if self._network.holding(order) else 0

    def came_for(self, key: str) -> bool:
        """Whether anything was asked for a line (by its key)."""
        return super().came_for(key) or bool(self._network.told_of(key))

    def is_under_way(self, key: str) -> bool:
        """Whether work for a line (by its key) is held."""
        return super().is_under_way(key) or bool(self._network.under_way(key))

    def mend(self, key: str) -> bool:
        """Do what failed for a line (by its key) after all."""
        beyond = self._network.mend(key)
        here = super().mend(key)
        if not beyond:
            return here
        self._settle()
        while self._network.do_next(key):  # what rests on the step that had failed
            self._settle()
        return True

    @property
    def unseen(self) -> frozenset[str]:
        """What of a service cannot be seen: the network is told of no service point."""
        return frozenset({"service_point"})

    def services(self, asset: str) -> list[Service]:
        """What is set up for an asset, at whichever site."""
        return [*super().services(asset), *self._in_the_network(asset)]

    def _in_the_network(self, asset: str) -> list[Service]:
        asked = [line for _, line in self._network.entries if self._directory.asset_of(line.line, line.asset) == asset]
        steps_of = defaultdict[str, set[str]](set)
        for line in asked:
            if line.effect == "do":
                steps_of[line.line].add(line.step)
        usual = max(steps_of.values(), key=len, default=set[str]())  # an earlier line may have been cut off half done
        found = []
        for site, steps in self._network.standing(asset).items():
            names = {name for step in steps.values() for name in step.written}
            values = {name: written_last(steps.values(), name) or "" for name in names}
            values["quantity"] = str(min(step.quantity for step in steps.values()))
            asleep = self._is_asleep((asset, site), steps)
            # Where nobody has put it to rest, as at the new site of what moves, it rests unless it has all its steps.
            rests = steps.keys() != usual if asleep is None else asleep
            status = "suspended" if rests else "active"
            product = [line.product for line in asked if line.effect != "undo"][-1]
            found.append(Service(asset, product, site, status, values))
        return found

    def _is_asleep(self, where: Where, steps: Mapping[str, Placed]) -> bool | None:
        """Whether a service rests, by what was done to put it to rest and to wake it up; None where nothing was.

        How a service rests is each system's own affair: a step is undone, or one is done more, or one is changed. It
        rests for as long as that stands.
        """
        asleep = None
        for action, altered in self._altered(where):
            stands = (alteration.stands(steps.get(step)) for step, alteration in altered.items())
            asleep = action == "Suspend" and any(stands)
        return asleep

    def _altered(self, where: Where) -> Iterator[tuple[str, dict[str, Alteration]]]:
        """The action of each line that suspends or resumes, and what it has altered of the steps at a place, in all."""
        by_line = defaultdict[tuple[str, str], dict[str, Alteration]](dict)
        for deed in self._network.deeds:
            known = self._directory.line_by_id(deed.line)
            if deed.where == where and known is not None and (action := known[1].action) in ("Suspend", "Resume"):
                steps = by_line[self._directory.line_key(deed.line), action]
                first = steps.get(deed.step, deed.done)
                steps[deed.step] = Alteration(first.before, deed.done.after)
        for (_, action), steps in by_line.items():
            if altered := {step: alteration for step, alteration in steps.items() if alteration}:
                yield action, altered
