"""CRMs that change an asset too soon, by the line's status or by its milestone, or once more."""

from ordertck.harness.messages import LineUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.meeting_follow_ons import Repeats
from ordertck.harness.reference.crm import CrmLine, CrmOrder, OrderProgress


class _Hasty(OrderProgress):
    action = ""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        done = line.action == self.action and "PROVISIONED" in (told.status, told.milestone)
        super().hear_of_line(order, line, replace(told, status="COMPLETE") if done else told)


@wrong("crm", breaks="AC-07", where="points-of-no-return+service-changes")
class SuspendsBeforeBillingDoes(_Hasty):
    """Shows an asset as suspended though its charge is not."""

    action = "Suspend"


@wrong("crm", breaks="AC-08", where="points-of-no-return+service-changes")
class ResumesBeforeBillingDoes(_Hasty):
    """Shows an asset as active again though its charge is not."""

    action = "Resume"


@wrong("crm", breaks="AC-04", where="points-of-no-return+service-changes")
class EndsAssetsBeforeBillingDoes(_Hasty):
    """Shows an asset as ended though its charge is not."""

    action = "Delete"


@wrong("crm", breaks="AC-05", where="points-of-no-return+modify-orders")
class ChangesAssetsBeforeBillingDoes(_Hasty):
    """Shows the new value of an asset though billing has the former one."""

    action = "Update"


@wrong("crm", breaks="MO-01", where="modify-orders+redelivery")
class CarriesLinesOutWithTheRest(Repeats):
    """Changes an asset again when its line is told of once more while other lines of the order are open."""

    def repeats(self, order: CrmOrder, line: CrmLine) -> bool:
        return line.action == "Update" and len(order.converted) < len(order.lines)
