"""Provisioning: what it is told and what it has."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from pytest_bdd import then

from ordertck.harness.bench import Stage
from ordertck.harness.oracle.ledgers import Service
from ordertck.steps.words import Table, listed, provisioning_words, rows, work_words

_OWN = {
    "asset": "asset",
    "site": "site",
    "status": "status",
    "product": "product",
    "service point": "service_point",
}


def _services(stage: Stage, asset: str) -> list[Service]:
    return stage.provisioning.services(stage.assets.get(asset, asset))


def _fits(service: Service, row: dict[str, str], unseen: Collection[str]) -> bool:
    return all(
        _value(service, column) == value
        for column, value in row.items()
        if column != "asset" and _OWN.get(column) not in unseen
    )


def _value(service: Service, column: str) -> str:
    return (getattr(service, _OWN[column]) if column in _OWN else service.attributes.get(column)) or ""


def _in_columns(row: Mapping[str, str]) -> str:
    """A row as it is owed or seen: what is blank is said to be, so that both can be laid beside each other."""
    return " / ".join(value or f"no {column}" for column, value in row.items())


def _described(service: Service) -> str:
    own = (service.product, service.site, service.service_point, service.status)
    return " / ".join(filter(None, (*own, *service.attributes.values())))


@then(work_words("provisioning has"))
def provisioning_has(stage: Stage, datatable: Table) -> None:
    owed: dict[str, list[dict[str, str]]] = {}
    for row in rows(datatable):
        owed.setdefault(row["asset"], []).append(row)
    for asset, services in owed.items():
        _require_services(stage, asset, services)


def _require_services(stage: Stage, asset: str, owed: list[dict[str, str]]) -> None:
    """Require these services of an asset, each once, and no others."""
    unseen = stage.provisioning.unseen
    columns = [column for column in owed[0] if column != "asset" and _OWN.get(column) not in unseen]

    def there() -> bool:
        seen = _services(stage, asset)
        return len(seen) == len(owed) and all(sum(_fits(s, row, unseen) for s in seen) == 1 for row in owed)

    def told(value: Callable[[str], str]) -> str:
        return _in_columns({"asset": asset} | {column: value(column) for column in columns})

    stage.eventually(
        there,
        f"at provisioning, and nothing else of {asset}: {listed(told(row.__getitem__) for row in owed)}",
        lambda: listed(told(partial(_value, service)) for service in _services(stage, asset)),
    )


@then(work_words('provisioning has nothing of "{asset:Name}"{site:Place}'))
def provisioning_has_nothing(stage: Stage, asset: str, site: str) -> None:
    def here() -> list[Service]:
        return [service for service in _services(stage, asset) if site in ("", service.site)]

    where = f" at {site}" if site else ""
    stage.eventually(
        lambda: not here(), f"nothing of {asset}{where} at provisioning", lambda: listed(map(_described, here()))
    )


@then(provisioning_words('provisioning is not asked for "{asset:Name}" at "{site:Name}"'))
def not_asked_at(stage: Stage, asset: str, site: str) -> None:
    stage.never(lambda: _asked_at(stage, asset, site), f"{asset} not asked for at {site}", "it was")


def _asked_at(stage: Stage, asset: str, site: str) -> bool:
    identity = stage.assets.get(asset, asset)
    entries = stage.provisioning.entries
    return any((asked.asset, asked.site, asked.effect) == (identity, site, "add") for _, asked in entries)
