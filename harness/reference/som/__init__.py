"""Service order management of the reference: life cycle, network tasks, compensation."""

from ordertck.harness.reference.som.service_orders import ServiceOrderManagement

PART = ServiceOrderManagement

__all__ = ["PART", "ServiceOrderManagement"]
