"""Provisioning: what it is told and what it has."""

from pytest_bdd import given, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.ledgers import Service
from ordertck.harness.errors import Breach
from ordertck.steps.held_work import complete_held
from ordertck.steps.words import Table, listed, order_named, provisioning_words, rows

_OWN = {"asset", "site", "status", "product"}


def _services(stage: Stage, asset: str) -> list[Service]:
    return stage.provisioning.services(stage.assets.get(asset, asset))


def _fits(service: Service, row: dict[str, str]) -> bool:
    return all(
        ((getattr(service, column) if column in _OWN else service.attributes.get(column)) or "") == value
        for column, value in row.items()
        if column != "asset"
    )


def _described(service: Service) -> str:
    return " / ".join(filter(None, (service.product, service.site, service.status, *service.attributes.values())))


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


@given(provisioning_words("provisioning cannot do line {line} of {order:Order}"))
def provisioning_cannot(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.provisioning.unable.add(stage.directory.line_key(about.line(line).id))


@when(provisioning_words("provisioning completes {order:Order}"))
def provisioning_completes(stage: Stage, order: str) -> None:
    complete_held(stage, order_named(stage, order).number)


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
    about = order_named(stage, order)
    key = stage.directory.line_key(about.line(line).id)
    held = stage.provisioning
    stage.eventually(lambda: held.holding(about.number), "work that provisioning holds", lambda: "none")
    held.complete(about.number, key)
    stage.settled()


@when(provisioning_words('provisioning reports line {line} of {order:Order} at "{milestone:Name}"'))
def provisioning_reports(stage: Stage, line: str, order: str, milestone: str) -> None:
    about = order_named(stage, order)
    key = stage.directory.line_key(about.line(line).id)
    held = stage.provisioning
    stage.eventually(lambda: held.holding(about.number), "work that provisioning holds", lambda: "none")
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


@then(provisioning_words("provisioning holds nothing for line {line} of {order:Order}"))
def holds_nothing(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    key, held = f"{about.name}/{line}", stage.provisioning
    stage.eventually(lambda: not held.under_way(key), f"nothing under way for line {line}", lambda: "work under way")


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


@then(provisioning_words("provisioning was asked {count:Number} time to remove line {line} of {order:Order}"))
def asked_times_to_remove(stage: Stage, count: int, line: str, order: str) -> None:
    key = f"{order_named(stage, order).name}/{line}"
    stage.settled()
    if (seen := _removals(stage, key)) != count:
        raise Breach(f"line {line} removed {count} times", f"{seen} times")


def _removals(stage: Stage, key: str) -> int:
    return sum(told.effect == "remove" for told in stage.provisioning.told_of(key))
