"""What is installed with the kit is used by it, and every library has its reason written down."""

import re
import tomllib
from collections import defaultdict
from importlib.metadata import packages_distributions
from pathlib import Path

from ordertck.harness.tools.people import FILE, people

CHECKOUT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
# Used by a library of ours, which does without them only by half: jsonschema's dates, and uvicorn's reader.
BY_OTHERS = {"rfc3339-validator", "httptools"}


def names(requirements: list[object]) -> set[str]:
    """The distributions that are required, without their versions."""
    return {re.split(r"[<>=]", each)[0].lower() for each in requirements if isinstance(each, str)}


def test_what_is_installed_is_used() -> None:
    """Whoever installs the kit has each library on his machine, and its plugins in his pytest."""
    modules = defaultdict[str, set[str]](set)
    for module, found in packages_distributions().items():
        for distribution in found:
            modules[distribution.lower().replace("_", "-")].add(module)
    files = [file for folder in ("harness", "steps") for file in (CHECKOUT / folder).rglob("*.py")]
    shipped = [file.read_text(encoding="utf-8") for file in files if not {"tests", "tools"} & set(file.parts)]
    imported = set(re.findall(r"^ *(?:from|import) (\w+)", "\n".join(shipped), re.MULTILINE))
    assert {name for name in names(PROJECT["project"]["dependencies"]) if not modules[name] & imported} == BY_OTHERS


def test_each_library_has_its_reason() -> None:
    told = (CHECKOUT / "docs" / "decisions" / "0002-libraries.md").read_text(encoding="utf-8").lower()
    groups = PROJECT["dependency-groups"]
    known = names([*PROJECT["project"]["dependencies"], *groups["dev"], *groups["bench"]])
    assert not {name for name in known if name not in told and "types-" not in name and "-stubs" not in name}


def test_people_are_as_they_were_drawn() -> None:
    assert FILE.read_text(encoding="utf-8") == people()
