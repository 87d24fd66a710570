"""What users keep of customers besides orders, and what back offices ask for, report, and miss while they are down."""

from ordertck.harness.explore.acts import Drawn, Scene, act, done, given, when
from ordertck.harness.explore.crm.at_the_desk import at_order_system, submitted

# The records that a history is about, what users fill in of each, and the part of the trade that each is.
_PHONES = ("020 7946 0018", "+44 20 7946 0555", "0044 20 7946 0300")
_RECORDS: tuple[tuple[str, str, dict[str, tuple[str, ...]]], ...] = (
    ("the customer's account", "", {"phone": _PHONES, "email": ("a@mail.example", "b@mail.example")}),
    ('account "Neighbour"', "", {"phone": _PHONES, "email": ("n@mail.example",)}),
    ('account "Newcomer"', "", {"name": ("Ada Newcomer", "Ben Newcomer"), "phone": _PHONES}),
    ('work order "VISIT"', "work-orders", {"task": ("install", "repair"), "appointment": ("Monday", "Tuesday")}),
    ('work order "SECOND VISIT"', "work-orders", {"task": ("remove",), "appointment": ("Friday",)}),
    (
        'trouble ticket "SILENT"',
        "trouble-tickets",
        {"type": ("Line Fault", "Bill Question"), "summary": ("no tone", "noise"), "channel": ("call", "mail")},
    ),
    ('phone number "0044790001"', "phone-numbers", {"listing": ("listed", "ex-directory")}),
)


def _is_about_offices(scene: Scene) -> bool:
    return "offices" in scene.notes and "workflows" in scene.claims.profiles


def _record(scene: Scene) -> tuple[str, dict[str, str]]:
    """One of the records, with some of its fields."""
    has = [record for record in _RECORDS if record[1] not in scene.claims.leaves_out]
    name, _, known = scene.dice.choice(has)
    wanted = [field for field in known if not scene.one_in(3)] or list(known)[:1]
    return name, {field: scene.dice.choice(known[field]) for field in wanted}


def _table(fields: dict[str, str]) -> list[list[str]]:
    return [list(fields), list(fields.values())]


@act("crm", 22)
def record_is_kept(scene: Scene) -> Drawn:
    """A user fills in a record and saves it, or gives it up."""
    if not _is_about_offices(scene) or "back-office-push" in scene.claims.leaves_out:
        return None
    name, fields = _record(scene)
    match scene.dice.choice(("enter", "enter", "enter", "give up", "leave", "look")):
        case "enter":
            steps = [when(f"a user enters {name} with", _table(fields))]
        case "give up":
            steps = [when(f"a user fills in {name} with", _table(fields)), when(f"a user gives up {name}")]
        case "leave":
            steps = [when(f"a user fills in {name} with", _table(fields))]
            steps += [when(f"a user saves {name}")] if scene.one_in(2) else []
        case _:
            steps = [when(f"a user looks at {name}")]
    return done("record-is-kept", steps)


@act("crm", 12)
def office_asks(scene: Scene) -> Drawn:
    """A back office asks for a record."""
    if not _is_about_offices(scene) or "back-office-requests" in scene.claims.leaves_out:
        return None
    name, _ = _record(scene)
    if scene.one_in(3):
        name = "the customer's service profile"
    orders = [order.name for order in submitted(scene)]
    if orders and scene.one_in(3):
        name = f'order "{scene.one_of(orders)}"'
    about = {name.split('"')[1]} if name.startswith("order") else set()
    return done("office-asks", [when(f"the back office asks for {name}")], "", about)


@act("crm", 12)
def office_reports(scene: Scene) -> Drawn:
    """A back office reports what it has of a record, or of an order's lines."""
    if not _is_about_offices(scene) or "back-office-reports" in scene.claims.leaves_out:
        return None
    orders = [order for order in at_order_system(scene) if order.lines and order.lines[0].id]
    if orders and scene.one_in(3):
        order = scene.dice.choice(orders)
        table = [["line", "status"], [scene.dice.choice([line.number for line in order.lines]), "ALLOCATED"]]
        sentence = when(f'the back office reports order "{order.name}" with', table)
        return done("office-reports", [sentence], "", {order.name})
    name, fields = _record(scene)
    if name == 'account "Newcomer"':
        return None
    return done("office-reports", [when(f"the back office reports {name} with", _table(fields))])


@act("crm", 8, "restarts")
def office_is_away(scene: Scene) -> Drawn:
    """A back office cannot be reached, or can be again."""
    if not _is_about_offices(scene):
        return None
    offices = scene.stage.back_offices.systems
    name = scene.dice.choice(list(offices))
    if scene.stage.back_offices.systems[name].up:
        return done("office-is-away", [given(f'back office "{name}" cannot be reached')], "restarts")
    return done("office-is-away", [when(f'back office "{name}" can be reached again')], "restarts")


@act("crm", 5)
def status_is_asked_for(scene: Scene) -> Drawn:
    """A user presses Get Status."""
    names = [order.name for order in submitted(scene)]
    if not names or not scene.can("get-status-button") or scene.claims.switches["order_inquiry"] != "on-button":
        return None
    name = scene.one_of(names)
    return done("status-is-asked-for", [when(f'a user presses "Get Status" on order "{name}"')], "", {name})
