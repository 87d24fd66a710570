"""What the documents tell people to do and to open is there: commands with their options, make's targets, links."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from ordertck.harness.cli.main import ordertck as cli
from ordertck.harness.proof.registry import known_systems
from ordertck.harness.tests.support import EDITION, REPOSITORY

_FOLDERS = ("docs", "features", "examples", "fixtures")
PAGES = sorted(
    page
    for page in (*REPOSITORY.glob("*.md"), *(p for folder in _FOLDERS for p in (REPOSITORY / folder).rglob("*.md")))
    if "node_modules" not in page.parts
)
_COMMAND = re.compile(r"(?:`|\$ |^\s*|')ordertck ([a-z][^`\n'#|>]*)", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"```.*?```", re.DOTALL)


def commands(page: str) -> Iterator[list[str]]:
    """The words behind ``ordertck`` of each command on a page."""
    for found in _COMMAND.finditer(page):
        yield shlex.split(found[1].replace("…", "").rstrip(" .;,)&"))


def anchors(page: Path) -> set[str]:
    """What a link to a page may name behind #."""
    headings = re.findall(r"^#+ (.*)$", _CODE.sub("", page.read_text()), re.MULTILINE)
    plain = (re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).replace("`", "") for heading in headings)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_each_command_is_there_with_its_options(page: Path) -> None:
    """So that nobody copies one that is refused."""
    require_commands(page.read_text())


@pytest.mark.parametrize("command", [None, *cli.list_commands(click.Context(cli))])
def test_so_is_each_command_of_a_help_text(command: str | None) -> None:
    """With the known systems that it names."""
    shown = cli.get_command(click.Context(cli), command) if command else cli
    assert shown is not None
    text = (shown.help or "").replace("Examples:", "").replace("Example:", "")
    require_commands(text)
    systems = {f"{system.role}/{system.name}" for system in known_systems()}
    for named in re.findall(r"\b(?:oms|crm|integration|som)/[a-z-]+", text):
        assert any(system.startswith(named) for system in systems), named


@pytest.mark.parametrize("command", cli.list_commands(click.Context(cli)))
def test_a_help_text_says_what_is_meant_where_nothing_is_named(command: str) -> None:
    """Of every argument that has a default."""
    shown = cli.get_command(click.Context(cli), command)
    assert shown is not None
    for parameter in shown.params:
        if isinstance(parameter, click.Argument) and isinstance(parameter.default, (str, Path)):
            default = "this one" if str(parameter.default) == "." else str(parameter.default)
            assert f"(default: {default})" in " ".join((shown.help or "").split()), parameter.name


def require_commands(page: str) -> None:
    """Fail for a command that is not there, or has not such an option."""
    context = click.Context(cli)
    for name, *words in filter(None, commands(page)):
        command = cli.get_command(context, name)
        assert command is not None, name
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert not [w for w in words if re.match(r"--?[a-z]", w) and w.partition("=")[0] not in known], (name, words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_each_link_leads_somewhere(page: Path) -> None:
    """To a file of the repository, and to a heading of it where one is named."""
    for link in _LINK.findall(_CODE.sub("", page.read_text())):
        if re.match("[a-z]+:", link):
            continue
        name, _, heading = link.partition("#")
        leads_to = (page.parent / name).resolve() if name else page
        assert leads_to.exists(), link
        assert not heading or leads_to.suffix != ".md" or heading in anchors(leads_to), link


def test_each_target_of_make_is_there() -> None:
    """Those that stand as code."""
    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:`|\$ )make ([a-z]+)", page.read_text()))
        assert named <= targets, page


@pytest.mark.parametrize(
    ("page", "said", "file"),
    [
        ("docs/adapters.md", r"`examples/corner_shop`\s+\([^,]*, {} lines", "corner_shop/adapter.mjs"),
        ("docs/adapters.md", r"`examples/village_desk`\s+\([^,]*, {} lines", "village_desk/adapter.mjs"),
        ("docs/desk.md", r"`examples/village_desk/desk.mjs`, {} lines", "village_desk/desk.mjs"),
        ("docs/desk.md", r"`adapter\.mjs` beside it, with the table, has {} lines", "village_desk/adapter.mjs"),
        ("examples/village_desk/README.md", r"an adapter of {} lines", "village_desk/adapter.mjs"),
        ("examples/village_desk/README.md", r"`adapter.mjs` \| {} \|", "village_desk/adapter.mjs"),
        ("examples/village_desk/README.md", r"`desk.mjs` \| {} \|", "village_desk/desk.mjs"),
        ("examples/village_desk/README.md", r"`village_desk.mjs` \| {} \|", "village_desk/village_desk.mjs"),
    ],
)
def test_lengths_of_the_examples(page: str, said: str, file: str) -> None:
    """Vendors are told how short an adapter is."""
    lines = len((REPOSITORY / "examples" / file).read_text().splitlines())
    assert re.search(said.format(lines), (REPOSITORY / page).read_text()), lines


def test_how_many_rules_there_are() -> None:
    """README says it of the register."""
    assert f"All {len(EDITION.register.rules)} rules of the documents" in (REPOSITORY / "README.md").read_text()
