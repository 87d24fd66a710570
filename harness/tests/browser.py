"""Pages in a real browser: what one sees, what a program that reads aloud finds, what leaves the page, what prints."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIETLY = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
# A sheet of A4 within its margins, a phone that is held upright, in the pixels of a page.
PAPER, PHONE, DESK = 718, 375, 1280
# Elements that are wider than the page, where they cannot be scrolled.
_CUT = """() => [...document.querySelectorAll('table, pre, svg, p, h1, h2, h3, li')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A headless Chromium of this machine. Where there is none, the test is skipped, and fails in CI."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        told = "no Chromium on the PATH: harness/tools/browser.sh installs it"
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
    with sync_playwright() as started:
        yield started.chromium.launch(executable_path=program, args=list(_QUIETLY))


@dataclass
class Looking:
    """Opens pages; what went wrong in any of them, and what any of them asked for, is noted."""

    browser: "Browser"
    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    pages: "list[Page]" = field(default_factory=list)

    def __call__(self, file: Path, place: str = "", width: int = DESK, **how: Any) -> "Page":
        """The page of a file, in a window of its own, so many pixels wide."""
        page = self.browser.new_page(viewport={"width": width, "height": 900}, **how)
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(file.resolve().as_uri() + place)
        self.pages.append(page)
        return page


@pytest.fixture
def look(browser: "Browser") -> Iterator[Looking]:
    """Opens files as pages. Afterwards nothing may have gone wrong in them, nor been asked for elsewhere."""
    looking = Looking(browser)
    yield looking
    for page in looking.pages:
        page.close()
    assert looking.errors == []
    assert [address for address in looking.asked if not address.startswith(("file:", "data:"))] == []


def barriers(page: "Page") -> list[str]:
    """What keeps people from using a page, as axe-core finds it: serious and critical findings."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found if v["impact"] in ("serious", "critical")]


def cut(page: "Page", paper: bool = False) -> list[str]:
    """What stands beyond the edge of the page, on ``paper`` or on the screen."""
    page.emulate_media(media="print" if paper else "screen")
    too_wide: list[str] = page.evaluate(_CUT) if paper else []
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return too_wide + (["the page itself is wider than its window"] if wide else [])
