"""The network behind a service order management: what it is asked to do, and what stands in it."""

from collections import Counter

from pytest_bdd import given, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach
from ordertck.steps.words import Table, listed, order_named, rows, words


def _key(stage: Stage, order: str, line: str) -> str:
    return f"{order_named(stage, order).name}/{line}"


@given(words("{order:Order} is in progress, held in the network"))
def in_progress(stage: Stage, order: str) -> None:
    about, network = order_named(stage, order), stage.network
    network.holds = True
    stage.crm.submit(about)
    stage.eventually(lambda: network.holding(about.number), f"a step of {about.name} asked for", lambda: "none")
    stage.settled()


@given(words("the network cannot {extent:Extent} line {line} of {order:Order}"))
def network_cannot(stage: Stage, extent: str, line: str, order: str) -> None:
    lines = stage.network.unable if extent == "do" else stage.network.unfinishable
    lines.add(_key(stage, order, line))


@given(words('the network assigns "{attribute:Name}" "{value:Name}" to line {line} of {order:Order}'))
def network_assigns(stage: Stage, attribute: str, value: str, line: str, order: str) -> None:
    stage.network.assigned[_key(stage, order, line)] = {attribute: value}


@when(words("the network does a step of line {line} of {order:Order}"))
def network_does_a_step(stage: Stage, line: str, order: str) -> None:
    number, key, network = order_named(stage, order).number, _key(stage, order, line), stage.network
    stage.settled()
    while not network.holding(number, key):
        if network.told_of(key) and network.placed(key):
            return  # its turn came before that of a line that was named earlier, and it is set up
        if not network.bring_under_way(key):
            break
        stage.settled()
    stage.eventually(lambda: network.holding(number, key), f"a step of line {line} asked for", lambda: "none")
    network.do_next(key)
    stage.settled()


@when(words("the network completes line {line} of {order:Order}"))
def network_completes_line(stage: Stage, line: str, order: str) -> None:
    key = _key(stage, order, line)
    if stage.network.placed(key) and not stage.network.under_way(key):
        return  # its turn has come before that of a line that was to be completed
    network_does_a_step(stage, line, order)
    while stage.network.do_next(key):
        stage.settled()


@when(words("the network completes one line of {order:Order}"))
def network_completes_one(stage: Stage, order: str) -> None:
    number, network = order_named(stage, order).number, stage.network
    stage.eventually(lambda: network.holding(number), f"a step of {order} asked for", lambda: "none")
    network.singled_out = network.next_of(number)
    while network.do_next(network.singled_out):
        stage.settled()


@when(words("the network completes what it has of {order:Order}"))
def network_completes(stage: Stage, order: str) -> None:
    number, network = order_named(stage, order).number, stage.network
    stage.settled()
    while network.complete(number):
        stage.settled()


@when(words("the network does what is under way for {order:Order}"))
def network_does_what_is_under_way(stage: Stage, order: str) -> None:
    stage.settled()
    stage.network.complete(order_named(stage, order).number)
    stage.settled()


@when(words("the network does line {line} of {order:Order} after all"))
def network_mends(stage: Stage, line: str, order: str) -> None:
    stage.settled()
    if not stage.network.mend(_key(stage, order, line)):
        raise Breach(f"a step of line {line} asked for, which failed", "none")
    stage.settled()


@then(words("the network has set up {order:Order}"))
def network_has_set_up(stage: Stage, order: str, datatable: Table) -> None:
    for row in rows(datatable):
        _require_set_up(stage, _key(stage, order, row["line"]), row)


def _require_set_up(stage: Stage, key: str, row: dict[str, str]) -> None:
    """Require so many of every step at the site, each attribute on what was asked last and on some step at least.

    A step that an attribute makes no difference to may be left as it was.
    """
    owed = {name: value for name, value in row.items() if name not in ("line", "quantity", "site")}
    quantity = int(row.get("quantity", "1"))

    def said(name: str, value: str) -> bool:
        told = [asked for asked in stage.network.told_of(key) if asked.effect != "undo"]
        steps = [step.attributes.get(name) or "" for step in stage.network.placed(key).values()]
        return value in steps and (told[-1].attributes.get(name) or "") == value

    def fits() -> bool:
        steps = stage.network.placed(key).values()
        return (
            bool(steps)
            and row.get("site") in (None, stage.network.site_of(key))
            and all(step.quantity == quantity for step in steps)
            and all(said(name, value) for name, value in owed.items())
        )

    stage.settled()
    stage.eventually(
        lambda: not stage.network.under_way(key) and fits(),
        f"in the network: {' / '.join(row.values())}",
        lambda: listed(f"{n}: {s.quantity} {s.attributes}" for n, s in stage.network.placed(key).items()),
    )


@then(words("the network has nothing of line {line} of {order:Order}"))
def network_has_nothing(stage: Stage, line: str, order: str) -> None:
    key, network = _key(stage, order, line), stage.network
    stage.settled()
    stage.eventually(
        lambda: not network.placed(key) and not network.under_way(key),
        f"nothing of line {line} in the network",
        lambda: listed([*network.placed(key), *(f"{step} under way" for step in network.under_way(key))]),
    )


@then(words("the network never had fewer than {count:d} of line {line} of {order:Order}"))
def network_never_had_fewer(stage: Stage, count: int, line: str, order: str) -> None:
    key, network = _key(stage, order, line), stage.network
    stage.never(
        lambda: any(fewest < count for fewest in network.fewest(key)), f"always {count} or more", "fewer at some time"
    )


@then(words("the network did each step of line {line} of {order:Order} once and undid none"))
def network_did_each_once(stage: Stage, line: str, order: str) -> None:
    key, network = _key(stage, order, line), stage.network
    stage.eventually(lambda: bool(network.told_of(key)), f"line {line} in the network", lambda: "nothing of it")
    wanted = int(order_named(stage, order).line(line).attributes.get("quantity", "1"))

    def more() -> bool:
        done: Counter[str] = Counter()
        for asked in network.told_of(key):
            done[asked.step] += asked.quantity if asked.effect == "do" else wanted + 1
        return any(times > wanted for times in done.values())

    stage.never(more, f"each step of line {line} once, for {wanted}, and none undone or altered", "more than that")


@then("the network is asked to undo nothing that was never done")
def undoes_nothing_undone(stage: Stage) -> None:
    objections = stage.network.objections
    stage.never(
        lambda: bool(objections), "nothing to be undone that was never done", listed(objections) or "such a step"
    )


@then(words("the network has nothing more to do for {order:Order}"))
def nothing_more_to_do(stage: Stage, order: str) -> None:
    number, network = order_named(stage, order).number, stage.network
    stage.never(lambda: network.holding(number), "nothing more asked of the network", "a step")
