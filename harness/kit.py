"""The kit itself: which files made the verdicts, as one digest."""

import os
import tomllib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from ordertck import ROOT, __version__, data

# What judges: the sentences and their meaning, the shapes of messages, and everything that runs them.
_JUDGES = ("features", "fixtures", "harness", "schemas", "steps")
_ENDINGS = (".feature", ".json", ".py", ".toml")
# Tests and developers' tools are not in the wheel and judge nothing; the list of digests cannot hold its own.
_APART = ("harness/tests/", "harness/tools/", "fixtures/releases.toml")


@cache
def kit_digest() -> str:
    """One digest over every file of the kit that has a part in a verdict, by its path."""
    total = sha256()
    for name, file in _files():
        total.update(name.encode() + b"\0" + sha256(file.read_bytes()).digest())
    return "sha256:" + total.hexdigest()


@cache
def is_released() -> bool:
    """Whether the kit is, file by file, the one that was released under its version (fixtures/releases.toml)."""
    releases = tomllib.loads(data("fixtures", "releases.toml").read_text(encoding="utf-8"))
    return bool(releases.get("digests", {}).get(__version__) == kit_digest())


def _files() -> Iterator[tuple[str, Path]]:
    for folder in _JUDGES:
        home = (ROOT / folder).as_posix()
        found = (f"{where}/{file}".replace(os.sep, "/") for where, _, files in os.walk(home) for file in files)
        for file in sorted(found, key=lambda file: file.split("/")):
            name = folder + file[len(home) :]
            if name.endswith(_ENDINGS) and not name.startswith(_APART):
                yield name, Path(file)
