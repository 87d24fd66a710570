"""What stands in the network, told from what was asked of it and what it reported."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ordertck.harness.messages import CHANGE, DO, UNDO, Message, StepEffect


@dataclass(slots=True)
class Placed:
    """What stands of one step: how many, and how they are set up.

    ``rank`` is its place among the steps, in the order in which they were done first. ``before`` is how many there
    were, and how they were set up, each time that some more were set up otherwise; ``taken`` are the attributes in
    which those differed, where some were undone since.
    """

    quantity: int
    attributes: dict[str, str]
    assigned: set[str] = field(default_factory=set)  # attributes whose value the network gave
    before: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    rank: int = 0
    taken: set[str] = field(default_factory=set)


# What stands of a thing, by site and step.
Standing = dict[tuple[str | None, str], Placed]


@dataclass(frozen=True, slots=True)
class Ask:
    """One step that was asked for: in which ``record``, by which ``call``, for which line of which order.

    ``failed`` says that the network could not do it yet.
    """

    record: int
    call: str
    order: str
    line: str
    asset: str
    step: str
    effect: StepEffect
    quantity: int
    site: str | None
    attributes: Mapping[str, str]
    failed: bool = False


@dataclass(slots=True)
class Ledger:
    """What stands, by asset, site and step; and what was asked for and not done yet of each asset, in its order.

    ``unclear`` are the assets of which nobody says what is to be: units stood and more of them had failed when some
    were undone, and no message says which are meant; or what had failed was done when its line had come to its end, or
    a change of it was given up; or more were to be set up at one of several sites than stood there; or what had failed
    and was asked for once more was done after all, so that both may have been wanted. ``broken`` are the
    calls, each with its line, of which a step has failed and was not done since: what the same call had asked for
    behind it waits. ``named`` are the steps, by asset, that something was done of at a site that was named. ``turns``
    tell, by line and step, which step was to be done first.
    """

    placed: dict[str, dict[str | None, dict[str, Placed]]] = field(default_factory=dict)
    asked: dict[str, list[Ask]] = field(default_factory=dict)
    assets: dict[str, str] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)
    broken: set[tuple[str, str]] = field(default_factory=set)
    named: set[tuple[str, str, str]] = field(default_factory=set)
    turns: dict[tuple[str, str], int] = field(default_factory=dict)

    def standing(self, asset: str) -> dict[str | None, dict[str, Placed]]:
        """What stands of an asset, by site."""
        return {site: steps for site, steps in self.placed.get(asset, {}).items() if steps}

    def steps(self, asset: str) -> Standing:
        """What stands of each step of an asset by now, by site and step; a copy that stays as it is."""
        places = self.standing(asset).items()
        return {
            (site, step): Placed(
                here.quantity, dict(here.attributes), set(here.assigned), list(here.before), taken=set(here.taken)
            )
            for site, steps in places
            for step, here in steps.items()
        }

    def is_unplaced(self, asset: str) -> bool:
        """Whether a part of it stands where nobody has named a place, and another where somebody has.

        So does what was being moved there when that was called off; which place is meant from then on, nobody says.
        """
        places = self.standing(asset)
        return None in places and len(places) > 1

    def is_busy(self) -> bool:
        """Whether anything was asked for that is neither done nor failed yet."""
        return any(self.holding(asset) for asset in self.asked)

    def holding(self, asset: str, line: str = "") -> list[Ask]:
        """What was asked for of an asset, or of one line about it, and is neither done nor failed yet."""
        return [ask for ask in self.open(asset, line) if not self._stuck(ask)]

    def open(self, asset: str, line: str = "") -> list[Ask]:
        """What was asked for and not done yet, that which failed among it."""
        return [ask for ask in self.asked.get(asset, ()) if not line or ask.line == line]

    def is_to_be_undone(self, asked: Ask) -> bool:
        """Whether a step is to be undone that was asked for; whoever calls it off need not hear that it is done."""
        return any((ask.step, ask.effect) == (asked.step, UNDO) for ask in self.open(asked.asset, asked.line))

    def will_stand(self, asked: Ask) -> int:
        """How many of a step there will be where an ask is about it, once all that was asked for before is done."""
        where = self._site(asked)
        here = self.placed.get(asked.asset, {}).get(where, {}).get(asked.step)
        count = here.quantity if here else 0
        for ask in self.asked.get(asked.asset, ()):
            impossible = ask.failed and ask.effect == UNDO  # it takes nothing away
            if ask.step == asked.step and self._site(ask) == where and not impossible:
                count += {DO: ask.quantity, UNDO: -ask.quantity}.get(ask.effect, 0)
        return count

    def resting_on(self, asked: Ask) -> list[str]:
        """The steps, done after this one, that would still stand there once it is undone."""
        steps = self.placed.get(asked.asset, {}).get(self._site(asked), {})
        if asked.effect != UNDO or asked.step not in steps or self._calls_off(asked) is not None:
            return []
        rank = steps[asked.step].rank
        later = [step for step, placed in steps.items() if placed.rank > rank]
        left = self.will_stand(asked) - asked.quantity
        return [step for step in later if self.will_stand(replace(asked, step=step)) > left]

    def ask(self, ask: Ask) -> None:
        """The network is asked for a step."""
        self.assets[ask.line] = ask.asset
        if ask.effect == DO:
            self.turns.setdefault((ask.line, ask.step), len(self.turns))
        self.asked.setdefault(ask.asset, []).append(ask)

    def take_back(self, ask: Ask) -> None:
        """Forget an ask again that was only supposed."""
        self.asked[ask.asset].remove(ask)

    def report(self, body: Mapping[str, Any]) -> Ask | None:
        """The network reports on a step; the ask that it reports on, None where nobody asked for it."""
        line, step, outcome, call = body["line"], body["step"], body["outcome"], body.get("call")
        effects = {"undone": (UNDO,), "done": (DO, CHANGE)}.get(outcome, (DO, CHANGE, UNDO))
        asked = self.asked.get(self.assets.get(line, ""), [])
        fitting = [ask for ask in asked if (ask.line, ask.step) == (line, step) and ask.effect in effects]
        ask = next((ask for ask in fitting if ask.call == call), next(iter(fitting), None))
        if ask is None:
            return None
        if outcome == "failed":
            asked[asked.index(ask)] = replace(ask, failed=True)
            self.broken.add((ask.call, line))
            return ask
        self.broken.discard((ask.call, line))
        off = self._calls_off(ask)
        there = self.placed.get(ask.asset, {}).get(self._site(ask), {}).get(ask.step)
        if off is not None and off.failed and there is not None and ask.quantity < there.quantity + off.quantity:
            self.unclear.add(ask.asset)
        if ask.failed and any(_is_again(other, ask) for other in asked if other is not ask):
            self.unclear.add(ask.asset)
        asked.remove(ask)
        asked[:] = [other for other in asked if not (self._is_broken(other) and _is_overtaken(other, ask))]
        if off is None:
            self._apply(ask)
            self._assign(ask, body.get("attributes") or {})
        elif off.quantity > ask.quantity:
            asked[asked.index(off)] = replace(off, quantity=off.quantity - ask.quantity)
        else:
            asked.remove(off)
            # What had failed before, and was asked for once more, is called off with that.
            asked[:] = [other for other in asked if not (other.failed and _is_again(off, other))]
            if ask.quantity > off.quantity:
                self._apply(replace(ask, quantity=ask.quantity - off.quantity))
        if not asked:
            del self.asked[ask.asset]
        return ask

    def _calls_off(self, undo: Ask) -> Ask | None:
        """The step, asked for before and not done, that an undo is about.

        One call may undo a step at an address and do it, after that, at another one.
        """
        if undo.effect != UNDO:
            return None
        wanted, asked = (undo.line, undo.step, DO), self.open(undo.asset)
        before = asked[: asked.index(undo)] if undo in asked else asked
        known = [ask for ask in before if _key(ask) == wanted and ask.record <= undo.record]
        return next((ask for ask in known if not ask.failed), next(iter(known), None))

    def _is_broken(self, ask: Ask) -> bool:
        """Whether a step has failed, or waits behind one of the same call that has."""
        return ask.failed or (ask.call, ask.line) in self.broken

    def _stuck(self, ask: Ask) -> bool:
        """Whether a step has failed, or is to be done when one that was asked for before it of the same line has."""
        before = [other for other in self.open(ask.asset, ask.line) if other.failed and other.record <= ask.record]
        behind = [other for other in before if other.call == ask.call or _key(other) != _key(ask)]  # no second try
        changes = ask.effect == CHANGE and any(other.call == ask.call for other in behind)
        return ask.failed or changes or (ask.effect == DO and any(self._is_ahead(other, ask) for other in behind))

    def _is_ahead(self, failed: Ask, ask: Ask) -> bool:
        """Whether a step waits for one that has failed: not if it comes before that, and is done once more."""
        if failed.effect != DO or failed.call == ask.call:
            return True
        return self.turns[failed.line, failed.step] <= self.turns[ask.line, ask.step]

    def _site(self, ask: Ask) -> str | None:
        """Where the thing is that an ask is about: at the site that it names, or wherever it is."""
        sites = self.placed.get(ask.asset, {})
        standing = [site for site, steps in sites.items() if steps]
        # Where no site is named, what was undone before is done anew where it was.
        known = standing or (list(sites)[::-1] if ask.site is None else [])
        there = [site for site in known if None in (site, ask.site)]
        if ask.site is None:  # a change that named a site may have moved some steps, and not come to the others
            there = [site for site in there if ask.step in sites[site]] or there
            return None if None in there or not there else there[0]
        return ask.site if ask.site in known or not there else there[0]

    def _apply(self, ask: Ask) -> None:
        sites = self.placed.setdefault(ask.asset, {})
        where = self._site(ask)
        if ask.effect != UNDO and ask.site is not None:
            self.named.add((ask.asset, ask.step, ask.site))
        match ask.effect:
            case "do":
                steps = sites.setdefault(where, {})
                here = steps.setdefault(ask.step, Placed(0, {}, rank=ask.record))
                if here.quantity and not ask.attributes.items() <= here.attributes.items():
                    here.before.append((here.quantity, dict(here.attributes)))
                here.quantity += ask.quantity
                here.attributes.update(ask.attributes)
            case "change":
                self._change(sites, where or ask.site, ask)  # what had no site yet has the one that is named now
            case "undo":
                here = sites.get(where, {}).get(ask.step, Placed(0, {}))
                here.quantity -= ask.quantity
                while here.before and here.quantity <= here.before[-1][0]:
                    _, had = here.before.pop()
                    here.taken |= {name for name, value in here.attributes.items() if had.get(name) != value}
                    here.attributes.update(had)  # those that are left were never set up otherwise
                if here.quantity <= 0:
                    sites.get(where, {}).pop(ask.step, None)

    def _assign(self, ask: Ask, values: Mapping[str, str]) -> None:
        here = self.placed.get(ask.asset, {}).get(self._site(ask), {}).get(ask.step)
        if here is not None:
            here.attributes.update(values)
            here.assigned.update(values)

    def _change(self, sites: dict[str | None, dict[str, Placed]], where: str | None, ask: Ask) -> None:
        others = [site for site, steps in sites.items() if ask.step in steps]
        if where in others and len(others) > 1 and ask.quantity > sites[where][ask.step].quantity:
            self.unclear.add(ask.asset)  # whether the others are brought along, the message does not say
        before = others[0] if where not in others and len(others) == 1 else where
        here = sites.get(before, {}).pop(ask.step, Placed(0, {})) if before != where else None
        if here is not None:
            sites.setdefault(where, {})[ask.step] = here
        here = sites.setdefault(where, {}).setdefault(ask.step, Placed(0, {}))
        here.quantity, here.before = ask.quantity, []
        here.attributes.update(ask.attributes)


def asked_in(record: int, message: Message, assets: Mapping[str, str]) -> Iterator[Ask]:
    """The steps that a network order asks for; ``assets`` are those of the lines that are known."""
    for line in message.body["lines"]:
        asset = assets.get(line["line"]) or line.get("asset") or line["line"]
        where, how = line.get("site"), line.get("attributes", {})
        asked = line["line"], asset, line["step"], line["effect"], line.get("quantity", 1), where, how
        yield Ask(record, message.id, message.body["order"], *asked)


def _is_overtaken(failed: Ask, ask: Ask) -> bool:
    """Whether what failed is wanted no more, since the same is done, or all that was to be changed is undone."""
    away = (failed.effect, ask.effect) == (CHANGE, UNDO) and failed.quantity <= ask.quantity
    return _key(failed) == _key(ask) or (away and (failed.line, failed.step) == (ask.line, ask.step))


def _is_again(ask: Ask, failed: Ask) -> bool:
    return _key(ask) == _key(failed) and ask.quantity == failed.quantity


def _key(ask: Ask) -> tuple[str, str, str]:
    return ask.line, ask.step, ask.effect


def fits(quantity: int, setting: Mapping[str, str], steps: Mapping[str, Placed]) -> bool:
    """Whether there are as many of each step as are wanted, and each attribute is set on one of them at least."""
    return (
        bool(steps)
        and all(step.quantity == quantity for step in steps.values())
        and all(_is_set(name, value, steps.values()) for name, value in setting.items())
    )


def _is_set(name: str, value: str, steps: Iterable[Placed]) -> bool:
    return any(step.attributes.get(name) == value for step in steps)
