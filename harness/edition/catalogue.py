"""The catalogue that the features sell from: products, price lists and rate plans, priorities, accounts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from hashlib import sha256
from typing import Any

import orjson

# Of what kinds the documents say that they can be ordered (OM-05).
_NAMED_KINDS = frozenset({"simple product", "customizable product", "service bundle", "marketing bundle", "promotion"})


@dataclass(frozen=True, slots=True)
class Product:
    """What can be ordered.

    ``target`` is the system that provisions it, None where there is nothing to provision; ``ponr`` the milestone
    from which its line can no longer be revised, None for never before completion (PN-01). ``lead_days`` is how long
    before its date the work on it begins, where lead times count (A-11). ``options`` is what a value of an attribute
    costs on top of ``price``. With ``approval`` an order for it waits for a supervisor (SC-12).
    """

    name: str
    subject: str
    target: str | None = None
    billed: bool = True
    trackable: bool = True
    customizable: bool = False
    ponr: str | None = None
    lead_days: int = 0
    components: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    price: str = "0.00"
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    approval: bool = False

    @property
    def is_of_no_named_kind(self) -> bool:
        """Whether it is of none of the kinds that the documents name: then others may refuse it (OM-05)."""
        return self.subject not in _NAMED_KINDS

    def price_with(self, attributes: Mapping[str, str]) -> Decimal:
        """What the product costs with these options."""
        if not self.options:
            return Decimal(self.price)
        extras = (self.options.get(name, {}).get(value, "0") for name, value in attributes.items())
        return Decimal(self.price) + sum(map(Decimal, extras))


@dataclass(frozen=True, slots=True)
class BackOffice:
    """The back-office ``systems``, the types of ticket that are for them, and when the daily replication runs (UTC)."""

    systems: tuple[str, ...]
    ticket_types: tuple[str, ...]
    local_ticket_types: tuple[str, ...]
    replication_run: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that a deployment has to know before the first order.

    ``rate_plans`` maps each price list to its rate plan, None where it has none (PL-06); ``priorities`` maps the
    CRM's names to 0-9 (table 8-5). ``milestones`` are those of the network by the step that leads there, in order;
    ``native_statuses`` what a provisioning system's own words mean, by system (UF-03). ``workflows`` are the names of
    the workflows by object and verb, the official one first. ``phone_number`` is the product that a phone number is,
    empty where none is sold. ``usual_product`` and ``usual_line_price_list`` are what an example sells where it does
    not say what.
    """

    name: str
    digest: str
    products: Mapping[str, Product]
    rate_plans: Mapping[str, str | None]
    uses: Mapping[str, str]
    header_price_list: str
    account_price_list: str
    integration_price_list: str
    usual_product: str
    usual_line_price_list: str
    priorities: Mapping[str, int]
    extended_priorities: Mapping[str, int]
    accounts: tuple[Mapping[str, str], ...]
    milestones: Mapping[str, str]
    native_statuses: Mapping[str, Mapping[str, str]]
    back_office: BackOffice
    workflows: Mapping[str, Mapping[str, tuple[str, ...]]]
    phone_number: str = ""

    def rate_plan(self, price_list: str | None) -> str | None:
        """The rate plan of a price list; None for an unknown, unmapped or blank one."""
        return self.rate_plans.get(price_list) if price_list else None

    def as_json(self) -> dict[str, Any]:
        """The catalogue as a deployer loads it: one JSON object."""
        return {
            "name": self.name,
            "digest": self.digest,
            "products": [
                {
                    "name": p.name,
                    "subject": p.subject,
                    "provisioned_by": p.target,
                    "billed": p.billed,
                    "trackable": p.trackable,
                    "customizable": p.customizable,
                    "point_of_no_return": p.ponr,
                    "lead_days": p.lead_days,
                    "components": list(p.components),
                    "attributes": list(p.attributes),
                    "price": p.price,
                    "options": {name: dict(extras) for name, extras in p.options.items()},
                    "needs_approval": p.approval,
                }
                for p in self.products.values()
            ],
            "price_lists": [
                {"name": name, "rate_plan": plan, "use": self.uses[name]} for name, plan in self.rate_plans.items()
            ],
            "defaults": {
                "header": self.header_price_list,
                "account": self.account_price_list,
                "integration": self.integration_price_list,
            },
            "phone_number": self.phone_number,
            "priorities": dict(self.priorities),
            "extended_priorities": dict(self.extended_priorities),
            "milestones": dict(self.milestones),
            "native_statuses": {system: dict(words) for system, words in self.native_statuses.items()},
            "back_office": {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(self.back_office).items()},
            "workflows": {kind: {v: list(n) for v, n in named.items()} for kind, named in self.workflows.items()},
        }

    def with_own_digest(self) -> "Catalogue":
        """The same with the digest of what it holds now, for one that differs from its file."""
        content = orjson.dumps({**self.as_json(), "digest": ""}, option=orjson.OPT_SORT_KEYS)
        return replace(self, digest="sha256:" + sha256(content).hexdigest())


def deployed_from(content: Mapping[str, Any]) -> Catalogue:
    """The catalogue that its JSON form holds, as a deployer has it: who the accounts are is told with each scenario."""
    lists, defaults = content["price_lists"], content["defaults"]
    return Catalogue(
        name=content["name"],
        digest=content["digest"],
        products={entry["name"]: _deployed_product(entry) for entry in content["products"]},
        rate_plans={entry["name"]: entry["rate_plan"] for entry in lists},
        uses={entry["name"]: entry["use"] for entry in lists},
        header_price_list=defaults["header"],
        account_price_list=defaults["account"],
        integration_price_list=defaults["integration"],
        phone_number=content["phone_number"],
        usual_product="",
        usual_line_price_list="",
        priorities=content["priorities"],
        extended_priorities=content["extended_priorities"],
        accounts=(),
        milestones=content["milestones"],
        native_statuses=content["native_statuses"],
        back_office=BackOffice(**_tuples(content["back_office"])),
        workflows={kind: _tuples(named) for kind, named in content["workflows"].items()},
    )


def read_catalogue(content: Mapping[str, Any], digest: str) -> Catalogue:
    """The catalogue that the content of its TOML file holds (schemas/catalogue.json)."""
    products = {name: _product(name, entry) for name, entry in content["products"].items()}
    lists = content["price_lists"]
    return Catalogue(
        name=content["name"],
        digest=digest,
        products=products,
        rate_plans={name: entry.get("rate_plan") for name, entry in lists.items()},
        uses={name: entry["use"] for name, entry in lists.items()},
        priorities=content["priorities"],
        extended_priorities=content["extended_priorities"],
        accounts=tuple(content["accounts"]),
        milestones=content["milestones"],
        native_statuses=content["native_statuses"],
        back_office=BackOffice(**_tuples(content["back_office"])),
        workflows={kind: _tuples(named) for kind, named in content["workflows"].items()},
        **content["defaults"],
    )


def _product(name: str, entry: Mapping[str, Any]) -> Product:
    return Product(name, **_tuples(entry))


def _deployed_product(entry: Mapping[str, Any]) -> Product:
    said = {"provisioned_by": "target", "point_of_no_return": "ponr", "needs_approval": "approval"}
    return Product(**{said.get(name, name): value for name, value in _tuples(entry).items()})


def _tuples(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}
