"""The accounts of a CRM, and its invariants."""

from ordertck.harness.oracle.crm.book import DeskBook

BOOK = DeskBook
