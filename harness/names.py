"""Names: which of the kit's words a system may have its own for, and messages put into these and back."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from json import dumps
from types import MappingProxyType
from typing import Any

from ordertck.harness import schemas
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import ACTIONS, AssetStatus, Edge, Message, Milestone, Status, replace
from ordertck.harness.text import nearest
from ordertck.harness.values import SAME, Values

_NONE: Mapping[str, str] = MappingProxyType({})


class Sort(StrEnum):
    """Words of one sort stand in the same fields, so that no two of them may have one name."""

    ORDER = "status of an order"
    LINE = "status of a line"
    MILESTONE = "milestone"
    PRODUCT = "product"
    PRICE_LIST = "price list"
    RATE_PLAN = "rate plan"
    SUBJECT = "kind of product"
    ACTION = "action"
    PRIORITY = "priority"
    TARGET = "provisioning system"
    OFFICE = "back-office system"
    WORKFLOW = "workflow"
    TICKET = "ticket type"
    CATEGORY = "category of an order"
    BUTTON = "button"
    CHECK = "check"
    OUTCOME = "outcome of a check"


_EVERYWHERE = {
    "product": Sort.PRODUCT,
    "price_list": Sort.PRICE_LIST,
    "rate_plan": Sort.RATE_PLAN,
    "subject": Sort.SUBJECT,
    "priority": Sort.PRIORITY,
}
# Which sort of word stands in which field: of the body, of its lines, and of what a desk or a back office is shown.
# A field that its schema closes (effect, phase, outcome of an answer ...) is the kit's own and has no other names.
_BODY = {
    **_EVERYWHERE,
    "status": Sort.ORDER,
    "target": Sort.TARGET,
    "system": Sort.OFFICE,
    "workflow": Sort.WORKFLOW,
}
_LINE = {**_EVERYWHERE, "action": Sort.ACTION, "status": Sort.LINE, "milestone": Sort.MILESTONE}
_SHOWN = {
    **_EVERYWHERE,
    "action": Sort.ACTION,
    "type": Sort.TICKET,
    "category": Sort.CATEGORY,
    "button": Sort.BUTTON,
    "check": Sort.CHECK,
    "outcome": Sort.OUTCOME,
}
_WORK = frozenset({"billing-update", "provisioning-update"})
_SOLD = frozenset({Sort.PRODUCT, Sort.PRICE_LIST, Sort.RATE_PLAN})
_CATALOGUES = _SOLD | {Sort.TARGET, Sort.OFFICE, Sort.WORKFLOW}


def words_of(catalogue: Catalogue) -> Mapping[Sort, frozenset[str]]:
    """Every word, by its sort, that the kit says or waits for and that a system may call otherwise."""
    office, products = catalogue.back_office, catalogue.products.values()
    native = {word for words in catalogue.native_statuses.values() for word in words}
    flows = {name for verbs in catalogue.workflows.values() for names in verbs.values() for name in names}
    return {
        Sort.ORDER: frozenset({*Status, *AssetStatus}),
        Sort.LINE: frozenset({*Status, *AssetStatus, *native}),
        Sort.MILESTONE: frozenset({*Milestone, *catalogue.milestones.values()}),
        Sort.PRODUCT: frozenset(catalogue.products),
        Sort.PRICE_LIST: frozenset(catalogue.rate_plans),
        Sort.RATE_PLAN: frozenset(plan for plan in catalogue.rate_plans.values() if plan),
        Sort.SUBJECT: frozenset(product.subject for product in products),
        Sort.ACTION: frozenset({*ACTIONS, "-"}),
        Sort.PRIORITY: frozenset({*catalogue.priorities, *catalogue.extended_priorities}),
        Sort.TARGET: frozenset(product.target for product in products if product.target),
        Sort.OFFICE: frozenset(office.systems),
        Sort.WORKFLOW: frozenset(flows),
        Sort.TICKET: frozenset({*office.ticket_types, *office.local_ticket_types}),
        Sort.CATEGORY: frozenset({"new order", "change order"}),
        Sort.BUTTON: frozenset({"Get Status", "Synchronize"}),
        Sort.CHECK: frozenset({"availability", "tax", "shipping", "payment", "credit", "card"}),
        Sort.OUTCOME: frozenset({"ok", "declined", "unknown"}),
    }


@dataclass(frozen=True, slots=True)
class WrongName:
    """A name that cannot be: what is wrong, what to do, and under which keys of ``[names]`` it stands."""

    problem: str
    remedy: str
    place: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """What a system calls what the kit calls otherwise, ours = theirs.

    ``everywhere`` is [names]; ``orders`` and ``lines`` are [names.orders] and [names.lines], for a system that has
    other words for the status of an order than for that of a line. ``sold`` is what a run calls what the catalogue
    sells, where the system has no names of its own, and ``values`` what it tells in the place of the features' values
    (``variation``).
    """

    everywhere: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    sold: Mapping[str, str] = field(default_factory=dict)
    values: Values = SAME

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> "Names":
        """The names in a claims file's table [names]."""
        plain = {ours: theirs for ours, theirs in table.items() if isinstance(theirs, str)}
        return cls(plain, table.get("orders", {}), table.get("lines", {}))

    def as_json(self) -> dict[str, Any]:
        """The table as it stands in a claims file."""
        several = {"orders": dict(self.orders), "lines": dict(self.lines)}
        return {**self.everywhere, **{name: held for name, held in several.items() if held}}

    def __bool__(self) -> bool:
        """Whether anything has another name at all."""
        return bool(self.everywhere or self.orders or self.lines or self.sold or self.values)

    def theirs(self, sold: str) -> str:
        """What the system calls a product, a price list or a rate plan of ours."""
        return self.everywhere.get(sold) or self.sold.get(sold, sold)

    def wrong(self, catalogue: Catalogue) -> Iterator[WrongName]:
        """What is wrong with the names, for one who sells from this catalogue."""
        words = words_of(catalogue)
        tables: tuple[tuple[Mapping[str, str], tuple[str, ...], frozenset[str]], ...] = (
            (self.everywhere, (), frozenset().union(*words.values())),
            (self.orders, ("orders",), words[Sort.ORDER]),
            (self.lines, ("lines",), words[Sort.LINE]),
        )
        for table, place, known in tables:
            for ours in table:
                if ours not in known:
                    yield _unknown(ours, known, (*place, ours))
        for sort, held in words.items():
            yield from self._ambiguous(sort, held, words)

    def _ambiguous(self, sort: Sort, held: frozenset[str], words: Mapping[Sort, frozenset[str]]) -> Iterator[WrongName]:
        renamed = self._of(sort)
        called = Counter(renamed.get(ours, ours) for ours in held)
        own = {Sort.ORDER: (self.orders, ("orders",)), Sort.LINE: (self.lines, ("lines",))}.get(sort, (_NONE, ()))
        for ours, theirs in renamed.items():
            if ours not in held:
                continue
            place = (*own[1], ours) if ours in own[0] else (ours,)
            if called[theirs] > 1:
                problem = f"more than one {sort} of ours is '{theirs}', so it cannot be translated back"
                yield WrongName(problem, "give each a name of its own, or rename one of them only", place)
            if sort in _CATALOGUES and theirs in words[Sort.LINE] | words[Sort.MILESTONE]:
                problem = f"a {sort} is '{theirs}', which is the kit's word for how work stands"
                yield WrongName(problem, "give it a name of its own", place)

    def _of(self, sort: Sort) -> Mapping[str, str]:
        own = {Sort.ORDER: self.orders, Sort.LINE: self.lines}.get(sort, _NONE)
        return {**(self.sold if sort in _SOLD else _NONE), **self.everywhere, **own}

    @cached_property
    def outward(self) -> "Translation":
        """From our names into theirs."""
        return Translation({sort: self._of(sort) for sort in Sort}, self.values.outward)

    @cached_property
    def inward(self) -> "Translation":
        """From their names into ours. What they call as we call something else is not ours."""
        back = {}
        for sort in Sort:
            renamed = self._of(sort)
            strange = {ours: f"{ours} (theirs; ours is '{theirs}' there)" for ours, theirs in renamed.items()}
            back[sort] = {**strange, **{theirs: ours for ours, theirs in renamed.items()}}
        return Translation(back, self.values.inward)


def each_once(wrong: Iterable[WrongName]) -> Iterator[WrongName]:
    """The first thing that is wrong with each name, and one and the same thing once."""
    told: set[object] = set()
    for each in wrong:
        if not {each.problem, each.place} & told:
            yield each
        told |= {each.problem, each.place}


def _unknown(word: str, known: frozenset[str], place: tuple[str, ...]) -> WrongName:
    near = nearest(word, known)
    remedy = f"did you mean '{near}'?" if near else "docs/claims.md, 'Names and ids', says which there are"
    return WrongName(f"unknown name of ours '{word}'", remedy, place)


# The words of a sort, by the field of a body in which they stand.
Table = tuple[tuple[str, Mapping[str, str]], ...]


class Translation:
    """Messages from one system of names into the other, by sort of word; ``valued`` gives them other values."""

    def __init__(self, words: Mapping[Sort, Mapping[str, str]], valued: Callable[[Message], Message]) -> None:
        self._words, self._valued = words, valued
        self._body, self._line = self._table(_BODY), self._table(_LINE)
        several = {name for table in (self._body, self._line) for name, _ in table}
        work = words[Sort.LINE] or words[Sort.MILESTONE]
        self._fields = {
            *several,
            "fields",
            "rows",
            *(["value"] if work else []),
            *(["ref"] if words[Sort.PRODUCT] else []),
        }
        self._kinds: dict[str, bool] = {}
        # What is shown of a line or an asset has a line's status, anything else an order's.
        self._shown = {
            True: self._table({**_SHOWN, "status": Sort.LINE}),
            False: self._table({**_SHOWN, "status": Sort.ORDER}),
        }

    def of(self, message: Message) -> Message:
        """The message in the other names; the very same where none of its words has one."""
        message = self._valued(message)
        if not self._concerns(message.kind):
            return message
        told = message.body
        body = self._renamed(told, self._body)
        changed: dict[str, Any] = {}
        if message.kind in _WORK:
            sort = {"status": Sort.LINE, "milestone": Sort.MILESTONE}.get(told["sort"])
            changed = {"value": self._words[sort].get(told["value"], told["value"])} if sort else {}
        elif message.edge is Edge.DESK and told["object"] == "product":  # a user administers it by its name (AS-06)
            changed = {"ref": self._words[Sort.PRODUCT].get(told["ref"], told["ref"])}
        if (lines := told.get("lines")) and isinstance(lines, (list, tuple)):
            changed["lines"] = [self._renamed(line, self._line) for line in lines]
        if (fields := told.get("fields")) and isinstance(fields, Mapping):
            changed["fields"] = self._renamed(fields, self._shown[told.get("object") in ("line", "asset")])
        if (rows := told.get("rows")) and isinstance(rows, (list, tuple)):
            table = self._shown[told.get("object") != "orders"]
            changed["rows"] = [self._renamed(row, table) for row in rows]
        return replace(message, body={**body, **changed}) if changed or body is not told else message

    def _concerns(self, kind: str) -> bool:
        """Whether messages of a kind have a field at all in which a word with another name can stand."""
        if kind not in self._kinds:
            shape = dumps(schemas.schema(kind))
            self._kinds[kind] = any(f'"{name}"' in shape for name in self._fields)
        return self._kinds[kind]

    def account(self, account: Mapping[str, str]) -> Mapping[str, str]:
        """An account that a scenario begins with, in the other names."""
        return self._renamed(account, self._body)

    def _table(self, sorts: Mapping[str, Sort]) -> Table:
        """The words by the field that they stand in; a field without other names is left out."""
        return tuple((name, self._words[sort]) for name, sort in sorts.items() if self._words[sort])

    @staticmethod
    def _renamed(held: Mapping[str, Any], table: Table) -> Mapping[str, Any]:
        """The fields in the other names; the very same where none has another."""
        renamed: dict[str, Any] = {}
        for name, words in table:
            said = held.get(name)
            if said.__class__ is str and said in words:
                renamed[name] = words[said]
        return {**held, **renamed} if renamed else held
