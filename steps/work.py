"""Work: what billing, provisioning and the network do, hold back, and cannot do."""

from collections.abc import Callable
from typing import Protocol

from pytest_bdd import given, step, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach, Misfit
from ordertck.steps.held_work import complete_held, complete_what_comes, let_come
from ordertck.steps.words import Part, listed, order_named, provisioning_words, words, work_words


class _Pausing(Protocol):
    """A neighbour whose work can be held back."""

    holds: bool

    def release(self) -> None:
        """Hold nothing any more and finish all that was held."""


@step(words("{who:Worker} {pause:Pause}"))
def pauses(stage: Stage, who: str, pause: str) -> None:
    places: dict[str, _Pausing] = {
        "billing": stage.billing,
        "provisioning": stage.provisioning,
        "network": stage.network,
    }
    place = places[who]
    if pause == "holds its work":
        place.holds = True
        return
    stage.settled()
    place.release()
    stage.settled()


@step(words("{who:Worker} cannot {extent:Extent} {part:Part}"))
def cannot(stage: Stage, who: str, extent: str, part: Part) -> None:
    order, line = part
    key = f"{order_named(stage, order).name}/{line}"
    match who, extent:
        case "network", "do":
            stage.network.unable.add(key)
        case "network", "finish":
            stage.network.unfinishable.add(key)
        case "provisioning", "do":
            stage.provisioning.unable.add(key)
        case "provisioning", "be told of":
            stage.provisioning.unreachable.add(key)
        case _:
            raise Misfit(f"{who} has nothing that it cannot {extent}")


@when(words("{who:Worker} completes {part:Part}"))
def completes(stage: Stage, who: str, part: Part) -> None:
    about, line = order_named(stage, part[0]), part[1]
    if who == "billing":
        _bill(stage, about)
    elif who == "network":
        network_completes_line(stage, f"{about.name}/{line}")
    elif line:
        _complete_line(stage, about, line)
    else:
        complete_held(stage, about.number)


def _bill(stage: Stage, order: Order) -> None:
    billing = stage.billing
    stage.eventually(lambda: billing.holding(order.number), "work that billing holds", lambda: "none")
    billing.complete(order.number)
    billing.holds = False


def _complete_line(stage: Stage, order: Order, line: str) -> None:
    key, held = f"{order.name}/{line}", stage.provisioning
    stage.eventually(
        lambda: held.holding(order.number) or held.came_for(key), "work that provisioning holds", lambda: "none"
    )
    let_come(stage, order, line)
    held.complete(order.number, key)
    stage.settled()


@when(words("{who:Worker} completes {lines:Lines} {order:Order}"))
def completes_lines(stage: Stage, who: str, lines: str, order: str) -> None:
    about, but = order_named(stage, order), lines.split()[-2]
    match who, lines.partition(" ")[0]:
        case "network", "all":
            _complete_while(stage, lambda: stage.network.complete(about.number))
        case "network", "one":
            _network_completes_one(stage, about)
        case "provisioning", "all":
            complete_what_comes(stage, about.number)
        case "provisioning", "every":
            others = [f"{about.name}/{other.number}" for other in about.lines if other.number != but]
            _complete_while(stage, lambda: sum(stage.provisioning.complete(about.number, key) for key in others))
        case "provisioning", _:
            _provisioning_completes_one(stage, about, but)
        case _:
            raise Misfit(f"{who} completes whole orders")


def _complete_while(stage: Stage, complete: Callable[[], int]) -> None:
    """Complete work as long as there is some, also what the system asks for meanwhile."""
    stage.settled()
    while complete():
        stage.settled()


def _provisioning_completes_one(stage: Stage, order: Order, but: str) -> None:
    """Complete a line that is held, the last of them; whoever works line after line has only one."""
    stage.settled()
    held = [line.number for line in order.lines if stage.provisioning.is_under_way(f"{order.name}/{line.number}")]
    free = [number for number in held if number != but]
    if not free:
        raise Breach(f"work at provisioning on a line of {order.name}", listed(held))
    _single_out(stage, order, free[-1])
    stage.provisioning.complete(order.number, f"{order.name}/{free[-1]}")
    stage.settled()


def _network_completes_one(stage: Stage, order: Order) -> None:
    network = stage.network
    stage.eventually(lambda: network.holding(order.number), f"a step of {order.name} asked for", lambda: "none")
    key = network.next_of(order.number)
    _single_out(stage, order, key.rpartition("/")[2])
    while network.do_next(key):
        stage.settled()


def _single_out(stage: Stage, order: Order, line: str) -> None:
    """Remember a line as the one that later steps call "that line"."""
    stage.marks[f"{order.name} one line"] = [other.number for other in order.lines].index(line)


@when(words("{who:Worker} does {part:Part} after all"))
def does_after_all(stage: Stage, who: str, part: Part) -> None:
    order, line = part
    key = f"{order_named(stage, order).name}/{line}"
    stage.settled()
    if not (stage.network.mend(key) if who == "network" else stage.provisioning.mend(key)):
        raise Breach(f"work on line {line}, which failed", "none")
    stage.settled()


@when(words("the network does a step of {part:Part}"))
def network_does_a_step(stage: Stage, part: Part) -> None:
    do_a_step(stage, f"{order_named(stage, part[0]).name}/{part[1]}")


def do_a_step(stage: Stage, key: str) -> None:
    """Do the next step of a line (by its key), as soon as it is its turn; note whether anybody was told of it."""
    network, number = stage.network, stage.orders[key.rpartition("/")[0]].number
    stage.settled()
    while not network.holding(number, key):
        if network.told_of(key) and network.placed(key):
            return  # its turn came before that of a line that was named earlier, and it is set up
        if not network.bring_under_way(key):
            break
        stage.settled()
    stage.eventually(lambda: network.holding(number, key), f"a step of {key} asked for", lambda: "none")
    _do_next(stage, key)


def _do_next(stage: Stage, key: str) -> bool:
    before = len(stage.central.heard)
    done = stage.network.do_next(key)
    stage.settled()
    if done:
        told = "told" if len(stage.central.heard) > before else "untold"
        stage.marks[f"{key} {told}"] = stage.marks.get(f"{key} {told}", 0) + 1
    return done


def network_completes_line(stage: Stage, key: str) -> None:
    """Do every step of a line (by its key)."""
    if stage.network.placed(key) and not stage.network.under_way(key):
        return  # its turn has come before that of a line that was to be completed
    do_a_step(stage, key)
    while _do_next(stage, key):
        pass


@when(words("the network does what is under way for {order:Order}"))
def network_does_what_is_under_way(stage: Stage, order: str) -> None:
    stage.settled()
    stage.network.complete(order_named(stage, order).number)
    stage.settled()


@then(words("{who:Tally} never had fewer than {count:d} of {part:Part}"))
def never_had_fewer(stage: Stage, who: str, count: int, part: Part) -> None:
    about, line = order_named(stage, part[0]), part[1]

    def fewest() -> list[int]:
        if who == "network":
            return list(stage.network.fewest(f"{about.name}/{line}"))
        identity = stage.directory.asset_of(about.line(line).id, about.line(line).asset)
        return [stage.provisioning.fewest(identity) or 0]

    stage.never(lambda: any(few < count for few in fewest()), f"always {count} or more", "fewer at some time")


@given(provisioning_words("provisioning holds the work of releasing reservations"))
def holds_releases(stage: Stage) -> None:
    stage.provisioning.takes_back_slowly = True


@given(work_words("provisioning has set up {part:Part}, which is not billed yet"))
def set_up_not_billed(stage: Stage, part: Part) -> None:
    about, line = order_named(stage, part[0]), part[1]
    let_come(stage, about, line)
    stage.billing.holds = True
    stage.provisioning.complete(about.number, f"{about.name}/{line}")
    stage.settled()


@then(provisioning_words("provisioning is asked {times:Times} {purpose:Purpose} {part:Part}"))
def is_asked(stage: Stage, times: str, purpose: str, part: Part) -> None:
    key = f"{order_named(stage, part[0]).name}/{part[1]}"

    def asked() -> list[str]:
        told = stage.provisioning.told_of(key)
        return [line.effect for line in told if purpose == "for" or line.effect == "remove"]

    least, most = _HOW_OFTEN[times]
    said = f"asked {times} {purpose} line {part[1]}"
    stage.eventually(lambda: len(asked()) >= least, said, lambda: listed(asked()))
    if most is not None:
        stage.never(lambda: len(asked()) > most, said, "it was asked more often")


# At least, and at most, where there is a limit.
_HOW_OFTEN: dict[str, tuple[int, int | None]] = {
    "once": (1, 1),
    "twice": (2, 2),
    "at least once": (1, None),
    "at most once": (0, 1),
}
