"""Invariants of prices by hand on the queue: each is there as it was entered, on a line that does something."""

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.queued import on_the_queue
from ordertck.harness.oracle.crm.queued_lines import BLANK, about, lines_of
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.reading import price_in
from ordertck.harness.text import in_words


@invariant("crm", "PL-30 PL-32 PL-34 PL-31", "order-submission")
def prices_by_hand_are_queued(book: DeskBook, moment: Crossing) -> Judgements:
    """A line has the price that was entered by hand on it, and no line has one that nobody entered."""
    for sheet, version, line, sent in lines_of(book, moment):
        wanted, seen = line.override, sent.get("override")
        same = price_in(wanted or None) == price_in(seen or None)
        said = f"{about(sheet, line)} at {wanted or 'no price by hand'}; queued: {in_words(seen)}"
        yield owed(same or "override" in line.loose, said, version.record)


@invariant("crm", "PL-30 PL-29", "order-submission")
def what_has_a_price_by_hand_is_done_something_to(book: DeskBook, moment: Crossing) -> Judgements:
    """A line that was given a price by hand has an action, if only an Update: else nobody would charge that price.

    What a line says of a price that stood before is left open, and what becomes of one that is then left as it is.
    """
    found = on_the_queue(book, moment)
    lines = found[1].lines.values() if found is not None else ()
    by_hand = {line.id for line in lines if line.override and "action" not in line.loose}
    for sent in moment.message.body.get("lines", ()):
        if sent.get("override") and sent["id"] in by_hand:
            said = f"line {sent['number']} at {sent['override']} by hand, with no action"
            yield owed(sent.get("action") not in BLANK, said)
