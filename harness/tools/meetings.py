"""Where rules meet: docs/meetings.md, made from the mechanisms and the examples in which two of them meet."""

from collections.abc import Iterator
from pathlib import Path

from ordertck.harness.edition import Edition, load
from ordertck.harness.edition.features import Example
from ordertck.harness.edition.mechanisms import Mechanisms, Pair

PAGE = Path(__file__).resolve().parents[2] / "docs" / "meetings.md"
_HEAD = """# Where rules meet

A system can uphold each rule by itself and go wrong where two of them meet on one order, asset or queue. This page
says what can befall an order. For every two of these, and every role that can see both, it has the examples in which
they meet, or why they cannot. Each of these examples is failed by a wrong system that every other example passes. The
page is made from [the mechanisms](../features/mechanisms.toml) and the tags of the features (`make pages`), and a test
holds it to them.
"""


def page(edition: Edition) -> str:
    """The page's text."""
    mechanisms = edition.mechanisms
    known = [f"| {m.name} | {m.says} |" for m in mechanisms.known.values()]
    parts = [_HEAD, "\n".join(["| mechanism | what it is |", "|---|---|", *known]) + "\n"]
    for role, says in edition.vocabulary.roles.items():
        examples = [example for example in edition.examples if example.id.role == role]
        parts.append(f"## {role}: {says.partition(':')[0]}\n")
        parts.append("\n".join(_section(role, mechanisms, examples)) + "\n")
    return "\n".join(parts)


def _section(role: str, mechanisms: Mechanisms, examples: list[Example]) -> Iterator[str]:
    met: dict[Pair, list[Example]] = {}
    for example in examples:
        for pair in mechanisms.met(example.tags):
            met.setdefault(pair, []).append(example)
    count = sum(example.is_meeting for example in examples)
    pairs = mechanisms.pairs(role)
    yield f"{count} examples; {len(met)} of {len(pairs)} pairs meet.\n"
    yield "| pair | examples, or why there is none |"
    yield "|---|---|"
    for pair in pairs:
        told = "<br>".join(map(_named, met.get(pair, ()))) or mechanisms.apart.get(role, {}).get(pair, "")
        yield f"| {' + '.join(pair)} | {told} |"


def _named(example: Example) -> str:
    return f"[{example.id.rule}](../features/{example.file}) {example.id.titled}"


if __name__ == "__main__":
    PAGE.write_text(page(load()), encoding="utf-8")
