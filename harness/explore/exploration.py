"""Exploration of one system: histories are drawn, played and judged; what is found is replayed, shrunk, told apart."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from time import monotonic
from typing import Any

from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.wire import misfit
from ordertck.harness.applicability import rule_reason
from ordertck.harness.bench import Conversation
from ordertck.harness.claims import Claims
from ordertck.harness.edition.features import Step
from ordertck.harness.errors import AdapterError, Breach
from ordertck.harness.explore import MOST_ACTS, MOST_HISTORIES
from ordertck.harness.explore.acts import Act
from ordertck.harness.explore.drawing import Drawing, History
from ordertck.harness.explore.playing import Played, Player
from ordertck.harness.explore.shrinking import Shrinking, acts_in, in_turn
from ordertck.harness.oracle import Objection, known_invariants
from ordertck.harness.runner.terms import Open
from ordertck.harness.text import printable, shortened
from ordertck.harness.transcript import Transcript

# A finding is played again so many times before it is shrunk.
_REPLAYS = 3
# So many breaches of one invariant are looked into; of more it is said how many there were.
_MOST_ALIKE = 3
# An adapter that broke so often in a row is given up.
_MOST_BREAKS = 3
_SESSION = "EXPLORE"
# Names of orders and lines in what was seen, such as FIRST-L1.
_NAMES = re.compile(r"\b(?:[A-Z]+-)*[A-Z]+\d*(?:-[A-Z]+[\d.]*)+\b|\border [A-Z]+\d*\b")


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach, as small as it could be made: its history, what the oracle said, and how often the like was met.

    ``stable`` says that it came again each time it was played; one that did not is left as it was found.
    """

    invariant: str
    says: str
    rules: tuple[str, ...]
    said: str
    seed: str
    steps: tuple[Step, ...]
    stable: bool
    acts: int
    messages: tuple[dict[str, Any], ...] = ()


@dataclass(slots=True)
class Explored:
    """What an exploration of a system did and found, whose ``role`` was heard.

    ``seen`` counts breaches by invariant, ``looked_at`` what the invariants had a say in, ``meetings`` in how many
    histories two mechanisms (or one with itself) met on the same orders. ``broke`` is what broke the adapter last, and
    in which history.
    """

    role: str
    seed: int
    histories: int = 0
    acts: int = 0
    seconds: float = 0.0
    findings: list[Finding] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    looked_at: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    meetings: Counter[tuple[str, str]] = field(default_factory=Counter)
    broke: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far an exploration goes: so many ``histories``, or so many ``seconds``, of at most so many ``acts`` each.

    ``most_findings`` ends it early; of the histories every ``step``-th is played.
    """

    histories: int | None = MOST_HISTORIES
    seconds: float | None = None
    acts: int = MOST_ACTS
    most_findings: int = 20
    step: int = 1


class Exploration:
    """Explores the system that some claims speak of, in one role; ``number`` is that of its first history."""

    def __init__(
        self,
        claims: Claims,
        seed: int,
        areas: Sequence[str] = (),
        open_system: Open = connect,
        shrinks: bool = True,
        number: int = 1,
    ) -> None:
        self._claims, self._seed, self._open, self._shrinks = claims, seed, open_system, shrinks
        self._drawing = Drawing(claims, areas)
        self._redaction = claims.redaction()
        self._player: Player | None = None
        self._close: Callable[[], None] = lambda: None
        self._first, self._connections = number, 0
        self.result = Explored(self._drawing.role, seed)

    def explore(self, bounds: Bounds, progress: Callable[[Explored], None] = lambda _: None) -> Explored:
        """Play histories within bounds; what was found. Raises ``UsageError`` where claims and adapter do not fit."""
        began, number, breaks = monotonic(), self._first, 0
        try:
            while self._goes_on(bounds, number, monotonic() - began) and breaks < _MOST_BREAKS:
                try:
                    self._one(f"{self._seed}-{number}", bounds.acts)
                    breaks = 0
                except AdapterError as problem:
                    breaks, self.result.broke = breaks + 1, self._shown(f"in history {self._seed}-{number}: {problem}")
                    self._disconnect()
                except Breach as problem:  # between histories: it never comes to rest, and is given up
                    breaks = _MOST_BREAKS
                    seen = f"{problem.expected} is expected, and there are {problem.seen}"
                    self.result.broke = self._shown(f"in history {self._seed}-{number}: {seen}")
                number += bounds.step
                self.result.seconds = monotonic() - began
                progress(self.result)
        finally:
            self._disconnect()
        return self.result

    def _goes_on(self, bounds: Bounds, number: int, seconds: float) -> bool:
        enough = bounds.seconds is not None and seconds >= bounds.seconds
        all_played = bounds.histories is not None and number > bounds.histories
        return not enough and not all_played and len(self.result.findings) < bounds.most_findings

    def again(self, earlier: Sequence[tuple[str, tuple[Step, ...]]]) -> Explored:
        """Play the histories of earlier findings once more, each with the invariant that it broke; what is left."""
        try:
            for number, (name, steps) in enumerate(earlier, 1):
                player = self._connected()
                played = player.play(steps)
                self.result.histories += 1
                broken = next((found for found in played.objections if found.invariant == name), None)
                if broken is not None:
                    history = History(f"finding {number}", (Act("again", steps),), played)
                    self.result.seen[name] += 1
                    self._found(player, history, broken)
        except AdapterError as problem:
            self.result.broke = self._shown(str(problem))
        finally:
            self._disconnect()
        return self.result

    def played(self, steps: Sequence[Step]) -> Played:
        """What comes of a history that is played once; it is not counted. Raises ``AdapterError`` where that breaks."""
        try:
            return self._connected().play(steps)
        finally:
            self._disconnect()

    # One history

    def _one(self, seed: str, most_acts: int) -> None:
        player = self._connected()
        history = self._drawing.history(player, seed, most_acts)
        self._count(history)
        objections = [found for found in history.played.objections if self._binding(found.rules)]
        self.result.seen.update({objection.invariant for objection in objections})
        if objections:
            # What was amiss first is looked into; what follows in the same history may follow from it.
            first = objections[0]
            alike = [found for found in self.result.findings if found.invariant == first.invariant]
            if len(alike) < _MOST_ALIKE and self.result.seen[first.invariant] <= 2 * _MOST_ALIKE:
                self._found(player, history, first)

    def _binding(self, rules: Sequence[str]) -> tuple[str, ...]:
        """Those of some rules that bind the system by what is claimed for it; a finding stands under one of them."""
        return tuple(rule for rule in rules if not rule_reason(rule, self.result.role, self._claims))

    def _count(self, history: History) -> None:
        result = self.result
        result.histories += 1
        result.acts += len(history.acts)
        result.kinds.update(act.kind for act in history.acts)
        result.looked_at.update(history.played.looked_at)
        result.meetings.update(meetings(history))

    def _found(self, player: Player, history: History, objection: Objection) -> None:
        steps, name = history.steps, objection.invariant
        again = [player.play(steps).breaks(name) for _ in range(_REPLAYS)]
        stable = all(again)
        if stable and self._shrinks:
            steps = Shrinking(lambda smaller: player.play(smaller).breaks(name)).shrunk(steps)
            if player.play(in_turn(steps)).breaks(name):
                steps = in_turn(steps)
        played = player.play(steps)
        said = next((found for found in played.objections if found.invariant == name), objection)
        says = next(known.says for known in known_invariants(self.result.role) if known.name == name)
        messages = tuple(map(self._redaction.body, played.messages))
        finding = Finding(
            name,
            says,
            self._binding(objection.rules),
            self._shown(said.said),
            history.seed,
            steps,
            stable,
            acts_in(steps),
            messages,
        )
        if not any(is_alike(finding, known) for known in self.result.findings):
            self.result.findings.append(finding)

    def _shown(self, text: str) -> str:
        """A text of the system's as every output may show it."""
        return printable(shortened(self._redaction.text(text)))

    # The system

    def _connected(self) -> Player:
        if self._player is None:
            self._connections += 1
            session = f"{_SESSION}{self._connections}" if self._connections > 1 else _SESSION
            wire = self._open(self._claims, session)
            self._close = wire.close
            if odd := misfit(self._claims, wire.greeting):
                self._disconnect()
                raise odd
            conversation = Conversation(wire, self._claims, session, transcript=Transcript(self._redaction))
            self._player = Player(conversation, self._claims.edition.steps, self.result.role)
        return self._player

    def _disconnect(self) -> None:
        close, self._close, self._player = self._close, lambda: None, None
        close()


def is_alike(one: Finding, other: Finding) -> bool:
    """Whether two findings show the same: one invariant, and what was seen or done differs in names and values only."""
    shapes = [["".join(step.text.split('"')[::2]) for step in found.steps] for found in (one, other)]
    seen = [_NAMES.sub("", found.said) for found in (one, other)]
    return one.invariant == other.invariant and (shapes[0] == shapes[1] or seen[0] == seen[1])


def meetings(history: History) -> set[tuple[str, str]]:
    """The pairs of mechanisms that met in a history: those of acts that are, over others, about the same orders."""
    groups: list[tuple[set[str], set[str]]] = []
    for act in history.acts:
        about, mechanisms = set(act.about), set(act.mechanisms)
        for group in [g for g in groups if g[0] & about]:
            groups.remove(group)
            about, mechanisms = about | group[0], mechanisms | group[1]
        groups.append((about, mechanisms))
    return {pair for _, mechanisms in groups for pair in combinations(sorted(mechanisms), 2)}
