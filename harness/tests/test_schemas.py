"""The schemas: one a kind, closed lists, explained, with examples that the catalogue knows."""

from collections.abc import Iterator
from typing import Any, get_args

import jsonschema
import jsonschema_rs
import pytest

from ordertck import data
from ordertck.harness import schemas
from ordertck.harness.messages import KINDS, BillingEffect, ServiceEffect, StepEffect
from ordertck.harness.tests.judging import CLOSED, DESCRIBED, Judges, example_of, objects, parts
from ordertck.harness.tests.support import EDITION

READ = frozenset({"claims", "edition", "poll-table", "register", "vocabulary", "catalogue"})
NO_KINDS = READ | {"message", "scenario-context", "results", "certificate", "mechanisms", "ambiguities", "ids"}
NO_KINDS |= {"baseline", "difference", "control", "tables", "explored"}
FILES = sorted(path.stem for path in data("schemas").glob("*.json"))


def test_one_schema_a_kind() -> None:
    """Each kind has a schema, and each schema is a kind's or a known other."""
    assert set(KINDS) | {"message", "scenario-context"} <= set(FILES)
    assert set(FILES) <= set(KINDS) | NO_KINDS


# The closed lists that no Python type holds, as the docstrings of the dataclasses give them.
DESK_OBJECTS = (
    "order", "line", "quote", "opportunity", "account", "asset", "assets", "ticket", "work-order", "phone", "product",
    "orders", "revisions", "projection", "document", "activity", "attachments", "checks", "profile", "tickets",
    "fraud-alerts", "credit-alerts", "pricing-rule",
)  # fmt: skip
DESK_VERBS = (
    "enter", "revise", "price", "override", "submit", "discard", "approve", "reject", "accept", "convert", "press",
    "check",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "place", "words"),
    [
        ("billing-order", "/phase", ("initiate", "fulfil", "all")),
        ("billing-order", "/line/effect", get_args(BillingEffect)),
        ("provisioning-order", "/line/effect", get_args(ServiceEffect)),
        ("billing-answer", "/outcome", ("ok", "fault")),
        ("billing-update", "/sort", ("status", "milestone", "data")),
        ("fallout", "/state", ("raised", "resolved")),
        ("network-order", "/line/effect", get_args(StepEffect)),
        ("network-report", "/outcome", ("done", "undone", "failed")),
        ("desk-do", "/verb", DESK_VERBS),
        ("desk-do", "/object", DESK_OBJECTS),
    ],
)
def test_closed_lists(name: str, place: str, words: tuple[str, ...]) -> None:
    """A closed list has these words and no other."""
    assert dict(parts(schemas.schema(name)))[place]["enum"] == list(words)


@pytest.mark.parametrize("name", DESCRIBED)
def test_closed_or_open(name: str) -> None:
    """What the kit sends is closed, what a system may send is open to more fields, in its lines too."""
    example, judges, accepted = example_of(name), Judges(schemas.schema(name)), (name not in CLOSED,) * 2
    more = {"surprise": ["more"]}
    assert judges.accept(example | more) == accepted
    for line in example.get("lines", ()):
        assert judges.accept(example | {"lines": [line | more]}) == accepted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("billing-answer", "provisioning-answer"),
        ("billing-update", "provisioning-update"),
        ("desk-do", "desk-see"),
        ("desk-see", "desk-shown"),
        ("fault", "fallout"),
        ("cancel", "suspend"),
        ("suspend", "resume"),
        ("network-order", "network-report"),
        ("intake-hold", "intake-release"),
        ("stop", "start"),
        ("order-submission", "sales-order"),
        ("order-update", "order-snapshot"),
    ],
)
def test_kindred_schemas(one: str, other: str) -> None:
    """Where two kinds have the same field, both demand the same of it."""

    def demands(name: str) -> dict[str, Any]:
        return {
            place: {key: said for key, said in part.items() if key not in ("title", "description", "examples")}
            for place, part in parts(schemas.schema(name))
            if "properties" not in part
        }

    # A fault owes a reason, a fallout may have one.
    own = {"/reason"} if other == "fallout" else set()
    mine, others = demands(one), demands(other)
    shared = (mine.keys() & others.keys()) - own
    assert {place: mine[place] for place in shared} == {place: others[place] for place in shared}


def references(schema: Any) -> Iterator[str]:
    """Every reference in a schema."""
    return (found["$ref"] for found in objects(schema) if "$ref" in found)


@pytest.mark.parametrize("name", FILES)
def test_is_a_schema(name: str) -> None:
    """Each file is a schema of the 2020-12 draft, under its own name, that refers to nothing outside itself."""
    schema = schemas.schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"https://ordertck.example/schemas/{name}.json"
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema_rs.meta.validate(schema)
    assert all(reference.startswith("#/$defs/") for reference in references(schema))


@pytest.mark.parametrize("name", DESCRIBED)
def test_explained(name: str) -> None:
    """A schema has a title, everything in it a description and examples, and each example is valid."""
    schema = schemas.schema(name)
    assert schema["title"]
    for place, part in (("", schema), *parts(schema)):
        assert part["description"].strip(), place
        assert "properties" not in part or part["title"], place
        assert part["examples"], place
        judges = Judges({"$defs": schema.get("$defs", {}), **part})
        for example in part["examples"]:
            assert judges.accept(example) == (True, True), (place, example)


@pytest.mark.parametrize("name", DESCRIBED)
def test_example_from_catalogue(name: str) -> None:
    """A schema's example is whole, and speaks of what the catalogue sells."""
    catalogue = EDITION.catalogue
    example = example_of(name)
    known = {
        "product": catalogue.products,
        "price_list": catalogue.rate_plans,
        "rate_plan": catalogue.rate_plans.values(),
        "target": {product.target for product in catalogue.products.values()},
        "catalogue": {catalogue.name},
    }
    for found in objects(example):
        assert all(found[key] in values for key, values in known.items() if key in found), found
        attributes = catalogue.products[found["product"]].attributes if "product" in found else ()
        assert set(found.get("attributes", ())) <= set(attributes) or "product" not in found, found
