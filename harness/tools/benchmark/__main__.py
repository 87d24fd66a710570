"""Measures everything, prints it, and writes the README's tables."""

import sys
from pathlib import Path

from ordertck.harness.tools.benchmark import commands, examples, peers, readme, reference


def main() -> None:
    """Measure; with ``--full`` also ``ordertck prove --full``, which takes minutes."""
    beside = peers.measured()
    figures = [
        *commands.measured(full="--full" in sys.argv),
        *examples.measured(),
        *reference.measured(),
    ]
    text = readme.peers_table(beside) + "\n" + readme.figures_table(figures)
    print(text)  # noqa: T201 - printing is what it is for
    readme.write(Path(__file__).resolve().parents[3] / "README.md", text)


if __name__ == "__main__":
    main()
