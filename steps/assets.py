"""Assets: what a customer has before, and what is there after an order is fulfilled."""

from pytest_bdd import given, step, then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.parts.crm import Asset
from ordertck.harness.errors import Breach
from ordertck.harness.messages import AssetStatus
from ordertck.steps.words import Table, listed, order_named, words

_OWN = {"product", "site", "status"}


def assets_of(stage: Stage, role: str = "Customer") -> list[Asset]:
    """What the CRM shows for an account, without what was disconnected."""
    return [a for a in stage.crm.assets(stage.directory.account(role)) if a.there]


def _as_row(stage: Stage, asset: Asset, columns: list[str]) -> tuple[str, ...]:
    """An asset in the features' columns; under "asset" the name by which an earlier step has come to know its id."""
    names = {identity: name for name, identity in stage.directory.assets.items()}
    own = {"asset": names.get(asset.id, asset.id), **{column: getattr(asset, column) for column in _OWN}}
    return tuple((own[column] if column in own else asset.attributes.get(column)) or "" for column in columns)


def _matches(stage: Stage, role: str, table: Table) -> tuple[bool, str]:
    columns, *wanted = table
    seen = sorted(_as_row(stage, asset, columns) for asset in assets_of(stage, role))
    return seen == sorted(tuple(row) for row in wanted), listed(" / ".join(row) for row in seen)


@given("the customer has")
def the_customer_has(stage: Stage, datatable: Table) -> None:
    order = stage.crm.new_order("HOLDINGS", datatable)
    stage.crm.submit(order)
    stage.fulfilment.fulfil(order)


@step(words("{order:Order} is submitted and fulfilled"))
def submitted_and_fulfilled(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.crm.submit(about)
    stage.fulfilment.fulfil(about)


@then(words("{account:Account} has the assets"))
def has_the_assets(stage: Stage, account: str, datatable: Table) -> None:
    require_assets(stage, account, datatable)


def require_assets(stage: Stage, role: str, table: Table) -> None:
    """Wait until an account has exactly these assets. Raises ``Breach`` where it does not come to that."""
    wanted = listed(" / ".join(row) for row in table[1:])
    stage.settled()
    fits, seen = _matches(stage, role, table)
    if not fits:
        stage.eventually(lambda: _matches(stage, role, table)[0], f"as {role}'s assets: {wanted}", lambda: seen)


@then(words("{account:Account} has no assets{site:Place}"))
def has_no_assets(stage: Stage, account: str, site: str) -> None:
    stage.settled()
    here = [a.product for a in assets_of(stage, account) if site in ("", a.site)]
    if here:
        raise Breach(f"no assets of {account}{f' at {site}' if site else ''}", listed(here))
    if stage.crm.open_book and not site:
        stage.never(lambda: bool(assets_of(stage, account)), f"no assets of {account}", "an asset")


@given(words('the customer\'s "{asset:Name}" is suspended'))
def is_suspended(stage: Stage, asset: str) -> None:
    order = stage.crm.new_order(f"SUSPEND-{asset}", [["line", "action", "asset"], ["1", "Suspend", asset]])
    stage.crm.submit(order)
    stage.fulfilment.fulfil(order)
    identity = stage.assets[asset]
    states = [a.status for a in assets_of(stage) if a.id == identity]
    if states != [AssetStatus.SUSPENDED]:
        raise Breach(f"{asset} Suspended", listed(states))
