"""The accounts of an integration layer, and its invariants."""

from ordertck.harness.oracle.integration.book import CarriageBook

BOOK = CarriageBook
