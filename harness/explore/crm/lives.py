"""How an order lives at the desk, in a row of acts: entered, told of, written anew, and at its end."""

from ordertck.harness.explore.acts import Drawn, Scene, course
from ordertck.harness.explore.crm.around import order_from_profile, revision_for_a_supervisor, supervisor_decides
from ordertck.harness.explore.crm.at_the_desk import drafts, open_there
from ordertck.harness.explore.crm.entering import draft_is_submitted, modify_order, new_order
from ordertck.harness.explore.crm.follow_ons import follow_on
from ordertck.harness.explore.crm.meanwhile import meanwhile
from ordertck.harness.explore.crm.thinking_again import (
    date_is_set,
    draft_is_changed,
    draft_is_revised,
    list_is_given,
    priority_is_set,
    put_off,
    supplemental,
    supplemental_is_begun,
    supplemental_is_given_up,
)
from ordertck.harness.explore.crm.told import (
    breakdown,
    date_comes,
    line_falls_out,
    line_is_mended,
    lines_get_on,
    old_news,
    order_is_cancelled,
    order_is_complete,
    point_of_no_return,
    the_same_again,
    told_once_more,
    value_is_filled_in,
)
from ordertck.harness.explore.lives import Lives

# Once in so many times something else happens than what comes next in the life of an order.
_ASIDE = 8


@course("crm")
def gets_on(scene: Scene) -> Drawn:
    """A calm history, or a narrow one, goes on with the life of one order rather."""
    return _LIVES.go_on(scene) if (scene.calm or scene.narrow) and not scene.one_in(_ASIDE) else None


def _alive(scene: Scene) -> set[str]:
    return {order.name for order in (*open_there(scene), *drafts(scene))}


_LIVES = Lives(
    "crm",
    _alive,
    begins=(
        (modify_order, "modify-orders"),
        (modify_order, "service-changes"),
        (follow_on, "follow-ons"),
        (order_from_profile, "drafts"),
        (new_order, ""),
    ),
    goes_on=(
        *((lines_get_on, ""),) * 3,
        *((point_of_no_return, "points-of-no-return"),) * 2,
        *((value_is_filled_in, "filled-in-data"),) * 2,
        *((line_falls_out, "failures"),) * 2,
        (line_is_mended, "failures"),
        (told_once_more, "redelivery"),
        (the_same_again, "redelivery"),
        (breakdown, "restarts"),
        (date_comes, "dates"),
        *((supervisor_decides, "approval"),) * 2,
        *((draft_is_submitted, "drafts"),) * 2,
    ),
    changes=(
        *((supplemental, "supplementals"),) * 2,
        (meanwhile, "supplementals"),
        (meanwhile, "drafts"),
        (supplemental_is_begun, "drafts"),
        (supplemental_is_given_up, "drafts"),
        (draft_is_changed, "drafts"),
        (draft_is_revised, "drafts"),
        (order_is_cancelled, "cancellation"),
        (revision_for_a_supervisor, "approval"),
        (list_is_given, "price-lists"),
        (put_off, "dates"),
        (date_is_set, "dates"),
        (priority_is_set, "priorities"),
    ),
    ends=((order_is_complete, ""), (order_is_complete, ""), (draft_is_submitted, ""), (old_news, "redelivery")),
)
