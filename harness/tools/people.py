"""Writes fixtures/people.toml: whose the accounts of a scenario are, as faker draws them."""

import json

from faker import Faker

from ordertck import data

FILE = data("fixtures", "people.toml")
_COUNT, _SEED = 12, 1704

_HEAD = """\
# Who the accounts of a scenario belong to, in the order of the catalogue's accounts; a run's seed says with whom they
# begin. Drawn with faker (make pages): real-looking, nobody in particular.
"""


def people() -> str:
    """The file's text."""
    fake = Faker("en_GB")
    fake.seed_instance(_SEED)
    return "\n".join([_HEAD, *(_person(fake) for _ in range(_COUNT))])


def _person(fake: Faker) -> str:
    told = {"name": fake.name(), "site": _address(fake), "second_site": _address(fake)}
    return "".join(["[[people]]\n", *(f"{name} = {json.dumps(text)}\n" for name, text in told.items())])


def _address(fake: Faker) -> str:
    return fake.address().replace("\n", ", ")


if __name__ == "__main__":
    FILE.write_text(people(), encoding="utf-8")
