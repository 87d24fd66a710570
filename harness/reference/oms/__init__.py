"""The reference order management."""

from ordertck.harness.reference.oms.order_management import OrderManagement

__all__ = ["OrderManagement"]
