"""ordertck docs: the pages of documentation that came with the kit."""

import difflib
from pathlib import Path

import click

from ordertck import data
from ordertck.harness.errors import UsageError


@click.command("docs")
@click.argument("page", required=False)
def docs_command(page: str | None) -> None:
    """Print a PAGE of the documentation, or list the pages.

    Messages of the kit name pages as 'docs/claims.md'; this shows them where no checkout is at hand.

    \b
    Example:  ordertck docs claims
              ordertck docs decisions/0022
    """
    pages = _pages()
    if page is None:
        for name, file in pages.items():
            if "/" not in name:
                click.echo(f"{name:<16}{_heading(file)}")
        click.echo(f"{'decisions':<16}What was decided and why; 'ordertck docs decisions' lists the decisions")
        return
    wanted = page.removeprefix("docs/").removesuffix(".md")
    wanted = "decisions/README" if wanted == "decisions" else wanted
    begins = [name for name in pages if name == wanted or name.startswith(f"{wanted}-")]
    if not begins:
        near = difflib.get_close_matches(wanted, pages, 1)
        remedy = f"did you mean '{near[0]}'?" if near else "'ordertck docs' lists the pages"
        raise UsageError(f"there is no page '{page}'", remedy)
    click.echo(pages[begins[0]].read_text(encoding="utf-8"), nl=False)


def _pages() -> dict[str, Path]:
    """Every page by its name, which is its path below docs/ without the ending."""
    folder = data("docs")
    return {file.relative_to(folder).with_suffix("").as_posix(): file for file in sorted(folder.rglob("*.md"))}


def _heading(file: Path) -> str:
    return file.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
