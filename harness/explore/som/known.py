"""How the orders of service order management stand, as far as order management was told."""

from ordertck.harness.bench.orders import Order
from ordertck.harness.explore.acts import Scene
from ordertck.harness.explore.ordered import submitted

ENDS = ("COMPLETE", "CANCELLED")


def statuses(scene: Scene) -> dict[str, str]:
    """The status that was told of each line last, by order and line."""
    told = (update for update in scene.stage.central.heard if update.sort == "status")
    return {scene.stage.directory.line_key(update.line): update.value for update in told}


def running(scene: Scene) -> list[str]:
    """The names of the orders that are not finished, as far as was told: something is on its way, or nothing was said.

    Nobody says what is to become of a finished order that is revised.
    """
    known = statuses(scene)
    failed = {scene.stage.directory.line_key(fault.line or "") for fault in scene.stage.central.faults}

    cancelled = {m.body["order"] for m in scene.stage.channel.traffic.told if m.kind == "cancel"}

    def is_open(order: Order) -> bool:
        lines = [f"{order.name}/{line.number}" for line in order.lines]
        told = [known[line] for line in lines if line in known]
        return any(status not in ENDS for status in told) or not (told or failed & set(lines))

    return [order.name for order in submitted(scene) if is_open(order) and order.number not in cancelled]


def resting(scene: Scene) -> list[str]:
    """The orders that were suspended and not resumed since."""
    told = {m.body["order"]: m.kind for m in scene.stage.channel.traffic.told if m.kind in ("suspend", "resume")}
    return [order.name for order in submitted(scene) if told.get(order.number) == "suspend"]


def is_stopped(scene: Scene) -> bool:
    """Whether nobody reads the queue."""
    acts = [m.kind for m in scene.stage.channel.traffic.told if m.kind in ("stop", "start")]
    return acts[-1:] == ["stop"]
