"""What happens while a user works on a draft, or on a newer version of an order; and what the user makes of it then."""

from collections.abc import Callable

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import Drawn, Scene, act, done, when
from ordertck.harness.explore.crm.at_the_desk import drafts, is_taken, open_there
from ordertck.harness.explore.crm.entering import a_priority, modify_order, new_order
from ordertck.harness.explore.crm.thinking_again import draft_is_changed, draft_is_revised, rewritten
from ordertck.harness.explore.crm.told import (
    breakdown,
    everything_told_again,
    line_falls_out,
    lines_get_on,
    old_news,
    order_is_cancelled,
    order_is_complete,
    order_is_refused,
    point_of_no_return,
    told_once_more,
    value_is_filled_in,
)
from ordertck.harness.explore.drafts import mechanisms_of

# What happens, and the mechanism and capability without which it does not.
_HAPPENS: tuple[tuple[Callable[[Scene], Drawn], str, str], ...] = (
    (lines_get_on, "", ""),
    (order_is_complete, "", ""),
    (new_order, "", ""),
    (modify_order, "modify-orders", ""),
    (point_of_no_return, "points-of-no-return", ""),
    (value_is_filled_in, "filled-in-data", ""),
    (value_is_filled_in, "filled-in-data", ""),
    (order_is_refused, "failures", ""),
    (line_falls_out, "failures", ""),
    (order_is_cancelled, "cancellation", ""),
    (told_once_more, "redelivery", ""),
    (old_news, "redelivery", ""),
    (everything_told_again, "redelivery", "idempotent-delivery"),
    (breakdown, "restarts", "restartable"),
)


_ENDS = (order_is_complete, order_is_refused, order_is_cancelled)


@act("crm", 40, "supplementals drafts")
def meanwhile(scene: Scene) -> Drawn:
    """While a user works on something, one thing or two happen; then it is submitted, written anew, or given up."""
    lying = [order.name for order in drafts(scene)]
    running = [order.name for order in open_there(scene) if order.name not in lying]
    if not lying + running:
        return None
    name = scene.one_of(running if running and not scene.one_in(4) else lying or running)
    steps, found, about = [], {"drafts"}, {name}
    submitted = is_taken(scene, scene.stage.orders[name])
    if name in running:
        draft = scene.drafts[name] = rewritten(scene, name)
        steps.append(when(f'a user begins to revise order "{name}" to', draft.table()))
        found |= mechanisms_of(draft) | {"supplementals"}
    latest, scene.latest = scene.latest, frozenset({name})
    for happens in scene.dice.choices(_likely(scene), k=scene.dice.choice((1, 1, 2))):
        if (news := happens(scene)) is not None:
            steps += news.steps
            found |= news.mechanisms
            about |= news.about
        if happens in _ENDS:
            break  # the order system has no more to tell of it
    scene.latest = latest
    if not steps:
        return None
    end, picked = _end(scene, name, lying=name in lying, submitted=submitted)
    found |= {"priorities"} if picked else set()
    return done("meanwhile", [*steps, *end], " ".join(sorted(found)), about)


def _end(scene: Scene, name: str, *, lying: bool, submitted: bool) -> tuple[list[Step], bool]:
    """What becomes of what a user is at, and whether a priority is picked; ``lying`` is what no user has begun now."""
    end, steps = scene.dice.choice(("submit", "submit", "submit", "anew", "discard", "leave")), list[Step]()
    if lying and not all(row["action"] for row in scene.drafts[name].rows):
        end = "anew"  # what was begun with what a customer has says nothing yet
    if end == "anew" and lying:
        writes = draft_is_changed if submitted or scene.one_in(2) else draft_is_revised
        anew = writes(scene) if scene.can(_NEEDS[writes.__name__]) else None
        steps += anew.steps if anew is not None else ()
    if end == "discard" and not lying and scene.can("revisions-before-submission"):
        return [when(f'the latest revision of order "{name}" is discarded')], False
    if end == "leave":
        return steps, False
    picked = scene.keen("priorities", 12) and "order-priorities" not in scene.claims.leaves_out
    priority = f'a user submits order "{name}" with priority "{a_priority(scene)}"'
    return [*steps, when(priority if picked else f'order "{name}" is submitted')], picked


_NEEDS = {"draft_is_changed": "changes-to-drafts", "draft_is_revised": "revisions-before-submission"}


def _likely(scene: Scene) -> list[Callable[[Scene], Drawn]]:
    """What may happen, rather what the history is about."""
    known = [each for each in _HAPPENS if (not each[1] or scene.knows(each[1])) and (not each[2] or scene.can(each[2]))]
    mine = [happens for happens, mechanism, _ in known if not mechanism or mechanism in scene.focus]
    return mine if scene.focus and not scene.one_in(4) else [happens for happens, _, _ in known]
