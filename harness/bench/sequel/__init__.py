"""The sequel: what no feature has, and happens to an order of an example once its steps are through.

An integration layer hands on whatever comes, whatever came before. So the CRM has second thoughts about an order in
the state in which the steps left it, the order system asks for more, and neighbours tell of it; then the balance of the
example is struck once more.
"""

from ordertck.harness.bench.sequel import asked, submitted, told  # noqa: F401 - each registers its scenes
from ordertck.harness.bench.sequel.scenes import goes_on

__all__ = ["goes_on"]
