"""Pages from templates: escaped, self-contained, and shut against whatever a system under test may have said."""

import base64
import re
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ordertck.harness.text import printable

_KIT = "ordertck.harness.pages"
_ENDING = ".html.jinja"
Filter = Callable[..., Any]


def page(package: str, template: str, values: Mapping[str, Any], filters: Mapping[str, Filter] | None = None) -> str:
    """One page: ``template`` ("run.html.jinja") from the folder ``templates`` of a package, filled with ``values``.

    See ``pages_of``; whoever makes many pages asks for the environment once.
    """
    return pages_of(package, filters).get_template(template).render(values)


def pages_of(package: str, filters: Mapping[str, Filter] | None = None) -> Environment:
    """The templates of a package, and the kit's own beside them: ``base`` to extend, ``parts`` to import.

    Everything is escaped, what controls a terminal or turns a text round too; a value that is not there is an error;
    and the page's policy lets no script run but the one that ``base`` brings, so that no text of others can become more
    than a text. ``style`` and ``script`` are what ``base`` puts into the page, ``script_hash`` and ``style_hash`` how
    its policy names them.
    """
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader(_KIT)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    style, script = _asset("style.css"), _asset("search.js")
    environment.globals.update(
        style=Markup(style), script=Markup(script), style_hash=_hash(style), script_hash=_hash(script)
    )
    environment.filters.update({"anchor": anchor, **(filters or {})})
    return environment


def _shown(value: Any) -> Any:
    """A value as a template shows it; what was made for the page stays as it is."""
    return printable(value) if value.__class__ is str else value


def anchor(text: str) -> str:
    """A text as the id of a place in a page, so that links to it stay: letters and digits, joined by hyphens."""
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")


@cache
def _asset(name: str) -> str:
    """The text of a file of the kit's templates; nothing of others stands in it."""
    return resources.files(_KIT).joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """How a page's policy names what it allows (Content Security Policy, hash-source)."""
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode()
