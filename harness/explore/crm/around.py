"""What users do around orders: quotes, checks, papers, approval, product administration."""

from ordertck.harness.explore.acts import Drawn, Scene, act, done, given, when
from ordertck.harness.explore.crm.at_the_desk import drafts, entered, open_there, quotes, shown_assets
from ordertck.harness.explore.crm.entering import bought
from ordertck.harness.explore.crm.thinking_again import rewritten
from ordertck.harness.explore.drafts import LISTS, mechanisms_of, next_name
from ordertck.harness.explore.order_draft import Draft
from ordertck.harness.explore.ordered import named_assets

_CHECKS = {
    "tax": "tax-calculation",
    "shipping": "shipping-cost",
    "payment": "payment-verification",
    "credit": "credit-check",
    "card": "card-authorisation",
    "availability": "availability-check",
}


@act("crm", 16, "approval", needs="approval")
def supervisor_decides(scene: Scene) -> Drawn:
    """A supervisor approves or rejects an order that is for one."""
    names = [
        order.name
        for order in entered(scene)
        if any(row.get("product") == "Leased Line" for row in scene.drafts[order.name].rows)
    ]
    if not names:
        return None
    name = scene.one_of(names)
    verb = "rejects" if scene.one_in(3) else "approves"
    sentence = when(f'a supervisor {verb} order "{name}"')
    if "restarts" in scene.focus and scene.can("restartable") and scene.one_in(2):
        breaks = when("the CRM breaks down and is started again")
        return done("supervisor-decides", [breaks, sentence], "approval restarts", {name})
    if "redelivery" in scene.focus and scene.one_in(2):
        return done("supervisor-decides", [sentence, sentence], "approval redelivery", {name})
    return done("supervisor-decides", [sentence], "approval", {name})


@act("crm", 6, "approval supplementals", needs="approval changes-after-submission")
def revision_for_a_supervisor(scene: Scene) -> Drawn:
    """A newer version of an order needs approval, and a supervisor decides on it."""
    names = [
        order.name
        for order in open_there(scene)
        if all(row.get("product") != "Leased Line" for row in scene.drafts[order.name].rows)
    ]
    if not names:
        return None
    name = scene.one_of(names)
    draft = scene.drafts[name] = rewritten(scene, name)
    row = {"line": str(draft.next_number()), "action": "Add", "product": "Leased Line", "price list": ""}
    draft.rows.append(row | {"asset": f"LEASED-{scene.fresh()}"})
    verb = scene.dice.choice(("rejects", "rejects", "approves"))
    steps = [when(f'order "{name}" is revised to', draft.table()), when(f'a supervisor {verb} order "{name}"')]
    mechanisms = mechanisms_of(draft) | {"approval", "supplementals"}
    return done("revision-for-a-supervisor", steps, " ".join(sorted(mechanisms)), {name})


@act("crm", 14, "drafts approval", needs="quotes")
def quote(scene: Scene) -> Drawn:
    """Something is quoted, by hand or of an opportunity."""
    if "quotes" not in scene.notes:
        return None
    name = f"OFFER{scene.fresh()}"
    rows = bought(scene, 1) + (bought(scene, 2) if scene.one_in(2) else [])
    scene.drafts[f"quote {name}"] = draft = Draft(f"quote {name}", rows)
    if scene.one_in(3) and scene.can("opportunities"):
        steps = [given(f'an opportunity "{name}" with', draft.table())]
        steps.append(when(f'opportunity "{name}" becomes quote "{name}"'))
    else:
        steps = [given(f'a quote "{name}" with', draft.table())]
    if scene.one_in(3) and scene.can("line-price-lists"):
        listed = scene.dice.choice(LISTS)
        steps.append(when(f'a user gives line 1 of quote "{name}" the "{listed}"'))
    if scene.one_in(3):
        row = scene.dice.choice(rows)
        steps.append(when(f'a user overrides the price of line {row["line"]} of quote "{name}" with "9.50"'))
    return done("quote", steps, "", {f"quote {name}"})


@act("crm", 24, "drafts approval", needs="quotes-become-orders")
def quote_gets_on(scene: Scene) -> Drawn:
    """A customer accepts a quote, or it becomes an order, or somebody tries to submit it."""
    known = quotes(scene)
    if not known:
        return None
    source = scene.one_of(known)
    name = source.removeprefix("quote ")
    match scene.dice.choice(("accept", "accept", "order", "order", "both", "submit")):
        case "accept":
            return done("quote-gets-on", [when(f'the customer accepts quote "{name}"')], "", {source})
        case "submit":
            return done("quote-gets-on", [when(f'quote "{name}" is submitted')], "", {source})
        case chosen:
            order = next_name(scene)
            scene.drafts[order] = Draft(order, [dict(row) for row in scene.drafts[source].rows])
            steps = [when(f'the customer accepts quote "{name}"')] if chosen == "both" else []
            steps.append(when(f'quote "{name}" becomes order "{order}"'))
            steps += [when(f'order "{order}" is submitted')] if scene.one_in(2) else []
            return done("quote-gets-on", steps, "drafts", {source, order})


@act("crm", 7, "modify-orders drafts", needs="orders-from-profile")
def order_from_profile(scene: Scene) -> Drawn:
    """An order is begun with what a customer has."""
    there, products = shown_assets(scene), named_assets(scene)
    names = [name for name in products if scene.stage.assets.get(name) in there]
    if not names:
        return None
    chosen = names[: scene.dice.choice((1, 2))]
    order = next_name(scene)
    rows = [
        {"line": str(n), "action": "", "asset": name, "product": products[name]} for n, name in enumerate(chosen, 1)
    ]
    scene.drafts[order] = Draft(order, rows)
    table = [["asset"], *([name] for name in chosen)]
    sentence = when(f'order "{order}" is begun with these assets of the customer', table)
    return done("order-from-profile", [sentence], "modify-orders drafts", {order, "HOLDINGS"})


@act("crm", 16, "approval", needs="order-checks")
def order_is_checked(scene: Scene) -> Drawn:
    """Something is checked of an order that is prepared, and answered, or not."""
    names = [order.name for order in drafts(scene)]
    known = [check for check, needed in _CHECKS.items() if scene.can(needed)]
    if not names or not known or "checks" not in scene.notes:
        return None
    name, check = scene.one_of(names), scene.dice.choice(known)
    if scene.one_in(5):
        sentence = when(f'order "{name}" is checked for "{check}", and nobody answers')
        return done("order-is-checked", [sentence], "approval", {name})
    outcome = scene.dice.choice(("ok", "declined", "unknown"))
    table = [["check", "outcome", "value"], [check, outcome, "12.00" if check in ("tax", "shipping") else ""]]
    if check == "availability":
        lines = [row["line"] for row in scene.drafts[name].rows]
        table = [["check", "line", "outcome"], [check, scene.dice.choice(lines), outcome]]
    sentence = when(f'order "{name}" is checked, with these answers', table)
    return done("order-is-checked", [sentence], "approval", {name})


@act("crm", 6, "drafts", needs="documents-and-activities")
def papers_are_attached(scene: Scene) -> Drawn:
    """A document or an activity goes with an order."""
    names = [order.name for order in entered(scene)]
    if not names or not (scene.notes & {"checks", "papers"}):
        return None
    name = scene.one_of(names)
    table = [["kind", "name"], [scene.dice.choice(("document", "activity")), f"PAPER{scene.fresh()}"]]
    return done("papers-are-attached", [when(f'these are attached to order "{name}"', table)], "", {name})


@act("crm", 1, needs="product-administration")
def product_is_administered(scene: Scene) -> Drawn:
    """A user sets whether a product becomes an asset."""
    product = scene.dice.choice(("Internet Access", "Home Router", "Film Rental Monthly Fee"))
    trackable = scene.dice.choice(("trackable", "not trackable"))
    return done("product-is-administered", [given(f'"{product}" is set to be {trackable}')])
