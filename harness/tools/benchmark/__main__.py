"""Measures everything, prints it, and writes the README's tables."""

import sys
from pathlib import Path

from ordertck.harness.tools.benchmark import audits, commands, examples, peers, readme, reference


def main() -> None:
    """Measure; with ``--full`` also ``ordertck prove --full``, which takes minutes."""
    text = readme.peers_table(peers.measured())
    print(text)  # noqa: T201 - printing is what it is for; what was measured is not lost when something else breaks
    # Commands and logs first: the peak memory of a process counts what the one that starts it holds at that moment.
    outside = commands.measured(full="--full" in sys.argv)
    logs = audits.measured()
    figures = [*outside, *examples.measured(), *reference.measured(), *logs]
    text += "\n" + readme.figures_table(figures)
    print(readme.figures_table(figures))  # noqa: T201
    readme.write(Path(__file__).resolve().parents[3] / "README.md", text)


if __name__ == "__main__":
    main()
