"""What users keep of customers besides orders, and what back offices ask for, report, and miss while they are down."""

from ordertck.harness.explore.acts import Act, Drawn, Scene, act, done, given, when
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
    ('product "MESH ROUTER"', "item-masters", {"name": ("Mesh Router", "Mesh"), "colour": ("black", "white")}),
    ('product "REPEATER"', "item-masters", {"name": ("Repeater", "Wall Repeater")}),
    ('pricing rule "STUDENT DISCOUNT"', "pricing-rules", {"name": ("Student", "Students"), "percent": ("10", "20")}),
)
# Of what a company keeps, by part of the trade: the switch that says who is master of it.
_MASTERS = {"item-masters": "product_master", "pricing-rules": "pricing_master"}
_HOW_IT_STANDS = ("ALLOCATED", "SHIPPED", "DELIVERED")
# What back offices alone keep, and report as it was at some time.
_ALERTS = (
    ('fraud alert "CALLS ABROAD"', "alerts"),
    ('fraud alert "NEW HANDSETS"', "alerts"),
    ('credit alert "UNPAID BILLS"', "alerts"),
    ('trouble ticket "NOISE"', "trouble-tickets"),
)
_AS_OF = ("1 days ago", "2 days ago", "3 days ago at 20:00 -08:00", "2 days ago at 02:00 +05:30")


def _is_about_offices(scene: Scene) -> bool:
    return "offices" in scene.notes and "workflows" in scene.claims.profiles


def _record(scene: Scene) -> tuple[str, dict[str, str]]:
    """One of the records, with some of its fields."""
    has = [
        record for record in _RECORDS if record[1] not in scene.claims.leaves_out and _is_kept_here(scene, record[1])
    ]
    name, _, known = scene.dice.choice(has)
    wanted = [field for field in known if not scene.one_in(3)] or list(known)[:1]
    return name, {field: scene.dice.choice(known[field]) for field in wanted}


def _is_kept_here(scene: Scene, part: str) -> bool:
    """Whether users may keep a record: of what others are master of nobody can say whose change counts."""
    return part not in _MASTERS or scene.claims.switches[_MASTERS[part]] == "crm"


def _table(fields: dict[str, str]) -> list[list[str]]:
    return [list(fields), list(fields.values())]


@act("crm", 90)
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


def addresses(scene: Scene) -> list[Act]:
    """In a history about mails, customers give the addresses to which they want to be written."""
    known = "workflows" in scene.claims.profiles and "back-office-push" not in scene.claims.leaves_out
    if "mails" not in scene.notes or not known or not scene.can("acknowledgement-mail"):
        return []
    fields = [("the customer's account", "a@mail.example"), ('account "Neighbour"', "n@mail.example")]
    steps = [when(f"a user enters {name} with", [["email"], [email]]) for name, email in fields]
    return [done("record-is-kept", steps if scene.one_in(2) else steps[:1])]


@act("crm", 50)
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


@act("crm", 70)
def office_reports(scene: Scene) -> Drawn:
    """A back office reports what it has of a record, or of an order's lines."""
    if not _is_about_offices(scene) or "back-office-reports" in scene.claims.leaves_out:
        return None
    orders = [order for order in at_order_system(scene) if order.lines and order.lines[0].id]
    if orders and scene.one_in(3):
        order = scene.dice.choice(orders)
        lines = scene.dice.sample([line.number for line in order.lines], min(2, len(order.lines)))
        lines = lines[:1] if scene.one_in(2) else lines
        table = [["line", "status"], *([line, scene.dice.choice(_HOW_IT_STANDS)] for line in lines)]
        if scene.one_in(3):
            table = [["status", "ship by"], ["STARTED", scene.dice.choice(("courier", "post"))]]
            table = table if scene.can("shipping-information") else [row[:1] for row in table]
        sentence = when(f'the back office reports order "{order.name}" with', table)
        return done("office-reports", [sentence], "", {order.name})
    name, fields = _record(scene)
    if name == 'account "Newcomer"' or name.startswith(("product", "pricing rule")):
        return None
    steps = [when(f"the back office reports {name} with", _table(fields))]
    steps += [when(f"a user looks at {name}")] if _is_shown_alone(name) and not scene.one_in(3) else []
    return done("office-reports", steps)


def _is_shown_alone(name: str) -> bool:
    return name.startswith(("the customer's account", "account", "work order"))


@act("crm", 40)
def office_tells_of_its_own(scene: Scene) -> Drawn:
    """A back office reports an alert or a ticket that it has made, as it was at some time."""
    if not _is_about_offices(scene) or "back-office-reports" in scene.claims.leaves_out:
        return None
    known = [name for name, part in _ALERTS if part not in scene.claims.leaves_out]
    if not known:
        return None
    name = scene.dice.choice(known)
    fields = {
        "as of": scene.dice.choice(_AS_OF),
        "reason": "Many calls",
        "amount": scene.dice.choice(("40", "60", "90")),
    }
    if name.startswith("trouble"):
        fields = {"type": "Line Fault", "summary": scene.dice.choice(("no tone", "noise"))}
    elif scene.one_in(2):
        fields.pop("reason")
    return done("office-tells-of-its-own", [when(f"the back office reports {name} with", _table(fields))])


@act("crm", 20, "restarts")
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
