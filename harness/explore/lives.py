"""The life of one order in a row of acts: it comes, others get on with it, it is thought better of, and it ends."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ordertck.harness.explore.acts import Drawn, Scene, kinds_of

Draws = Callable[[Scene], Drawn]
# What may be drawn, each with the mechanism that a history has to be about for it; with none it may always be.
Choice = Sequence[tuple[Draws, str]]

# What comes in a life after its beginning; each of these is as likely as any other.
_LIVES = (
    ("changes",),
    ("goes on", "changes"),
    ("goes on", "changes"),
    ("goes on", "goes on", "changes"),
    ("changes", "goes on", "changes"),
    ("goes on", "changes", "changes"),
    ("goes on", "changes", "goes on", "changes"),
)
# A narrow history is about so many mechanisms that come about by what is done, and so many that are written.
_DONE, _WRITES = (2, 3, 3), (0, 1, 1)
# So often something is drawn until it is about the order whose life it is.
_TRIES = 4
_LIFE = "life of "


@dataclass(frozen=True)
class Lives:
    """How orders live in a role: how they begin, how it goes on with them, how they change and how they end.

    What befalls an order otherwise is drawn by chance between any two acts of its life. ``are_open`` names the orders
    that may live on. How far a life has come stands in the scene's notes.
    """

    role: str
    are_open: Callable[[Scene], Iterable[str]]
    begins: Choice
    goes_on: Choice
    changes: Choice
    ends: Choice

    def go_on(self, scene: Scene) -> Drawn:
        """The next act in the life of an order; the first one of another order's where that is over."""
        name, left = _noted(scene)
        if not left or name not in self.are_open(scene):
            return self._begin(scene)
        _note(scene, name, left[1:])
        parts: Mapping[str, Choice] = {"goes on": self.goes_on, "changes": self.changes, "ends": self.ends}
        latest, scene.latest = scene.latest, frozenset({name})
        act = self._drawn(scene, parts[left[0]], name)
        scene.latest = latest
        return act

    def _begin(self, scene: Scene) -> Drawn:
        before = set(scene.drafts)
        act = self._drawn(scene, self.begins, "")
        if act is not None and (new := [name for name in scene.drafts if name not in before]):
            _note(scene, new[-1], [*scene.dice.choice(_LIVES), "ends"])
        return act

    def _drawn(self, scene: Scene, choice: Choice, name: str) -> Drawn:
        """One of these acts, rather one that the history is about; of an order of this name, if there is one."""
        needs = {kind.draw: kind.needs for kind in kinds_of(self.role)}
        can = [each for each in choice if needs.get(each[0], frozenset()) <= scene.claims.capabilities]
        mine = [draw for draw, mechanism in can if not mechanism or mechanism in scene.focus]
        mine = mine or [draw for draw, mechanism in can if scene.knows(mechanism)]
        before = scene.drafts
        for _ in range(_TRIES if mine else 0):
            scene.drafts = dict(before)
            act = scene.dice.choice(mine)(scene)
            if act is not None and (not name or not act.about or name in act.about):
                return act
        scene.drafts = before
        return None


def narrowed(scene: Scene, written: Collection[str]) -> frozenset[str]:
    """Some few of the mechanisms that a narrow history is about, some of which are ``written`` on orders."""
    kinds = [[*sorted(scene.focus - set(written))], [*sorted(scene.focus & set(written))]]
    many = (scene.dice.choice(_DONE), scene.dice.choice(_WRITES))
    parts = (scene.dice.sample(names, min(number, len(names))) for names, number in zip(kinds, many, strict=True))
    return frozenset(name for part in parts for name in part)


def _noted(scene: Scene) -> tuple[str, list[str]]:
    """The order whose life this is, and what is still to come in it."""
    note = next((note for note in scene.notes if note.startswith(_LIFE)), "")
    name, *left = note.removeprefix(_LIFE).split("|")
    return name, left


def _note(scene: Scene, name: str, left: list[str]) -> None:
    others = {note for note in scene.notes if not note.startswith(_LIFE)}
    scene.notes = frozenset(others | {"|".join((_LIFE + name, *left))})
