"""Closures: the queues and the neighbours that an example has shut, until it opens them again."""

from collections.abc import Callable
from functools import partial

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.parts.back_offices import BackOffices
from ordertck.harness.bench.switchboard import Switchboard
from ordertck.harness.messages import Edge, Neighbour
from ordertck.harness.messages.roles import Trait

# The kinds by which a bench has a part leave its queue alone, and read it again, by what the part is.
_QUEUES = {Trait.SERVICES: ("stop", "start"), Trait.CARRIAGE: ("intake-hold", "intake-release")}


class Closures:
    """What is shut in one example. ``away`` are the neighbours, by their edges, that cannot be reached.

    ``back_offices`` are those that the kit plays, once anybody was in touch with them.
    """

    def __init__(
        self,
        board: Switchboard,
        channel: Channel,
        roles: tuple[str, ...],
        back_offices: Callable[[], BackOffices | None],
    ) -> None:
        self.away: set[Edge] = set()
        self._queues: list[Trait] = []
        self._board, self._channel, self._roles, self._back_offices = board, channel, roles, back_offices

    def __bool__(self) -> bool:
        return bool(self._queues or self.away or self._down)

    def hold_queue(self, part: Trait) -> None:
        """Have service order management, or the integration, leave what is queued for it, whoever plays it."""
        if part not in self._queues:
            self._queues.append(part)
        self._board.send(part.role, _QUEUES[part][0], Edge.BENCH, {}, "")

    def release_queue(self, part: Trait) -> None:
        """Have it read its queue again."""
        if part in self._queues:
            self._queues.remove(part)
        self._board.send(part.role, _QUEUES[part][1], Edge.BENCH, {}, "")

    def leave(self, neighbour: Edge) -> None:
        """Have a neighbour be away: nothing can be handed to it until it is back."""
        self._channel.tell("neighbour-away", Edge.BENCH, Neighbour(neighbour=neighbour), "")
        self.away.add(neighbour)

    def come_back(self, neighbour: Edge) -> None:
        """Have a neighbour be back again."""
        self.away.discard(neighbour)
        self._channel.tell("neighbour-back", Edge.BENCH, Neighbour(neighbour=neighbour), "")

    def open_up(self) -> bool:
        """Open every queue of the system under test that was shut, and end every absence; whether there was any.

        No later example finds what this one has shut: what a bench is told holds until it is told otherwise.
        """
        shut = [partial(self.release_queue, part) for part in self._queues if part.of(self._roles)]
        shut += [partial(self.come_back, neighbour) for neighbour in sorted(self.away)]
        if (offices := self._back_offices()) is not None:
            shut += [partial(offices.comes_back, office) for office in offices.down]
        for act in shut:
            act()
        return bool(shut)

    @property
    def _down(self) -> bool:
        offices = self._back_offices()
        return offices is not None and bool(offices.down)
