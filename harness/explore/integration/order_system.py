"""What the order system does: it reports, and has orders billed and provisioned."""

from ordertck.harness.bench.parts.line_orders import SERVICES
from ordertck.harness.explore.acts import Drawn, Scene, act, done, when
from ordertck.harness.explore.drafts import LISTS
from ordertck.harness.explore.ordered import submitted
from ordertck.harness.messages import NETWORK_MILESTONES

STATUSES = ("OPEN", "IN PROGRESS", "COMPLETE", "CANCELLED")
VALUES = (
    ("number", "0049 <A> & Ü"), ("vlan", "0070"), ("port", "7-12"), ("version", "v6"), ("vlan", "200"),
    ("since", "2026-12-01T08:30:00+05:30"), ("rate", "1.50"), ("note", "true"),
    ("note", "Behind the second door on the left, under the stairs, beside the meter; " * 2 + "ask for the key"),
)  # fmt: skip
# Ids of service points as an inventory spells them, which nobody else may spell better.
_POINTS = ("sp 0042/KV  a", "Sp-7 / 0012", "sp 0043/KV  a")
_UNMAPPED = "Staff Price List"


def there(scene: Scene) -> list[str]:
    """The orders that the order system has."""
    versions = scene.stage.order_system.versions
    return [order.name for order in submitted(scene) if versions(order.number)]


def lines_there(scene: Scene, name: str, latest: bool = False) -> list[str]:
    """The numbers of the lines of an order that the order system has, in its ``latest`` version or, perhaps, in any.

    What a newer version left out may be under way, and is undone.
    """
    latest = latest or not ("supplementals" in scene.focus and scene.one_in(2))
    lines = scene.stage.order_system.lines_of(scene.stage.orders[name].number, latest)
    return [number for number, line in lines.items() if line.product]


def _line(scene: Scene, latest: bool = False) -> tuple[str, str] | None:
    """An order that the order system has, and the number of one of its lines."""
    names = there(scene)
    if not names:
        return None
    name = scene.one_of(names)
    lines = lines_there(scene, name, latest)
    return scene.one_line([(name, line) for line in lines]) if lines else None


def _some(scene: Scene, name: str, lines: list[str]) -> list[str]:
    """One to three of the lines of an order, among them one to which something was done just now."""
    _, first = scene.one_line([(name, line) for line in lines])
    others = [line for line in lines if line != first]
    return [first, *scene.dice.sample(others, min(len(others), scene.dice.choice((0, 1, 2))))]


def news(scene: Scene) -> tuple[str, str]:
    """Something that can be told of a line, in words, and the mechanism that it belongs to."""
    match scene.dice.choice(("status", "milestone", "value", "value")):
        case "status":
            return f'the status "{scene.dice.choice(STATUSES)}"', ""
        case "milestone":
            return f'the milestone "{scene.dice.choice(NETWORK_MILESTONES)}"', ""
        case _ if scene.keen("service-points", 20) and scene.one_in(2):
            return f'the value "{scene.dice.choice(_POINTS)}" of "service point"', "filled-in-data service-points"
        case _:
            name, value = scene.dice.choice(VALUES)
            return f'the value "{value}" of "{name}"', "filled-in-data"


@act("integration", 8)
def order_is_reported(scene: Scene) -> Drawn:
    """The order system tells how a whole order stands."""
    if not (names := there(scene)):
        return None
    name = scene.one_of(names)
    told = f'the status "{scene.dice.choice(STATUSES)}"'
    return done("order-is-reported", [when(f'the order system reports {told} of order "{name}"')], "", {name})


@act("integration", 30, "filled-in-data", basic=True)
def line_is_reported(scene: Scene) -> Drawn:
    """The order system tells something of lines: several things of one, the same thing of two, or one of one."""
    part = _line(scene)
    if part is None:
        return None
    name, line = part
    lines, told = lines_there(scene, name) or [line], [news(scene) for _ in range(scene.dice.choice((1, 2, 3)))]
    if scene.one_in(3):
        told = told[:1] * 2
    places = [line if scene.one_in(2) else scene.dice.choice(lines) for _ in told]
    said = [f"the order system reports {what[0]} of line {of}" for what, of in zip(told, places, strict=True)]
    sentences = [when(f'{one} of order "{name}"') for one in said]
    return done("line-is-reported", sentences, " ".join(mechanism for _, mechanism in told), {name})


@act("integration", 4)
def line_goes_to_and_fro(scene: Scene) -> Drawn:
    """The order system tells of a line what it had told before, with something else in between."""
    part = _line(scene)
    if part is None:
        return None
    name, line = part
    turns = scene.dice.choice(("IN PROGRESS, SUSPENDED, IN PROGRESS", "OPEN, IN PROGRESS, OPEN", "SUSPENDED, COMPLETE"))
    sentence = when(f'the order system reports in turn "{turns}" of line {line} of order "{name}"')
    return done("line-goes-to-and-fro", [sentence], "", {name})


@act("integration", 10, "failures")
def line_falls_out(scene: Scene) -> Drawn:
    """The order system got stuck on a line."""
    part = _line(scene, latest=True)
    if part is None:
        return None
    name, line = part
    sentence = when(f'the order system reports a fallout of line {line} of order "{name}"')
    return done("line-falls-out", [sentence], "failures", {name})


@act("integration", 16, "failures")
def line_is_freed(scene: Scene) -> Drawn:
    """A line on which an order got stuck is free again."""
    system = scene.stage.order_system
    stuck = [(name, line) for name in there(scene) for line in system.stuck(scene.stage.orders[name].number)]
    if not stuck:
        return None
    name, line = scene.dice.choice(stuck)
    sentence = when(f'the order system reports the end of the fallout of line {line} of order "{name}"')
    return done("line-is-freed", [sentence], "failures", {name})


@act("integration", 3, "failures")
def order_is_refused(scene: Scene) -> Drawn:
    """The order system refuses an order after all."""
    if not (names := there(scene)):
        return None
    name = scene.one_of(names)
    return done("order-is-refused", [when(f'the order system reports a refusal of order "{name}"')], "failures", {name})


@act("integration", 30, "price-lists")
def order_is_to_be_billed(scene: Scene) -> Drawn:
    """The order system has lines billed, once or twice: on lists of their own, or on one that leads to no plan."""
    if not (names := there(scene)):
        return None
    name = scene.one_of(names)
    if not (lines := lines_there(scene, name)):
        return None
    chosen = _some(scene, name, lines)
    calls = [_billing_call(scene, chosen) for _ in range(scene.dice.choice((1, 2, 2)))]
    sentences = [when(f'the order system asks billing for order "{name}"', call) for call in calls]
    mechanisms = "price-lists"
    if len(calls) > 1 and scene.can("restartable") and scene.keen("restarts", 16) and scene.one_in(2):
        sentences.insert(1, when("the integration breaks down and is started again"))
        mechanisms += " restarts"
    return done("order-is-to-be-billed", sentences, mechanisms, {name})


def _billing_call(scene: Scene, lines: list[str]) -> list[list[str]]:
    phased = scene.can("two-phase-billing") and scene.one_in(3)
    phase = scene.dice.choice(("initiate", "fulfil", "fulfil"))
    more = [column for column in ("effect", "override", "speed", "greeting") if not scene.one_in(3)]
    table = [["line", "price list", *(["phase"] if phased else []), *more]]
    for line in lines:
        cells = {"effect": scene.dice.choice(("", "start", "change", "change", "stop", "suspend", "resume"))}
        cells |= {
            "speed": scene.dice.choice(("", "007", "100")),
            "greeting": scene.dice.choice(("", "Own & só", "sung")),
        }
        cells["override"] = scene.dice.choice(("", "9.50", "12"))
        on = _UNMAPPED if scene.keen("failures", 4) and scene.one_in(2) else scene.dice.choice((*LISTS, ""))
        table.append([line, on, *([phase] if phased else []), *(cells[column] for column in more)])
    return table


@act("integration", 24)
def order_is_to_be_provisioned(scene: Scene) -> Drawn:
    """The order system has lines provisioned, once or twice: by the systems that they are for, or by none there is."""
    if not (names := there(scene)):
        return None
    name = scene.one_of(names)
    mine, asked = scene.stage.order_system.lines_of(scene.stage.orders[name].number), lines_there(scene, name)
    sold = scene.claims.edition.catalogue.products
    products = {number: sold.get(mine[number].product or "") for number in asked if mine[number].action in SERVICES}
    targets = {line: product.target for line, product in products.items() if product and product.target}
    if not targets:
        return None
    chosen = [(line, targets[line]) for line in _some(scene, name, list(targets))]
    calls = [_provisioning_call(scene, chosen) for _ in range(scene.dice.choice((1, 2, 2)))]
    sentences = [when(f'the order system asks provisioning for order "{name}"', call) for call in calls]
    return done("order-is-to-be-provisioned", sentences, "", {name})


def _provisioning_call(scene: Scene, lines: list[tuple[str, str]]) -> list[list[str]]:
    more = [column for column in ("effect", "quantity", "greeting") if not scene.one_in(3)]
    table = [["line", "target", *more]]
    for line, target in lines:
        cells = {"effect": scene.dice.choice(("", "add", "change", "change", "remove", "suspend"))}
        cells["quantity"] = scene.dice.choice(("", "2", "3"))
        cells["greeting"] = scene.dice.choice(("", "Grüezi & Ciao", "007"))
        place = "the moon" if scene.keen("failures", 6) and scene.one_in(2) else target
        table.append([line, place, *(cells[column] for column in more)])
    return table
