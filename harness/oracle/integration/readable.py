"""What this role says can be read: the rules are those by which it speaks at all."""

from ordertck.harness.oracle.invariants import invariant
from ordertck.harness.oracle.malformed import MALFORMED, what_is_said_can_be_read

invariant("integration", "FL-08 FL-06 FL-07 FL-09", MALFORMED)(what_is_said_can_be_read)
