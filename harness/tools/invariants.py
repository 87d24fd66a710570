"""What the oracle asserts, rule by rule: docs/invariants.md."""

from collections.abc import Iterator
from pathlib import Path

from ordertck.harness.oracle import known_invariants, unjudged
from ordertck.harness.oracle.judging import ROLES_JUDGED

PAGE = Path(__file__).resolve().parents[2] / "docs" / "invariants.md"
_HEAD = """# What the oracle asserts

`ordertck explore` and `ordertck audit` judge messages by these invariants, and `ordertck run` each example of oms and
som when it is over. Made by `make pages`; [explore.md](explore.md) tells more.
"""


def page() -> str:
    """The text of the page."""
    return "\n".join([_HEAD, *(line for role in ROLES_JUDGED for line in _role(role))]) + "\n"


def _role(role: str) -> Iterator[str]:
    yield f"## {role}\n"
    yield "| invariant | what holds | rules |"
    yield "|---|---|---|"
    for known in known_invariants(role):
        yield f"| {known.name} | {known.says} | {', '.join(known.rules)} |"
    yield ""
    yield from (f"- {rule} is not judged: {reason}." for rule, reason in unjudged().get(role, {}).items())
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
