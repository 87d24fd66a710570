"""ordertck docs: the pages of documentation that came with the kit."""

from pathlib import Path

import click

from ordertck import data
from ordertck.harness.errors import UsageError
from ordertck.harness.text import nearest

# Below it stand the forms of messages and files; there are too many of them for the list of pages.
_FORMS = "schemas/"


@click.command("docs")
@click.argument("page", required=False)
def docs_command(page: str | None) -> None:
    """Print a PAGE of the documentation, or list the pages.

    Messages of the kit name pages as 'docs/claims.md'; this shows them where no checkout is at hand, and the
    pages that stand beside features, catalogue and examples. So it does with what pages refer to: the form of each
    message and file, and the words that claims are made of.

    \b
    Example:  ordertck docs claims
              ordertck docs features/GLOSSARY.md
              ordertck docs decisions/0022
              ordertck docs schemas/sales-order
              ordertck docs features/vocabulary
    """
    pages = _pages()
    if page is None:
        for name, file in pages.items():
            if not name.startswith(("decisions/", _FORMS)):
                click.echo(f"{name:<32}{_heading(file)}")
        click.echo(f"{_FORMS:<32}The form of each message and file, by its name: 'ordertck docs schemas' lists them")
        return
    wanted = page.removeprefix("docs/").rstrip("/").lower()
    for ending in (".md", ".json", ".toml", "/readme"):
        wanted = wanted.removesuffix(ending)
    if f"{wanted}/" == _FORMS:
        click.echo("\n".join(name for name in pages if name.startswith(_FORMS)))
        return
    begins = [name for name in pages if _is_meant(name, wanted)]
    if not begins:
        near = nearest(wanted, pages)
        remedy = f"did you mean '{near}'?" if near else "'ordertck docs' lists the pages"
        raise UsageError(f"there is no page '{page}'", remedy)
    click.echo(pages[begins[0]].read_text(encoding="utf-8"), nl=False)


def _is_meant(name: str, wanted: str) -> bool:
    """Whether a page is the one that is asked for, by its whole name or the last part, or by a decision's number."""
    if name.startswith(_FORMS):
        return wanted == name
    return any(wanted == each or each.startswith(f"{wanted}-") for each in (name, name.rpartition("/")[2]))


def _pages() -> dict[str, Path]:
    """Every page by its name: its path below docs/, or with the folder that it stands in, in small letters.

    The README of a folder goes by the folder's name.
    """
    named = dict[str, Path]()
    for folder in ("docs", "features", "fixtures", "examples"):
        home = data(folder) if folder == "docs" else data()
        for file in sorted(data(folder).rglob("*.md")):
            name = file.relative_to(home).with_suffix("").as_posix().lower().removesuffix("/readme")
            named[name] = file
    named["features/vocabulary"] = data("features", "vocabulary.toml")
    return named | {f"{_FORMS}{file.stem}": file for file in sorted(data("schemas").glob("*.json"))}


def _heading(file: Path) -> str:
    return file.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ").partition(". ")[0]
