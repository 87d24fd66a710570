"""The network behind a service order management: what it is asked to do, and what stands in it."""

from collections import Counter
from functools import partial

from pytest_bdd import given, step, then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.parts.network import Network
from ordertck.harness.bench.parts.network_tasks import written_last
from ordertck.harness.messages import Status
from ordertck.harness.text import in_words
from ordertck.steps.news import receives
from ordertck.steps.words import Part, Table, lines_meant, listed, order_named, order_system_words, rows, words


def _key(stage: Stage, order: str, line: str) -> str:
    return f"{order_named(stage, order).name}/{line}"


@step(words('the network assigns "{attribute:Name}" "{value:Name}" to line {line} of {order:Order}'))
def network_assigns(stage: Stage, attribute: str, value: str, line: str, order: str) -> None:
    stage.network.assigned.setdefault(_key(stage, order, line), {})[attribute] = value


@then(words("the network has set up {order:Order}"))
def network_has_set_up(stage: Stage, order: str, datatable: Table) -> None:
    for row in rows(datatable):
        _require_set_up(stage, _key(stage, order, row["line"]), row)


def _require_set_up(stage: Stage, key: str, row: dict[str, str]) -> None:
    """Require so many of every step at the site, each attribute on what was asked last and on the step set up last.

    A step that an attribute makes no difference to may be left as it was; one that was set up otherwise may not.
    """
    owed = {name: value for name, value in row.items() if name not in ("line", "quantity", "site")}
    quantity = int(row.get("quantity") or "1")

    def said(name: str, value: str) -> bool:
        told = [asked for asked in stage.network.told_of(key) if asked.effect != "undo"]
        placed = stage.network.placed(key).values()
        stands = value in [step.attributes.get(name) or "" for step in placed]
        asked_last = all((asked.attributes.get(name) or "") == value for asked in told[-1:])
        return stands and asked_last and written_last(placed, name) in (None, value)

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
        lambda: listed(f"{n}: {s.quantity}, {in_words(s.attributes)}" for n, s in stage.network.placed(key).items()),
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
        for failed in network.retried:
            done[failed.step] -= failed.quantity if failed in network.told_of(key) else 0
        return any(times > wanted for times in done.values())

    stage.never(more, f"each step of line {line} once, for {wanted}, and none undone or altered", "more than that")


@then("the network is asked to undo only what was done")
def undoes_nothing_undone(stage: Stage) -> None:
    objections = stage.network.objections
    stage.never(
        lambda: bool(objections), "nothing to be undone that was never done", listed(objections) or "such a step"
    )


@then(words("the network has nothing more to do for {order:Order}"))
def nothing_more_to_do(stage: Stage, order: str) -> None:
    number, network = order_named(stage, order).number, stage.network
    stage.never(lambda: network.holding(number), "nothing more asked of the network", "a step")


@then(words("the network has nothing of {part:Part}"))
def network_has_nothing(stage: Stage, part: Part) -> None:
    about, network = order_named(stage, part[0]), stage.network
    stage.settled()
    for line in lines_meant(stage, about, part[1]):
        stage.eventually(
            partial(_is_clear, network, f"{about.name}/{line}"),
            f"nothing of line {line} in the network",
            partial(_left_of, network, f"{about.name}/{line}"),
        )


def _is_clear(network: Network, key: str) -> bool:
    return not network.placed(key) and not network.under_way(key)


def _left_of(network: Network, key: str) -> str:
    return listed([*network.placed(key), *(f"{step} under way" for step in network.under_way(key))])


@given(order_system_words("{order:Order} is fulfilled in the network"))
def is_fulfilled(stage: Stage, order: str) -> None:
    stage.crm.submit(order_named(stage, order))
    receives(stage, "oms", ("status", Status.COMPLETE, None), (order, ""))
