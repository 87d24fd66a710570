"""Lists at the desk: what a user is shown of an account, and the lines of an order."""

from collections.abc import Iterable, Mapping

from pytest_bdd import then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.records import LISTS
from ordertck.harness.errors import Breach
from ordertck.harness.messages import is_inactive
from ordertck.harness.text import in_words
from ordertck.steps.assets import assets_of
from ordertck.steps.back_office import lists
from ordertck.steps.values import same
from ordertck.steps.words import Table, listed, order_named, rows, words


@then(words("the desk lists the {kind:ListKind} of {account:Account}"))
def desk_lists(stage: Stage, kind: str, account: str, datatable: Table) -> None:
    stage.settled()
    if kind == "projected assets":
        shown = stage.desk.see("projection", stage.directory.account(account)).rows
        # What open orders will end may be listed as inactive, or left out.
        _require_rows([row for row in shown if not is_inactive(row.get("status", ""))], datatable)
    elif kind == "service profile":
        _require_profile(stage, account, datatable)
    else:
        seen = stage.desk.see(LISTS[kind.removesuffix("s")], stage.directory.account(account)).rows
        if not lists(seen, datatable):
            wanted = listed(" / ".join(row) for row in datatable[1:])
            raise Breach(f"the {kind} of {account} at the desk: {wanted}", listed(dict(row) for row in seen))


def _require_rows(shown: Iterable[Mapping[str, str]], table: Table) -> None:
    columns, *owed = table
    seen = sorted([row.get(column.replace(" ", "_"), "") for column in columns] for row in shown)
    if seen != sorted(owed):
        raise Breach(listed(" / ".join(row) for row in owed), listed(" / ".join(row) for row in seen))


def _require_profile(stage: Stage, account: str, table: Table) -> None:
    profile = [a for a in stage.desk.profile(stage.directory.account(account)) if not is_inactive(a.status)]
    columns, *wanted = table
    seen = [[getattr(a, c, None) or a.attributes.get(c, "") for c in columns] for a in profile]
    if sorted(seen) != sorted(wanted):
        raise Breach(listed(" / ".join(row) for row in wanted), listed(" / ".join(row) for row in seen))
    known = {(asset.id, asset.product, asset.site, asset.status) for asset in assets_of(stage, account)}
    if others := {(asset.id, asset.product, asset.site, asset.status) for asset in profile} ^ known:
        raise Breach("the profile and the list of assets alike", listed(sorted(map(in_words, others))))


@then(words("the desk shows the lines of {order:Order}"))
def desk_shows_lines(stage: Stage, order: str, datatable: Table) -> None:
    shown = stage.desk.shown_lines(order_named(stage, order))
    for row in rows(datatable):
        line = shown.get(row["line"], {})
        for column, value in row.items():
            seen = line.get(column.replace(" ", "_"), "")
            if column == "asset":
                seen = next((name for name, own in stage.assets.items() if own == seen), seen)
            if column != "line" and not same(stage, column, seen, value):
                raise Breach(f"{column} of line {row['line']} at the desk: {value or 'blank'}", seen or "blank")
