"""What the files of an edition name of each other: whatever stands for something else has to be there."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.edition.mechanisms import Mechanisms
from ordertck.harness.edition.register import Register
from ordertck.harness.edition.tables import Table
from ordertck.harness.edition.vocabulary import Vocabulary
from ordertck.harness.errors import UsageError
from ordertck.harness.text import nearest

# Of these accounts the kit itself speaks, in any example.
_PEOPLE = ("Customer", "Neighbour", "Payer")
# Where a file names something: the place in it, what sort of thing that is, the names, and those that there are.
Naming = tuple[str, str, Iterable[str | None], Collection[str]]


def require_named(file: Path, namings: Iterable[Naming]) -> None:
    """Raise ``UsageError``, naming file and place, for the first thing named that there is not."""
    for place, what, names, known in namings:
        for name in names:
            if name is not None and name not in known:
                near = nearest(name, known)
                remedy = f"did you mean '{near}'?" if near else "mend the name, or enter what it stands for"
                raise UsageError(f"{place}: there is no {what} '{name}'", remedy, file)


def of_register(register: Register, words: Vocabulary) -> Iterator[Naming]:
    """What the register names."""
    limits = words.capabilities.keys() | words.switch_tags.keys()
    for rule in register.rules.values():
        place = f"rules.{rule.id}"
        yield place, "area", [rule.area], register.areas
        yield f"{place}.sources", "document", (source.document for source in rule.sources), register.documents
        yield f"{place}.capability", "capability", [rule.capability], words.capabilities
        yield f"{place}.switches", "switch", rule.switches, words.switches
        yield f"{place}.binds", "role", rule.binds, words.roles
        yield f"{place}.not_examinable", "role", rule.not_examinable, words.roles
        yield f"{place}.any_of", "rule", rule.any_of, register.rules
        yield f"{place}.emptied_by", "role", rule.emptied_by, words.roles
        for names in rule.emptied_by.values():
            yield f"{place}.emptied_by", "capability or switch value", names, limits


def of_vocabulary(words: Vocabulary, register: Register) -> Iterator[Naming]:
    """What the vocabulary names."""
    for profile in words.profiles.values():
        yield f"profiles.{profile.name}.rules", "rule", sorted(profile.rules), register.rules
        yield f"profiles.{profile.name}.least", "role", profile.least, words.roles
    for capability in words.capabilities.values():
        yield f"capabilities.{capability.name}.includes", "capability", capability.includes, words.capabilities
    for scope in words.scopes.values():
        yield f"scopes.{scope.name}.roles", "role", scope.roles, words.roles


def of_mechanisms(mechanisms: Mechanisms, words: Vocabulary) -> Iterator[Naming]:
    """What the mechanisms name."""
    for mechanism in mechanisms.known.values():
        yield f"mechanisms.{mechanism.name}.roles", "role", sorted(mechanism.roles), words.roles
        yield f"mechanisms.{mechanism.name}.profiles", "profile", mechanism.profiles, words.profiles
    yield "apart", "role", mechanisms.apart, words.roles
    for role, pairs in mechanisms.apart.items():
        for pair in pairs:
            yield f"apart.{role}", "mechanism", pair, mechanisms.known


def of_catalogue(catalogue: Catalogue) -> Iterator[Naming]:
    """What the catalogue names of itself."""
    lists = ("header", "account", "integration", "usual_line")
    named = [(f"{name}_price_list", getattr(catalogue, f"{name}_price_list")) for name in lists]
    yield "defaults.usual_product", "product", [catalogue.usual_product], catalogue.products
    yield "defaults.phone_number", "product", [catalogue.phone_number or None], catalogue.products
    for place, name in named:
        yield f"defaults.{place}", "price list", [name], catalogue.rate_plans
    for product in catalogue.products.values():
        yield f"products.{product.name}.components", "product", product.components, catalogue.products
        yield f"products.{product.name}.ponr", "milestone", [product.ponr], catalogue.milestones.values()
    accounts = [account.get("role", "") for account in catalogue.accounts]
    yield "accounts", "account", _PEOPLE, accounts
    yield "accounts.payer", "account", (account.get("payer") for account in catalogue.accounts), accounts


def of_tables(tables: Iterable[Table], register: Register) -> Iterator[Naming]:
    """What the tables name."""
    for table in tables:
        yield f"{table.number}.rules", "rule", table.rules, register.rules
