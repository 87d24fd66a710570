"""What users think better of: drafts, submitted orders, prices, dates, priorities."""

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import Drawn, Scene, act, done, when
from ordertck.harness.explore.crm.at_the_desk import called, drafts, is_taken, open_there, quotes, submitted
from ordertck.harness.explore.crm.entering import a_priority, bought
from ordertck.harness.explore.drafts import DATES, LISTS, SITES, altered, mechanisms_of, one_row, put_back, turned
from ordertck.harness.explore.order_draft import Draft, Row

# A newer version that says the same is changed so often, until it does not.
_TRIES = 5


def rewritten(scene: Scene, name: str) -> Draft:
    """The order as it was written last, with some lines altered, added or left out."""
    before = scene.drafts[name]
    draft = before.reverted() if scene.one_in(6) else None
    if draft is not None:
        return draft
    draft = before.newer()
    if scene.one_in(8):
        return draft
    if draft.gone and scene.one_in(3):
        _one_more(scene, draft)
    elif len(draft.rows) > 1 and scene.one_in(5 if scene.narrow else 10):
        draft.leaves_out(one_row(scene, draft))
    for _ in range(scene.dice.choice((1, 1, 2, 3, 4))):
        _change(scene, draft)
    for _ in range(_TRIES):
        if not draft.says_what(before):
            break
        _change(scene, draft)
    return draft


def _change(scene: Scene, draft: Draft) -> None:
    row = one_row(scene, draft)
    changes = ("alter",) * 4 + ("add", "add", "leave out", "leave out", "component", "turn", "point", "clear")
    match scene.dice.choice(changes):
        case "alter" if row["action"] not in ("Add", "-") and scene.one_in(4 if row["action"] == "Update" else 2):
            turned(scene, row)
        case "alter" if row["action"] in ("Add", "Update"):
            site = row.get("site")
            altered(scene, row)
            if row["action"] == "Update" and row.get("site") != site:
                row.pop("site", None)
        case "add":
            _one_more(scene, draft)
        case "component" if row["product"] == "VoIP Service Bundle":
            _one_part_more(scene, draft, row)
        case "clear" if row["action"] == "Add":
            row.pop("site", None)
            row.pop("service point", None)
        case "leave out":
            draft.leaves_out(_dispensable(scene, draft) or row)
        case "turn":
            draft.rows.reverse() if not any("." in r["line"] for r in draft.rows) else None
        case "point" if scene.knows("service-points") and row["action"] == "Add":
            row["service point"] = scene.dice.choice(("Customer", "Neighbour"))


def _dispensable(scene: Scene, draft: Draft) -> Row | None:
    """Now and then what an order needs approval for, where approval is what the history is about."""
    leased = [row for row in draft.rows if row.get("product") == "Leased Line"]
    return leased[0] if leased and "approval" in scene.focus and scene.one_in(2) else None


def _one_more(scene: Scene, draft: Draft) -> None:
    """Something is bought besides, or wanted again, in one thing otherwise as a rule, that a version had left out."""
    row = put_back(scene, draft)
    if row is None:
        draft.rows += bought(scene, draft.next_number())
    elif row["action"] in ("Add", "Update") and not scene.one_in(3):
        site = row.get("site", "")
        altered(scene, row)
        if row["action"] == "Update":
            row["site"] = site


def _one_part_more(scene: Scene, draft: Draft, bundle: Row) -> None:
    """A bundle's line has one component line more, below the others."""
    below = [row for row in draft.rows if row["line"].startswith(f"{bundle['line']}.")]
    part = {"line": f"{bundle['line']}.{len(below) + 4}", "action": "Add", "product": "VoIP Voicemail"}
    part |= {"price list": "", "asset": f"PART-{scene.fresh()}"}
    draft.rows.insert(draft.rows.index(below[-1] if below else bundle) + 1, part)


@act("crm", 48, "supplementals")
def supplemental(scene: Scene) -> Drawn:
    """A newer version of an order is entered and submitted."""
    orders = [order.name for order in submitted(scene)]
    if not orders:
        return None
    running = [order.name for order in open_there(scene) if order.name in orders]
    orders = running if not scene.one_in(12) else orders
    if not orders:
        return None
    name = scene.one_of(orders)
    draft = rewritten(scene, name)
    sentence, further, found = f'order "{name}" is revised to', list[Step](), {"supplementals"}
    if scene.one_in(2) and scene.keen("price-lists", 3) and scene.can("price-lists-on-supplementals"):
        sentence = f'order "{name}" is revised on the "{scene.dice.choice(LISTS)}" to'
        found.add("price-lists")
    elif scene.one_in(2) and scene.keen("dates", 3) and scene.can("revisable-due-date"):
        sentence = f'order "{name}" is revised for "{scene.dice.choice(DATES[:4])}" to'
        found.add("dates")
    elif scene.keen("priorities", 12) and "order-priorities" not in scene.claims.leaves_out:
        sentence = f'a user begins to revise order "{name}" to'
        further = [when(f'a user submits order "{name}" with priority "{a_priority(scene)}"')]
        found.add("priorities")
    elif scene.one_in(10):
        sentence = f'order "{name}" is revised at "{scene.dice.choice(SITES)}" to'
    scene.drafts[name] = draft
    steps = [when(sentence, draft.table()), *further]
    return done("supplemental", steps, " ".join(sorted(mechanisms_of(draft) | found)), {name})


@act("crm", 4, "supplementals dates", needs="revisable-due-date")
def put_off(scene: Scene) -> Drawn:
    """Nothing of an order is changed but its date."""
    orders = [order.name for order in open_there(scene)]
    if not orders:
        return None
    name = scene.one_of(orders)
    date = scene.dice.choice((*DATES[1:4], "in 5 days"))
    sentence = f'order "{name}" is revised to the due date "{date}"'
    return done("put-off", [when(sentence)], "supplementals dates", {name})


@act("crm", 8, "supplementals drafts")
def supplemental_is_begun(scene: Scene) -> Drawn:
    """A user begins a newer version of an order, and leaves it lying."""
    open_ones = [order.name for order in open_there(scene)]
    orders = [order.name for order in submitted(scene) if order.name in open_ones or scene.one_in(12)]
    if not orders:
        return None
    name = scene.one_of(orders)
    if scene.one_in(4):
        return done(
            "supplemental-is-begun", [when(f'a user begins to revise order "{name}"')], "supplementals drafts", {name}
        )
    draft = rewritten(scene, name)
    scene.drafts[name] = draft
    sentence = when(f'a user begins to revise order "{name}" to', draft.table())
    mechanisms = mechanisms_of(draft) | {"supplementals", "drafts"}
    return done("supplemental-is-begun", [sentence], " ".join(sorted(mechanisms)), {name})


@act("crm", 6, "supplementals drafts", needs="revisions-before-submission")
def supplemental_is_given_up(scene: Scene) -> Drawn:
    """A user begins a newer version of an order, or of a draft, changes something in it, and discards it."""
    lying = [order.name for order in drafts(scene)]
    names = [order.name for order in open_there(scene) if order.name not in lying]
    names += [name for name in lying if not is_taken(scene, scene.stage.orders[name])]
    if not names:
        return None
    name = scene.one_of(names)
    steps, found = [when(f'a user begins to revise order "{name}"')], {"supplementals", "drafts"}
    if name in lying:
        anew = rewritten(scene, name) if scene.one_in(2) else scene.drafts[name]
        steps = [when(f'order "{name}" is revised before submission to', anew.table())]
    if scene.keen("price-lists", 2) and scene.can("header-price-list-choice"):
        of = "" if scene.one_in(2) else f"line {one_row(scene, scene.drafts[name])['line']} of "
        steps.append(when(f'a user gives {of}order "{name}" the "{scene.dice.choice(LISTS)}"'))
        found.add("price-lists")
    elif scene.keen("dates", 2):
        date = scene.dice.choice(DATES[1:5])
        steps.append(when(f'a user sets the due date of order "{name}" to "{date}" and saves it'))
        found.add("dates")
    elif scene.keen("priorities", 3) and "order-priorities" not in scene.claims.leaves_out:
        priority = a_priority(scene)
        steps.append(when(f'a user sets the priority of order "{name}" to "{priority}" and saves it'))
        found.add("priorities")
    steps.append(when(f'the latest revision of order "{name}" is discarded'))
    if scene.one_in(2) and name in lying:
        steps.append(when(f'order "{name}" is submitted'))
    return done("supplemental-is-given-up", steps, " ".join(sorted(found)), {name})


@act("crm", 14, "drafts", needs="revisions-before-submission")
def draft_is_revised(scene: Scene) -> Drawn:
    """A further revision of an order that was never submitted."""
    names = [order.name for order in drafts(scene) if not is_taken(scene, order)]
    return _written_anew(scene, names, "draft-is-revised", "revised before submission")


@act("crm", 8, "drafts", needs="changes-to-drafts")
def draft_is_changed(scene: Scene) -> Drawn:
    """What lies about is changed itself."""
    return _written_anew(scene, [order.name for order in drafts(scene)], "draft-is-changed", "changed as a draft")


def _written_anew(scene: Scene, names: list[str], act_name: str, verb: str) -> Drawn:
    """One of these drafts, by its name, is written otherwise: the act of that name, in a sentence with that verb."""
    if not names:
        return None
    name = scene.one_of(names)
    draft = scene.drafts[name] = rewritten(scene, name)
    sentence = when(f'order "{name}" is {verb} to', draft.table())
    return done(act_name, [sentence], " ".join(sorted(mechanisms_of(draft) | {"drafts"})), {name})


@act("crm", 5, "drafts", needs="revisions-before-submission")
def revision_is_discarded(scene: Scene) -> Drawn:
    """The latest revision of what lies about is discarded."""
    names = [order.name for order in drafts(scene) if order.revision > 1]
    if not names:
        return None
    name = scene.one_of(names)
    sentence = when(f'the latest revision of order "{name}" is discarded')
    return done("revision-is-discarded", [sentence], "drafts", {name})


@act("crm", 2, "drafts", needs="revisions-before-submission")
def first_revision_after_all(scene: Scene) -> Drawn:
    """A user wants to submit the first revision of several."""
    names = [order.name for order in drafts(scene) if order.revision > 1 and not is_taken(scene, order)]
    if not names:
        return None
    name = scene.one_of(names)
    sentence = when(f'the first revision of order "{name}" is submitted after all')
    return done("first-revision-after-all", [sentence], "drafts", {name})


@act("crm", 8, "price-lists")
def list_is_given(scene: Scene) -> Drawn:
    """A user gives an order, a line or a customer another price list, or none."""
    named = f'the "{scene.dice.choice(LISTS)}"' if not scene.one_in(4) else "no price list"
    if scene.one_in(6) and scene.can("header-price-list-choice"):
        return done(
            "list-is-given", [when(f'a user gives the customer the "{scene.dice.choice(LISTS)}"')], "price-lists"
        )
    names = [*(order.name for order in drafts(scene)), *quotes(scene)]
    if not names:
        return None
    name = scene.one_of(names)
    if scene.one_in(3) and scene.can("header-price-list-choice"):
        sentence = f"a user gives {called(name)} {named}"
    elif scene.can("line-price-lists"):
        row = scene.dice.choice(scene.drafts[name].rows)
        sentence = f"a user gives line {row['line']} of {called(name)} {named}"
    else:
        return None
    return done("list-is-given", [when(sentence)], "price-lists drafts", {name})


@act("crm", 4, "price-lists")
def price_by_hand(scene: Scene) -> Drawn:
    """A user enters a price by hand."""
    names = [*(order.name for order in drafts(scene)), *quotes(scene)]
    if not names:
        return None
    name = scene.one_of(names)
    row = scene.dice.choice(scene.drafts[name].rows)
    price = scene.dice.choice(("9.50", "12.00"))
    sentence = f'a user overrides the price of line {row["line"]} of {called(name)} with "{price}"'
    return done("price-by-hand", [when(sentence)], "price-lists drafts", {name})


@act("crm", 6, "dates drafts")
def date_is_set(scene: Scene) -> Drawn:
    """A user sets the date of what lies about, and saves it."""
    names = [order.name for order in drafts(scene)]
    if not names:
        return None
    name = scene.one_of(names)
    sentence = f'a user sets the due date of order "{name}" to "{scene.dice.choice(DATES[1:5])}" and saves it'
    return done("date-is-set", [when(sentence)], "dates drafts", {name})


@act("crm", 5, "priorities drafts")
def priority_is_set(scene: Scene) -> Drawn:
    """A user sets the priority of what lies about, and saves it."""
    names = [order.name for order in drafts(scene)]
    if not names or "order-priorities" in scene.claims.leaves_out:
        return None
    name = scene.one_of(names)
    sentence = f'a user sets the priority of order "{name}" to "{a_priority(scene)}" and saves it'
    return done("priority-is-set", [when(sentence)], "priorities drafts", {name})
