"""Values that provisioning fills in, and what billing was told of them in the end."""

from ordertck.harness.oracle.crossing import Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.oms.book import OrderSystemBook


@invariant("oms", "UF-07", at_rest=True)
def what_is_charged_in_the_end_is_what_was_filled_in(book: OrderSystemBook, _: Rest) -> Judgements:
    """Of a complete line billing was last told the values that provisioning has filled in before, revised or not."""
    for line in book.lines.values():
        order = book.orders[line.order]
        if line.complete is None or line.lost or not line.assigned or order.troubled or order.current is None:
            continue
        if any(asked.effect in ("remove", "stop") for asked in line.asked):
            continue  # what was undone and set up anew has values of its own
        final = [asked for asked in line.billing if asked.phase != "initiate" and asked.effect in ("start", "change")]
        wanted = [want for version in order.versions if (want := version.line(line.id)) is not None]
        for name, value in line.assigned.items() if all(want.action in ("Add", "Update") for want in wanted) else ():
            ordered = {want.attributes.get(name) for want in wanted}
            if not final or len(ordered) > 1 or line.filled_at.get(name, 0) > final[0].record:
                continue
            told = [asked.line.attributes[name] for asked in final if name in asked.line.attributes]
            latest = told[-1] if told else "nothing"
            yield owed(latest == value, f"{name} of line {line.id} is {value}, and billing was told {latest}")
