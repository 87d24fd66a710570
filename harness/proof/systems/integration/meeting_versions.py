"""Integration layers that hand two versions of an order over as they are, and take the third for another one."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Line, Remembering


class _ThirdVersion(Remembering):
    """Takes one ``field`` of the lines of a third version from another one."""

    field: str

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        if len(self.versions.get(order["order"], ())) < 3:
            return line
        earlier = self.earlier(order["order"], line)
        written = "due_date" if self.field == "requested_delivery" else self.field
        return {**line, self.field: earlier[written]} if earlier.get(written) and self.fits(line) else line

    def fits(self, line: Line) -> bool:
        """Whether the field is taken from elsewhere: where the third version says something."""
        return bool(line.get(self.field))

    def earlier(self, order: str, line: Line) -> Line:
        """The line from which the field is taken: that of the second version."""
        return self.before(order).get(line["id"], {})


class _FromTheFirst(_ThirdVersion):
    def earlier(self, order: str, line: Line) -> Line:
        return self.first.get(line["id"], {})


class _Filling(_ThirdVersion):
    def fits(self, line: Line) -> bool:
        return not line.get(self.field)


@wrong("integration", breaks="FL-07", where="bundles+supplementals+follow-ons")
class KeepsTheSecondVersionsPoint(_ThirdVersion):
    """Leaves a line at the service point of the second version."""

    field = "service_point"


@wrong("integration", breaks="FL-07", where="bundles+supplementals+follow-ons")
class KeepsTheSecondVersionsDependency(_ThirdVersion):
    """Lets a line depend on what it depended on in the second version."""

    field = "base_line"


@wrong("integration", breaks="FL-07", where="bundles+supplementals+follow-ons")
class GoesBackToTheFirstVersionsPrice(_FromTheFirst):
    """Hands a third version over with the prices that were entered by hand in the first."""

    field = "override"


@wrong("integration", breaks="FL-07", where="bundles+supplementals+follow-ons")
class GoesBackToTheFirstVersionsSite(_FromTheFirst):
    """Hands a third version over with the addresses of the first."""

    field = "site"


@wrong("integration", breaks="FL-07", where="bundles+supplementals+follow-ons")
class FillsTheThirdVersionsDates(_Filling):
    """Fills a date that the third version clears with that of the second."""

    field = "requested_delivery"


@wrong("integration", breaks="FL-07", where="supplementals+follow-ons+restarts")
class KeepsTheSecondVersionsAction(_ThirdVersion):
    """Does with a line what the second version wanted."""

    field = "action"


@wrong("integration", breaks="FL-07", where="supplementals+follow-ons+restarts")
class FillsTheThirdVersionsDependency(_Filling):
    """Lets a line depend on what it depended on in the second version, though it depends on nothing now."""

    field = "base_line"
