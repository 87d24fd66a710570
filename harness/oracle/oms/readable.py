"""What this role says can be read: the rules are those by which it speaks at all."""

from ordertck.harness.oracle.invariants import invariant
from ordertck.harness.oracle.malformed import MALFORMED, what_is_said_can_be_read

invariant("oms", "FL-03 PV-02 UF-02", MALFORMED)(what_is_said_can_be_read)
