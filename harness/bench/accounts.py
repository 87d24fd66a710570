"""The accounts of an example: real-looking customers, the same in every run."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordertck.harness.bench.stage import Stage

_SEED = 1704


@cache
def _people(count: int) -> tuple[tuple[str, str, str], ...]:
    """Name and two addresses each, from seeded data."""
    from faker import Faker

    fake = Faker("en_GB")
    fake.seed_instance(_SEED)
    return tuple(
        (fake.name(), fake.address().replace("\n", ", "), fake.address().replace("\n", ", ")) for _ in range(count)
    )


def accounts_of(stage: "Stage") -> tuple[Mapping[str, str], ...]:
    """The stage's accounts as the port describes them; names and addresses stay, ids are fresh."""
    roles = [account["role"] for account in stage.directory.catalogue.accounts]
    accounts = []
    for (name, site, second), account in zip(_people(len(roles)), stage.directory.catalogue.accounts, strict=True):
        payer = account.get("payer", account["role"])
        accounts.append(
            {
                "id": stage.directory.account(account["role"]),
                "name": name,
                "price_list": stage.directory.catalogue.account_price_list,
                "payer": stage.directory.account(payer),
                "site": site,
                "second_site": second,
                "email": stage.directory.email(account["role"]),
                "service_point": stage.directory.service_point(account["role"]),
            }
        )
    return tuple(accounts)
