"""Variation: what differs from run to run though the features stay as they are written, all of it from one seed."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from hashlib import blake2b
from typing import TypeVar

from ordertck import data
from ordertck.harness.edition.catalogue import Catalogue, Product
from ordertck.harness.names import Names
from ordertck.harness.values import Values

T = TypeVar("T")

# With this seed nothing varies: for proofs and tests, which look at one thing at a time.
PLAIN = 0
LARGEST = 2**31 - 1
# A system has to claim it before the catalogue is sold under other names.
CAPABILITY = "renamed-catalogue"

_DAYS = 300
# So many numbers may be added to that of a house, or to a speed, and amounts be so many times as high, beyond once.
_HOUSES, _SPEEDS, _TIMES = 800, 97, 8
# One example in so many comes after an order that no feature has.
_EVERY = 20
# Of a digest so many bytes are taken; that two words of one example come to the same id is not to be expected.
_BYTES = 5
# So many digits follow where an id begins with another one: it stays short, and with fewer two words would meet.
_MORE = 6


@cache
def _words() -> tuple[str, ...]:
    """What products, price lists and rate plans are called instead; more than a catalogue has names."""
    return tuple(tomllib.loads(data("fixtures", "words.toml").read_text(encoding="utf-8"))["words"])


@dataclass(frozen=True, slots=True)
class Variation:
    """What a seed makes of the order of examples, of ids, people, days and the catalogue's names.

    Every answer is a function of the seed and of what is asked, so the same seed gives the same run.
    """

    seed: int = PLAIN

    def shuffled(self, items: Iterable[T], by: Callable[[T], str] = str) -> list[T]:
        """The items, known apart by a text of each, in the seed's order; with the plain seed as they come."""
        return sorted(items, key=lambda item: self._hash("order", by(item)).digest()) if self.seed else list(items)

    def identity(self, example: str, word: str, others: Mapping[str, str]) -> str:
        """The id of what an example calls by a word: it begins with the example's and does not show the word.

        Of the ``others``, ids by word, it begins with the one whose word the word begins with, as A10 does with A1.
        """
        if not self.seed:
            return f"{example}-{word}"
        hashed = self._hash("id", example, word).hexdigest().upper()
        stem = max((other for other in others if word.startswith(other)), key=len, default="")
        return f"{others[stem]}{hashed[-_MORE:]}" if stem else f"{example}-{hashed}"

    def begins(self, usual: datetime) -> datetime:
        """The instant at which the features' calendar begins, for a system whose clock can be set."""
        return usual + timedelta(days=self.below(_DAYS, "day")) if self.seed else usual

    def turned(self, items: tuple[T, ...], example: str) -> tuple[T, ...]:
        """The items as a circle, from another one on for each example."""
        first = self.below(len(items), "turn", number_of(example)) if self.seed else 0
        return items[first:] + items[:first]

    def renames(self, capabilities: frozenset[str]) -> bool:
        """Whether a system with these capabilities is sold to under names that nobody could know beforehand."""
        return self.seed != PLAIN and CAPABILITY in capabilities

    def names(self, catalogue: Catalogue, own: Names, capabilities: frozenset[str]) -> Names:
        """What a system is told instead of the kit's words and values: its ``own`` names first, then the seed's.

        What costs how much stands in the catalogue, so that it is another only where that is told.
        """
        if not self.seed:
            return own
        houses = 1 + self.below(_HOUSES, "houses")
        if not self.renames(capabilities):
            return replace(own, values=Values(houses))
        values = Values(houses, times=2 + self.below(_TIMES, "times"), speeds=1 + self.below(_SPEEDS, "speeds"))
        return replace(own, sold=dict(self._renamed(catalogue)), values=values)

    def _renamed(self, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
        plans = [plan for plan in catalogue.rate_plans.values() if plan]
        named = [*catalogue.products, *catalogue.rate_plans, *plans]
        for ours, word in zip(named, self.shuffled(_words()), strict=False):
            number = 100 + self.below(900, "number", ours)
            yield ours, f"{word.upper()}-{number}" if ours in plans else f"{word} {number}"

    def has_forerunner(self, number: int) -> bool:
        """Whether an order that no feature has is fulfilled before this example of the run, counted from 1."""
        return self.seed != PLAIN and self.below(_EVERY, "forerunner", str(number)) == 0

    def below(self, limit: int, *about: str) -> int:
        """A number from 0 to below the limit."""
        return int.from_bytes(self._hash(*about).digest(), "big") % limit

    def _hash(self, *about: str) -> blake2b:
        return blake2b("\0".join((str(self.seed), *about)).encode(), digest_size=_BYTES)


UNVARIED = Variation()


def number_of(example: str) -> str:
    """The number of an example in its run, "0042" of "S1-0042": the same in whichever session of the run it is."""
    return example.rpartition("-")[2]


def deployed(catalogue: Catalogue, names: Names) -> Catalogue:
    """A catalogue under the names that messages have as well, and with other values of what things cost.

    Its digest is of what it then holds.
    """
    called = {**names.sold, **names.everywhere}
    working = {**called, **names.lines}  # the statuses of work may have names of their own

    def other(name: str) -> str:
        return called.get(name, name)

    products = {
        other(name): _renamed(_valued(product, names.values), other) for name, product in catalogue.products.items()
    }
    renamed = replace(
        catalogue,
        products=products,
        rate_plans={other(name): plan and other(plan) for name, plan in catalogue.rate_plans.items()},
        uses={other(name): use for name, use in catalogue.uses.items()},
        header_price_list=other(catalogue.header_price_list),
        account_price_list=other(catalogue.account_price_list),
        integration_price_list=other(catalogue.integration_price_list),
        phone_number=other(catalogue.phone_number),
        usual_product=other(catalogue.usual_product),
        usual_line_price_list=other(catalogue.usual_line_price_list),
        priorities={other(name): number for name, number in catalogue.priorities.items()},
        extended_priorities={other(name): number for name, number in catalogue.extended_priorities.items()},
        milestones={step: other(name) for step, name in catalogue.milestones.items()},
        native_statuses={
            other(system): {working.get(word, word): working.get(common, common) for word, common in words.items()}
            for system, words in catalogue.native_statuses.items()
        },
        back_office=replace(
            catalogue.back_office,
            systems=tuple(map(other, catalogue.back_office.systems)),
            ticket_types=tuple(map(other, catalogue.back_office.ticket_types)),
            local_ticket_types=tuple(map(other, catalogue.back_office.local_ticket_types)),
        ),
        workflows={
            about: {verb: tuple(map(other, flows)) for verb, flows in verbs.items()}
            for about, verbs in catalogue.workflows.items()
        },
    )
    return renamed.with_own_digest() if names else catalogue


def _renamed(product: Product, other: Callable[[str], str]) -> Product:
    return replace(
        product,
        name=other(product.name),
        subject=other(product.subject),
        target=product.target and other(product.target),
        ponr=product.ponr and other(product.ponr),
        components=tuple(map(other, product.components)),
    )


def _valued(product: Product, values: Values) -> Product:
    options = {
        name: {values.told(name, value): values.told("price", extra) for value, extra in extras.items()}
        for name, extras in product.options.items()
    }
    return replace(product, price=values.told("price", product.price), options=options)
