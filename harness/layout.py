"""Layout of a feature file: how long it is, how it is tagged, what its titles and its words are like."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ordertck.harness.edition.features import Feature
from ordertck.harness.edition.mechanisms import MEETS
from ordertck.harness.glossary import Glossary
from ordertck.harness.wording import amiss, in_paragraph

LONGEST_FILE = 150
MOST_STEPS = 7
MOST_BACKGROUND = 3
# One order that much happens to, which is told once for eight examples; no other Background may be as long.
_LONG_STORY = "where_rules_meet/integration/journeys.feature"
LONGEST_TITLE = 110

# Words of a transport: a feature speaks of orders and neighbours, on whatever wire they are.
_TRANSPORT = re.compile(
    r"\b(HTTPS?|JSON|XML|REST|SOAP|API|URL|JMS|STOMP|AMQP|SQL|[Ss]tatus code|[Ee]ndpoint|[Pp]ayload|[Ss]ocket|"
    r"[Tt]imeout|[Dd]atabase|[Ww]idget|[Cc]allback|[Ww]ebhook|request body|response code)\b"
)
# The title of an outline names the column by which its rows are told apart.
_COLUMN = re.compile("<([^>]+)>")
# A title stands alone, in a report as well: it names what it speaks of.
_LEANING = re.compile(r"(And|But|It|Nor|One|So|Such|That|These|They|This|Those)\b")


def layout(feature: Feature, file: Path, tree: Any, glossary: Glossary) -> Iterator[tuple[int, str]]:
    """What to mend in how one file is laid out: the line, and what it is."""
    text = file.read_text(encoding="utf-8").splitlines()
    if len(text) > LONGEST_FILE:
        yield (len(text), f"the file has {len(text)} lines, over {LONGEST_FILE}: split it by topic")
    if "Source:" not in feature.description:
        yield (1, "the feature names no source: add 'Source: document, \"section\".'")
    for number, written in enumerate(text, 1):
        if found := _TRANSPORT.search(written):
            yield (number, f"'{found[0]}' is a word of a transport: say it in the trade's words")
    yield from glossary.complaints(feature, text)
    for line, background in _backgrounds(tree):
        if len(background["steps"]) > MOST_BACKGROUND and feature.file != _LONG_STORY:
            yield line, f"the Background has {len(background['steps'])} steps, over {MOST_BACKGROUND}"
    yield from _shared_tags(tree)
    yield from ((1, told) for told in in_paragraph(feature.description.replace("\n", " ")))
    titles = Counter(e["name"] for e in scenarios(tree))
    for scenario in scenarios(tree):
        place = scenario["location"]["line"]
        yield from ((place, complaint) for complaint in _title(scenario["name"], titles))
        yield from ((place, complaint) for complaint in _body(scenario))


def _backgrounds(tree: Any) -> Iterator[tuple[int, Any]]:
    """Every Background, of the feature and of its Rules, and where it stands."""
    for child in tree["feature"]["children"]:
        for inner in (child, *child.get("rule", {}).get("children", ())):
            if "background" in inner:
                yield inner["background"]["location"]["line"], inner["background"]


def _shared_tags(tree: Any) -> Iterator[tuple[int, str]]:
    """Tags that every example of a Rule bears, each for itself; where two mechanisms meet, each says so itself."""
    for child in tree["feature"]["children"]:
        of_examples = [
            {tag["name"] for tag in inner["scenario"]["tags"] if MEETS not in tag["name"]}
            for inner in child.get("rule", {}).get("children", ())
            if "scenario" in inner
        ]
        if len(of_examples) > 1 and (shared := sorted(set.intersection(*of_examples))):
            line = child["rule"]["location"]["line"]
            yield line, f"every example of the Rule bears {' '.join(shared)}: tag the Rule so"


def _title(title: str, titles: Counter[str]) -> Iterator[str]:
    if titles[title] > 1:
        yield f"two examples of this file are called '{title}'"
    if len(title) > LONGEST_TITLE:
        yield f"the title is longer than {LONGEST_TITLE} characters"
    yield from (f"the title {told}" for told in amiss(title))
    if leaning := _LEANING.match(title):
        yield f"the title begins with '{leaning[0]}': name what it speaks of"


def _body(scenario: Any) -> Iterator[str]:
    if not scenario["steps"]:
        yield "the example has no steps"
    if len(scenario["steps"]) > MOST_STEPS:
        yield f"the example has {len(scenario['steps'])} steps, over {MOST_STEPS}"
    yield from _rows(scenario)


def _rows(scenario: Any) -> Iterator[str]:
    tables = scenario["examples"]
    if scenario["keyword"] == "Scenario Outline" and not any(table["tableBody"] for table in tables):
        yield "the outline has no rows, so it shows nothing"
    keys = Counter(row["cells"][0]["value"] for table in tables for row in table["tableBody"])
    for key, times in keys.items():
        if times > 1:
            yield f"{times} rows begin with '{key}', so they cannot be told apart"
    first = {table["tableHeader"]["cells"][0]["value"] for table in tables if "tableHeader" in table}
    for named in sorted(set(_COLUMN.findall(scenario["name"])) - first):
        yield f"the title names the column '{named}': name the first one only, which tells the rows apart in reports"


def scenarios(tree: Any, rule_line: int | None = None) -> Iterator[Any]:
    """Every scenario of a feature, of the Rule on one line only where that is given."""
    for child in tree["feature"]["children"]:
        rule = child.get("rule")
        if rule is None or rule_line not in (None, rule["location"]["line"]):
            continue
        for inner in rule["children"]:
            if "scenario" in inner:
                yield inner["scenario"]
