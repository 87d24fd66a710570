"""Alternatives: a Rule that shows several values of a switch has them at its end, below headings that name them."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ordertck.harness.edition.vocabulary import Switch, Vocabulary

Kind = tuple[Switch, frozenset[str]]


def alternatives(tree: Any, words: Vocabulary) -> Iterator[tuple[int, str]]:
    """What to mend in how a feature sets out examples that hold for one declaration only: the line, and what it is."""
    headings = {comment["location"]["line"]: comment["text"].strip() for comment in tree["comments"]}
    for child in tree["feature"]["children"]:
        scenarios = [inner["scenario"] for inner in child.get("rule", {}).get("children", ()) if "scenario" in inner]
        yield from _of_rule(scenarios, headings, words)


def heading(switch: Switch, value: str) -> str:
    """The line above the first example that holds where a system declares this value."""
    return f'# For systems that declare {switch.name} = "{value}":'


def _of_rule(scenarios: list[Any], headings: Mapping[int, str], words: Vocabulary) -> Iterator[tuple[int, str]]:
    shown: dict[Kind, dict[str, list[int]]] = {}
    for place, scenario in enumerate(scenarios):
        tags = [tag["name"].removeprefix("@") for tag in scenario["tags"]]
        roles = frozenset(words.roles.keys() & set(tags))
        for switch, value in (words.switch_tags[tag] for tag in tags if tag in words.switch_tags):
            shown.setdefault((switch, roles), {}).setdefault(value, []).append(place)
    choices = {kind: values for kind, values in shown.items() if len(values) > 1}
    last = {place for values in choices.values() for places in values.values() for place in places}
    for (switch, _), values in choices.items():
        in_order = [place for value in switch.values for place in values.get(value, ())]
        if in_order != list(range(in_order[0], in_order[0] + len(in_order))) or _followed(in_order, last, scenarios):
            text = f"its examples for each value of {switch.name} stand together, in the vocabulary's order"
            yield scenarios[in_order[0]]["location"]["line"], f"{text}, after those for every system"
        for value, places in values.items():
            first = scenarios[places[0]]
            above = min(tag["location"]["line"] for tag in first["tags"]) - 1
            if headings.get(above) != heading(switch, value):
                yield first["location"]["line"], f"the line above its tags is '{heading(switch, value)}'"


def _followed(places: Collection[int], last: Collection[int], scenarios: list[Any]) -> bool:
    """Whether an example for every system stands below these."""
    return any(place not in last for place in range(max(places), len(scenarios)))
