"""The page on how the kit is built names every room of the harness, and nothing that is not there."""

import re
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
HARNESS = CHECKOUT / "harness"
PAGE = (CHECKOUT / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_every_room_has_a_row() -> None:
    packages = {path.parent.name for path in HARNESS.glob("*/__init__.py")} - {"tests"}
    modules = {path.name for path in HARNESS.glob("*.py")} - {"__init__.py"}
    cells = re.findall(r"^\| (.*?) \|", PAGE.partition("## The rooms")[2].partition("\n## ")[0], re.MULTILINE)
    assert set(re.findall(r"`(.+?)`", " ".join(cells))) == packages | modules


def test_every_file_that_is_named_is_there() -> None:
    """Roles that do not exist yet are in capitals."""
    named = {path.rstrip("/") for path in re.findall(r"`([a-z_]+/[a-z_/.]*)`", PAGE)}
    assert "adapters/connect.py" in named
    assert not [path for path in named if not (HARNESS / path).exists() and not (CHECKOUT / path).exists()]


def test_every_decision_is_listed() -> None:
    decisions = CHECKOUT / "docs" / "decisions"
    index = (decisions / "README.md").read_text(encoding="utf-8")
    assert not [file.name for file in decisions.glob("0*.md") if f"({file.name})" not in index]
