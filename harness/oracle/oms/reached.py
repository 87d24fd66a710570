"""Of which version's work a milestone was reported."""

from itertools import pairwise

from ordertck.harness.messages import OrderLine, replace
from ordertck.harness.oracle.oms.accounts import Asked, LineAccount, OrderAccount, Taken


def is_of_overtaken_work(order: OrderAccount, line: LineAccount, reached: int) -> bool:
    """Whether what was reported then is of work that a version had overtaken, and that was not asked for anew.

    Whether a line is where such work is, or where what is wanted of it now will be, the documents do not say.
    """
    standing = (v for v in order.versions if v.taken is not Taken.NO and v.record < reached)
    pairs = ((after.record, before.line(line.id), after.line(line.id)) for before, after in pairwise(standing))
    altered = [(record, now) for record, was, now in pairs if _as_set_up(was) != _as_set_up(now)]
    if not altered:
        return False
    since, wanted = altered[-1]  # what was asked for before it came may be heard after it
    anew = (asked for asked in line.provisioning if since < asked.record < reached)
    return not any(wanted is None or _fits(asked, wanted) for asked in anew)


def _as_set_up(line: OrderLine | None) -> OrderLine | None:
    """A line as provisioning knows it: without its price list and price."""
    return line and replace(line, price_list=None, override=None)


def _fits(asked: Asked, wanted: OrderLine) -> bool:
    """Whether work is as a line is wanted, and so may have been asked for it."""
    work, named = asked.line, wanted.attributes.items()
    places = [(wanted.service_point, getattr(work, "service_point", None)), (wanted.site, getattr(work, "site", None))]
    more = work.attributes.keys() - wanted.attributes.keys() if wanted.action == "Add" else ()
    return (
        work.product == wanted.product
        and named <= work.attributes.items()
        and not more
        and all(want in (None, has) for want, has in places)
    )
