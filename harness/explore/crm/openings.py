"""How histories at the desk begin and end: what a customer has, what they are about, and what comes of it all."""

from collections.abc import Iterator

from ordertck.harness.explore.acts import Act, Scene, closing, done, opening, when
from ordertck.harness.explore.crm.at_the_desk import drafts, open_there
from ordertck.harness.explore.crm.entering import change_of_holdings, new_order
from ordertck.harness.explore.crm.offices import addresses
from ordertck.harness.explore.crm.told import breakdown, old_news, stuck_lines
from ordertck.harness.explore.holdings import holdings

# What a history may be about besides orders, and how often: once in so many.
ABOUT = (
    ("quotes", 6),
    ("offices", 3),
    ("checks", 5),
    ("mails", 5),
    ("approval", 4),
    ("bundles", 4),
    ("drafts", 4),
    ("papers", 4),
)
# What a history is about besides, half the time, where it is about a mechanism.
_WITH = (
    ("quotes", "drafts"),
    ("papers", "drafts"),
    ("papers", "restarts"),
    ("quotes", "approval"),
    ("checks", "approval"),
)
# So many orders at most are brought to their end.
_MOST = 3


@opening("crm", focused=True)
def openings(scene: Scene) -> list[Act]:
    """The acts that a history begins with."""
    also = {name for name, times in ABOUT if scene.one_in(times * 2 if scene.focus else times)}
    scene.notes = scene.focus | also
    scene.notes |= {name for name, of in _WITH if of in scene.focus and scene.one_in(2)}
    fulfils = not scene.claims.leaves_out & {"installed-base", "order-tracking"}
    keen = scene.focus & {"modify-orders", "service-changes", "follow-ons"}
    often = 2 if scene.focus & {"bundles", "dates"} else 4  # what these do to changes shows on what is there already
    found = holdings(scene) if fulfils and (not scene.one_in(4) if keen else scene.one_in(often)) else []
    drawn = change_of_holdings(scene) if found and not scene.one_in(3) else new_order(scene)
    found = [*addresses(scene), *found]
    return [*found, drawn] if drawn is not None and not scene.one_in(8) else found


@closing("crm")
def closings(scene: Scene) -> Iterator[Act]:
    """Mostly what lies about is submitted, lines that got stuck are freed, and orders are fulfilled.

    A history that is about it ends with a breakdown, and with news that come once more.
    """
    if scene.one_in(4) or "order-tracking" in scene.claims.leaves_out:
        return
    for order in drafts(scene)[:_MOST]:
        if not scene.one_in(4):
            yield done("draft-is-submitted", [when(f'order "{order.name}" is submitted')], "drafts", {order.name})
    late = scene.one_in(3)
    for name, line in stuck_lines(scene)[:_MOST] if not late else ():
        yield _mended(name, line)
    for order in open_there(scene)[:_MOST]:
        sentence = when(f'the order system reports the status "COMPLETE" of order "{order.name}"')
        yield done("order-is-complete", [sentence], "", {order.name})
    for name, line in stuck_lines(scene, over=True)[:_MOST] if late else ():
        yield _mended(name, line)
    for happens, mechanism in ((breakdown, "restarts"), (old_news, "redelivery")):
        again = happens(scene) if mechanism in scene.focus and not scene.one_in(3) else None
        if again is not None:
            yield again


def _mended(name: str, line: str) -> Act:
    sentence = when(f'the order system reports the end of the fallout of line {line} of order "{name}"')
    return done("line-is-mended", [sentence], "failures", {name})
