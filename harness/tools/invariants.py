"""What the oracle asserts, rule by rule: docs/invariants.md."""

from collections.abc import Iterator
from pathlib import Path

from ordertck.harness.edition import Edition, load
from ordertck.harness.oracle import known_invariants, unjudged

PAGE = Path(__file__).resolve().parents[2] / "docs" / "invariants.md"
_HEAD = """# What the oracle asserts

An invariant says what holds of the messages at a system's edges, whatever the system does in between. `ordertck
explore` and `ordertck audit` judge messages by them. `ordertck run` judges each example of oms, crm and som by them
when its steps are done; the first breach of a claimed obligation fails the example. What an integration layer carries
is balanced against what it was given, by the same functions.

The page is made from the code by `make pages`. [Exploring](explore.md) and [auditing](audit.md) tell how to read what
they find; [decision 26](decisions/0026-closing-account.md) tells why examples are judged so.
"""


def page(edition: Edition) -> str:
    """The text of the page."""
    titles = {role: says.partition(":")[0] for role, says in edition.vocabulary.roles.items()}
    return "\n".join([_HEAD, *(line for role, title in titles.items() for line in _role(role, title))]) + "\n"


def _role(role: str, title: str) -> Iterator[str]:
    yield f"## {role}: {title}\n"
    yield "| invariant | what holds | rules |"
    yield "|---|---|---|"
    for known in known_invariants(role):
        yield f"| {known.name} | {known.in_full} | {', '.join(known.rules)} |"
    yield ""
    yield from (f"- {rule} is not judged: {reason}." for rule, reason in unjudged().get(role, {}).items())
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(load()), encoding="utf-8")
