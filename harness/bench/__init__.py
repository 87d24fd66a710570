"""The test bench: the parts that the kit plays around the system under test, and all that is said across its edges."""

from ordertck.harness.bench.conversation import Conversation
from ordertck.harness.bench.stage import Stage

__all__ = ["Conversation", "Stage"]
