"""The accounts of an example: real-looking customers."""

import tomllib
from collections.abc import Mapping
from functools import cache
from itertools import cycle

from ordertck import data
from ordertck.harness.bench.directory import Directory
from ordertck.harness.variation import Variation


@cache
def _people() -> tuple[Mapping[str, str], ...]:
    """Name and two addresses each (fixtures/people.toml)."""
    return tuple(tomllib.loads(data("fixtures", "people.toml").read_text(encoding="utf-8"))["people"])


def accounts_of(directory: Directory, variation: Variation) -> tuple[Mapping[str, str], ...]:
    """An example's accounts as the port describes them; the seed says whose they are, and in which order they come."""
    accounts = []
    people = cycle(variation.turned(_people(), directory.example))
    for person, account in zip(people, directory.catalogue.accounts, strict=False):
        payer = account.get("payer", account["role"])
        accounts.append(
            {
                "id": directory.account(account["role"]),
                "name": person["name"],
                "price_list": directory.catalogue.account_price_list,
                "payer": directory.account(payer),
                "site": person["site"],
                "second_site": person["second_site"],
                "email": account.get("email", "").format(scenario=directory.example.lower()),
                "service_point": directory.service_point(account["role"]),
            }
        )
    return tuple(variation.shuffled(accounts, by=lambda account: account["id"]))
