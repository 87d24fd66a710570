"""A connection to a system: what it counts goes on from one way to the next, and sessions have names of their own."""

from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import Claims
from ordertck.harness.runner.connection import Connection
from ordertck.harness.runner.terms import Terms
from ordertck.harness.tests.support import claims_as, examples_of
from ordertck.harness.transcript import Transcript
from ordertck.harness.verdicts import Verdict

OMS = claims_as("oms")
FIRST = examples_of("oms")[0]


class Cutting(Embedded):
    """A way on which one text was cut, and whose end is no good one."""

    cut_texts = 1
    closed = 0

    def close(self) -> None:
        super().close()
        Cutting.closed += 1
        self.parting = f"it hung up, {'once' if Cutting.closed == 1 else 'again'}"


def test_counts_go_on_after_a_way_is_closed() -> None:
    opened: list[Cutting] = []

    def way(claims: Claims, session: str) -> Cutting:
        opened.append(Cutting(connect(claims, session)))
        return opened[-1]

    connection = Connection(OMS, "SCUT", Transcript(), Terms("SCUT", way))
    for ways in (1, 2, 3):
        assert connection.run(FIRST).verdict is Verdict.PASSED
        assert (len(opened), connection.cut_texts) == (ways, ways)
        connection.close()
        assert connection.cut_texts == ways
    assert connection.remarks == ["it hung up, once", "it hung up, again"]


def test_each_way_has_a_session_of_its_own() -> None:
    """An example's ids begin with the run's session; after a new start with R and its number besides."""
    connection = Connection(OMS, "SID", Transcript(), Terms("SID", lambda *given: Embedded(connect(*given))))
    sessions = []
    for _ in range(3):
        names = dict(connection.run(FIRST).names)
        sessions.append({value.partition("-")[0] for value in names.values()})
        connection.close()
    assert sessions == [{"SID"}, {"SIDR2"}, {"SIDR3"}]
