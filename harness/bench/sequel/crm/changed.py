"""What users think better of: drafts and orders that were submitted, one thing after the other."""

from dataclasses import replace

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.sequel.crm.altering import alter
from ordertck.harness.bench.sequel.crm.standing import can, is_pending, is_taken
from ordertck.harness.bench.sequel.scenes import Draw, scene
from ordertck.harness.bench.stage import Stage

_REVISIONS = "revisions-before-submission"
# What is as it was, once a revision is discarded.
_GIVEN_UP = ("lines", "site", "ship_to", "ship_by", "due_date")
_RULES = (
    "AC-01 AC-05 AC-09 AS-06 DD-01 FD-02 FD-05 FL-02 FL-04 FL-05 FO-03 FO-10 FO-12 MO-02 MO-06 OM-01 OM-02 OM-04 OM-05"
    " OM-06 OM-07 PD-01 PD-02 PL-02 PL-03 PL-04 PL-11 PL-13 PL-14 PL-17 PL-18 PL-24 PL-25 PL-31 PL-32 PL-36 PN-04 PR-01"
    " PR-09 PR-10 RV-01 RV-02 RV-03 RV-04 SC-04 SC-05 SC-06 SC-07 SC-08 SC-11 SC-12 SC-14 SC-15 SC-18 SP-01 SU-01 SU-02"
    " SU-13 TM-01 TM-02 TM-05 TM-07 PV-01 PL-29 PL-30 PL-34 PL-37"
)


@scene("crm", _RULES)
def an_order_is_thought_over(stage: Stage, order: Order, draw: Draw) -> None:
    """A user alters a few things of an order, as a draft or in a supplemental, twice; gives up, submits, is cut off."""
    for _ in range(2):
        before = _as_it_is(order)
        if order.kind == "order" and begins(stage, order, draw):
            begun = order.revision > before.revision
            alter(stage, order, draw)
            single = all(line.parent is None for line in order.lines)
            if single and not is_taken(stage, order) and can(stage, _REVISIONS) and draw.chance(2):
                before, begun = _as_it_is(order), True
                stage.crm.begin_revision(order)
            cut_off(stage, draw)
            alter(stage, order, draw)
            if begun and single and can(stage, _REVISIONS) and draw.chance(4):
                stage.desk.discard_revision(order)
                for name in _GIVEN_UP:
                    setattr(order, name, getattr(before, name))
            else:
                stage.crm.submit(order)
            cut_off(stage, draw)
            stage.settled()


def _as_it_is(order: Order) -> Order:
    """How an order is drafted now, for who gives up what comes next."""
    lines = [replace(line, attributes=dict(line.attributes)) for line in order.lines]
    return replace(order, lines=lines)


def begins(stage: Stage, order: Order, draw: Draw) -> bool:
    """Whether there is something of an order to be altered: a draft, or a supplemental that could be begun."""
    if not order.entered:
        rows = [["1", "Internet Access", str(50 + draw.below(2) * 50)], ["2", "Static Address", ""]]
        stage.crm.draft(order, [["line", "product", "speed"], *rows])
        return order.entered
    if stage.desk.look("order", stage.desk.ref(order)).refused is not None:
        return False  # it was given up
    if any(line.parent is not None for line in order.lines):
        return False  # components may have gone with their bundle
    if is_pending(stage, order):
        return not is_taken(stage, order)
    if not can(stage, "changes-after-submission"):
        return False
    before = stage.desk.ref(order)
    stage.crm.supplement(order)
    return stage.desk.ref(order) != before


def cut_off(stage: Stage, draw: Draw) -> None:
    """The CRM ends at once and begins again, right behind what a user has done, one time in so many."""
    if draw.chance(6) and "restartable" in stage.claims.capabilities:
        stage.channel.break_down()
