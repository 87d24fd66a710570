"""The benchmark's tables: what they hold, and where in the README they go."""

from pathlib import Path

import pytest

from ordertck.harness.tools.benchmark.measure import Cost, middle, ratio
from ordertck.harness.tools.benchmark.peers import BEHAVE, OURS, PYTEST, PYTEST_BDD, Beside
from ordertck.harness.tools.benchmark.readme import BEGIN, END, figures_table, peers_table, write

CHECKOUT = Path(__file__).resolve().parents[2]


def costs(*seconds: float) -> list[Cost]:
    return [Cost(each, 40 + each, "") for each in seconds]


def test_medians_and_ratios() -> None:
    """A ratio is taken round by round, so that one busy round does not count."""
    assert middle(costs(1, 9, 2)) == Cost(2, 42, "")
    assert ratio(costs(1, 9, 2), costs(2, 18, 2)) == 0.5


def test_the_table_of_the_peers() -> None:
    """Each way a row, and the kit against the peer of the same kind."""
    given = {OURS: costs(1), BEHAVE: costs(2), PYTEST: costs(3), PYTEST_BDD: costs(12)}
    rows = peers_table([Beside("oms", 300, given)]).splitlines()
    assert rows[0] == "| one role | oms, 300 examples |"
    assert rows[2] == f"| {OURS} | 1.00 s, 41 MB |"
    assert [row.split("|")[-2].strip() for row in rows[-2:]] == ["0.50", "0.25"]


def test_the_place_in_the_readme(tmp_path: Path) -> None:
    """What stood between the markers is replaced; a README without them is left as it is."""
    file = tmp_path / "README.md"
    file.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    write(file, figures_table([("an example", "1 ms")]))
    assert "| an example | 1 ms |" in file.read_text()
    assert "old" not in file.read_text()
    file.write_text("no place")
    with pytest.raises(SystemExit, match="has not one place for the figures"):
        write(file, "")
    assert file.read_text() == "no place"


def test_the_readme_has_the_place() -> None:
    """Where the project's own figures stand."""
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert readme.index(BEGIN) < readme.index("| what | measured |") < readme.index(END)
