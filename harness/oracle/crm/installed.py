"""What customers have, told from what was queued and what was told to be complete."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product

from ordertck.harness.messages import ACTIONS, AssetStatus
from ordertck.harness.oracle.crm.line import HEAD, Line

_STATUS = {"Suspend": AssetStatus.SUSPENDED, "Resume": AssetStatus.ACTIVE, "Delete": AssetStatus.INACTIVE}
# Of what so many orders are half done with nobody can say how it is.
_MOST_OPEN = 4


@dataclass(frozen=True, slots=True)
class State:
    """How an asset is: ``site`` is None where nobody said, ``attributes`` those that somebody said."""

    product: str
    site: str | None = None
    status: str = AssetStatus.ACTIVE
    attributes: Mapping[str, str] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()

    @property
    def there(self) -> bool:
        """Whether the customer has it."""
        return self.status != AssetStatus.INACTIVE


@dataclass(frozen=True, slots=True)
class Effect:
    """What a line makes of an asset; of the attributes in ``loose`` nobody can say."""

    action: str
    product: str
    site: str | None
    attributes: Mapping[str, str]
    loose: frozenset[str] = frozenset()

    def on(self, state: State | None) -> State | None:
        """The asset afterwards; None for one that is not there."""
        if self.action == "Add":
            return State(self.product, self.site, AssetStatus.ACTIVE, self.attributes, self.loose)
        if state is None or not state.there:
            return state
        if self.action == "Update":
            changed = {**state.attributes, **self.attributes}
            return replace(state, attributes=changed, loose=(state.loose - self.attributes.keys()) | self.loose)
        filled_in = state.loose | self.attributes.keys()  # whether it stays with what moves or rests is left open
        site = self.site if self.action == "Move-Add" else state.site
        return replace(state, site=site, status=_STATUS.get(self.action, state.status), loose=filled_in)


def effect_of(line: Line) -> Effect:
    """What a line, as it was entered and filled in, makes of an asset."""
    own, loose = line.told, frozenset(line.unsure)
    kept = {name: value for name, value in own.items() if name not in loose}
    action = line.said.get("action", "")
    if action not in ACTIONS and line.override:
        action = "Update"  # since its price was overridden (PL-30)
    if action == "Update":  # what a user has cleared may be wanted blank, or as it is
        loose |= line.cleared.keys() - HEAD
    site = None if "site" in line.loose else line.said.get("site")
    return Effect(action, line.said.get("product", ""), site, kept, loose)


def are_at_odds(one: Effect, other: Effect) -> bool:
    """Whether it makes a difference in which turn two lines of one order take effect: no document names the turn."""
    before = State("", "", AssetStatus.ACTIVE)
    states = other.on(one.on(before)), one.on(other.on(before))
    return states[0] != states[1] and any(state is not None and state.there for state in states)


@dataclass(slots=True)
class Change:
    """One effect on an asset, by the order of this number; ``firm`` once that order is complete.

    ``base`` is the line that its ``line`` was queued to wait for.
    """

    effect: Effect
    order: str
    line: str
    base: str | None
    record: int
    firm: bool


@dataclass(slots=True)
class Installed:
    """An asset and all that befell it. Of one that is ``unsure`` nobody can say how it is."""

    account: str
    product: str
    changes: list[Change] = field(default_factory=list)
    unsure: bool = False
    _possible: list[State | None] | None = field(default=None, repr=False)

    @property
    def record(self) -> int:
        """What was told of it last."""
        return self.changes[-1].record

    def possible(self) -> list[State | None]:
        """How it may be: what orders have left that are complete, with or without what others have done so far."""
        if self._possible is None:
            self._possible = self._worked_out()
        return self._possible

    def change(self, change: Change) -> None:
        """A line about it is told to be complete."""
        mine = [each for each in self.changes if each.order == change.order]
        self.changes.append(change)
        self.unsure = self.unsure or sum(not each.firm for each in self.changes) > _MOST_OPEN
        self.unsure = self.unsure or any(are_at_odds(each.effect, change.effect) for each in mine)
        self._possible = None

    def has_set_since(self, order: str, names: Collection[str]) -> bool:
        """Whether a later order has set these attributes, both being complete: late news changes none of them."""
        mine = [n for n, change in enumerate(self.changes) if change.order == order]
        if not mine or not self.changes[mine[-1]].firm:
            return False
        later = [change.effect for change in self.changes[mine[-1] + 1 :] if change.firm]
        return set(names) <= {name for effect in later for name in effect.attributes if effect.action == "Update"}

    def settle(self, order: str) -> None:
        """An order is complete: what its lines did counts from now on."""
        for place, change in enumerate(self.changes):
            if change.order == order and not change.firm:
                change.firm = True
                self.unsure = self.unsure or not _all_build_on(change, self.changes[place + 1 :])
                self._possible = None

    def _worked_out(self) -> list[State | None]:
        found: list[State | None] = []
        for chosen in product((True, False), repeat=sum(not change.firm for change in self.changes)):
            taken = iter(chosen)
            state: State | None = None
            for change in self.changes:
                if change.firm or next(taken):
                    state = change.effect.on(state)
            if state not in found:
                found.append(state)
        return found


def _all_build_on(change: Change, later: Collection[Change]) -> bool:
    """Whether what others did later was a follow-on to a change: then it counts, whoever is complete first (FO-11)."""
    lines = {change.line}
    for other in later:
        if other.order != change.order and other.base not in lines:
            return False
        lines.add(other.line)
    return True


@dataclass(slots=True)
class Profile:
    """The assets of all customers, by id. Of accounts in ``unsure`` others have told, or users have kept records.

    ``administered`` are the products of which a user has set whether they become assets.
    """

    assets: dict[str, Installed] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    administered: set[str] = field(default_factory=set)

    def change(self, asset: str, account: str, product: str, change: Change) -> None:
        """A line is told to be complete."""
        known = self.assets.get(asset)
        if known is None and change.effect.action == "Add":
            known = self.assets[asset] = Installed(account, product)
        if known is not None:
            known.change(change)

    def settle(self, order: str) -> None:
        """An order is complete: what its lines did counts from now on."""
        for asset in self.assets.values():
            asset.settle(order)

    def of(self, account: str) -> Iterator[tuple[str, Installed]]:
        """The assets of one customer of which it can be said how they are."""
        if account not in self.unsure:
            for name, asset in self.assets.items():
                if asset.account == account and not asset.unsure:
                    yield name, asset
