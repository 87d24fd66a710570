"""The proof can fail in every way that it is there for; that it holds for the shipped systems, ``make test`` asks."""

from collections.abc import Iterable
from dataclasses import replace

from ordertck.harness.edition import Edition, load
from ordertck.harness.proof.prove import Proof, prove
from ordertck.harness.proof.registry import NULL, PERMITTED, WRONG, KnownSystem, known_systems
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists, TakesBlankTextForAList
from ordertck.harness.reference.oms.order_management import OrderManagement

WELL = KnownSystem("well", WRONG, "oms", "Does everything right.", (OrderManagement,), frozenset({"PL-09"}))
BLANK = KnownSystem("blank", WRONG, "oms", "Leaves blanks.", (LeavesBlankPriceLists,), frozenset({"PL-09"}))


def proving(
    *systems: KnownSystem, full: bool = False, rules: tuple[str, ...] = ("PL-09",), named: Iterable[str] = ()
) -> Proof:
    """Proves some systems, on the examples of a few rules of one role."""
    return prove(edition_of(rules), full=full, processes=1, named=named, systems=systems)


def edition_of(rules: tuple[str, ...]) -> Edition:
    """The kit's edition as though it had no other rules' examples for order management."""
    edition = load()
    examples = tuple(e for e in edition.examples if e.id.role == "oms" and e.id.rule in rules)
    vars(edition)["examples"] = examples
    return edition


def test_a_caught_system_is_no_objection() -> None:
    """The breach that a wrong system exists for is counted under its rule."""
    proof = proving(BLANK)
    assert proof.holds
    assert proof.rules["PL-09", "oms"].caught == ["blank"]


def test_a_survivor_is_an_objection() -> None:
    """A system that is said to break a rule, and passes it, means that the examples are too weak."""
    assert proving(WELL, BLANK).objections == ["oms/well survives PL-09: Does everything right."]


def test_a_rule_without_a_wrong_system_is_an_objection() -> None:
    """Nobody knows of such a rule whether it can fail."""
    assert proving(BLANK, rules=("PL-09", "PL-10")).objections == ["PL-10 in role oms has no wrong system"]


def test_a_failing_variant_is_an_objection() -> None:
    """What is permitted must pass; the example that asks too much is named."""
    variant = replace(BLANK, name="variant", kind=PERMITTED, breaks=frozenset())
    (objection, *_) = proving(variant, BLANK).objections
    assert objection.startswith("oms/variant is permitted, yet PL-09/oms/A blank line takes the header's price list")


def test_a_passing_null_system_is_an_objection() -> None:
    """Whoever upholds an obligation without doing anything shows that it is examined in vain."""
    null = replace(WELL, name="idle", kind=NULL, breaks=frozenset())
    proof = proving(null, BLANK)
    assert proof.nulls == {"oms/idle": ["PL-09"]}
    assert proof.objections == ["oms/idle does nothing, yet passes PL-09"]


def test_an_unexplained_verdict_is_an_objection_in_full() -> None:
    """A rule that falls and is neither broken nor entailed; and an entailment that does not come true."""
    rules = ("PL-09", "PL-16")
    told = proving(BLANK, replace(BLANK, name="other", breaks=frozenset({"PL-16"})), full=True, rules=rules)
    assert "oms/blank also fails PL-16, which it neither breaks nor entails" in told.unexplained
    assert not told.holds
    entailing = replace(BLANK, entails=frozenset({"PL-16", "PL-10"}))
    unexplained = proving(entailing, full=True, rules=rules).unexplained
    assert unexplained == ["oms/blank does not fail PL-10 as it is said to"]


def test_only_the_systems_that_are_named() -> None:
    """Of a few systems nothing follows for the whole cast: what others catch is not asked."""
    rules = ("PL-09", "PL-10")
    proof = proving(WELL, BLANK, rules=rules, named=["oms/bla"])
    assert (proof.members, proof.holds) == (1, True)
    assert proving(WELL, BLANK, rules=rules, named=["oms/we"]).objections == [
        "oms/well survives PL-09: Does everything right."
    ]


def test_an_example_that_nothing_fails_is_an_objection_in_full() -> None:
    """An example no wrong system fails is not finished."""
    narrow = replace(BLANK, systems=(TakesBlankTextForAList,))
    objections = proving(narrow, full=True).objections
    assert any(text.startswith("no wrong system fails the example PL-09/oms/") for text in objections)


def test_every_member_says_what_it_does() -> None:
    """A sentence each, and only wrong systems break something."""
    for system in known_systems():
        assert system.says.endswith("."), system.name
        assert bool(system.breaks) == (system.kind == WRONG), system.name
