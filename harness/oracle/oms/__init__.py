"""The accounts of order management, and its invariants."""

from ordertck.harness.oracle.oms.book import OrderSystemBook

BOOK = OrderSystemBook
