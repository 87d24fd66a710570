"""The reference as order management behind the port, to be spoilt by the tests that need a system at fault."""

from collections.abc import Callable
from typing import Any

from ordertck.harness.claims import Claims
from ordertck.harness.plan import Selection
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.landscape import PARTS, InProcess, MakePart
from ordertck.harness.tests.support import claims_as

OMS = claims_as("oms")
PRICES = Selection(rules=frozenset({"PL-09", "PL-10"}), roles=frozenset({"oms"}))

Connecting = Callable[[Callable[[Claims, str], Any]], None]


class Reference(InProcess):
    """The reference as order management, to be spoilt by subclasses; counts the examples that have begun."""

    def __init__(self, claims: Claims = OMS, make: MakePart = PARTS["oms"]) -> None:
        super().__init__(make, claims)
        self.begun = 0

    def begin(self, scenario: ScenarioContext) -> None:
        self.begun += 1
        super().begin(scenario)
