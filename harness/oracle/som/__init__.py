"""The accounts of service order management, and its invariants."""

from ordertck.harness.oracle.som.book import ServiceBook

BOOK = ServiceBook
