"""The integration layer of the reference: queue, hand-over, cross-references, rate plans."""

from ordertck.harness.reference.integration.layer import Integration

PART = Integration

__all__ = ["PART", "Integration"]
