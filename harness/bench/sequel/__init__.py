"""The sequel: what no feature has, and happens to an order of an example once its steps are through.

Something befalls an order in the state in which the steps left it; then what closed the example judges it once more.
Each role that has sequels has a package of its own, whose modules register scenes.
"""

from ordertck.harness.bench.sequel import crm, integration  # noqa: F401 - each registers the scenes of its role
from ordertck.harness.bench.sequel.scenes import goes_on

__all__ = ["goes_on"]
