"""What a map says in the kit's own words: fields that there are, and words that may stand in them."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ordertck.harness import schemas
from ordertck.harness.audit.faults import Fault
from ordertck.harness.audit.gaps import SORTS, places
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.names import Names, words_of
from ordertck.harness.text import a, nearest


def wrong_words(
    words: Mapping[str, Mapping[str, str]], kinds: Collection[str], names: Names, catalogue: Catalogue
) -> Iterator[Fault]:
    """Each table that no field of these kinds of message has, and each word that none can hold."""
    shapes: dict[str, list[Mapping[str, Any]]] = {}
    for kind in sorted(kinds):
        for name, shape in _fields(schemas.schema(kind)):
            shapes.setdefault(name, []).append(shape)
    for name, table in words.items():
        if name not in shapes:
            fields = ", ".join(sorted(shapes))
            remedy = f"did you mean [words.{near}]?" if (near := nearest(name, shapes)) else fields
            said = f"[words.{name}]: no message that the map makes has a field '{name}'"
            yield Fault(said, remedy if near else f"their fields are {fields}", ("words", name))
            continue
        known = _known(name, shapes[name], names, catalogue)
        for theirs, ours in table.items():
            if known is not None and ours and ours not in known:
                near = nearest(ours, known)
                remedy = f"did you mean '{near}'?" if near else f"it is one of {', '.join(sorted(known))}"
                wrong = f"[words.{name}] {theirs}: the kit knows no '{ours}' there"
                yield Fault(wrong, remedy, ("words", name, theirs))


def wrong_fields(kind: str, name: str, expression: str) -> Iterator[Fault]:
    """Where an expression makes objects, such as lines, each of their fields that a kind has not there."""
    whole = schemas.schema(kind)
    for path in places(name, expression):
        shape: Mapping[str, Any] = whole
        for at, step in enumerate(path.split("."), 1):
            if not (fields := _resolved(shape, whole).get("properties")):
                break
            if step not in fields:
                where = ".".join(path.split(".")[:at])
                near = nearest(step, fields)
                remedy = f"did you mean '{near}'?" if near else f"there are {', '.join(sorted(fields))}"
                yield Fault(f"{a(kind)} has no {where}", remedy)
                break
            shape = fields[step]


def _resolved(shape: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """The shape of an object, or of the objects in a list."""
    shape = shape.get("items", shape)
    return whole["$defs"][shape["$ref"].rpartition("/")[2]] if "$ref" in shape else shape


def _known(
    name: str, shapes: Collection[Mapping[str, Any]], names: Names, catalogue: Catalogue
) -> frozenset[str] | None:
    """The words that may stand in a field, in the kit's names or those of the map; None where any may."""
    closed = [shape.get("enum") for shape in shapes]
    allowed = {word for enum in closed for word in enum or () if isinstance(word, str)}
    if name in SORTS:
        words = words_of(catalogue)
        allowed.update(*(words[sort] for sort in SORTS[name]))
    elif None in closed:
        return None
    return frozenset({*allowed, *(names.everywhere.get(word, word) for word in allowed)})


def _fields(shape: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every field that a schema describes, at whichever depth."""
    if isinstance(shape, dict):
        properties = shape.get("properties", {})
        yield from ((name, of_field) for name, of_field in properties.items() if "const" not in of_field)
        for below in shape.values():
            yield from _fields(below)
    elif isinstance(shape, list):
        for below in shape:
            yield from _fields(below)
