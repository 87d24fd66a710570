"""The directory of one example: under which ids its accounts, orders, lines and assets go."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from itertools import chain
from typing import Any

from ordertck.harness.bench.orders import DraftLine, Order
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.errors import Misfit
from ordertck.harness.variation import UNVARIED, Variation

Rows = tuple[Mapping[str, str], ...]


class Directory:
    """What the features call by a name, and the ids that this has on the edges.

    ``orders`` are the orders by the feature's name, ``assets`` the ids of assets by theirs, ``starts`` the numbers of
    the orders that a neighbour was asked to work on, in the order of their start. ``met`` is called with every number
    or id of a record by which a message can be known to be about this example.
    """

    def __init__(
        self,
        example: str,
        catalogue: Catalogue,
        began: datetime,
        met: Callable[[str], None],
        variation: Variation = UNVARIED,
    ) -> None:
        self.example, self.catalogue, self.began = example, catalogue, began
        self._variation = variation
        self._ids: dict[str, str] = {}
        self.orders: dict[str, Order] = {}
        self.assets: dict[str, str] = {}
        self.starts: list[str] = []
        self._met = met
        self._by_number: dict[str, Order] = {}
        self._lines: dict[str, tuple[Order, DraftLine]] = {}
        self._aliases: dict[str, str] = {}
        self._about: dict[str, set[str]] = {}
        self._accounts = {known["role"]: self.identity(known["role"].upper()) for known in catalogue.accounts}
        self._points = set(map(self.service_point, self._accounts))

    # Ids

    def identity(self, word: str) -> str:
        """The id of what the features call by a word; no other run or example uses it."""
        if word not in self._ids:
            self._ids[word] = self._variation.identity(self.example, word, self._ids)
        return self._ids[word]

    @property
    def ids(self) -> Mapping[str, str]:
        """The id of each thing that the example has met, by the word for it."""
        return self._ids

    def in_words(self, text: str) -> str:
        """A text with the features' words in the place of this example's ids."""
        if self.example not in text:
            return text
        for word, identity in sorted(self._ids.items(), key=lambda known: len(known[1]), reverse=True):
            text = text.replace(identity, word)  # the longer one first: a shorter one may be its beginning
        return text.replace(f"{self.example}-", "")

    # Accounts

    def account(self, role: str) -> str:
        """The id of the account that the features call Customer, Neighbour or Payer. Raises ``Misfit`` for another."""
        if role not in self._accounts:
            raise Misfit(f"there is no account {role!r}; there are {', '.join(self._accounts)}")
        return self._accounts[role]

    @property
    def accounts(self) -> Collection[str]:
        """The ids of the accounts that are on file when the example begins."""
        return self._accounts.values()

    def email(self, role: str) -> str:
        """The e-mail address of an account; empty where it has none."""
        known = next(account for account in self.catalogue.accounts if account["role"] == role)
        return known.get("email", "").format(scenario=self.example.lower())

    def service_point(self, text: str) -> str:
        """The id of the service point that the features call by its account; any other text is an id as it stands.

        The ids have blanks, zeros in front and letters of both cases, so that it shows where one is tidied up. "line 1
        of FIRST" is the very id that this line has, or had before a newer version left it out.
        """
        line, of, order = text.removeprefix("line ").partition(" of ")
        if of and order in self.orders:
            before = (known for known in self._lines if self.line_key(known) == f"{order}/{line}")
            drafted = (each.id for each in self.orders[order].lines if each.number == line and each.id)
            return next(chain(drafted, before), None) or self.orders[order].line(line).id
        return f"Sp 0042/kV {self.account(text)}" if text in self._accounts else text

    def without_service_points(self, rows: Rows) -> Rows:
        """A list of what a customer has, without the service points in it, which nobody bought (SP-01)."""
        return tuple(row for row in rows if row.get("id") not in self._points)

    # Orders and records

    def new_order(self, name: str, **header: Any) -> Order:
        """A fresh order under the feature's name, for the Customer unless the header says otherwise."""
        order = Order(name=name, number=self.identity(name), **{"account": self.account("Customer")} | header)
        self.orders[name] = order
        self.know(order, order.number)
        return order

    def know(self, order: Order, number: str) -> None:
        """Learn a number under which an order goes."""
        self._by_number[number] = order
        self._met(number)

    def know_record(self, identity: str) -> None:
        """Learn an id under which a record goes between CRM and back office."""
        self._met(identity)

    def order_by_number(self, number: str) -> Order | None:
        """The order of this number; None for a stray."""
        return self._by_number.get(number)

    def start(self, number: str) -> None:
        """Work for an order has been asked of a neighbour; the first such makes its start."""
        if number not in self.starts:
            self.starts.append(number)

    # Lines and assets

    def know_line(self, order: Order, line: DraftLine, line_id: str) -> None:
        """Learn an id under which a line goes."""
        self._lines[line_id] = (order, line)
        if line.asset in self.assets:
            self._about.setdefault(line_id, set()).add(self.assets[line.asset])

    def know_alias(self, alias: str, line_id: str) -> None:
        """Learn what else a line is called; in each of its versions it is the same line."""
        self._aliases[alias] = line_id

    def line_by_id(self, line_id: str) -> tuple[Order, DraftLine] | None:
        """Order and line of this line id, whoever gave it; None for a stray."""
        return self._lines.get(self._aliases.get(line_id, line_id))

    def lines_of(self, order: Order) -> list[DraftLine]:
        """Each line that an order has, or that a version of it had, as far as an id is known; the latest first."""
        had = (line for known, line in reversed(self._lines.values()) if known is order)
        return list({id(line): line for line in (*order.lines, *had)}.values())

    def line_key(self, line_id: str) -> str:
        """One name for a line whichever part gave the id; the id itself where the kit does not know it."""
        known = self.line_by_id(line_id)
        return f"{known[0].name}/{known[1].number}" if known else line_id

    def asset_of(self, line_id: str, said: str | None = None) -> str:
        """The asset that a line is about: one that a version of it named, where that is said; else by the line."""
        line_id = self._aliases.get(line_id, line_id)
        known = self._lines.get(line_id)
        if known is None or said in self._about.get(line_id, ()):
            return said or line_id
        order, line = known
        named = self.assets.get(line.asset or "")
        return named or said or f"{order.number}-A{line.number}"
