"""The balance at the end of an example: nothing was lost, doubled or invented, whatever the Thens looked at."""

from typing import TYPE_CHECKING

from ordertck.harness.bench import carriage
from ordertck.harness.errors import Breach

if TYPE_CHECKING:
    from ordertck.harness.bench.stage import Stage


def require_balance(stage: "Stage") -> None:
    """Hear the system out and compare what it was told with what it said. Raises ``Breach`` where that is amiss.

    A system in several roles is not examined so: what crosses between its roles is seen by nobody.
    """
    if stage.claims.roles != ("integration",):
        return
    book = carriage.Book(stage.directory, stage.claims, stage.order_system.owns)

    def complaint() -> carriage.Complaint | None:
        return carriage.complaint(stage.traffic, book.fresh())

    stage.settled()
    if complaint() is not None and not stage.comes(lambda: complaint() is None) and (wrong := complaint()) is not None:
        raise Breach(wrong.expected, wrong.seen)
