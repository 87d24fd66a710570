"""The oracle hears each example as it goes on; what it objects to is told when the example is over."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial

from ordertck.harness.bench.exchange import Exchange
from ordertck.harness.bench.inside import heard_role, inside, is_in_between
from ordertck.harness.bench.own_ids import crms_id
from ordertck.harness.claims import Claims
from ordertck.harness.edition.register import Level, RegisteredRule
from ordertck.harness.messages import Edge, Message
from ordertck.harness.oracle import Crossing, Objection, Oracle, Rest

# What is owed at rest may come as late as any message; a system that goes on speaking is heard out so many times.
_MOST_ROUNDS = 20
# Users and what they are shown when they only look.
_LOOKS = ("desk-see", "desk-shown")


class Hearing:
    """Everything that crossed in one example, and what the oracle has to say of it.

    ``moments`` is what crossed, and when the system had come to rest, in the order in which it was so. ``objection`` is
    the first that counts; what comes after it may follow from it, and is not heard. ``rule`` and ``role`` are the
    example's. Of a suite a role is heard that is seen whole from outside; ``crms_id`` is the CRM's id for what goes by
    another there.
    """

    def __init__(
        self,
        claims: Claims,
        exchange: Exchange,
        rule: str = "",
        role: str = "",
        crms_id: Callable[[str], str] = crms_id,
    ) -> None:
        self._claims, self._exchange, self._rule = claims, exchange, rule
        heard = heard_role(role, claims.roles)
        self._role = heard or claims.roles[0]
        self._inside = inside(self._role, claims.roles, claims.edition.catalogue, crms_id)
        self._asked = 0
        self.moments: list[Crossing | Rest] = []
        self._over = False
        self._is_heard = heard is not None
        self._sees_one = len(claims.roles) == 1 or self._is_heard
        self._again()

    def end(self) -> None:
        """The example is over: what it came to is forgotten, and nothing more is taken down."""
        self._over = True
        self.moments.clear()
        self._again()

    def crosses(self, message: Message, told: bool) -> None:
        """A message crosses an edge; what is told is entered into the transcript only when it is sent."""
        if self._over:
            return
        if len(self._claims.roles) > 1 and is_in_between(message, self._claims.edition.catalogue):
            self._is_heard = False
        heard = self._inside(message) if self._is_heard else message
        if heard is None:
            return
        message = heard
        if not told and self._rests:
            self._was_no_rest(self.moments[-1])  # since it goes on by itself
        self.moments.append(Crossing(len(self._exchange.transcript) + told, told, message, self._exchange.now))

    def comes_to_rest(self) -> None:
        """All is quiet. What is owed by now, and was not seen, has the whole patience to come."""
        if self._over or self._rests:
            return
        for _ in range(_MOST_ROUNDS):
            rest = Rest(self._latest, self._exchange.now)
            self.moments.append(rest)
            if not self._objects_at_last() or not self._exchange.comes(partial(self._went_on, rest)):
                return
            self._exchange.settled()
            self._was_no_rest(rest)
        self.moments.append(Rest(self._latest, self._exchange.now))

    def counts(self, objection: Objection) -> bool:
        """Whether an objection is held against the system.

        It has to stand for an obligation of a claimed profile, or for the example's own rule where that is an offer:
        who does badly what others need not do at all has not failed in all else that the examples are about.
        """
        rules = self._claims.edition.register.rules
        return any(self._binds(rules[rule]) for rule in objection.rules if rule in self._claims.rules)

    def _binds(self, rule: RegisteredRule) -> bool:
        return rule.level is Level.OBLIGATION or (rule.level is Level.OFFER and rule.id == self._rule)

    def everything(self) -> list[Objection]:
        """All objections to what has crossed so far, whether they count or not.

        Of a suite to what crossed while its role was seen whole from outside. Raises ``LookupError`` for several roles
        of which none is: what crosses between these is seen by nobody.
        """
        if not self._sees_one:
            raise LookupError("an oracle hears one role, and what crosses between several is seen by nobody")
        while self._next < len(self.moments) and (self._is_heard or len(self._claims.roles) == 1):
            self._hear_next()
        return self._objections

    def spoken_of_since_last_time(self) -> set[str | None] | None:
        """The orders that messages have named since this was last asked; None where it may be any of them."""
        since = [moment.message for moment in self.moments[self._asked :] if isinstance(moment, Crossing)]
        self._asked = len(self.moments)
        if any(message.edge is Edge.BENCH for message in since):
            return None  # it broke down, or a neighbour could not be reached
        named = [m.body for m in since if m.kind not in _LOOKS]
        return {body.get(name) for body in named for name in ("order", "ref", "record")} | {
            body["fields"].get("order") for body in named if isinstance(body.get("fields"), Mapping)
        }

    @property
    def looked_at(self) -> Counter[str]:
        """How often each invariant had a say so far, by its name."""
        return self._oracle.looked_at if self._oracle is not None else Counter()

    def _again(self) -> None:
        self._oracle: Oracle | None = None
        self._next = 0
        self._objections: list[Objection] = []
        self.objection: Objection | None = None

    def _hear_next(self) -> Crossing | Rest:
        if self._oracle is None:
            self._oracle = Oracle(self._role, self._claims)
        moment = self.moments[self._next]
        self._next += 1
        found = self._oracle.cross(moment) if isinstance(moment, Crossing) else self._oracle.rest(moment)
        if found:
            self._objections += found
            self.objection = self.objection or next(filter(self.counts, found), None)
        return moment

    def _objects_at_last(self) -> bool:
        """Hear what is new; whether it is only by the last moment, a rest, that something is amiss."""
        while self._is_heard and self.objection is None and self._next < len(self.moments):
            moment = self._hear_next()
            if self.objection is not None:
                return isinstance(moment, Rest) and self._next == len(self.moments)
        return False

    @property
    def _rests(self) -> bool:
        last = self.moments[-1] if self.moments else None
        return isinstance(last, Rest) and last.at == self._exchange.now

    @property
    def _latest(self) -> int:
        """The record of what crossed last."""
        return next((m.record for m in reversed(self.moments) if isinstance(m, Crossing)), 0)

    def _went_on(self, rest: Rest) -> bool:
        return self._latest != rest.record

    def _was_no_rest(self, rest: Crossing | Rest) -> None:
        if rest in self.moments:
            self.moments.remove(rest)
        self._again()
