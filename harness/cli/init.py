"""ordertck init: writes a claims file and an adapter that runs, to start from."""

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

import click

from ordertck import data
from ordertck.harness.edition import Edition, load
from ordertck.harness.errors import UsageError
from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.messages.roles import USUAL
from ordertck.harness.sessions import SEPARATE, SHARED

_TEMPLATES = Path(__file__).resolve().parent / "templates"
FILES = ("claims.toml", "my_adapter.py")
_TABLE = "table.toml"
EXAMPLES = ("corner_shop", "village_desk")
# Means that no example asks for: they say how a run can be made.
_OF_EVERY_ROLE = frozenset({"renamed-catalogue", SHARED, SEPARATE})


@dataclass(frozen=True, slots=True)
class _Start:
    """What is claimed for the stand-in of a role, so that the first run gives verdicts."""

    name: str
    profiles: Collection[str]
    capabilities: Collection[str] = ()


def _start(role: str) -> _Start:
    return _Start(**tomllib.loads((_TEMPLATES / role / "start.toml").read_text(encoding="utf-8")))


def init(folder: Path, edition: Edition, force: bool = False, role: str = USUAL, http: bool = False) -> list[Path]:
    """Write the files for a system of this role into ``folder``, which is made where need be; the paths written.

    With ``http`` they are for a system that is posted to and polled. Raises ``UsageError``, and writes nothing, where
    one of them is there already and not to be replaced.
    """
    names = (FILES[0], _TABLE) if http else FILES
    paths = [folder / name for name in names]
    _require_free(paths, folder, force)
    claims, second = claims_for(role, edition), _TEMPLATES / role / names[1]
    if http:
        claims = re.sub(
            r"(?m)^adapter = .*$", f'adapter = "poll://{_TABLE}"       # the table beside this file', claims
        )
    texts = claims, second.read_text(encoding="utf-8")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise UsageError(f"cannot write there: {problem.strerror}", "name another folder", folder) from None
    return paths


def copied(example: str, folder: Path, force: bool = False) -> list[Path]:
    """Copy an example that the kit ships into ``folder``; the paths written, its claims first.

    Raises ``UsageError``, and writes nothing, where one of its files is there already and not to be replaced.
    """
    home = data("examples", example)
    files = sorted((file for file in home.rglob("*") if file.is_file()), key=lambda file: file != home / FILES[0])
    paths = [folder / file.relative_to(home) for file in files]
    _require_free(paths, folder, force)
    try:
        for file, path in zip(files, paths, strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.read_bytes())
    except OSError as problem:
        raise UsageError(f"cannot write there: {problem.strerror}", "name another folder", folder) from None
    return paths


def _require_free(paths: Iterable[Path], folder: Path, force: bool) -> None:
    if not force and (there := [path for path in paths if path.exists()]):
        raise UsageError(f"{', '.join(p.name for p in there)} would be overwritten", "use --force to replace", folder)


def claims_for(role: str, edition: Edition) -> str:
    """A claims file for a system of this role: every profile, capability and switch that has to do with the role."""
    start, words = _start(role), edition.vocabulary
    rules = {rule.id: rule for rule in edition.register.rules.values() if role in rule.binds}
    tags = frozenset[str]().union(*(example.tags for example in edition.examples if example.id.role == role))
    offers = {rule.capability for rule in rules.values()} | tags | _OF_EVERY_ROLE
    switched = {switch.name for tag, (switch, _) in words.switch_tags.items() if tag in tags}
    parts = {
        "name": start.name,
        "role": role,
        "profiles": _listed(
            ((p.name, p.title) for p in words.profiles.values() if p.rules & rules.keys()), start.profiles
        ),
        "capabilities": _listed(
            ((c.name, c.says) for c in words.capabilities.values() if c.name in offers), start.capabilities
        ),
        "scopes": _scopes(role, edition),
        "switches": "\n\n".join(
            f'# {switch.says}: {" or ".join(switch.values)}\n{switch.name} = "{switch.values[0]}"'
            for switch in words.switches.values()
            if switch.name in switched
        ),
    }
    return (_TEMPLATES / FILES[0]).read_text(encoding="utf-8").format(**parts)


def _scopes(role: str, edition: Edition) -> str:
    known = [(scope.name, scope.says) for scope in edition.vocabulary.scopes.values() if role in scope.roles]
    if not known:
        return ""
    head = "\n# Parts of the trade that your system does not have. Take away the # where it is so.\nleaves_out = [\n"
    return f"{head}{_listed(known, ())}\n]\n"


def _listed(known: Iterable[tuple[str, str]], claimed: Collection[str]) -> str:
    return "\n".join(f'    {"" if word in claimed else "# "}"{word}",  # {says}' for word, says in known)


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option(
    "--role",
    "roles",
    type=click.Choice(ROLES, case_sensitive=False),
    multiple=True,
    help="The part that your system plays.",
)
@click.option("--http", is_flag=True, help="It is posted to and polled over HTTP: a table in the place of an adapter.")
@click.option("--example", type=click.Choice(EXAMPLES), help="A whole example instead, in JavaScript.")
@click.option("--force", is_flag=True, help="Replace files that are there.")
def init_command(folder: Path, roles: tuple[str, ...], http: bool, example: str | None, force: bool) -> None:
    """Write a commented claims file and an adapter that runs into FOLDER (default: this one), to start from.

    With --http the second file is a table: the paths of a system over REST, and what is made of its replies. With
    --example the files are those of a small system that is examined as it is: corner_shop, an order system, or
    village_desk, a CRM.

    \b
    Examples:  ordertck init acme --role crm
               ordertck init shop --example corner_shop
    """
    if len(roles) > 1:
        advice = "begin with one in each of two folders, then name both in the claims of one"
        raise UsageError(f"an adapter to start from is for one role, not for {' and '.join(roles)}", advice)
    if example and (roles or http):
        too_much = "--role" if roles else "--http"
        raise UsageError("an example has its own role and its own adapter", f"leave out {too_much}, or --example")
    paths = copied(example, folder, force) if example else init(folder, load(), force, (*roles, USUAL)[0], http)
    for path in paths:
        click.echo(f"wrote {path}")
    click.echo(f"Next: ordertck check-adapter {quote(str(paths[0]))}")
