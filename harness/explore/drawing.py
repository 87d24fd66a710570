"""Drawing histories: which acts follow each other, as a function of the seed and of what the system did."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from ordertck.harness.claims import Claims
from ordertck.harness.edition.features import Step
from ordertck.harness.errors import UsageError
from ordertck.harness.explore.acts import CLOSINGS, FOCUSED, OPENINGS, QUIET, Act, Kind, Scene, is_claimed, kinds_of
from ordertck.harness.explore.playing import Played, Player

# How many kinds are tried, so many times over, before no further act is drawn.
_TRIES, _ROUNDS = 12, 8
# Once in so many acts the next one does not wait until all is quiet.
_HASTE = 6
# A kind of act that a history is about is drawn so much more often than one of no mechanism, and that than others.
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class History:
    """A history that was played: its seed, its acts, and what came of it."""

    seed: str
    acts: tuple[Act, ...]
    played: Played

    @property
    def steps(self) -> tuple[Step, ...]:
        """Its sentences, in turn."""
        return tuple(step for act in self.acts for step in act.steps)


class Drawing:
    """Draws histories for a system in one role.

    ``areas`` are the mechanisms that are wanted; left out, all are. Acts that belong to none are always drawn.
    """

    def __init__(self, claims: Claims, areas: Sequence[str] = (), most_acts: int = 10) -> None:
        (role,) = claims.roles
        kinds = [kind for kind in kinds_of(role) if kind.needs <= claims.capabilities]
        kinds = [k for k in kinds if not areas or not k.areas or k.areas & set(areas)]
        self._kinds = [k for k in kinds if k.basic or all(is_claimed(claims, area) for area in k.areas)]
        if not self._kinds:
            raise UsageError(f"nothing is explored in the role {role}", "name another role")
        known = claims.edition.mechanisms.known.items()
        wanted = [name for name, mechanism in known if role in mechanism.roles and (not areas or name in areas)]
        self._mechanisms = [name for name in wanted if role in FOCUSED and is_claimed(claims, name)]
        self._claims, self._most_acts = claims, most_acts
        self._opening, self._closing = OPENINGS.get(role), CLOSINGS.get(role)

    def history(self, player: Player, seed: str) -> History:
        """The history of a seed, played while it is drawn. Raises ``AdapterError`` where the adapter breaks."""
        dice, stage = Random(seed), player.begin()
        scene = Scene(dice, self._claims, stage, {}, focus=self._focus(dice))
        acts: list[Act] = []
        weights = [self._weight(kind, scene) for kind in self._kinds]
        opening = list(self._opening(scene)) if self._opening else []
        tries = 2 * self._most_acts
        while opening or (len(acts) < self._most_acts and tries):
            tries -= 1
            act = opening.pop(0) if opening else self._next(scene, weights, acts)
            if act is None:
                break
            self._carry_out(player, scene, act, acts)
        for act in self._closing(scene) if self._closing else ():
            self._carry_out(player, scene, act, acts)
        history = History(seed, tuple(acts), player.end(stage))
        if scene.unfit and history.played.objections:  # what could not be done may have had effects: it is left out
            history = History(seed, history.acts, player.play(history.steps))
        return history

    def _focus(self, dice: Random) -> frozenset[str]:
        """The few mechanisms that a history is about, so that these meet; now and then whatever comes."""
        if not self._mechanisms or dice.randrange(8) == 0:
            return frozenset()
        return frozenset(dice.sample(self._mechanisms, min(dice.choice((3, 4, 4)), len(self._mechanisms))))

    def _weight(self, kind: Kind, scene: Scene) -> int:
        """How often a kind is drawn: more often where the history is about it, else now more, now less, or never."""
        if not scene.focus:
            return kind.weight * scene.dice.choice((0, 1, 1, 2)) if kind.areas else kind.weight
        if kind.basic or not kind.areas:
            return kind.weight * _OFTEN
        return kind.weight * (_OFTEN * _OFTEN if kind.areas & scene.focus else 1)

    def _next(self, scene: Scene, weights: list[int], acts: list[Act]) -> Act | None:
        """What is done next: rather what the history is about and has not come to yet."""
        if not any(weights):
            return None
        missing = scene.focus.difference(*(act.mechanisms for act in acts))
        if missing and not scene.one_in(3):
            mine = [weight * bool(kind.areas & missing) for kind, weight in zip(self._kinds, weights, strict=True)]
            act = self._drawn(scene, mine, 3) if any(mine) else None
            if act is not None:
                return act
        rounds = (self._drawn(scene, weights, _TRIES) for _ in range(_ROUNDS))
        return next((act for act in rounds if act is not None), None)

    def _drawn(self, scene: Scene, weights: list[int], tries: int) -> Act | None:
        drawn = (kind.draw(scene) for kind in scene.dice.choices(self._kinds, weights, k=tries))
        return next((act for act in drawn if act is not None), None)

    def _carry_out(self, player: Player, scene: Scene, act: Act, acts: list[Act]) -> None:
        quiet = () if scene.one_in(_HASTE) else (QUIET,)
        done: list[Step] = []
        for step in (*act.steps, *quiet):
            if not player.carry_out(scene.stage, step):
                scene.unfit = True
                break
            done.append(step)
        if done:
            acts.append(Act(act.kind, tuple(done), act.mechanisms, act.about))
            scene.latest, scene.last = act.about, act
