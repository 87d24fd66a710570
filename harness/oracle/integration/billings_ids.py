"""The invariant of ids that billing gave lines: it is asked for them by these."""

from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.integration.book import CarriageBook
from ordertck.harness.oracle.invariants import Judgements, invariant, owed


@invariant("integration", "FL-08", "billing-order")
def billing_is_asked_under_its_own_ids(book: CarriageBook, moment: Crossing) -> Judgements:
    """A line to which billing gave an id of its own is asked for under that, once the layer has heard of it."""
    if moment.told:
        return
    for line in moment.message.body["lines"]:
        key = book.names.line_key(line["line"])
        if given := book.billings_ids.due(key):
            said = f"line {key} asked for as {line['line']}, which billing calls {', '.join(sorted(given))}"
            yield owed(line["line"] in given, said)
