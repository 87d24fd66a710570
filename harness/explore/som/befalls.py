"""What befalls an order that is under way: steps that are done, and what comes in between."""

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import Scene, when
from ordertck.harness.explore.order_draft import Draft
from ordertck.harness.explore.som.known import is_stopped


def begun(scene: Scene, draft: Draft) -> list[Step]:
    """The network gets on with an order, as far with one line and otherwise with the next; or with all of it alike."""
    sold = scene.claims.edition.catalogue.products
    known = {row["line"]: sold.get(row["product"]) for row in draft.rows if row.get("quantity") != "many"}
    lines = [line for line, product in known.items() if product is not None and product.target == "network"]
    if not lines or scene.one_in(4) or is_stopped(scene):
        return [when(f'the network does what is under way for order "{draft.name}"')] * scene.dice.choice((1, 2))
    steps: list[Step] = []
    for line in scene.dice.sample(lines, min(len(lines), scene.dice.choice((1, 1, 2, 3)))):
        count, part = scene.dice.choice((1, 1, 2, 3, 0)), f'line {line} of order "{draft.name}"'
        done = when(f"the network does a step of {part}") if count else when(f"the network completes {part}")
        steps += [done] * max(count, 1)
    return steps


def afterwards(scene: Scene, name: str) -> tuple[list[Step], set[str]]:
    """What befalls an order that is under way, one thing after the other; and the mechanisms that they belong to."""
    breaks = [when("service order management breaks down and is started again")] if scene.can("restartable") else []
    cancels = [when(f'the CRM cancels order "{name}"')]
    goes_on = [when(f'the network does what is under way for order "{name}"')]
    again = [when(f'every version of order "{name}" is delivered again')] if scene.can("idempotent-delivery") else []
    rests = [when(f'the CRM suspends order "{name}"'), *goes_on, when(f'the CRM resumes order "{name}"')]
    return scene.dice.choice(
        (
            (cancels, {"cancellation"}),
            ([*cancels, *goes_on], {"cancellation"}),
            ([*breaks, *cancels], {"restarts", "cancellation"}),
            ([*cancels, *goes_on, *breaks], {"restarts", "cancellation"}),
            ([*cancels, *goes_on, *again], {"redelivery", "cancellation"}),
            ([*cancels, *breaks, *again], {"redelivery", "restarts", "cancellation"}),
            (breaks, {"restarts"}),
            (again, {"redelivery"}),
            (rests, set()),
        )
    )
