"""The network as the kit plays it: obliging, truthful, with a ledger of every step that is done."""

from collections import Counter

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.parts.held_work import HoldsWork
from ordertck.harness.bench.parts.network_tasks import Alteration, Deed, Placed, Task, overtaken, tried_again
from ordertck.harness.messages import Edge, Message, NetworkLine, NetworkOrder, NetworkReport, replace
from ordertck.harness.oracle.ledgers import quantity

# An asset, and the site where it is.
Where = tuple[str, str | None]


class Network(HoldsWork[Task]):
    """Does what it is asked and reports it; objects to what cannot be.

    A step cannot be undone that was never asked for, nor one that a later step still rests on: what is undone, is
    undone in reverse order. ``holds`` keeps work back, one step at a time; work held is called off by an undo.
    ``unable`` are the lines, by key, of which no step can be done, ``unfinishable`` those of which the first one can:
    the first that is asked for after that fails, and those behind it wait for it. ``assigned`` are the values that a
    line gets: the first with its first step, the others with the last one. ``objections`` are what it was asked and
    cannot be, ``retried`` what failed and was asked for once more; ``deeds`` are what was done, in turn; ``failures``
    counts those that it told of, by line.
    """

    def __init__(self, directory: Directory, channel: Channel) -> None:
        super().__init__(directory, channel)
        self.unable: set[str] = set()
        self.unfinishable: set[str] = set()
        self.assigned: dict[str, dict[str, str]] = {}
        self.entries: list[tuple[str, NetworkLine]] = []
        self.deeds: list[Deed] = []
        self.objections: list[str] = []
        self.retried: list[NetworkLine] = []
        self._places: dict[str, list[Where]] = {}
        self._placed: dict[Where, dict[str, Placed]] = {}
        self._fewest: dict[tuple[Where, str], int] = {}
        self._most: dict[tuple[Where, str], int] = {}
        self._failed: list[Task] = []
        self.failures: Counter[str] = Counter()
        self._now = 0

    def take(self, message: Message) -> None:
        """A network order has come."""
        call = message.read(NetworkOrder)
        for line in call.lines:
            self.entries.append((call.order, line))
            self._note_place(line)
            self._directory.start(call.order)
            task = Task(message.id, call.order, line)
            if line.effect == "undo" and (off := self._called_off(task)):
                if off >= line.quantity:
                    self._report(task, "undone")
                    continue
                task = replace(task, line=replace(line, quantity=line.quantity - off))
            again = self._tried_again(task)
            self.retried += [old.line for old in again]
            self._failed = [old for old in self._failed if old not in again]
            if self.holds:
                self.held.append(task)
            else:
                self._finish(task)

    def do_next(self, key: str) -> bool:
        """Finish the first step held for a line (by its key); False where none is held."""
        task = next((t for t in self.held if self._key(t.line) == key), None)
        if task is not None:
            self.held.remove(task)
            self._finish(task)
        return task is not None

    def mend(self, key: str) -> bool:
        """Do what failed for a line after all, as somebody who is sent there would; False where nothing could fail."""
        was_unable = key in self.unable | self.unfinishable
        self.unable.discard(key)
        self.unfinishable.discard(key)
        ready = [task for task in self._failed if self._key(task.line) == key]
        self._failed = [task for task in self._failed if task not in ready]
        for task in ready:
            self._finish(task)
        return bool(ready) or was_unable  # what failed may have been called off, to be asked for again

    def bring_under_way(self, key: str) -> bool:
        """Finish the step that was asked for first, so that a line (by its key) gets its turn; False with none held.

        Nobody has to work on all lines at once, nor on all orders.
        """
        waiting = [task for task in self.held if self._key(task.line) != key]
        return bool(waiting) and self.do_next(self._key(waiting[0].line))

    def next_of(self, order: str) -> str:
        """The line (by its key) whose step is the first held of an order. Raises ``StopIteration`` with none held."""
        return next(self._key(task.line) for task in self.held if task.order == order)

    def placed(self, key: str) -> dict[str, Placed]:
        """What stands of what a line (by its key) is about, by step."""
        return self._placed.get(self._place(key), {})

    def standing(self, asset: str) -> dict[str | None, dict[str, Placed]]:
        """What stands of an asset, by site and step."""
        return {site: steps for (known, site), steps in self._placed.items() if known == asset and steps}

    def under_way(self, key: str) -> list[str]:
        """The steps held for a line (by its key)."""
        return [task.line.step for task in self.held if self._key(task.line) == key]

    def site_of(self, key: str) -> str | None:
        """Where what a line (by its key) is about stands, or was to stand last."""
        return self._place(key)[1]

    def fewest(self, key: str) -> list[int]:
        """The fewest that stood of each step of a line (by its key) since there were most of it."""
        return [low for (where, _), low in self._fewest.items() if where == self._place(key)]

    def failed(self) -> list[str]:
        """The lines (by their keys) of which a step has failed and was not done since."""
        return list(dict.fromkeys(self._key(task.line) for task in self._failed))

    def told_of(self, key: str) -> list[NetworkLine]:
        """Everything that the network was asked for a line (by its key)."""
        return [line for _, line in self.entries if self._key(line) == key]

    def _note_place(self, line: NetworkLine) -> None:
        """Keep where a line was asked for; a move may take down at the old site once the new one stands."""
        places, at = self._places.setdefault(self._key(line), []), self._at(line)
        if line.effect != "undo" or not places:
            places[:] = [*(place for place in places if place != at), at]

    def _place(self, key: str) -> Where:
        """The last place at which a line (by its key) was asked for and something stands; else the last one."""
        places = self._places.get(key, [])
        return ([place for place in places if self._placed.get(place)] or places or [("", None)])[-1]

    def _at(self, line: NetworkLine) -> Where:
        """Which thing a line is about: an asset at a site; one without a site is wherever the asset is."""
        asset = self._directory.asset_of(line.line, line.asset)
        places = {site: steps for (known, site), steps in self._placed.items() if known == asset}
        standing = [site for site, steps in places.items() if steps]
        known = standing or (list(places)[::-1] if line.site is None else [])
        there = [site for site in known if None in (site, line.site)]
        return asset, line.site if line.site in known or not there else there[0]

    def _stands_at(self, line: NetworkLine) -> Where:
        """Where the step is that a line is about; a change may name another site, to which it is moved."""
        at = asset, _ = self._at(line)
        others = [where for where, steps in self._placed.items() if where[0] == asset and line.step in steps]
        moved = line.effect == "change" and at not in others and len(others) == 1
        return others[0] if moved else at

    def _called_off(self, undo: Task) -> int:
        """How many of what an undo is about are held or have failed; so many fewer are done of it."""
        for waiting in (self.held, self._failed):
            for place, task in enumerate(waiting):
                same = (task.line.line, task.line.step, task.line.effect) == (undo.line.line, undo.line.step, "do")
                if same and self._key(task.line) == self._key(undo.line):
                    left = task.line.quantity - undo.line.quantity
                    if left > 0:
                        waiting[place] = replace(task, line=replace(task.line, quantity=left))
                    else:
                        del waiting[place]
                    return task.line.quantity
        return 0

    def _finish(self, task: Task) -> None:
        self._now += 1
        line, key = task.line, self._key(task.line)
        gone = overtaken(self._failed, line)
        self._failed = [old for old in self._failed if old not in gone]
        if objection := self._objection(line):
            self.objections.append(objection)
            self._report(task, "failed", objection)
        elif self._is_beyond(line) or self._is_behind(task):
            stuck = any(self._key(earlier.line) == key for earlier in self._failed)
            self._failed.append(task)
            if not stuck:
                self._report(task, "failed", f"{line.step} cannot be done for {line.product}")
        else:
            self._act(line)
            self._report(task, "undone" if line.effect == "undo" else "done")

    def _act(self, line: NetworkLine) -> None:
        where = self._stands_at(line)
        before = self._as_placed(where, line.step)
        match line.effect:
            case "do":
                self._do(line)
            case "change":
                self._change(line)
            case "undo":
                self._undo(line)
        done = Alteration(before, self._as_placed(where, line.step))
        self.deeds.append(Deed(line.line, where, line.step, done))

    def _as_placed(self, where: Where, step: str) -> Placed | None:
        placed = self._placed.get(where, {}).get(step)
        return placed and placed.as_it_is()

    def _is_behind(self, task: Task) -> bool:
        """Whether a step of the same line, which was asked for by the same call before this one, has failed."""
        key = self._key(task.line)
        return any(old.message == task.message and self._key(old.line) == key for old in self._failed)

    def _tried_again(self, task: Task) -> list[Task]:
        """What failed and is asked for once more, to be done once."""
        steps, known = self._placed.get(self._at(task.line), {}), self._directory.line_by_id(task.line.line)
        here = steps[task.line.step].quantity if task.line.step in steps else 0
        wanted = quantity(known[1].attributes) if known else 1
        return tried_again(self._failed, task, here, max([wanted, *(step.quantity for step in steps.values())]))

    def _is_beyond(self, line: NetworkLine) -> bool:
        """Whether a step cannot be done; to set asleep or awake may be to undo something, the first that is asked."""
        key = self._key(line)
        if line.effect == "change":
            return self._alters(line) and key in self.unable | self.unfinishable
        if line.effect != "do":
            known = self._directory.line_by_id(line.line)
            asleep = known is not None and known[1].action in ("Suspend", "Resume")
            return asleep and key in self.unable and line.effect == "undo" and len(self.told_of(key)) == 1
        return key in self.unable or (key in self.unfinishable and bool(self._placed.get(self._at(line))))

    def _alters(self, line: NetworkLine) -> bool:
        """Whether a change is one: to lead back to what stands is no work, and cannot fail."""
        where, here = self._at(line), self._stands_at(line)
        placed = self._placed[here][line.step]
        set_up = all(placed.attributes.get(name) == value for name, value in line.attributes.items())
        return not (where == here and placed.quantity == line.quantity and set_up)

    def _objection(self, line: NetworkLine) -> str | None:
        if line.effect == "do":
            return None
        steps = self._placed.get(self._stands_at(line), {})
        here = steps.get(line.step)
        if here is None or (line.effect == "undo" and line.quantity > here.quantity):
            return f"{line.step} was not done so often, so there is nothing to {line.effect}"
        if line.effect == "change":
            return None
        later = [step for step, placed in steps.items() if placed.rank > here.rank]
        if resting := [step for step in later if steps[step].quantity > here.quantity - line.quantity]:
            return f"{resting[-1]} still rests on {line.step}"
        return None

    def _do(self, line: NetworkLine) -> None:
        where = self._at(line)
        steps = self._placed.setdefault(where, {})
        here = steps.get(line.step)
        if here is None:
            here = steps[line.step] = Placed(line.quantity, {}, len(self.entries))
            here.write(line.attributes, self._now)
        else:
            here.quantity += line.quantity
            here.attributes.update(line.attributes)
        if here.quantity > self._most.get((where, line.step), 0):
            self._most[where, line.step] = self._fewest[where, line.step] = here.quantity

    def _change(self, line: NetworkLine) -> None:
        where, before = self._at(line), self._stands_at(line)
        here = self._placed[before][line.step]
        if where != before:
            self._placed.setdefault(where, {})[line.step] = self._placed[before].pop(line.step)
        here.quantity = line.quantity
        self._fewest[where, line.step] = min(self._fewest.get((where, line.step), here.quantity), here.quantity)
        here.write(line.attributes, self._now)

    def _undo(self, line: NetworkLine) -> None:
        where = self._at(line)
        here = self._placed[where][line.step]
        here.quantity -= line.quantity
        self._fewest[where, line.step] = min(self._fewest[where, line.step], here.quantity)
        if here.quantity == 0:
            del self._placed[where][line.step]

    def _report(self, task: Task, outcome: str, reason: str | None = None) -> None:
        values = self._values(task.line) if outcome == "done" else {}
        self.failures[self._key(task.line)] += outcome == "failed"
        report = NetworkReport(
            order=task.order,
            line=task.line.line,
            step=task.line.step,
            outcome=outcome,
            attributes=values,
            reason=reason,
            call=task.message,
        )
        self._channel.tell("network-report", Edge.NETWORK, report, task.order)

    def _values(self, line: NetworkLine) -> dict[str, str]:
        """What is assigned with a step: the first value with the first one, with the last step all that are left.

        Of steps that only the system knows none is known for the last one: with each but the first come all.
        """
        steps, left = list(self._directory.catalogue.milestones), self.assigned.get(self._key(line), {})
        known, first = line.step in steps, len(self.placed(self._key(line))) < 2
        last = line.step == steps[-1] if known else not first
        count = len(left) if last else int(line.step not in steps[1:] or len(left) == 1)
        return {name: left.pop(name) for name in list(left)[:count]}
