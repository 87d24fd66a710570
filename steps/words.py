"""How the features name things: orders, lines, accounts; and how steps say what they expected."""

from collections.abc import Iterable, Mapping
from typing import Any

from pytest_bdd import parsers

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import DraftLine, Order, rows_of
from ordertck.harness.errors import Misfit
from ordertck.harness.text import within
from ordertck.steps.neighbours import BEHIND
from ordertck.steps.spellings import TYPES

Table = list[list[str]]
# A field and its value: blank where it is left out, ANY for whichever.
Said = tuple[str, str]
# What is said of a line: "status", "milestone", "data" or an event, the value, and of which attribute it is one.
Told = tuple[str, str, str | None]
# A field of the header that stands in an order's sentence, and its value; blank where there is none.
Terms = tuple[str, str]
# An order, and the number of one of its lines; blank where the whole order is meant.
Part = tuple[str, str]


class Sentence(parsers.parse):
    """A step's sentence, and the parts that the kit must play for it to make sense.

    In it {order:Order} takes what steps/spellings.py spells for the type Order: "the order", 'order "BASE"', "a quote".
    Where the sentence speaks of {who}, the kit must play that neighbour too: of provisioning that is service order
    management, or "provisioning" where work of a Worker is meant, which the kit holds wherever it leaves the system.
    Where a {history:History} has provisioning work it is service order management; and where somebody cannot
    {extent:Extent} "be told of" a line, the integration layer, which says so.
    """

    def __init__(self, sentence: str, kit_plays: frozenset[str], needs: frozenset[str] = frozenset()) -> None:
        super().__init__(sentence, TYPES, case_sensitive=True)
        self.kit_plays, self.needs = kit_plays, needs
        # Work that is held, done or not done is so wherever it leaves the system.
        self._is_of_work = any(who in sentence for who in ("{who:Worker}", "{who:Held}", "{who:Begun}"))

    def plays(self, values: Mapping[str, object]) -> frozenset[str]:
        """The parts that the kit must play for the sentence with these values."""
        said = str(values.get("who", "")).removeprefix("held at ")
        who = said.partition(" ")[0]
        if said == "provisioning" and self._is_of_work and values.get("extent", "do") == "do":
            return self.kit_plays | {said}
        behind = self.kit_plays | {BEHIND[who]} if who in BEHIND else self.kit_plays
        if "provision" in str(values.get("history", "")):
            behind |= {"som"}
        return behind | {"integration"} if values.get("extent") == "be told of" else behind


def words(sentence: str, *kit_plays: str) -> Sentence:
    """A sentence that makes sense whichever roles the system under test plays, or only while the kit plays these."""
    return Sentence(sentence, frozenset(kit_plays))


def clock_words(sentence: str) -> Sentence:
    """A sentence in which the clock of the system under test is set."""
    return Sentence(sentence, frozenset(), frozenset({"virtual-clock"}))


def provisioning_words(sentence: str) -> Sentence:
    """A sentence about what provisioning is asked and does, while the kit plays service order management."""
    return words(sentence, "som")


def work_words(sentence: str) -> Sentence:
    """A sentence about work that leaves the system, for whichever system provisions or, past it, in the network."""
    return words(sentence, "provisioning")


def order_system_words(sentence: str) -> Sentence:
    """A sentence about what the order system hears and does, while the kit plays it."""
    return words(sentence, "oms")


def queue_words(sentence: str) -> Sentence:
    """A sentence about what a CRM puts on the submission queue, from which the kit's integration takes it."""
    return words(sentence, "integration")


def crm_words(sentence: str) -> Sentence:
    """A sentence about what the CRM is told, while the kit plays it."""
    return words(sentence, "crm")


class Row(dict[str, str]):
    """A row of a table by column name; to ask for a column that the table does not have is a ``Misfit``."""

    def __missing__(self, column: str) -> str:
        raise Misfit(f"the table has no column '{column}', only {', '.join(self)}")


def rows(table: Table) -> list[Row]:
    """A table's rows by column name; one of line "1 to 9" is nine rows."""
    return [Row(cells) for cells in rows_of(table)]


def order_named(stage: Stage, name: str) -> Order:
    """The order of this name. Raises ``Misfit`` where the example never mentioned it."""
    try:
        return stage.orders[name]
    except KeyError:
        raise Misfit(f"no step of this example mentions an order {name!r}") from None


def lines_meant(stage: Stage, order: Order, line: str) -> list[str]:
    """The numbers of the lines that a sentence means; "that" is the line that an earlier step has singled out."""
    if line in ("that", "other"):
        that = order.lines[stage.marks[f"{order.name} one line"]].number
        return [that] if line == "that" else [each.number for each in order.lines if each.number != that]
    return [line] if line else [each.number for each in order.lines]


def line_meant(stage: Stage, order: Order, line: str) -> str:
    """The number of the one line that a sentence means. Raises ``Misfit`` where it means several."""
    meant = lines_meant(stage, order, line)
    if len(meant) != 1:
        raise Misfit(f"the sentence means one line of order {order.name}, not {listed(meant)}")
    return meant[0]


def line_of(order: Order, row: dict[str, str]) -> DraftLine:
    """The line that a table's row is about: by number, or by product where the table has no numbers."""
    if "line" in row:
        return order.line(row["line"])
    found = [line for line in order.lines if line.product == row["product"]]
    if len(found) != 1:
        raise Misfit(f"{len(found)} lines of order {order.name} are about {row['product']}")
    return found[0]


def listed(things: Iterable[Any]) -> str:
    """Things in words, "a, b"; "nothing" where there are none."""
    return ", ".join(map(within, things)) or "nothing"
