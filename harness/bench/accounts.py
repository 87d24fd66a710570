"""The accounts of an example: real-looking customers, the same in every run."""

import tomllib
from collections.abc import Mapping
from functools import cache
from itertools import cycle
from typing import TYPE_CHECKING

from ordertck import data

if TYPE_CHECKING:
    from ordertck.harness.bench.stage import Stage


@cache
def _people() -> tuple[Mapping[str, str], ...]:
    """Name and two addresses each (fixtures/people.toml)."""
    return tuple(tomllib.loads(data("fixtures", "people.toml").read_text(encoding="utf-8"))["people"])


def accounts_of(stage: "Stage") -> tuple[Mapping[str, str], ...]:
    """The stage's accounts as the port describes them; names and addresses stay, ids are fresh."""
    accounts = []
    for person, account in zip(cycle(_people()), stage.directory.catalogue.accounts, strict=False):
        payer = account.get("payer", account["role"])
        accounts.append(
            {
                "id": stage.directory.account(account["role"]),
                "name": person["name"],
                "price_list": stage.directory.catalogue.account_price_list,
                "payer": stage.directory.account(payer),
                "site": person["site"],
                "second_site": person["second_site"],
                "email": stage.directory.email(account["role"]),
                "service_point": stage.directory.service_point(account["role"]),
            }
        )
    return tuple(accounts)
