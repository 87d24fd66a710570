"""Carriage: what an integration layer was given on one side, against what it handed over on the other.

Everything arrives: once, whole, under the receiver's own ids, and nothing else does. What the documents leave open is
left open here too: whether calls are split by line, whether news that was told before is told again or kept back, under
which ids billing and provisioning know lines and assets.
"""

from ordertck.harness.oracle.carriage.balance import complaint, of_order, of_orders
from ordertck.harness.oracle.carriage.book import Book
from ordertck.harness.oracle.carriage.pairing import Pairing
from ordertck.harness.oracle.carriage.traffic import Complaint, Traffic

__all__ = ["Book", "Complaint", "Pairing", "Traffic", "complaint", "of_order", "of_orders"]
