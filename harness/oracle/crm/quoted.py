"""Invariants of quotes: they order nothing, and become orders that say what they said."""

from collections import Counter
from collections.abc import Mapping

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.expected import expected_version
from ordertck.harness.oracle.crm.refused import answered
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.reading import price_in


@invariant("crm", "SC-02 SC-03", "order-submission")
def nothing_is_ordered_by_a_quote(book: DeskBook, moment: Crossing) -> Judgements:
    """Opportunities and quotes order nothing."""
    number = moment.message.body["order"]
    quotes = [sheet for sheet, _ in book.sheets.by_ref.values() if sheet.kind != "order" and sheet.number == number]
    if quotes or book.order_of(moment.message) is not None:
        said = f"{quotes[0].kind if quotes else 'quote'} {number} is on the queue"
        yield owed(book.order_of(moment.message) is not None, said)


@invariant("crm", "SC-05", "desk-shown convert quote")
def only_accepted_quotes_become_orders(book: DeskBook, moment: Crossing) -> Judgements:
    """A quote becomes an order once the customer has accepted it, and one order only."""
    act = answered(book, moment)
    known = book.sheets.by_ref.get(act["ref"]) if act is not None else None
    if known is not None:
        quote, refused = known[0], moment.message.body.get("refused") is not None
        if not quote.accepted or quote.became:
            why = "is an order already" if quote.became else "was not accepted"
            yield owed(refused, f"quote {quote.number} becomes an order, which {why}", quote.record)
        elif not quote.is_changed:  # of a changed one at most what was accepted is ordered
            yield owed(not refused, f"quote {quote.number}, which was accepted, becomes no order", quote.record)


@invariant("crm", "SC-05 SC-03 SC-18", "order-submission")
def an_order_says_what_its_quote_said(book: DeskBook, moment: Crossing) -> Judgements:
    """An order that was made of a quote has the quote's lines: products, options, components, prices by hand."""
    sheet = book.order_of(moment.message)
    version = expected_version(book.catalogue, sheet)
    if sheet is None or version is None or version.copied is None:
        return
    products = {line["id"]: line.get("product") for line in moment.message.body.get("lines", ())}
    queued = Counter(
        _content(
            line.get("product"),
            line.get("attributes", {}),
            products.get(line.get("parent") or ""),
            line.get("override"),
        )
        for line in moment.message.body.get("lines", ())
    )
    above = {ref: line.said.get("product") for ref, line in version.copied.items()}
    quoted = Counter(
        _content(line.said.get("product"), line.attributes, above.get(line.parent), line.override)
        for line in version.copied.values()
    )
    further = [content for content in queued - quoted if not _comes_along(book, content)]
    said = f"order {sheet.number} says {sorted(queued.elements())}, its quote {sorted(quoted.elements())}"
    yield owed(not quoted - queued and not further, said, sheet.record)
    names = ["price_list"] if "line-price-lists" in book.claims.capabilities else []
    keeps_points = "kept-service-points" not in book.claims.leaves_out and not book.points_may_stay_inside
    names += ["service_point"] if keeps_points else []
    for name in names:
        own = [line for line in version.copied.values() if not line.parent and line.said.get(name)]
        wanted = Counter((line.said.get("product"), line.said[name]) for line in own)
        seen = Counter((line.get("product"), line.get(name)) for line in moment.message.body.get("lines", ()))
        lost = [f"{product} has {value}" for product, value in (wanted - seen).elements()]
        yield owed(not lost, f"on the quote of order {sheet.number} {', '.join(lost)}, and not on it", sheet.record)


def _comes_along(book: DeskBook, content: tuple[str, ...]) -> bool:
    """Whether a line is a component that a CRM may have brought along with its product."""
    above = book.catalogue.products.get(content[2])
    return above is not None and content[0] in above.components


def _content(
    product: str | None, attributes: Mapping[str, str], above: str | None, price: str | None
) -> tuple[str, ...]:
    return product or "", str(sorted(attributes.items())), above or "", price_in(price) or ""
