"""Settings: the reference whole under every value of every switch, and under every two values that can meet.

Every permitted style of a role meets every value too, but for those that it works against.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ordertck.harness.edition import Edition
from ordertck.harness.messages.roles import USUAL
from ordertck.harness.proof.registry import PERMITTED, KnownSystem, meeting, written_systems
from ordertck.harness.proof.styles import covering
from ordertck.harness.reference.landscape import PARTS


def settings(edition: Edition) -> list[KnownSystem]:
    """The reference in each role: once for each value that is no default, once for each row of an array of pairs.

    Order management once more with room for a single order.

    Switches that no rule of a role knows are left at their default there.
    """
    found = [setting for role in PARTS for setting in _settings(role, _open_in(role, edition))]
    return [*found, replace(_setting(USUAL, "one-place", {}), capacity=1, says="The reference with one place.")]


def styles_with_settings(edition: Edition) -> list[KnownSystem]:
    """Systems in which each style of a role meets each value of a switch, but for those that it works against."""
    return [row for role in PARTS for row in _styles_with_settings(role, _open_in(role, edition))]


def _open_in(role: str, edition: Edition) -> dict[str, tuple[str, ...]]:
    """The switches that matter in a role, each with the values that are no default."""
    words, rules = edition.vocabulary, edition.register.rules.values()
    named = {name for rule in rules if role in rule.binds for name in rule.switches}
    tagged = {
        words.switch_tags[tag][0].name
        for example in edition.examples
        if example.id.role == role
        for tag in example.tags & words.switch_tags.keys()
    }
    return {name: switch.values[1:] for name, switch in words.switches.items() if name in named | tagged}


def _settings(role: str, others: Mapping[str, Sequence[str]]) -> Iterator[KnownSystem]:
    for name, values in others.items():
        for value in values:
            yield _setting(role, f"{name}-{value}", {name: value})
    choices = {name: [f"{name}={value}" for value in values] for name, values in others.items()}
    for number, row in enumerate(covering(choices)):
        yield _setting(role, f"settings-{number}", dict(choice.split("=", 1) for choice in sorted(row)))


def _styles_with_settings(role: str, others: Mapping[str, Sequence[str]]) -> Iterator[KnownSystem]:
    styles = [known for known in written_systems() if known.role == role and known.style]
    chosen = {f"{name}={value}": (name, value) for name, values in others.items() for value in values}
    factors: dict[str, list[str]] = {}
    for style in styles:
        factors.setdefault(style.style, []).append(style.name)
    for choice, (name, _value) in chosen.items():
        factors.setdefault(name, []).append(choice)
    mixed = covering(factors, lambda a, b: bool(a and b) and (a in chosen) != (b in chosen))
    for number, row in enumerate(apart for each in mixed for apart in _apart(each, styles)):
        ways = meeting([style for style in styles if style.name in row], f"styles-with-settings-{number}")
        values = dict(chosen[choice] for choice in sorted(row & chosen.keys()))
        said = ", ".join(f"{name}={value}" for name, value in values.items())
        yield replace(ways, switches={**ways.switches, **values}, says=f"{ways.says} Declares {said}.")


def _apart(row: frozenset[str], styles: Sequence[KnownSystem]) -> list[frozenset[str]]:
    """A row as it is; where styles work against values in it, once without those styles and once without the values."""
    opposed = {style.name: style.against & row for style in styles if style.name in row and style.against & row}
    return [row - opposed.keys(), row - frozenset[str]().union(*opposed.values())] if opposed else [row]


def _setting(role: str, name: str, switches: Mapping[str, str]) -> KnownSystem:
    return KnownSystem(
        name=name.replace("_", "-"),
        kind=PERMITTED,
        role=role,
        says=f"The reference with {', '.join(f'{name}={value}' for name, value in switches.items())}.",
        systems=(PARTS[role],),  # type: ignore[arg-type]  # every part of the landscape is a class
        switches=switches,
        full_only=True,
    )
