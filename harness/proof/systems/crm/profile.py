"""CRMs that go wrong over the service profile, and over service points."""

from ordertck.harness.messages import DeskShown, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    Asset,
    AssetRegister,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderProgress,
    Parts,
    Profiles,
    Queueing,
    Refused,
    ServicePoints,
    Sheets,
    Submissions,
)
from ordertck.harness.reference.crm.desk import Fields


class _RemembersTheFirst(AssetRegister):
    def __init__(self) -> None:
        super().__init__()
        self.first: dict[str, Asset] = {}

    def put(self, asset: Asset) -> None:
        super().put(asset)
        self.first.setdefault(asset.id, asset)


class _ShowsTheFirst(Profiles):
    def of(self, account: str) -> list[Asset]:
        first = self.assets.first if isinstance(self.assets, _RemembersTheFirst) else {}
        return [first[asset.id] for asset in super().of(account)]


@wrong("crm", breaks="AS-04")
class KeepsACopyForTheProfile(CustomerRelations):
    """Copies what a customer has into the profile once, and looks no more."""

    parts = Parts(assets=_RemembersTheFirst, profiles=_ShowsTheFirst)


@wrong("crm", breaks="AS-04")
class ProfilesWithoutValues(Profiles):
    """Lists in the profile what a customer has, and not how it is set up."""

    def of(self, account: str) -> list[Asset]:
        return [replace(asset, attributes={}) for asset in super().of(account)]


@wrong("crm", breaks="AS-04")
class ProfilesWhatIsActive(Profiles):
    """Leaves out of the profile what is suspended."""

    def of(self, account: str) -> list[Asset]:
        return [asset for asset in super().of(account) if asset.status == "Active"]


@wrong("crm", breaks="AS-04")
class ProfilesWhatWasOrdered(Profiles):
    """Lists in the profile whatever was ever ordered, as it was ordered."""

    def of(self, account: str) -> list[Asset]:
        orders = [order for order in self.orders.by_ref.values() if order.account == account]
        lines = [line for order in orders for line in order.lines.values()]
        return [Asset(line.id, account, line.product or "", line.site, attributes=line.attributes) for line in lines]


@wrong("crm", breaks="AS-04")
class OneProfileForAll(Profiles):
    """Shows everybody what anybody has."""

    def of(self, account: str) -> list[Asset]:
        return [asset for known in self.accounts for asset in self.assets.of(known)]


class _FromProfile(Sheets):
    """Begins something else than what the profile says."""

    def turned(self, line: CrmLine) -> CrmLine:
        """A line of what is begun."""
        raise NotImplementedError

    def from_profile(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().from_profile(ref, fields)
        made = self.orders.order(shown.ref)
        made.lines = {key: self.turned(line) for key, line in made.lines.items()}
        return self.screens.order(made)


@wrong("crm", breaks="SC-16")
class BeginsWithoutOptions(_FromProfile):
    """Begins with the products that a customer has, and not as they are set up."""

    def turned(self, line: CrmLine) -> CrmLine:
        return replace(line, attributes={})


@wrong("crm", breaks="SC-16")
class OrdersItAnew(_FromProfile):
    """Begins with products like those that a customer has, and not with those themselves."""

    def turned(self, line: CrmLine) -> CrmLine:
        return replace(line, asset=None, action="Add")


@wrong("crm", breaks="SC-16")
class BeginsWithAnything(Sheets):
    """Begins an order whatever things are named."""

    def from_profile(self, ref: str, fields: Fields) -> DeskShown:
        listed = {asset.id for asset in self.profiles.of(ref)}
        wanted = ", ".join(asset for asset in fields["assets"].split(", ") if asset in listed)
        return super().from_profile(ref, {**fields, "assets": wanted})


@wrong("crm", breaks="SC-16")
class ChangesTheProfileOnSubmission(Queueing):
    """Lets the profile say what was ordered as soon as it is ordered."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for line in order.lines.values():
            if line.action == "Update":
                self.submissions.projections.assets.follow(line, order.account or "")


@wrong("crm", breaks="SC-16")
class QuotesOnlyWhatIsNew(Sheets):
    """Makes no quotes for what a customer has."""

    def from_profile(self, ref: str, fields: Fields) -> DeskShown:
        if "quote" in fields:
            raise Refused("there is nothing to quote")
        return super().from_profile(ref, fields)


@wrong("crm", breaks="SP-01")
class KnowsNoServicePoints(ServicePoints):
    """Has no service points among its assets."""

    def shown(self, ref: str) -> DeskShown | None:
        return None


@wrong("crm", breaks="SP-01")
class KeepsServicePointsToItself(Submissions):
    """Submits a line without its service point."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        return replace(super().line(order, line), service_point=None)


@wrong("crm", breaks="SP-01")
class TidiesServicePointsUp(Submissions):
    """Submits the id of a service point in capitals and without blanks."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        tidy = sent.service_point.upper().replace(" ", "") if sent.service_point else None
        return replace(sent, service_point=tidy)


@wrong("crm", breaks="SP-01")
class SellsServicePoints(Queueing):
    """Orders the service point along with the service."""

    def queue(self, order: CrmOrder) -> None:
        points = [line for line in order.lines.values() if line.service_point and line.action == "Add"]
        for line in points:
            bought = CrmLine(f"{line.ref}-SP", order.fresh_line_id(), f"{line.number}.9", "Service Point", "Add")
            order.lines[bought.ref] = bought
        super().queue(order)


@wrong("crm", breaks="SP-01")
class TakesThePointAwayWithTheService(OrderProgress):
    """Disconnects the service point when the service at it is disconnected."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        if line.action == "Delete":
            for account in self.accounts.values():
                if point := self.assets.get(account["service_point"]):
                    self.assets.put(replace(point, status="Inactive"))
