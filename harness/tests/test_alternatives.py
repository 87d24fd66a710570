"""Alternatives: examples for several values of one switch stand at the end of their Rule, below headings."""

from pathlib import Path

from ordertck.harness.lint import lint
from ordertck.harness.tests.support import EDITION
from ordertck.harness.tests.test_lint import GOOD

ALTERNATIVES = """
    # For systems that declare past_date = "start":
    @past-date-start
    Example: A list is taken at once
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is complete

    # For systems that declare past_date = "refuse":
    @past-date-refuse
    Example: A list is refused
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is refused or fallen out
"""


def test_alternatives_stand_below_their_headings(tmp_path: Path) -> None:
    """What holds for one declaration only stands at the end of its Rule, below a heading that names the declaration."""
    good = GOOD.replace("    @oms @integration\n", "").replace("  @PL-16", "  @PL-16 @oms @integration")
    file = tmp_path / "try.feature"

    def told(text: str) -> list[str]:
        file.write_text(text)
        return [f"{c.line}: {c.text}" for c in lint(EDITION, [EDITION.read(file)], whole=False)]

    assert told(good + ALTERNATIVES) == []
    first, second = ALTERNATIVES.split('\n    # For systems that declare past_date = "refuse"')
    refuse = '\n    # For systems that declare past_date = "refuse"' + second
    assert told(good + refuse + first)[0].startswith("27: its examples for each value of past_date stand together")
    unnamed = (good + ALTERNATIVES).replace('refuse":', 'start":')
    assert told(unnamed) == ["27: the line above its tags is '# For systems that declare past_date = \"refuse\":'"]
    before, rule = good.split("    Example: A list is taken\n")
    later = before + ALTERNATIVES.lstrip("\n") + "\n    Example: A list is taken\n" + rule
    assert "after those for every system" in told(later)[0]
