"""What is installed: twice over, as the complete orders say, and as the neighbours have it by what they did."""

from collections.abc import Mapping

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import BillingLine, OrderLine, ProvisioningLine, SalesOrder, Status, replace
from ordertck.harness.oracle.ledgers import Service, Services
from ordertck.harness.oracle.oms.accounts import Asked, Work
from ordertck.harness.oracle.oms.asset import MOVES, RESTS, Charged, Owed, are_at_odds
from ordertck.harness.oracle.oms.terms import AssetState

_AGAINST = (("suspend", "resume"), ("resume", "suspend"))
_STATE_AFTER: dict[str, AssetState] = {"Suspend": "suspended", "Resume": "active", "Delete": "gone"}
_CHARGED = {"stop": "", "suspend": "suspended", "resume": "active"}


class Installed:
    """The assets by id: ``owed`` as the complete lines say, ``services`` and ``charges`` as the neighbours did.

    ``named`` is what the system itself called each of them when it first spoke of it, ``filled`` the values that
    provisioning assigned, by line, ``turned`` the lines that were about another asset before. Of the assets in
    ``unsure`` nobody can say how they are, of those in ``unsure_charges`` how they are charged, and of those in
    ``contested`` which values some attributes have.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.owed: dict[str, Owed] = {}
        self.services = Services()
        self.charges: dict[str, list[Charged]] = {}
        self.named: dict[str, str] = {}
        self.unsure: set[str] = set()
        self.unsure_charges: set[str] = set()
        self.contested: dict[str, set[str]] = {}
        self.filled: dict[str, dict[str, str]] = {}
        self._lines: dict[str, list[str]] = {}
        self._asset_of: dict[str, str] = {}
        self.turned: set[str] = set()
        self._named_at_rest: dict[str, set[str]] = {}

    # By the orders

    def ordered(self, order: SalesOrder) -> None:
        """The system was told of an order: learn which assets its lines are about.

        Nobody can say how an asset ends that one order suspends or resumes and changes otherwise, or moves and deletes,
        that moves from or to a place without a name, or twice, gets a service point as it rests or resumes, or is named
        in another's place.
        """
        done, places = dict[str, set[str]](), set[tuple[str, str | None]]()
        for line in order.lines:
            self._about(line)
            asset, action = self.asset_of(line.id), line.action or "-"
            changes = done[asset] = done.get(asset, set()) | ({action} - {"-"})
            moved = {(asset, line.site), (asset, action)} if action in MOVES else set()
            # A half that comes twice is one too many.
            unplaced = bool(moved) and (not line.site or bool(places & moved))
            places |= moved
            if action in RESTS:
                self._named_at_rest.setdefault(asset, set()).update(line.attributes)
            if unplaced or are_at_odds(changes) or (action in RESTS and line.service_point):
                self.unsure.add(asset)

    def _about(self, line: OrderLine) -> None:
        before = self._asset_of.get(line.id, line.id)
        asset = line.asset or before
        if line.id in self._asset_of and asset != before:
            self.unsure |= {asset, before}  # which of them its work is about is not told by the line's id
            self.turned.add(line.id)
        self._asset_of[line.id] = asset
        about = self._lines.setdefault(asset, [])
        if line.id not in about:
            about.append(line.id)

    def overlaps(self, line: str, contested: set[str] | None) -> None:
        """Work is asked for a line while other orders are at work on its asset: nobody can say how that ends.

        Where all of them alter values alone, that is so of those that are ``contested``, and of what is charged.
        """
        asset = self.asset_of(line)
        if contested is None or any(name in self.filled for name in self.lines_of(asset)):
            self.unsure.add(asset)
        else:
            self.contested.setdefault(asset, set()).update(contested)
            self.unsure_charges.add(asset)

    def stands(self, asset: str) -> Mapping[str, str]:
        """The values of an asset that the complete lines laid down, and that no two orders altered at once."""
        contested = self.contested.get(asset, ())
        owed = self.owed.get(asset)
        return {name: value for name, value in owed.attributes.items() if name not in contested} if owed else {}

    def asset_of(self, line: str) -> str:
        """The asset that a line is about."""
        return self._asset_of.get(line, line)

    def lines_of(self, asset: str) -> list[str]:
        """The lines, by id, that are about an asset."""
        return self._lines.get(asset, [])

    def completed(self, asset: str) -> AssetState | None:
        """How an asset stands by the complete lines; None for one that none of them ever brought."""
        return self.owed[asset].state if asset in self.owed else None

    def complete(self, line: OrderLine, order: SalesOrder, price_list: str | None, assigned: dict[str, str]) -> None:
        """A line is complete: the asset is what the line made of it (AC-01 to AC-08)."""
        asset = self.asset_of(line.id)
        owed, site = self.owed.get(asset), line.site or order.site
        if line.action == "Add":
            owed = self.owed[asset] = Owed(
                line.product or "", "active", price_list, line.override, site, line.service_point, dict(line.attributes)
            )
        if owed is None:
            return
        owed.by.append(line.action or "-")
        owed.orders.append(order.order)
        owed.unsure = owed.unsure or owed.in_no_order(order.order)
        if line.service_point and owed.leaves_point_open(line, order.order):
            owed.service_point = None
        # Whether Suspend and Resume alter the values that some version named as well, the documents do not say.
        for name in self._named_at_rest.get(asset, ()) if line.action in RESTS else ():
            owed.attributes.pop(name, None)
        if order.site and not line.site and line.action not in ("Add", "Move-Add"):
            owed.unsure = True  # whether a header's site is where a change is meant, the documents do not say
        owed.attributes.update(assigned)
        owed.carried -= assigned.keys()
        match line.action:
            case "Move-Add":
                owed.moves(line, site, assigned)
            case "Move-Delete":
                owed.leaves(line, assigned)
            case "Update":
                owed.price_list = price_list or owed.price_list
                owed.is_altered(line, assigned)
            case "Suspend" | "Resume" | "Delete":
                owed.state = _STATE_AFTER[line.action]

    def leaves_open(self, line: str, attribute: str) -> None:
        """Which value an attribute has after this line nobody can say."""
        if (owed := self.owed.get(self.asset_of(line))) is not None:
            owed.attributes.pop(attribute, None)

    def lists_open(self, line: str) -> None:
        """On which list an asset is charged after this line is not laid down (A-57)."""
        if (owed := self.owed.get(self.asset_of(line))) is not None and owed.by[-1] == "Update":
            owed.price_list = None

    # By what the neighbours did

    def asks(self, asked: Asked, before: list[Asked]) -> None:
        """Something more is asked for a line: it calls off or alters what is asked for it and is not done."""
        if asked.line.asset is not None and asked.line.line not in self.turned:
            self.named.setdefault(self.asset_of(asked.line.line), asked.line.asset)
        if asked.phase:
            if asked.phase != "initiate" and asked.effect == "stop" and not self._is_charged(asked):
                self._replace(before)
            elif any(a.state is Work.OPEN and (a.effect, asked.effect) in _AGAINST for a in before):
                self._replace(before)  # which of the two takes effect last nobody can say
                self.unsure_charges.add(self.asset_of(asked.line.line))
            return
        assert isinstance(asked.line, ProvisioningLine)  # what has no phase
        if asked.effect == "change":
            self._overrules(asked.line)
        self.services.asked_for(self.asset_of(asked.line.line), asked.line)
        begun = [a for a in before if a.state in (Work.OPEN, Work.FAILED) and a.effect == "add"]
        if asked.effect == "add":
            self._replace([a for a in begun if a.state is Work.FAILED])  # what failed is asked for anew
            return
        if not begun or asked.effect not in ("remove", "change"):
            return
        self._replace(before)
        if asked.effect == "change":
            was, now = begun[-1].line, asked.line
            assert isinstance(was, ProvisioningLine) and isinstance(now, ProvisioningLine)  # the same side
            changed = {name: value for name, value in now.attributes.items() if value != was.attributes.get(name)}
            self.services.wants(self.asset_of(asked.line.line), changed)
            site, attributes = now.site or was.site, {**was.attributes, **now.attributes}
            point = now.service_point or was.service_point
            asked.line = replace(was, site=site, service_point=point, attributes=attributes)

    def _overrules(self, line: ProvisioningLine) -> None:
        """Where provisioning assigned another value than was ordered, a change that names either leaves both open."""
        asset, filled = self.asset_of(line.line), self.filled.get(line.line, {})
        for name, value in line.attributes.items():
            ordered = self.services.ordered(asset).get(name)
            if name in filled and filled[name] != ordered and value in (ordered, filled[name]):
                self.unsure.add(asset)
            elif value != ordered:
                filled.pop(name, None)

    def _replace(self, before: list[Asked]) -> None:
        for asked in before:
            if asked.state in (Work.OPEN, Work.FAILED):
                asked.state = Work.REPLACED

    def _is_charged(self, asked: Asked) -> bool:
        return any(c.state != "initiated" for c in self.charges.get(self.asset_of(asked.line.line), ()))

    def means_done(self, asked: Asked, said: str) -> bool:
        """Whether what a neighbour says of its work means that it is done; billing says INITIATED of the first half."""
        if asked.phase:
            return said == (Status.INITIATED if asked.phase == "initiate" else Status.COMPLETE)
        product = self._catalogue.products.get(asked.line.product)
        words = self._catalogue.native_statuses.get((product.target if product else None) or "", {})
        return words.get(said, said) in (Status.COMPLETE, Status.CANCELLED)

    def done(self, asked: Asked) -> None:
        """A neighbour has done what it was asked."""
        asset = self.asset_of(asked.line.line)
        if isinstance(asked.line, BillingLine):
            self._charge(asset, asked.phase, asked.line)
        elif asked.effect == "add":
            self.services.set_up(asset, asked.line)
        else:
            for service in self.services.meant_by(asset, asked.line):
                self.services.alter(service, asked.line)

    def assigned(self, line: str, attribute: str, value: str, outdated: bool) -> None:
        """Provisioning has filled a value in, which counts once its line is complete; till then nobody can say.

        Nor can anybody of one that comes of ``outdated`` work.
        """
        asset = self.asset_of(line)
        self.filled.setdefault(line, {})[attribute] = value
        if outdated or asset in self.contested:
            self.unsure.add(asset)
        self.services.assign(asset, attribute, value)
        if asset in self.owed:
            self.owed[asset].attributes.pop(attribute, None)

    def _charge(self, asset: str, phase: str, line: BillingLine) -> None:
        charges, initiate = self.charges.setdefault(asset, []), phase == "initiate"
        if line.effect == "start":
            begun = next((c for c in charges if c.state == "initiated"), None)
            ending = next((c for c in charges if c.ending or (c.restarting and not initiate)), None)
            if ending:
                again = Charged("active", line.price_list, line.override, restarting=initiate)
                charges[charges.index(ending)] = again
            elif begun and not initiate:
                begun.state, begun.price_list = "active", line.price_list
                begun.override = line.override or begun.override
            else:
                charges.append(Charged("initiated" if initiate else "active", line.price_list, line.override))
            return
        for charge in list(charges):
            charge.ending = initiate and line.effect == "stop"
            if initiate and (line.effect != "change" or charge.state != "initiated"):
                continue
            if line.effect == "stop":
                charges.remove(charge)
            elif line.effect == "change":
                charge.price_list = line.price_list or charge.price_list
                charge.override = line.override or charge.override
                charge.state = charge.state if initiate or charge.state != "initiated" else "active"
            else:
                charge.state = _CHARGED[line.effect]

    def set_up(self, asset: str) -> list[Service]:
        """What provisioning has of an asset."""
        return self.services.of(asset)

    def charged(self, asset: str) -> list[Charged]:
        """What billing charges for an asset."""
        return self.charges.get(asset, [])
