"""Orders on their way: what was queued of them, and what the order system has told since."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import ACTIONS, Status
from ordertck.harness.oracle.crm.expected import expected_version
from ordertck.harness.oracle.crm.installed import Change, Profile, effect_of
from ordertck.harness.oracle.crm.line import HEAD, Line, filled_in
from ordertck.harness.oracle.crm.sheet import Sheet, Version
from ordertck.harness.oracle.crm.sheets import Sheets


def _line_of(sent: Mapping[str, Any], ref: str) -> Line:
    """A line as the queue has it, where nobody entered it so; what a change says may be what is expected of the asset.

    The place of what is added may be the customer's, which the CRM has filled in for the queue alone.
    """
    own = {name: str(sent[name]) for name in HEAD & sent.keys() if sent[name]}
    said = filled_in(sent.get("attributes", {}))
    loose = set(said) if sent.get("action") != "Add" else {"site"}
    return Line(ref, sent["id"], {**said, **own}, loose, override=sent.get("override"))


class Progress:
    """What the queue and the order system say of orders, taken down in the sheets and in the customers' profile.

    ``sold`` has, by asset, the order and the line that brought it, with the record; ``along`` are those of components
    that nobody entered, of which nobody can say how they will be; ``points`` the service points that were queued with
    an asset, each with its order, in turn; ``reported`` the orders of which the CRM was told that they are complete, or
    of which nobody can say. ``latest`` are those of which a back office spoke after the order system. ``values`` has,
    by attribute and value, the assets for which it was told, each with the record.
    """

    def __init__(self, sheets: Sheets, profile: Profile, catalogue: Catalogue) -> None:
        self.sheets, self.profile, self.catalogue = sheets, profile, catalogue
        self.sold: dict[str, tuple[str, str, int]] = {}
        self.along: set[str] = set()
        self.points: dict[str, list[tuple[str, str]]] = {}
        self.reported: dict[str, int] = {}
        self.latest: set[str] = set()
        self.values: dict[tuple[str, str], dict[str, int]] = {}

    def queue(self, record: int, at: float, body: Mapping[str, Any]) -> None:
        """A version of an order is on the queue."""
        sheet = self.sheets.numbers.get(body["order"])
        if body.get("approval") == "awaited" or sheet is None:
            return  # nothing may be fulfilled of it
        sheet.queued.append(record)
        version = expected_version(self.catalogue, sheet)
        if version is None:
            return
        if sheet.counting is not None and not sheet.open:  # it crossed the news of the end: which counts is left open
            self.profile.unsure.add(sheet.account)
        version.queued, version.queued_at, version.body = record, at, body
        if version.loose:  # what its lines say nobody entered, and the queue tells
            refs = {line: ref for ref, line in sheet.ids.items()}
            refs |= {line.id: line.ref for line in version.lines.values() if line.id}
            lines = {refs.get(sent["id"], sent["id"]): sent for sent in body.get("lines", ())}
            version.lines = {ref: _line_of(sent, ref) for ref, sent in lines.items()}
        for sent in body.get("lines", ()):
            line = version.line(sent["id"])
            sheet.ids.setdefault(line.ref, sent["id"]) if line is not None else None
            if sent.get("asset"):
                sheet.assets[sent["id"]] = sent["asset"]
                if sent.get("service_point") and sent.get("action") != "Move-Delete":  # that one names what is left
                    self.points.setdefault(sent["asset"], []).append((sheet.number, sent["service_point"]))
            if sent.get("action") == "Add" and sent.get("asset"):
                self.sold[sent["asset"]] = sheet.number, sent["id"], record
                if line is None and sent.get("parent"):
                    self.along.add(sent["asset"])

    def kept_points(self, sheet: Sheet, line: Line) -> set[str | None]:
        """The service points of the asset that a line is about: that of the order completed last, and all later ones.

        Whether what a cancelled order named was kept with the asset, nobody says. Of a line on which one was cleared
        it is what other orders have named.
        """
        asset, own = line.said.get("asset", ""), sheet.number if "service_point" in line.cleared else ""
        versions = [each.counting for each in self.sheets.orders if each.open and each.number != own]
        lines = (each for version in versions if version is not None for each in version.lines.values())
        planned = {each.said.get("service_point") for each in lines if asset and each.said.get("asset") == asset}
        for number, point in reversed(self.points.get(asset, [])):
            planned.add(point if number != own else None)
            counting = self.sheets.numbers[number].counting
            if counting is not None and counting.status == Status.COMPLETE:
                break
        return planned

    def refuse(self, number: str) -> None:
        """The order system has refused the version that counted; what a draft that it began goes on with is open."""
        sheet = self.sheets.numbers.get(number)
        version = sheet.counting if sheet is not None else None
        if sheet is not None and version is not None and version.status not in (Status.COMPLETE, Status.CANCELLED):
            version.off = True
            for line in version.lines.values():  # what was complete meanwhile may be as either version has it
                asset = self.profile.assets.get(sheet.asset_of(line))
                if asset is not None and line.id in sheet.converted and asset.record > version.queued:
                    asset.unsure = True
            for draft in sheet.versions:
                if draft.base is version and not draft.taken:
                    draft.loose_header |= set(draft.header)
                    for line in draft.lines.values():
                        line.loose |= set(line.said)

    def tell(self, record: int, body: Mapping[str, Any]) -> None:
        """The order system says how an order and its lines stand."""
        sheet = self.sheets.numbers.get(body["order"])
        version = sheet.counting if sheet is not None else None
        if sheet is not None:
            sheet.events += 1
        if sheet is not None and version is None:
            self._told_of_what_does_not_count(record, sheet, body)
        if sheet is None or version is None:
            return
        version.status = body["status"]
        if sheet.open and version.ended:  # whether what is over is opened again by what is told later is left open
            self.profile.unsure.add(sheet.account)
        if not sheet.open:
            version.ended = version.ended or record
        self.latest.discard(sheet.number)
        complete = body["status"] == Status.COMPLETE
        for told in body.get("lines", ()):
            if (line := version.line(told["line"])) is not None:
                self._told_of_line(record, sheet, version, line, told, complete)
        if complete:
            self._left_untold(sheet, version)
            self.reported.setdefault(sheet.number, record)
            self.profile.settle(sheet.number)

    def _told_of_what_does_not_count(self, record: int, sheet: Sheet, body: Mapping[str, Any]) -> None:
        """What comes of it is left open."""
        self.profile.unsure.add(sheet.account)
        for told in body.get("lines", ()):
            for version in sheet.versions:
                if (line := version.line(told["line"])) is not None:
                    line.loose |= filled_in(told.get("attributes", {})).keys()
        self.reported.setdefault(sheet.number, record)

    def _left_untold(self, sheet: Sheet, version: Version) -> None:
        """A line of which nobody told may be done with its order, or not."""
        for line in version.lines.values():
            asset = self.profile.assets.get(sheet.asset_of(line))
            if asset is not None and line.said.get("action") in ACTIONS and line.id not in sheet.converted:
                asset.unsure = True

    def _told_of_line(
        self, record: int, sheet: Sheet, version: Version, line: Line, told: Mapping[str, Any], complete: bool
    ) -> None:
        if told.get("milestone"):
            sheet.milestones.setdefault(line.id, set()).add(told["milestone"])
        before = sheet.line_status.get(line.id)
        if values := filled_in(told.get("attributes", {})):
            self._filled_in(sheet, version, line, values)
            if version.ended not in (0, record):  # nothing is owed of what is told once the order is over
                line.loose |= values.keys()
            for name, value in told["attributes"].items():
                self.values.setdefault((name, value), {}).setdefault(sheet.asset_of(line), record)
            asset = self.profile.assets.get(sheet.asset_of(line)) if line.id in sheet.converted else None
            if asset is not None and not asset.has_set_since(sheet.number, told["attributes"].keys()):
                asset.unsure = True  # what comes later than the completion may reach the asset or not
        sheet.line_status[line.id] = told.get("status") or before or ""
        if told.get("status") == Status.COMPLETE and line.id not in sheet.converted:
            sheet.converted.add(line.id)
            self._converted(record, sheet, version, line, complete)

    def _filled_in(self, sheet: Sheet, version: Version, line: Line, values: Mapping[str, str]) -> None:
        """What fulfilment fills in belongs to the line; in what is pending unless a user wants another value.

        A version that counted before counts again once the order system refuses the one that does.
        """
        sheet.filled_in.setdefault(line.id, {}).update(values)
        for other in sheet.versions:
            if other is not version and (mine := other.line(line.id)) is not None:
                alike = {name for name in values if mine.said.get(name) == line.said.get(name)}
                mine.filled |= {name for name in alike if mine.said.get(name)}
                for name in alike - mine.own if not other.asked else ():
                    mine.outdated.setdefault(name, set()).update(filter(None, [mine.said.get(name)]))
                mine.said |= {name: values[name] for name in alike}
                mine.loose |= alike if not other.queued else set()
        line.said |= values
        line.loose -= values.keys()

    def _converted(self, record: int, sheet: Sheet, version: Version, line: Line, firm: bool) -> None:
        product, action = line.said.get("product", ""), line.said.get("action", "")
        asset = sheet.asset_of(line)
        sold = self.catalogue.products.get(product)
        account = str(version.body.get("account", ""))
        if not asset or {"action", "product", "asset"} & line.loose or sold is None:
            self.profile.unsure.add(account)
            return
        if action == "Add" and not sold.trackable and product not in self.profile.administered:
            return
        queued = (sent.get("base_line") for sent in version.body.get("lines", ()) if sent["id"] == line.id)
        change = Change(effect_of(line), sheet.number, line.id, next(queued, None), record, firm)
        self.profile.change(asset, account, product, change)
        if product in self.profile.administered and asset in self.profile.assets:
            self.profile.assets[asset].unsure = True
