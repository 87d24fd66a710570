"""What the network was asked for and what stands of it; and when a request takes the place of one that failed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ordertck.harness.bench.parts.held_work import LineWork
from ordertck.harness.messages import NetworkLine


@dataclass(frozen=True, slots=True)
class Task(LineWork[NetworkLine]):
    """One step that the network was asked for."""


@dataclass(slots=True)
class Placed:
    """What stands of one step of one line: how many, how they are set up, and ``rank``: what came later is higher.

    ``written`` says of each attribute when all of them were set up with it last, and with which value: units that are
    added with another value may be taken away again.
    """

    quantity: int
    attributes: dict[str, str]
    rank: int = 0
    written: dict[str, tuple[int, str]] = field(default_factory=dict)

    def write(self, attributes: Mapping[str, str], now: int) -> None:
        """Set all of them up with these values; ``now`` is higher each time."""
        self.attributes.update(attributes)
        self.written.update({name: (now, value) for name, value in attributes.items()})

    def as_it_is(self) -> "Placed":
        """A copy, which stays so whatever is done from here on."""
        return replace(self, attributes=dict(self.attributes))


@dataclass(frozen=True, slots=True)
class Alteration:
    """How one step stood at a place before something was done, and how it stood then; None where it did not stand."""

    before: Placed | None
    after: Placed | None

    def __bool__(self) -> bool:
        """Whether anything is otherwise."""
        return self._state(self.before) != self._state(self.after)

    def stands(self, here: Placed | None) -> bool:
        """Whether what was altered is so still where the step stands as it does ``here``."""
        if here is None or self.after is None or self.before is None:
            return (here is None) == (self.after is None)
        was, made = self.before.attributes, self.after.attributes
        return all(here.attributes.get(name) == value for name, value in made.items() if was.get(name) != value)

    @staticmethod
    def _state(placed: Placed | None) -> tuple[int, dict[str, str]] | None:
        return None if placed is None else (placed.quantity, placed.attributes)


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done of one step for a line, by its id. ``where`` is the asset, and the site where it is."""

    line: str
    where: tuple[str, str | None]
    step: str
    done: Alteration


def written_last(steps: Iterable[Placed], name: str) -> str | None:
    """The value with which a step was set up last; None where no step was."""
    return max((step.written[name] for step in steps if name in step.written), default=(0, None))[1]


def overtaken(failed: Iterable[Task], new: NetworkLine) -> list[Task]:
    """What failed and is wanted no more: the same is asked for anew, or what was to be changed is undone."""
    return [old for old in failed if _is_asked_anew(old.line, new) or _is_taken_away(old.line, new)]


def tried_again(failed: Iterable[Task], task: Task, standing: int, wanted: int) -> list[Task]:
    """What failed and is asked for once more, by another call, to be done once: nobody asks for more than is wanted.

    ``standing`` is how many of the step there are, ``wanted`` how many there are to be. Where both may be wanted, as
    when single units are asked for one by one, nothing is tried again. A revision may want another number of what
    failed, and all of them may be asked for anew.
    """
    new = task.line
    same = [old for old in failed if (old.line.line, old.line.step, old.line.effect) == (new.line, new.step, "do")]
    asked = standing + sum(old.line.quantity for old in same) + new.quantity
    takes_all = standing + new.quantity >= wanted
    alike = [old for old in same if takes_all or old.line.quantity == new.quantity]
    return [old for old in alike if asked > wanted and old.message != task.message]


def _is_asked_anew(old: NetworkLine, new: NetworkLine) -> bool:
    """Whether the same is asked for with other values, or as a change."""
    otherwise = new.effect == "change" or (new.effect == "do" and old.attributes != new.attributes)
    return otherwise and _are_alike(old, new)


def _is_taken_away(old: NetworkLine, new: NetworkLine) -> bool:
    """Whether all that was to be changed is undone."""
    same = (old.line, old.step) == (new.line, new.step) and old.quantity <= new.quantity
    return same and (old.effect, new.effect) == ("change", "undo")


def _are_alike(old: NetworkLine, new: NetworkLine) -> bool:
    return (old.line, old.step, old.effect, old.quantity) == (new.line, new.step, new.effect, new.quantity)
