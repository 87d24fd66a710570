"""The ids of examples: adds new ones to features/ids.toml, and removes none (``make pages``)."""

import json
from pathlib import Path

from ordertck.harness.edition import Edition, load

FILE = Path(__file__).resolve().parents[2] / "features" / "ids.toml"
_HEAD = """# Every id that an example ever had. Results, baselines and tickets refer to them, so none is removed.
# 'make pages' adds new ones; what an example is called since it was renamed stands below [renamed].
"""


def text(edition: Edition) -> str:
    """The file with every example of today in it."""
    ids = sorted(edition.ids.known | {str(example.id) for example in edition.examples})
    lines = [_HEAD + "examples = [", *(f"  {_quoted(name)}," for name in ids), "]", "", "[renamed]"]
    return "\n".join([*lines, *(f"{_quoted(old)} = {_quoted(new)}" for old, new in edition.ids.renamed.items())]) + "\n"


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


if __name__ == "__main__":
    FILE.write_text(text(load()), encoding="utf-8")
