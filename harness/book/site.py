"""The site: every page of the book written to a folder, so that it works from a file system as from a server."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from markupsafe import Markup

from ordertck import __version__
from ordertck.harness.book.chapters import Book, RulePage
from ordertck.harness.book.links import Links
from ordertck.harness.book.search_index import SEARCHED, search_index
from ordertck.harness.book.state_diagram import state_diagram
from ordertck.harness.contents import begins
from ordertck.harness.edition.account import Shown
from ordertck.harness.edition.register import Level
from ordertck.harness.errors import UsageError
from ordertck.harness.pages import pages_of
from ordertck.harness.pages.pages import anchor

INDEX, PRINTED = "index.js", "print.html"
# Pages that there is one of, and what the navigation calls them.
PLACES = {
    "index.html": "Rules",
    "tables.html": "Tables",
    "life-cycles.html": "Life cycles",
    "meetings.html": "Where rules meet",
    "questions.html": "Open questions",
    "vocabulary.html": "Profiles and switches",
    "glossary.html": "Glossary",
    "terms.html": "Terms",
    "proof.html": "Proof",
    "untested.html": "Not examined",
    PRINTED: "One page",
}
_PAGE = rb'(?s).{,400}<meta name="generator" content="ordertck">'
# The pages of areas and rules.
_OF_RULES = re.compile(r"[A-Z]{2}(-\d+)?\.html")


def write_site(book: Book, folder: Path) -> list[Path]:
    """Write every page; the files written. An older book in the folder is replaced once this one is whole.

    Raises ``UsageError`` where the folder holds something that is no book, or cannot be written.
    """
    check_folder(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder.resolve().parent, prefix=".ordertck-") as made:
            names = [_written(Path(made) / name, text) for name, text in contents(book)]
            folder.mkdir(exist_ok=True)
            for old in _pages_in(folder):
                if old.name not in names and _is_ours(old):
                    old.unlink()
            for name in names:
                shutil.move(Path(made) / name, folder / name)
    except OSError as problem:
        raise UsageError(
            f"the book cannot be written: {problem.strerror}", "name another with --output", folder
        ) from None
    return [folder / name for name in names]


def check_folder(folder: Path) -> None:
    """Whether a book may be written there. Raises ``UsageError``."""
    if folder.is_symlink() and not folder.exists():
        raise UsageError("a link that leads nowhere", "name another with --output", folder)
    if folder.exists() and not folder.is_dir():
        raise UsageError("the folder for the book is a file", "name another with --output", folder)
    if folder.is_dir() and any(folder.iterdir()):
        if not _is_ours(folder / "index.html"):
            raise UsageError("the folder holds something that is no book", "name another with --output", folder)
        if strange := sorted(page.name for page in _pages_in(folder) if not _is_ours(page)):
            told = f"the folder holds {strange[0]}, which is no page of the book"
            raise UsageError(told, "name another with --output", folder)


def _written(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    return file.name


def _pages_in(folder: Path) -> list[Path]:
    """What bears such a name as a page of the book; whatever else lies there is somebody's own."""
    return [file for file in folder.iterdir() if file.name in (*PLACES, INDEX) or _OF_RULES.fullmatch(file.name)]


def _is_ours(file: Path) -> bool:
    """Whether it is a file of a book, by what it begins with."""
    return begins(file, re.escape(SEARCHED.encode()) if file.name == INDEX else _PAGE)


def contents(book: Book) -> Iterator[tuple[str, str]]:
    """Each file of the site with its text."""
    yield INDEX, search_index(book)
    environment = pages_of("ordertck.harness.book")
    rules, questions = book.edition.register.rules, book.edition.ambiguities
    links = Links(rules, questions)
    environment.filters.update(linked=links.linked, address=links.to)
    environment.globals.update(
        book=book, edition=book.edition, places=PLACES, version=__version__, beside=INDEX, steps=_steps,
        anchors=_anchors, drawn=lambda cycle: state_diagram(cycle.table, f"Life cycle: {cycle.title}"),
        markdown=_markdown, printed=False, roles=lambda: _binding(book), levels=lambda: _levels(book),
    )  # fmt: skip
    for name in PLACES:
        if name != PRINTED:
            yield name, environment.get_template(f"{name}.jinja").render(here=name)
    chapter_page, rule_page = (
        environment.get_template("chapter.html.jinja"),
        environment.get_template("rule.html.jinja"),
    )
    for chapter in book.chapters:
        yield f"{chapter.area}.html", chapter_page.render(chapter=chapter, here="")
    neighbours: list[RulePage | None] = [None, *book.pages, None]
    for number, page in enumerate(book.pages):
        around = {"before": neighbours[number], "after": neighbours[number + 2]}
        yield f"{page.id}.html", rule_page.render(page=page, here="", **around)
    on_paper = Links(rules, questions, printed=True)
    environment.filters.update(linked=on_paper.linked, address=on_paper.to)
    environment.globals["printed"] = True
    yield PRINTED, environment.get_template(f"{PRINTED}.jinja").render(here=PRINTED)


def _steps(shown: Shown) -> list[dict[str, Any]]:
    """The steps of an example as the page kit shows them."""
    return [
        {"keyword": word, "text": step.text, "table": step.table, "docstring": step.docstring}
        for word, step in shown.steps
    ]


def _anchors(examples: list[Shown]) -> list[tuple[str, Shown]]:
    """Each example with the name of its place on the page of its rule."""
    seen: dict[str, int] = {}
    named = []
    for shown in examples:
        name = anchor(shown.title)
        seen[name] = seen.get(name, 0) + 1
        named.append((name if seen[name] == 1 else f"{name}-{seen[name]}", shown))
    return named


def _binding(book: Book) -> list[tuple[str, str, int]]:
    """What the filter by role offers: value, label and how many rules."""
    bound = [page.account.entry.binds or ("nobody",) for page in book.pages]
    return [(role, role, sum(role in binds for binds in bound)) for role in (*book.edition.vocabulary.roles, "nobody")]


def _levels(book: Book) -> list[tuple[str, str, int]]:
    told = [page.account.entry.level for page in book.pages]
    return [(level.value, level.value, told.count(level)) for level in Level]


def _markdown(text: str) -> Markup:
    """A page of the features folder as HTML; markup that somebody wrote in it stays text."""
    from markdown_it import MarkdownIt

    return Markup(MarkdownIt("commonmark", {"html": False}).enable("table").render(text))
