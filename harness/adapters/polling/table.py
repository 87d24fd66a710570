"""The table of a system that is polled: which requests are made when, and what becomes of the replies."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jmespath.exceptions import JMESPathError

from ordertck.harness import schemas
from ordertck.harness.adapters.polling.expressions import Expression, PathTemplate, UnpairedBrace
from ordertck.harness.adapters.polling.soundness import require_sound
from ordertck.harness.claims_text import dates_as_text
from ordertck.harness.contents import text_in, toml_of
from ordertck.harness.errors import UsageError
from ordertck.harness.http_settings import address_in, filled_in
from ordertck.harness.messages import Edge

_METHODS = ("get", "post", "put", "patch", "delete")
# Replies by which a system refuses what it was asked for, where the table does not say otherwise.
_REFUSALS = (400, 409, 422)


@dataclass(frozen=True, slots=True)
class Entry:
    """One request of the table, and what is made of its reply.

    ``kind`` is the kind of message that it is made for, or that is told of it; ``place`` says where it stands, for
    errors. Empty where the table has nothing: ``method`` then, too.
    """

    place: str
    method: str = ""
    path: PathTemplate | None = None
    kind: str = ""
    edge: Edge | None = None
    each: Expression | None = None
    when: Expression | None = None
    body: Expression | None = None
    key: Expression | None = None
    priority: Expression | None = None
    own: Expression | None = None
    answer: str = ""
    reply: Expression | None = None
    missing: Expression | None = None
    refusal: Expression | None = None
    refused: tuple[int, ...] = _REFUSALS


@dataclass(frozen=True, slots=True)
class Table:
    """Everything that a file says of a system: see docs/polling.md.

    ``base`` stands before every path; ``every`` is how many seconds pass between two looks; ``idle`` says that the
    system does all its work before it replies. ``words`` are the system's words for some of the kit's, by table.
    """

    base: str
    every: float = 0.1
    idle: bool = False
    begin: tuple[Entry, ...] = ()
    deliver: tuple[Entry, ...] = ()
    poll: tuple[Entry, ...] = ()
    advance: Entry | None = None
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_table(file: Path) -> Table:
    """The table in a file. Raises ``UsageError`` that names the file, the place in it and the remedy."""
    content = _content(file)
    if not schemas.valid("poll-table", content):
        wrong = schemas.mistakes("poll-table", content)[0]
        place = ".".join(map(str, wrong.place)) or "the whole"
        raise UsageError(f"{place}: {wrong.text}", "see docs/polling.md", file)
    try:
        base = filled_in(content["base"]).rstrip("/")
    except UsageError as unset:
        raise UsageError(unset.problem.replace("the claims name", "the table names"), unset.remedy, file) from None
    if not re.match(r"https?://[^/?#]+", base):
        raise UsageError(f"base is no address: {base}", "say http://host:port", file)
    try:
        address_in(base)
    except ValueError as wrong:
        raise UsageError(f"base is no address: {wrong}", "say http://host:port", file) from None
    entries: dict[str, Any] = {
        name: tuple(_entry(shape, f"{name} {number}", file) for number, shape in enumerate(content.get(name, ()), 1))
        for name in ("begin", "deliver", "poll")
    }
    advance = _entry(content["advance"], "advance", file) if "advance" in content else None
    for entry in (*entries["begin"], *entries["deliver"], *entries["poll"], *([advance] if advance else ())):
        require_sound(entry, content.get("words", {}), file)
    plain: dict[str, Any] = {name: content[name] for name in ("every", "idle", "words") if name in content}
    return Table(base, **plain, advance=advance, **entries)


def _content(file: Path) -> dict[str, Any]:
    try:
        return dict(dates_as_text(toml_of(text_in(file), file)))
    except OSError as problem:
        remedy = "'adapter = \"poll://table.toml\"' names a file beside the claims"
        raise UsageError(f"cannot read the table: {problem.strerror}", remedy, file) from None
    except UnicodeDecodeError:
        raise UsageError("the table is not text in UTF-8", "save the file as UTF-8", file) from None


def _entry(shape: dict[str, Any], place: str, file: Path) -> Entry:
    place = f"{place} ({shape['kind']})" if "kind" in shape else place
    methods = [name for name in _METHODS if name in shape]
    if len(methods) != (0 if shape.get("ignore") else 1):
        remedy = "one of get, post, put, patch and delete names the path, or ignore = true does without"
        raise UsageError(f"{place} names not exactly one request", remedy, file)
    made: dict[str, Any] = {}
    for name in ("each", "when", "body", "key", "priority", "own", "reply", "missing", "refusal"):
        if name in shape:
            made[name] = _made(Expression, shape[name], f"{place}, {name}", file)
    if methods:
        made |= {"method": methods[0].upper(), "path": _made(PathTemplate, shape[methods[0]], place, file)}
    made |= {name: shape[name] for name in ("kind", "answer") if name in shape}
    if "edge" in shape:
        made["edge"] = Edge(shape["edge"])
    if "refused" in shape:
        made["refused"] = tuple(shape["refused"])
    return Entry(place, **made)


def _made(make: Any, text: str, place: str, file: Path) -> Any:
    try:
        return make(text, place)
    except UnpairedBrace:
        said = f"{place}: '{text}' has a brace without its counterpart"
        raise UsageError(said, "an expression stands in a pair: {body.line}", file) from None
    except JMESPathError as problem:
        column = getattr(problem, "lex_position", None)
        where = "" if column is None else f", from character {column + 1} on"
        raise UsageError(f"{place}: '{text}' is no JMESPath{where}", "see https://jmespath.org", file) from None
