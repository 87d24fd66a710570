"""The page kit: what stands in every page that is made with it, the report and the rule book alike."""

from pathlib import Path

import pytest

from ordertck.harness.pages import pages_of, svg
from ordertck.harness.tests.browser import PAPER, PHONE, Looking, barriers, cut

HOSTILE = "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>\x1b[2J\u202e"
PAGE = """{% extends "base.html.jinja" %}{% import "parts.html.jinja" as parts %}
{% block title %}{{ hostile }}{% endblock %}
{% block nav %}<nav aria-label="Places"><ul><li><a href="#PL-09">PL-09</a></li></ul></nav>{% endblock %}
{% block main %}<h1>{{ hostile }}</h1>
<div class="controls">{{ parts.search("#list") }}{{ parts.filter("#list", "verdict", "Verdict", choices) }}</div>
{{ parts.shown("#list") }}
<div id="list">{% for id, verdict in rules %}
<details data-item data-verdict="{{ verdict }}" id="{{ id }}"><summary>{{ id }} {{ parts.verdict(verdict) }}</summary>
<div class="inside">{{ parts.steps(steps) }}{{ drawn }}</div></details>{% endfor %}</div>
{{ parts.bar(counts, "Examples") }}{{ parts.facts([("a", hostile), ("b", "")]) }}{% endblock %}
{% block foot %}made by hand{% endblock %}"""
STEPS = [
    {"keyword": "Given", "text": "an order", "result": "passed", "table": [["product", "x" * 40]] * 3, "docstring": ""},
    {"keyword": "Then", "text": HOSTILE, "result": "failed", "table": None, "docstring": "said\n" + "y" * 300},
]
ARROWS = [svg.Arrow("system", "billing", HOSTILE, "heard", "3"), svg.Arrow("kit CRM", "system", "order", "told")]
RULES = (("PL-09", "passed"), ("PL-10", "failed"), ("AC-01", "passed"))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with each part of the kit, filled with what nobody would like to see."""
    file = tmp_path_factory.mktemp("pages") / "page.html"
    template = pages_of("ordertck.harness.pages").from_string(PAGE)
    text = template.render(
        hostile=HOSTILE,
        rules=RULES,
        steps=STEPS,
        counts=[("passed", 2), ("failed", 1)],
        choices=[("passed", "passed", 2), ("failed", "failed", 1)],
        drawn=svg.sequence(["kit CRM", "system", "billing"], ARROWS, HOSTILE),
    )
    file.write_text(text, encoding="utf-8")
    return file


def test_a_page_is_found_through_by_words_ids_and_filters(page: Path, look: Looking) -> None:
    """Search and filters narrow the same list; the count of what is left is told."""
    seen = look(page)
    shown = seen.locator("[data-item]:visible")
    assert shown.count() == 3
    seen.keyboard.press("/")
    seen.keyboard.type("pl-1")
    assert shown.all_inner_texts()[0].startswith("PL-10")
    assert seen.locator("[data-shown]").inner_text() == "1 of 3 shown"
    seen.keyboard.press("Escape")
    seen.get_by_role("checkbox", name="passed").uncheck()
    assert shown.count() == 1
    there = look(page, "#AC-01")
    assert there.locator("#AC-01").get_attribute("open") is not None


def test_hostile_text_is_text(page: Path, look: Looking) -> None:
    """Markup of others is shown as it was written, and runs nowhere."""
    seen = look(page)
    assert seen.locator("h1").inner_text().startswith("</script></style><script>alert(1)")
    assert seen.locator("img").count() == 0
    assert seen.locator("script").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out(page: Path, look: Looking, scheme: str) -> None:
    """axe-core finds no serious barrier, in light and in dark, everything opened."""
    seen = look(page, color_scheme=scheme)
    seen.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert barriers(seen) == []


def test_pages_fit_on_paper_and_on_a_phone(page: Path, look: Looking) -> None:
    """Nothing is cut off at the right."""
    for width, paper in ((PAPER, True), (PHONE, False)):
        seen = look(page, width=width)
        seen.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert cut(seen, paper) == []


def test_nothing_of_others_controls_or_turns_the_text() -> None:
    """Whoever copies from a page into a terminal gets what he sees."""
    template = pages_of("ordertck.harness.pages").from_string("{{ hostile }}")
    assert template.render(hostile="a\x1b[2J\u202eb\n<c>") == "a\\x1b[2J\\u202eb\n&lt;c&gt;"
