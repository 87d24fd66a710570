"""What the network does: step by step, all at once, not at all, after all; and what it assigns."""

from ordertck.harness.explore.acts import Drawn, Scene, act, done, given, when
from ordertck.harness.explore.ordered import submitted
from ordertck.harness.explore.som.known import ENDS, statuses
from ordertck.harness.explore.som.orders import assigned, cannot


def held(scene: Scene) -> list[tuple[str, str]]:
    """The work that the network holds: by the name of its order and the number of its line."""
    network = scene.stage.network
    keys = [(order.name, line.number) for order in submitted(scene) for line in order.lines]
    return [(order, line) for order, line in keys if network.under_way(f"{order}/{line}")]


def failed(scene: Scene) -> list[tuple[str, str]]:
    """The lines of which a step has failed."""
    pairs = (key.rpartition("/") for key in scene.stage.network.failed())
    return [(order, line) for order, _, line in pairs if order]


def unfinished(scene: Scene) -> list[tuple[str, str]]:
    """The lines that have not come to their end."""
    known = statuses(scene)
    lines = [(order.name, line.number) for order in submitted(scene) for line in order.lines]
    return [(order, line) for order, line in lines if known.get(f"{order}/{line}") not in ENDS]


@act("som", 8)
def work_is_held(scene: Scene) -> Drawn:
    """The network takes its time from now on."""
    return None if scene.stage.network.holds else done("work-is-held", [given("the network holds its work")])


@act("som", 3)
def work_goes_on(scene: Scene) -> Drawn:
    """The network finishes all that it held, and holds nothing any more."""
    if not scene.stage.network.holds:
        return None
    return done("work-goes-on", [when("the network takes up its work again")])


@act("som", 40)
def step_is_done(scene: Scene) -> Drawn:
    """The network does the next step of a line."""
    if not (lines := held(scene)):
        return None
    order, line = scene.one_line(lines)
    return done("step-is-done", [when(f'the network does a step of line {line} of order "{order}"')], "", {order})


@act("som", 16)
def line_is_done(scene: Scene) -> Drawn:
    """The network does all that there is to do for a line."""
    if not (lines := held(scene)):
        return None
    order, line = scene.one_line(lines)
    return done("line-is-done", [when(f'the network completes line {line} of order "{order}"')], "", {order})


@act("som", 14)
def order_is_done(scene: Scene) -> Drawn:
    """The network does all that there is to do for an order, or all that it was asked for so far."""
    if not (lines := held(scene)):
        return None
    order, _ = scene.one_line(lines)
    whole = f'the network completes all its work for order "{order}"'
    sentence = whole if not scene.one_in(4) else f'the network does what is under way for order "{order}"'
    return done("order-is-done", [when(sentence)], "", {order})


@act("som", 8, "failures")
def line_fails(scene: Scene) -> Drawn:
    """The network will not be able to do a line, or to finish it."""
    network = scene.stage.network
    lines = [pair for pair in unfinished(scene) if "/".join(pair) not in network.unable | network.unfinishable]
    if not lines:
        return None
    order, line = scene.one_line(lines)
    return done("line-fails", [cannot(scene, order, line)], "failures", {order})


@act("som", 22, "failures")
def line_is_mended(scene: Scene) -> Drawn:
    """The network does after all what had failed."""
    if not (lines := failed(scene)):
        return None
    order, line = scene.one_line(lines)
    sentence = when(f'the network does line {line} of order "{order}" after all')
    return done("line-is-mended", [sentence], "failures", {order})


@act("som", 8, "filled-in-data")
def value_is_assigned(scene: Scene) -> Drawn:
    """The network will assign a value to a line on which it works."""
    if not (lines := unfinished(scene)):
        return None
    order, line = scene.one_line(lines)
    return done("value-is-assigned", assigned(scene, order, line), "filled-in-data", {order})


@act("som", 5, needs="virtual-clock")
def week_passes(scene: Scene) -> Drawn:
    """A week passes, in which the network does nothing."""
    return done("week-passes", [when("a week passes")], "", set(scene.drafts)) if held(scene) else None
