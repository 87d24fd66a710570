"""The rule book: every rule has its page, every link leads somewhere, and people find, read and print it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from ordertck.harness.book import site as site_module
from ordertck.harness.book.chapters import Book, book_of
from ordertck.harness.book.cycles import CYCLES, Cycle
from ordertck.harness.book.links import Links
from ordertck.harness.book.site import PLACES, PRINTED, write_site
from ordertck.harness.book.state_diagram import state_diagram
from ordertck.harness.errors import UsageError
from ordertck.harness.proof.registry import known_systems
from ordertck.harness.reports.results import as_bytes, results
from ordertck.harness.reports.saved import run_in
from ordertck.harness.tests.browser import PAPER, PHONE, Looking, barriers, cut
from ordertck.harness.tests.by_hand import OMS, by_hand
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import EDITION

HOSTILE = "</script><img src=x onerror=alert(1)> \x1b[31m"


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a proof printed that ran one wrong system, which was caught, and one null system."""
    wrong = next(known for known in known_systems() if "PL-09" in known.breaks)
    told = {
        "full": False, "systems": 2, "objections": [], "proven": True, "null_systems": {"oms/mute": ["PR-01"]},
        "rules": [{"rule": "PL-09", "role": wrong.role, "present": [wrong.name], "caught": [wrong.name]}],
    }  # fmt: skip
    file = tmp_path_factory.mktemp("proof") / "proof.json"
    file.write_text(json.dumps(told))
    return file


@pytest.fixture(scope="module")
def book(proof: Path) -> Book:
    """The book with a run of a system that nobody wishes to meet, and a proof."""
    run = by_hand(claims=replace(OMS, name=HOSTILE))
    return book_of(EDITION, [run_in(as_bytes(results([run])), Path("results.json"))], proof)


@pytest.fixture(scope="module")
def site(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site in a folder."""
    folder = tmp_path_factory.mktemp("book") / "site"
    write_site(book, folder)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> "dict[str, html.HtmlElement]":
    """Every page of the site as a tree."""
    return {file.name: html.document_fromstring(file.read_bytes()) for file in site.glob("*.html")}


def test_every_rule_has_its_page(book: Book, pages: "dict[str, html.HtmlElement]") -> None:
    """Named by its id, with its sentence, every example, and every wrong system that breaks it."""
    assert [page.id for page in book.pages] == list(EDITION.register.rules)
    for page in book.pages:
        text = pages[f"{page.id}.html"].text_content()
        assert page.account.sentence in text
        assert all(shown.title in text for shown in page.account.examples)
        assert all(system.name in text for system in page.wrong)
    assert sum(len(page.own) + len(page.meetings) for page in book.pages) == len(
        {example.location for example in EDITION.examples}
    )


def test_every_link_leads_somewhere(site: Path, pages: "dict[str, html.HtmlElement]") -> None:
    """To a page that is there, and to a place on it that is there; nothing is fetched from elsewhere."""
    places = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    for name, page in pages.items():
        assert len(page.xpath("//@id")) == len(places[name]), name
        for link in page.xpath("//a/@href"):
            file, _, place = str(link).partition("#")
            assert (file or name) in places, (name, link)
            assert not place or place in places[file or name], (name, link)
        assert set(page.xpath("//script/@src")) <= {"index.js"}
    index = json.loads((site / "index.js").read_text().removeprefix("window.searchIndex = ").rstrip(";\n"))
    for _, address, _ in index:
        file, _, place = address.partition("#")
        assert not place or place in places[file], address
    assert set(PLACES) < set(places)


def test_the_tables_are_those_of_the_features() -> None:
    """Each row of tables 8-2 to 8-4 stands in an example of the rules that are named; table 8-5 is the catalogue's."""
    tables = {table.number: table for table in EDITION.tables}
    assert set(tables) == {"8-1", "8-2", "8-3", "8-4", "8-5"}
    for number in ("8-2", "8-3", "8-4"):
        table = tables[number]
        shown = [
            dict(zip(step.table[0], row, strict=True))
            for rule in table.rules for example in EDITION.examples_of[rule] for step in example.steps if step.table
            for row in step.table[1:]
        ]  # fmt: skip
        for cells in table.rows:
            wanted = dict(zip(table.head, cells, strict=True))
            assert any(wanted.items() <= row.items() for row in shown), (number, wanted)
    assert list(tables["8-5"].rows) == [(name, str(level)) for name, level in EDITION.catalogue.priorities.items()]
    assert all(rule in EDITION.register.rules for table in tables.values() for rule in table.rules)


@pytest.mark.parametrize("cycle", CYCLES, ids=lambda cycle: cycle.title)
def test_a_drawing_has_every_state_and_way(cycle: Cycle) -> None:
    """A box a state, an arrow a way, and one where it begins."""
    drawn = str(state_diagram(cycle.table, cycle.title))
    assert drawn.count("<text ") == len(cycle.table)
    assert drawn.count('class="head"') == 2 + sum(map(len, cycle.table.values()))  # and the dot where it begins


def test_links_in_texts() -> None:
    """Ids become links, backticks code, everything else stays text."""
    links = Links(["PL-09", "PL-10"], ["A-15"])
    told = links.linked("PL-09, PL-10 & `no_header_pl` <b> (A-15; A-99)", "PL-10")
    assert told == (
        '<a href="PL-09.html">PL-09</a>, PL-10 &amp; <code>no_header_pl</code> &lt;b&gt; '
        '(<a href="questions.html#A-15">A-15</a>; A-99)'
    )
    assert Links(["PL-09"], [], printed=True).to("PL-09") == "#PL-09"


def test_what_runs_and_a_proof_found(site: Path) -> None:
    """It stands on the page of the rule; whatever a system is called is text."""
    text = (site / "PL-09.html").read_text()
    assert "<img" not in text
    shown = "".join(map(str, html.fromstring(text).itertext()))
    assert "failed 1/2" in " ".join(shown.split())
    assert "1 of 1 were caught" in shown
    assert "PR-01" in (site / "proof.html").read_text()


def test_people_find_a_rule(site: Path, look: Looking) -> None:
    """From any page of the file system, by words and by its id."""
    page = look(site / "glossary.html")
    page.keyboard.press("/")
    page.keyboard.type("blank line header price")
    assert "PL-09" in page.locator("[data-results]").inner_text()
    page.fill("#find", "removing requested dates")
    first = page.locator("[data-results] li").first.inner_text()
    assert first.startswith("DD-03"), "its words meet in the title of an example, in other forms"
    assert first.splitlines()[1:] == ["When the requested date is removed, work begins at once"]
    page.fill("#find", "pl-09")
    page.locator("[data-results] a").first.click()
    assert page.locator("h1").inner_text().startswith("PL-09")
    page.fill("#find", "no such words")
    assert page.locator("[data-found]").inner_text() == "Nothing was found."
    rules = look(site / "index.html")
    for role in ("crm", "integration", "som", "nobody"):
        rules.get_by_role("checkbox", name=role).uncheck()
    bound = sum("oms" in rule.binds for rule in EDITION.register.rules.values())
    assert rules.locator("#rules tr[data-item]:visible").count() == bound


@pytest.mark.parametrize("name", ["PL-09", "life-cycles", "terms"])
def test_pages_keep_nobody_out(name: str, site: Path, look: Looking) -> None:
    """No serious barrier, and nothing wider than a phone."""
    page = look(site / f"{name}.html", width=PHONE)
    assert barriers(page) == []
    assert cut(page) == []


def test_long_pages_fit_on_a_phone(site: Path, look: Looking) -> None:
    """What is too wide can be scrolled by itself."""
    for name in ("meetings", "proof", "vocabulary"):
        assert cut(look(site / f"{name}.html", width=PHONE)) == []


def test_the_book_on_paper(site: Path, look: Looking) -> None:
    """All rules on one page, with no table cut off."""
    page = look(site / PRINTED, width=PAPER)
    assert page.locator("section[id]").count() == len(EDITION.register.rules) + len(EDITION.ambiguities)
    assert cut(page, paper=True) == []


def test_the_command(ordertck: Terminal, tmp_path: Path) -> None:
    """It refuses what is no book's folder, before anything is written."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("")
    (tmp_path / "file").write_text("")
    (tmp_path / "proof.json").write_text("{}")
    (tmp_path / "loop").symlink_to("loop")
    for words, why in (
        (("-o", "notes"), "the folder holds something that is no book"),
        (("-o", "file"), "the folder for the book is a file"),
        (("-o", "loop"), "a link that leads nowhere"),
        (("--run", "nowhere"), "nowhere: no report is there"),
        (("--proof", "none.json"), "none.json: no proof is there"),
        (("--proof", "proof.json"), "proof.json: no proof: "),
    ):
        done = ordertck("book", *words)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert why in done.err
    assert not (tmp_path / "ordertck-book").exists()


def test_where_to_begin_to_read_is_told(ordertck: Terminal, tmp_path: Path) -> None:
    done = ordertck("book", "-o", "site")
    assert (done.code, done.err) == (0, "")
    rules, pages = len(EDITION.register.rules), len(list((tmp_path / "site").rglob("*.html")))
    assert done.out == f"site: {rules} rules on {pages} pages; begin with {Path('site', 'index.html')}\n"


def test_an_older_book_is_replaced(book: Book, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is no more goes; what is no book stays."""
    page = (site / "index.html").read_text()
    (tmp_path / "index.html").write_text(page)
    (tmp_path / "ZZ-01.html").write_text(page)
    monkeypatch.setattr(site_module, "contents", lambda _: iter([("index.html", page)]))
    write_site(book, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["index.html"]
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(UsageError, match="no book"):
        write_site(book, tmp_path)


def test_a_book_touches_nothing_that_is_not_its_own(
    book: Book, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages of somebody's own, a report among them, stay; one that stands where a page would is told."""
    page = (site / "index.html").read_text()
    for name, text in {"index.html": page, "PL-09.html": page, "notes.html": "mine", "report.html": page}.items():
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(site_module, "contents", lambda _: iter([("index.html", page)]))
    write_site(book, tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {"index.html", "notes.html", "report.html"}
    (tmp_path / "PL.html").write_text("mine")
    with pytest.raises(UsageError, match=r"holds PL\.html, which is no page of the book"):
        write_site(book, tmp_path)


def test_a_book_that_cannot_be_written_leaves_the_older_one(
    book: Book, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    page = (site / "index.html").read_text()
    (folder / "index.html").write_text(page)

    def full(_: Book) -> Iterator[tuple[str, str]]:
        yield "index.html", "half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(site_module, "contents", full)
    with pytest.raises(UsageError, match="cannot be written: No space left"):
        write_site(book, folder)
    assert [(file.name, file.read_text()) for file in folder.iterdir()] == [("index.html", page)]
    assert [entry.name for entry in tmp_path.iterdir()] == ["book"]
