"""Links in the book: ids of rules and of open questions that stand in a text lead to where they are told."""

import re
from collections.abc import Collection

from markupsafe import Markup, escape

_IDS = re.compile(r"\b(?:[A-Z]{2}|A)-\d{2}\b|`(?P<code>[^`]+)`")
QUESTIONS = "questions.html"


class Links:
    """Where things are told: pages of their own in the site, places of the one page where the book is ``printed``."""

    def __init__(self, rules: Collection[str], questions: Collection[str], printed: bool = False) -> None:
        self._rules, self._questions, self._printed = frozenset(rules), frozenset(questions), printed

    def to(self, name: str) -> str:
        """The address of a rule or of an open question; empty for what is neither."""
        if name in self._rules:
            return f"#{name}" if self._printed else f"{name}.html"
        if name in self._questions:
            return f"#{name}" if self._printed else f"{QUESTIONS}#{name}"
        return ""

    def linked(self, text: str, but: str = "") -> Markup:
        """A text, escaped, in which every id is a link, except for the one that the page is about (``but``).

        What stands between backticks is code.
        """
        parts: list[str] = []
        done = 0
        for found in _IDS.finditer(text):
            address = self.to(found[0]) if found[0] != but else ""
            if address or found["code"]:
                link = Markup('<a href="{}">{}</a>').format(address, found[0])
                code = Markup("<code>{}</code>").format(found["code"])
                parts += [escape(text[done : found.start()]), code if found["code"] else link]
                done = found.end()
        return Markup("").join([*parts, escape(text[done:])])
