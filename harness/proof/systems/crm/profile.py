"""CRMs that go wrong over the service profile, and over service points."""

from ordertck.harness.messages import DeskShown, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import Asset, CrmLine, CrmOrder, CustomerRelations, Refused, Submissions
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.service_points import ServicePoints
from ordertck.harness.reference.crm.sheets import Sheets


@wrong("crm", breaks="AS-04")
class KeepsACopyForTheProfile(CustomerRelations):
    """Copies what a customer has into the profile once, and looks no more."""

    def __init__(self, *known: object) -> None:
        super().__init__(*known)  # type: ignore[arg-type]
        self.copies: dict[str, Asset] = {}

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        for asset in self.assets_of(order.account or ""):
            self.copies.setdefault(asset.id, asset)

    def profile_of(self, account: str) -> list[Asset]:
        return [asset for asset in self.copies.values() if asset.account == account]


@wrong("crm", breaks="AS-04")
class ProfilesWithoutValues(CustomerRelations):
    """Lists in the profile what a customer has, and not how it is set up."""

    def profile_of(self, account: str) -> list[Asset]:
        return [replace(asset, attributes={}) for asset in super().profile_of(account)]


@wrong("crm", breaks="AS-04")
class ProfilesWhatIsActive(CustomerRelations):
    """Leaves out of the profile what is suspended."""

    def profile_of(self, account: str) -> list[Asset]:
        return [asset for asset in super().profile_of(account) if asset.status == "Active"]


@wrong("crm", breaks="AS-04")
class ProfilesWhatWasOrdered(CustomerRelations):
    """Lists in the profile whatever was ever ordered, as it was ordered."""

    def profile_of(self, account: str) -> list[Asset]:
        lines = [line for order in self.orders.values() if order.account == account for line in order.lines.values()]
        return [Asset(line.id, account, line.product or "", line.site, attributes=line.attributes) for line in lines]


@wrong("crm", breaks="AS-04")
class OneProfileForAll(CustomerRelations):
    """Shows everybody what anybody has."""

    def profile_of(self, account: str) -> list[Asset]:
        return [asset for known in self.accounts for asset in super(OneProfileForAll, self).profile_of(known)]


class _FromProfile(CustomerRelations):
    """Begins something else than what the profile says."""

    def turned(self, line: CrmLine) -> CrmLine:
        """A line of what is begun."""
        raise NotImplementedError

    class Sheets(Sheets):
        """Turned line by line."""

        def from_profile(self, ref: str, fields: Fields) -> DeskShown:
            shown = super().from_profile(ref, fields)
            made = self.crm.order(shown.ref)
            made.lines = {key: self.crm.turned(line) for key, line in made.lines.items()}  # type: ignore[attr-defined]
            return self.crm.screens.order(made)


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
class BeginsWithAnything(CustomerRelations):
    """Begins an order whatever things are named."""

    class Sheets(Sheets):
        """Those that are not there are left out."""

        def from_profile(self, ref: str, fields: Fields) -> DeskShown:
            listed = {asset.id for asset in self.crm.profile_of(ref)}
            wanted = ", ".join(asset for asset in fields["assets"].split(", ") if asset in listed)
            return super().from_profile(ref, {**fields, "assets": wanted})


@wrong("crm", breaks="SC-16")
class ChangesTheProfileOnSubmission(CustomerRelations):
    """Lets the profile say what was ordered as soon as it is ordered."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for line in order.lines.values():
            if line.action == "Update":
                self.convert(order, line)


@wrong("crm", breaks="SC-16")
class QuotesOnlyWhatIsNew(CustomerRelations):
    """Makes no quotes for what a customer has."""

    class Sheets(Sheets):
        """Orders only."""

        def from_profile(self, ref: str, fields: Fields) -> DeskShown:
            if "quote" in fields:
                raise Refused("there is nothing to quote")
            return super().from_profile(ref, fields)


@wrong("crm", breaks="SP-01")
class KnowsNoServicePoints(CustomerRelations):
    """Has no service points among its assets."""

    class ServicePoints(ServicePoints):
        """Nothing is found."""

        def shown(self, ref: str) -> DeskShown | None:
            return None


@wrong("crm", breaks="SP-01")
class KeepsServicePointsToItself(CustomerRelations):
    """Submits a line without its service point."""

    class Submissions(Submissions):
        """Left off."""

        def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
            return replace(super().line(order, line), service_point=None)


@wrong("crm", breaks="SP-01")
class TidiesServicePointsUp(CustomerRelations):
    """Submits the id of a service point in capitals and without blanks."""

    class Submissions(Submissions):
        """As it likes ids to be."""

        def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
            sent = super().line(order, line)
            tidy = sent.service_point.upper().replace(" ", "") if sent.service_point else None
            return replace(sent, service_point=tidy)


@wrong("crm", breaks="SP-01")
class SellsServicePoints(CustomerRelations):
    """Orders the service point along with the service."""

    def queue(self, order: CrmOrder) -> None:
        points = [line for line in order.lines.values() if line.service_point and line.action == "Add"]
        for line in points:
            bought = CrmLine(f"{line.ref}-SP", order.fresh_line_id(), f"{line.number}.9", "Service Point", "Add")
            order.lines[bought.ref] = bought
        super().queue(order)


@wrong("crm", breaks="SP-01")
class TakesThePointAwayWithTheService(CustomerRelations):
    """Disconnects the service point when the service at it is disconnected."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        if line.action == "Delete":
            for account in self.accounts.values():
                if point := self.assets.get(account["service_point"]):
                    self.assets.put(replace(point, status="Inactive"))
