"""What the book's search looks through: every page and every place that has a name, with the words that stand there."""

import json
from collections.abc import Iterable, Iterator

from ordertck.harness.book.chapters import Book, RulePage
from ordertck.harness.book.links import QUESTIONS
from ordertck.harness.pages.pages import anchor

Entry = list[str]
SEARCHED = "window.searchIndex = "


def search_index(book: Book) -> str:
    """A script that sets ``window.searchIndex``: [title, address, words], which works where a page cannot fetch."""
    entries = json.dumps(list(_entries(book)), ensure_ascii=True, separators=(",", ":"))
    return f"{SEARCHED}{entries};\n"


def _entries(book: Book) -> Iterator[Entry]:
    edition = book.edition
    yield from (_rule(page) for chapter in book.chapters for page in chapter.pages)
    yield from ([f"{c.area}: {c.title}", f"{c.area}.html", _words(c.features)] for c in book.chapters)
    for table in edition.tables:
        yield [
            f"Table {table.number}: {table.title}",
            f"tables.html#table-{table.number}",
            _words(map(" ".join, table.rows)),
        ]
    for asked in edition.ambiguities.values():
        yield [
            f"{asked.id}: {asked.question}",
            f"{QUESTIONS}#{asked.id}",
            _words((asked.reading, asked.other, asked.kit)),
        ]
    words = edition.vocabulary
    for switch in words.switches.values():
        yield [f"switch {switch.name}", f"vocabulary.html#{anchor(switch.name)}", switch.says]
    for capability in words.capabilities.values():
        yield [f"capability {capability.name}", f"vocabulary.html#{anchor(capability.name)}", capability.says]
    for profile in words.profiles.values():
        yield [f"profile {profile.name}", f"vocabulary.html#{anchor(profile.name)}", profile.title]
    for mechanism in edition.mechanisms.known.values():
        yield [f"mechanism {mechanism.name}", "meetings.html#mechanisms", mechanism.says]
    for cycle in book.cycles:
        yield [f"Life cycle: {cycle.title}", f"life-cycles.html#{anchor(cycle.title)}", cycle.says]
    yield from ([f"{word}", f"glossary.html#{anchor(word)}", says] for word, says in book.glossary)


def _rule(page: RulePage) -> Entry:
    told = page.account
    texts = (told.entry.says, told.description, *dict.fromkeys(shown.title for shown in told.examples))
    return [f"{page.id} {told.sentence}", f"{page.id}.html", _words(texts)]


def _words(texts: Iterable[str]) -> str:
    """Texts in lines of their own: the one that was found is shown."""
    return "\n".join(" ".join(text.split()) for text in texts if text)
