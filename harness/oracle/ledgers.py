"""The neighbours' ledgers: what billing charges and what provisioning has, by what they were told."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ordertck.harness.messages import BillingEffect, ProvisioningLine
from ordertck.harness.reading import whole_in

_STATUS = {"suspend": "suspended", "resume": "active"}


@dataclass(slots=True)
class Charge:
    """One thing that is charged, for the line of this key; initiated, active, suspended or stopped.

    ``ending`` says that a stop was initiated and is not completed: a start then takes the stop back. Where that start
    was initiated only, ``restarting`` says that its completion is to come.
    """

    order: str
    line: str
    asset: str
    product: str
    plan: str | None
    state: str
    override: str | None = None
    ending: bool = False
    restarting: bool = False


@dataclass(frozen=True, slots=True)
class BillingEntry:
    """One thing that billing was told: for which line, in which phase, to which effect, on which plan.

    ``line`` is the line's key, ``named`` the id under which billing was told of it.
    """

    order: str
    line: str
    phase: str
    effect: BillingEffect
    plan: str | None
    account: str
    requested_delivery: str | None
    price_list: str | None
    override: str | None
    attributes: Mapping[str, str]
    named: str


@dataclass(slots=True)
class Service:
    """One thing that provisioning has set up, at one site. ``status`` is active or suspended.

    ``service_point`` is where it reaches the customer, None where nobody said. ``line`` is the line that set it up.
    """

    asset: str
    product: str
    site: str | None
    status: str = "active"
    attributes: dict[str, str] = field(default_factory=dict)
    service_point: str | None = None
    line: str | None = None


class Services:
    """What provisioning has set up. A value that it assigned by itself goes before what was ordered till then."""

    def __init__(self) -> None:
        self._there: list[Service] = []
        self._assigned: dict[str, dict[str, str]] = {}
        self._ordered: dict[str, dict[str, str]] = {}
        self._fewest: dict[str, int] = {}

    def of(self, asset: str) -> list[Service]:
        """What is set up for an asset, at whichever site."""
        return [service for service in self._there if service.asset == asset]

    def meant_by(self, asset: str, line: ProvisioningLine) -> list[Service]:
        """Which services of an asset a line is about.

        A change that names another site moves the only one there is. Amid a transfer there are two: it moves the one
        that the same line has set up.
        """
        there = self.of(asset)
        here = [service for service in there if line.site in (None, service.site)]
        if line.effect != "change":
            return here
        return there if len(there) == 1 else [service for service in there if service.line == line.line] or here

    def set_up(self, asset: str, line: ProvisioningLine) -> None:
        """A further service is there, at the line's site."""
        attributes = {**line.attributes, **self._assigned.pop(asset, {})}
        self._there.append(Service(asset, line.product, line.site, "active", attributes, line.service_point, line.line))
        self._fewest.setdefault(asset, quantity(line.attributes))

    def alter(self, service: Service, line: ProvisioningLine) -> None:
        """A service is taken down, in whole or in part, or is otherwise than it was."""
        had, left = quantity(service.attributes), quantity(line.attributes)
        if line.effect == "remove":
            left = had - left if "quantity" in line.attributes else 0
            if left > 0:
                service.attributes["quantity"] = str(left)
            else:
                self._there.remove(service)
        else:
            service.status = _STATUS.get(line.effect, service.status)
            service.site = line.site or service.site
            service.service_point = line.service_point or service.service_point
            service.attributes.update(line.attributes)
        self._fewest[service.asset] = min(self._fewest.get(service.asset, left), left)

    def asked_for(self, asset: str, line: ProvisioningLine) -> None:
        """What was assigned during the setting up is lost with what is called off, or is wanted otherwise since."""
        if line.effect == "remove" and not self.of(asset) and "quantity" not in line.attributes:
            self._assigned.pop(asset, None)
            self._ordered.pop(asset, None)
            return
        before, pending = self._ordered.setdefault(asset, {}), self._assigned.get(asset, {})
        for name, value in line.attributes.items():
            if before.get(name, value) not in (value, pending.get(name)):
                pending.pop(name, None)
        before.update(line.attributes)

    def ordered(self, asset: str) -> Mapping[str, str]:
        """The values that were asked for last of an asset."""
        return self._ordered.get(asset, {})

    def assign(self, asset: str, attribute: str, value: str) -> None:
        """Provisioning fills a value in, be it while the service is still being set up."""
        for service in self.of(asset):
            service.attributes[attribute] = value
        if not self.of(asset):
            self._assigned.setdefault(asset, {})[attribute] = value

    def wants(self, asset: str, attributes: Mapping[str, str]) -> None:
        """What is to be set up is wanted otherwise: of what was assigned before, that counts no more."""
        for attribute in attributes:
            self._assigned.get(asset, {}).pop(attribute, None)

    def fewest(self, asset: str) -> int | None:
        """The fewest that there ever were of an asset since it was set up; None where it never was."""
        return self._fewest.get(asset)


def quantity(attributes: Mapping[str, str]) -> int:
    """How many are asked for; a quantity that is no number, or below none, is taken for one."""
    number = whole_in(attributes.get("quantity", "1"))
    return 1 if number is None or number < 0 else number


def setting(attributes: Mapping[str, str]) -> dict[str, str]:
    """How what is asked for is to be set up, however many there are of it."""
    return {name: value for name, value in attributes.items() if name != "quantity"}
