"""Drawing histories: which acts follow each other, as a function of the seed and of what the system did."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt
from random import Random

from ordertck.harness.claims import Claims
from ordertck.harness.edition.features import Step
from ordertck.harness.errors import UsageError
from ordertck.harness.explore.acts import (
    CLOSINGS,
    COURSES,
    FOCUSED,
    OPENINGS,
    QUIET,
    Act,
    Kind,
    Scene,
    explored_role,
    is_claimed,
    kinds_of,
)
from ordertck.harness.explore.novelty import Novelty
from ordertck.harness.explore.order_draft import Draft
from ordertck.harness.explore.playing import Played, Player
from ordertck.harness.messages.roles import Trait

# Of so many acts that could be done the newest is.
_CANDIDATES = 3
# How many kinds are tried, so many times over, before no further act is drawn.
_TRIES, _ROUNDS = 12, 8
# Once in so many acts the next one does not wait until all is quiet.
_HASTE = 6
# Once in so many histories that are about something, orders come as they like, whatever is under way.
_CALM = 2
# Once in so many of them all is about one thing, so that much befalls it.
_NARROW = 2
# Once in so many acts neighbours get on with what is under way before the next one: in a calm history, and in others.
_GETS_ON = {True: 2, False: 4}
# What orders say; it costs no act, so that a history can be about more of it. The others come about by what is done.
_WRITTEN = frozenset({"price-lists", "bundles", "dates", "priorities", "service-points"})
# A kind of act that a history is about is drawn so much more often than one of no mechanism, and that than others.
_OFTEN = 3
# Weights are as even as roots of so many times the weight are, where a history is about something.
_EVEN = 16


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
    """Draws histories for a system in ``role``, its one or, of a suite, the one inside that is heard.

    ``areas`` are the mechanisms that are wanted; left out, all are. Acts that belong to none are always drawn.
    """

    def __init__(self, claims: Claims, areas: Sequence[str] = ()) -> None:
        role = explored_role(claims)
        kinds = [kind for kind in kinds_of(role) if kind.needs <= claims.capabilities]
        kinds = [k for k in kinds if not areas or not k.areas or k.areas & set(areas)]
        self._kinds = [k for k in kinds if k.basic or all(is_claimed(claims, role, area) for area in k.areas)]
        if not self._kinds:
            raise UsageError(f"nothing is explored in the role {role}", "name another role")
        known = claims.edition.mechanisms.known.items()
        wanted = [name for name, mechanism in known if role in mechanism.roles and (not areas or name in areas)]
        self._mechanisms = [name for name in wanted if role in FOCUSED and is_claimed(claims, role, name)]
        self._unclaimed = frozenset(name for name, _ in known if not is_claimed(claims, role, name))
        self._claims, self.role = claims, role
        self._opening, self._closing, self._course = OPENINGS.get(role), CLOSINGS.get(role), COURSES.get(role)
        self._novelty = Novelty(by_things=Trait.DESK.of(claims.roles))

    def history(self, player: Player, seed: str, most_acts: int) -> History:
        """The history of a seed, played while it is drawn; its beginning and end are no part of its ``most_acts``.

        Raises ``AdapterError`` where the adapter breaks.
        """
        dice, stage = Random(seed), player.begin()
        self._novelty.begin()
        scene = Scene(dice, self._claims, stage, {}, focus=self._focus(dice), unclaimed=self._unclaimed)
        scene.calm = bool(scene.focus) and not scene.one_in(_CALM)
        scene.narrow = bool(scene.focus) and scene.one_in(_NARROW)
        acts = scene.acts
        for first in self._opening(scene) if self._opening else ():
            self._carry_out(player, scene, first, acts)
        weights = [self._weight(kind, scene) for kind in self._kinds]  # an opening may narrow what it is about
        tries, most = 2 * most_acts, most_acts + len(acts)
        while len(acts) < most and tries:
            tries -= 1
            act = self._goes_on(scene) or self._next(scene, weights, acts)
            if act is None:
                break
            self._carry_out(player, scene, act, acts)
        for last in self._closing(scene) if self._closing else ():
            self._carry_out(player, scene, last, acts)
        history = History(seed, tuple(acts), player.end(stage))
        if scene.unfit and history.played.objections:  # what could not be done may have had effects: it is left out
            history = History(seed, history.acts, player.play(history.steps))
        return history

    def _focus(self, dice: Random) -> frozenset[str]:
        """The few mechanisms that a history is about, so that these meet; now and then whatever comes."""
        if not self._mechanisms or dice.randrange(8) == 0:
            return frozenset()
        written = [name for name in self._mechanisms if name in _WRITTEN]
        done = [name for name in self._mechanisms if name not in _WRITTEN]
        return self._novelty.focus(dice, (done, dice.choice((3, 4))), (written, dice.choice((1, 2))))

    def _weight(self, kind: Kind, scene: Scene) -> int:
        """How often a kind is drawn: more often where the history is about it, else now more, now less, or never."""
        if not scene.focus:
            return kind.weight * scene.dice.choice((0, 1, 1, 2)) if kind.areas else kind.weight
        seldom = isqrt(_EVEN * kind.weight)  # what is done seldom meets things as often as what is done all day
        if kind.basic or not kind.areas:
            return seldom * _OFTEN
        return seldom * (_OFTEN * _OFTEN if kind.areas & scene.focus else 1)

    def _goes_on(self, scene: Scene) -> Act | None:
        """How neighbours get on with what was done just now, in a history that is about something."""
        return self._course(scene) if scene.focus and self._course and scene.one_in(_GETS_ON[scene.calm]) else None

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
        """The newest of some acts that could be done; what the others would have drafted is forgotten."""
        before, found = scene.drafts, list[tuple[Act, dict[str, Draft]]]()
        for kind in scene.dice.choices(self._kinds, weights, k=tries):
            scene.drafts = dict(before)
            act = kind.draw(scene)
            if act is not None:
                found.append((act, scene.drafts))
            if len(found) == (_CANDIDATES if scene.focus else 1):
                break
        scene.drafts = before
        if not found:
            return None
        act, scene.drafts = found[0] if len(found) == 1 else max(found, key=lambda each: self._novelty.of(*each))
        return act

    def _carry_out(self, player: Player, scene: Scene, act: Act, acts: list[Act]) -> None:
        quiet = () if scene.one_in(_HASTE) else (QUIET,)
        done: list[Step] = []
        scene.standing.clear()
        for step in (*act.steps, *quiet):
            if not player.carry_out(scene.stage, step):
                scene.unfit = True
                break
            done.append(step)
        if done:
            acts.append(Act(act.kind, tuple(done), act.mechanisms, act.about))
            scene.latest, scene.last = act.about, act
            scene.touched = self._novelty.note(act, scene.drafts) or scene.touched
