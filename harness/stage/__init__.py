"""The stage: the kit's own parts around the system under test."""

from ordertck.harness.stage.findings import Breach, KitFault, Silence
from ordertck.harness.stage.stage import Stage

__all__ = ["Breach", "KitFault", "Silence", "Stage"]
