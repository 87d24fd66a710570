"""The desk of a CRM under test: a user acts or looks, and is shown something."""

from collections.abc import Mapping
from dataclasses import dataclass

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import DraftLine
from ordertck.harness.bench.parts.crm import Asset
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Body, DeskDo, DeskSee, DeskShown, Edge, replace

_ASSET_FIELDS = frozenset({"id", "product", "site", "status", "account"})


@dataclass(frozen=True, slots=True)
class Version:
    """What a version of an order said when a user submitted it: ``ref`` at the desk, its lines by the CRM's ids.

    ``shown`` are the lines that the desk listed then, be they the CRM's own.
    """

    ref: str
    lines: Mapping[str, DraftLine]
    shown: frozenset[str] = frozenset()


class Desk:
    """Acts and looks, each of which has to be answered with what is shown.

    ``has_shown`` says that a user has been shown something, and not only a refusal or an empty list.
    """

    def __init__(self, directory: Directory, channel: Channel) -> None:
        self._directory, self._channel = directory, channel
        self.has_shown = False
        self._made_trackable: dict[str, bool] = {}

    def do(self, verb: str, kind: str, ref: str, fields: Mapping[str, str | None] | None = None) -> DeskShown:
        """One act at the desk, and what is shown for it; a field that is None is not touched, an empty one cleared.

        Raises ``Silence`` where nothing is shown.
        """
        self._channel.causes += 1
        given = {name: value for name, value in (fields or {}).items() if value is not None}
        return self._shown("desk-do", DeskDo(verb=verb, object=kind, ref=ref, fields=given), ref)

    def look(self, kind: str, ref: str) -> DeskShown:
        """Look at something that need not be there; what is shown, but for service points, which nobody bought.

        Raises ``Breach`` where something else is shown.
        """
        shown = self._shown("desk-see", DeskSee(object=kind, ref=ref), ref)
        if (shown.object, shown.ref) != (kind, ref):
            raise Breach(f"{kind} {ref} at the desk", f"{shown.object} {shown.ref}")
        rows = self._directory.without_service_points(shown.rows)
        self.has_shown = self.has_shown or bool(rows or shown.fields)
        return replace(shown, rows=rows)

    def see(self, kind: str, ref: str) -> DeskShown:
        """Look at something that the desk has to show. Raises ``Breach`` where it refuses: that is no empty list."""
        shown = self.look(kind, ref)
        if shown.refused is not None:
            raise Breach(f"{kind} {ref} at the desk", f"a refusal: {shown.refused}")
        return shown

    def _shown(self, kind: str, act: Body, ref: str) -> DeskShown:
        return self._channel.ask(kind, Edge.DESK, act, ref, answer="desk-shown").read(DeskShown)

    def assets_in(self, account: str, view: str) -> list[Asset]:
        """What a view lists of an account's assets."""
        return [
            Asset(
                id=row.get("id", ""),
                account=account,
                product=row.get("product", ""),
                site=row.get("site"),
                status=row.get("status", ""),
                attributes={name: value for name, value in row.items() if name not in _ASSET_FIELDS},
            )
            for row in self.see(view, account).rows
        ]

    # Administration

    def set_trackable(self, product: str, trackable: bool) -> DeskShown:
        """Set in product administration whether a product becomes an asset (AS-06)."""
        self._made_trackable[product] = trackable
        fields = {"product": product, "trackable": "yes" if trackable else "no"}
        return self.do("enter", "product", product, fields)

    def restore(self) -> None:
        """Put product administration back as the catalogue has it."""
        made, self._made_trackable = self._made_trackable, {}
        for product, trackable in made.items():
            if (catalogued := self._directory.catalogue.products[product].trackable) != trackable:
                self.set_trackable(product, catalogued)
        self._made_trackable = {}
