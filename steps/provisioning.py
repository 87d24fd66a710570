"""Provisioning: what it is told and what it has."""

from pytest_bdd import given, step, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.oracle.ledgers import Service
from ordertck.steps.held_work import complete_held, let_come
from ordertck.steps.words import Table, listed, order_named, provisioning_words, rows

_OWN = {
    "asset": "asset",
    "site": "site",
    "status": "status",
    "product": "product",
    "service point": "service_point",
}


def _services(stage: Stage, asset: str) -> list[Service]:
    return stage.provisioning.services(stage.assets.get(asset, asset))


def _fits(service: Service, row: dict[str, str]) -> bool:
    return all(
        ((getattr(service, _OWN[column]) if column in _OWN else service.attributes.get(column)) or "") == value
        for column, value in row.items()
        if column != "asset"
    )


def _described(service: Service) -> str:
    own = (service.product, service.site, service.service_point, service.status)
    return " / ".join(filter(None, (*own, *service.attributes.values())))


@then(provisioning_words("provisioning has"))
def provisioning_has(stage: Stage, datatable: Table) -> None:
    owed: dict[str, list[dict[str, str]]] = {}
    for row in rows(datatable):
        owed.setdefault(row["asset"], []).append(row)
    for asset, services in owed.items():
        _require_services(stage, asset, services)


def _require_services(stage: Stage, asset: str, owed: list[dict[str, str]]) -> None:
    """Require these services of an asset, each once, and no others."""

    def there() -> bool:
        seen = _services(stage, asset)
        return len(seen) == len(owed) and all(sum(_fits(s, row) for s in seen) == 1 for row in owed)

    stage.eventually(
        there,
        f"at provisioning, and nothing else of {asset}: {listed(' / '.join(row.values()) for row in owed)}",
        lambda: listed(map(_described, _services(stage, asset))),
    )


@then(provisioning_words('provisioning has nothing of "{asset:Name}"'))
def provisioning_has_nothing(stage: Stage, asset: str) -> None:
    stage.eventually(
        lambda: not _services(stage, asset),
        f"nothing of {asset} at provisioning",
        lambda: listed(map(_described, _services(stage, asset))),
    )


@then(provisioning_words('provisioning has nothing of "{asset:Name}" at "{site:Name}"'))
def provisioning_has_nothing_at(stage: Stage, asset: str, site: str) -> None:
    def here() -> list[Service]:
        return [s for s in _services(stage, asset) if s.site == site]

    stage.eventually(lambda: not here(), f"nothing of {asset} at {site}", lambda: listed(map(_described, here())))


@given(provisioning_words("provisioning holds its work"))
def provisioning_holds(stage: Stage) -> None:
    stage.provisioning.holds = True


@step(provisioning_words("provisioning cannot do line {line} of {order:Order}"))
def provisioning_cannot(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.provisioning.unable.add(stage.directory.line_key(about.line(line).id))


@when(provisioning_words("provisioning completes {order:Order}"))
def provisioning_completes(stage: Stage, order: str) -> None:
    complete_held(stage, order_named(stage, order).number)


@when(provisioning_words("provisioning completes what it has of {order:Order}"))
def completes_what_it_has(stage: Stage, order: str) -> None:
    number = order_named(stage, order).number
    stage.settled()
    while stage.provisioning.complete(number):
        stage.settled()


@then(provisioning_words("provisioning is told nothing about line {line} of {order:Order}"))
def provisioning_told_nothing(stage: Stage, line: str, order: str) -> None:
    key = stage.directory.line_key(order_named(stage, order).line(line).id)
    told = stage.provisioning.told_of
    stage.never(lambda: bool(told(key)), f"nothing sent to provisioning for line {line}", "a provisioning order")


@then(provisioning_words("provisioning is asked for line {line} of {order:Order}"))
def provisioning_is_asked(stage: Stage, line: str, order: str) -> None:
    key = stage.directory.line_key(order_named(stage, order).line(line).id)
    told = stage.provisioning.told_of
    stage.eventually(lambda: bool(told(key)), f"a provisioning order for line {line}", lambda: "none")


@when(provisioning_words("provisioning completes line {line} of {order:Order}"))
def provisioning_completes_line(stage: Stage, line: str, order: str) -> None:
    about, held = order_named(stage, order), stage.provisioning
    key = f"{about.name}/{line}"
    stage.eventually(
        lambda: held.holding(about.number) or bool(held.told_of(key)), "work that provisioning holds", lambda: "none"
    )
    let_come(stage, about, line)
    held.complete(about.number, key)
    stage.settled()


@when(provisioning_words("provisioning completes one line of {order:Order}"))
def provisioning_completes_one(stage: Stage, order: str) -> None:
    _complete_one(stage, order_named(stage, order), but="")


@when(provisioning_words("provisioning completes one line of {order:Order}, not line {line}"))
def provisioning_completes_another(stage: Stage, order: str, line: str) -> None:
    _complete_one(stage, order_named(stage, order), but=line)


def _complete_one(stage: Stage, order: Order, but: str) -> None:
    """Complete a line that is held, the last of them; whoever works line after line has only one."""
    stage.settled()
    held = [line.number for line in order.lines if stage.provisioning.under_way(f"{order.name}/{line.number}")]
    free = [number for number in held if number != but]
    if not free:
        raise Breach(f"work at provisioning on a line of {order.name}", listed(held))
    stage.marks[f"{order.name} one line"] = [line.number for line in order.lines].index(free[-1])
    stage.provisioning.complete(order.number, f"{order.name}/{free[-1]}")
    stage.settled()


@when(provisioning_words("provisioning completes every line of {order:Order} but line {line}"))
def completes_every_line_but(stage: Stage, order: str, line: str) -> None:
    about = order_named(stage, order)
    others = [f"{about.name}/{other.number}" for other in about.lines if other.number != line]
    stage.settled()
    while sum(stage.provisioning.complete(about.number, key) for key in others):
        stage.settled()


@when(provisioning_words('provisioning reports line {line} of {order:Order} at "{milestone:Name}"'))
def provisioning_reports(stage: Stage, line: str, order: str, milestone: str) -> None:
    about = order_named(stage, order)
    key = stage.directory.line_key(about.line(line).id)
    held = stage.provisioning
    stage.eventually(lambda: held.holding(about.number), "work that provisioning holds", lambda: "none")
    let_come(stage, about, line)
    held.reach(about.number, key, milestone)


@given(provisioning_words("provisioning has reserved line {line} of {order:Order}"))
def provisioning_has_reserved(stage: Stage, line: str, order: str) -> None:
    provisioning_reports(stage, line, order, "RESERVED")


@then(
    provisioning_words('provisioning has taken in line {line} of {order:Order} with "{attribute:Name}" "{value:Name}"')
)
def provisioning_has_taken_in(stage: Stage, line: str, order: str, attribute: str, value: str) -> None:
    key = stage.directory.line_key(order_named(stage, order).line(line).id)
    held = stage.provisioning

    def values() -> list[str]:
        return [work.attributes.get(attribute, "nothing") for work in held.under_way(key)]

    stage.eventually(lambda: values() == [value], f"line {line} with {attribute} {value}", lambda: listed(values()))


@when(provisioning_words("provisioning takes up its work again"))
def takes_up_its_work(stage: Stage) -> None:
    stage.settled()
    stage.provisioning.release()
    stage.settled()


@then(provisioning_words("provisioning was asked {count:Number} time for line {line} of {order:Order}"))
def was_asked(stage: Stage, count: int, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    asked = stage.provisioning.told_of(f"{about.name}/{line}")
    if len(asked) != count:
        raise Breach(f"line {line} asked for {count} times", listed(told.effect for told in asked))


@then(provisioning_words("provisioning is asked to remove line {line} of {order:Order}"))
def asked_to_remove(stage: Stage, line: str, order: str) -> None:
    key = f"{order_named(stage, order).name}/{line}"
    stage.eventually(lambda: _removals(stage, key) > 0, f"line {line} to be removed", lambda: "nothing of the kind")


@then(provisioning_words("provisioning was not asked twice to remove line {line} of {order:Order}"))
def not_asked_twice_to_remove(stage: Stage, line: str, order: str) -> None:
    key = f"{order_named(stage, order).name}/{line}"
    stage.never(lambda: _removals(stage, key) > 1, f"line {line} removed once at most", "it was to be removed again")


@given(provisioning_words("provisioning takes its time to take back what it has reserved"))
def takes_its_time(stage: Stage) -> None:
    stage.provisioning.takes_back_slowly = True


def _removals(stage: Stage, key: str) -> int:
    return sum(told.effect == "remove" for told in stage.provisioning.told_of(key))
