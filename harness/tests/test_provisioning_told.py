"""What is said where provisioning has something else than a step's table."""

from ordertck.harness.plan import Selection
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.orders import ForgetsTheHeadersAddress
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.tests.by_hand import OMS
from ordertck.harness.tests.support import examine
from ordertck.harness.verdicts import Verdict


def test_what_provisioning_has_is_told_in_the_columns_of_the_table() -> None:
    """A cell that is blank is said to be: whoever looks for the address does not find a product in its place."""
    only = Selection(rules=frozenset({"OM-03"}), text="The header's address holds for a line without an address")
    found = examine(OMS, "STOLD", only, lambda claims, _: InProcess(made_of(ForgetsTheHeadersAddress), claims))
    (failed,) = (example for example in found.examples if example.verdict is Verdict.FAILED)
    assert failed.expected == "at provisioning, and nothing else of HOME: HOME / 12 Mill Lane"
    assert failed.seen == "HOME / no site"
