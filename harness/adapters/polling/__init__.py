"""A system that is posted to and asked how things stand: what is posted, asked and told stands in a table.

``Polled`` is the adapter, ``read_table`` reads the table; docs/polling.md describes it.
"""

from ordertck.harness.adapters.polling.polled import Polled, connect
from ordertck.harness.adapters.polling.table import Table, read_table

__all__ = ["Polled", "Table", "connect", "read_table"]
