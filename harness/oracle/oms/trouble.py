"""Failures: each reaches the CRM with its order and line, and so does its end; nobody is alarmed for nothing."""

from ordertck.harness.messages import Status
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.oms.accounts import LineAccount, OrderAccount, Raised, Should, Taken, Version
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.intake import substance
from ordertck.harness.oracle.oms.overtaken import is_left_as_wanted
from ordertck.harness.text import in_words


@invariant("oms", "PV-15 PV-13", at_rest=True)
def every_failure_reaches_the_crm(book: OrderSystemBook, _: Rest) -> Judgements:
    """Each failure that a neighbour tells of is raised with the CRM, with its order and its line."""
    for incident in book.incidents.values():
        order = book.orders.get(incident.order)
        if order is not None:
            raised = [said.line for said in order.raised if said.record > incident.record]
            said = f"line {incident.line} of order {incident.order} failed, and the CRM was told of {in_words(raised)}"
            yield owed(incident.line in raised, said, incident.record)


@invariant("oms", "PV-15", at_rest=True)
def every_recovery_reaches_the_crm(book: OrderSystemBook, _: Rest) -> Judgements:
    """Once a failure is over, the CRM is told that the incident is resolved, and of each by itself."""
    for incident in book.incidents.values():
        order = book.orders.get(incident.order)
        if order is None or not incident.mended or order.cancelled:
            continue  # who has heard that an order is cancelled need not hear of its failures any more
        raised = [r for r in order.raised if r.line == incident.line and r.record > incident.record]
        own = [r for r in raised if r.incident == incident.id]  # two failures of one line are told as two
        since = [i for i in order.incidents if i.line == incident.line and i.record >= incident.record and i.mended]
        over = [r for r in own or raised if r.incident in order.resolved]
        if raised:
            # Which of several is meant by a name of the system's own is not told: as many are over as were mended.
            said = f"the failure of line {incident.line} of order {incident.order} is over, and the CRM was not told"
            yield owed(len(over) >= min(len(since), len(own or raised)), said, incident.record)


@invariant("oms", "PV-15", at_rest=True)
def a_complete_order_has_no_failure_left(book: OrderSystemBook, _: Rest) -> Judgements:
    """Of an order that is complete, or has its base line back, each failure that was told is said to be over."""
    unmapped = {line for line, _ in book.unmapped}
    for order in book.orders.values():
        if order.unclear or not order.alarms:
            continue
        sound = all(v.should is Should.TAKE and not _has_strange_lists(v) for v in order.versions)
        for said in order.raised:
            if not (sound or said.incident in book.incidents):
                continue  # it may be of the version that is to be refused; what has a neighbour's name is of a failure
            done = book.lines[said.line].complete if said.line in book.lines else None
            if (done is not None and done < said.record) or _failed_beside_another(book, order, said):
                continue  # what fails after it was done, nobody can say
            if said.incident in order.alarms and (said.line is None or said.line not in unmapped):
                goes_on = order.status == Status.COMPLETE or _is_begun_after(book, order, said)
                what = f"order {order.number} goes on, and its incident {said.incident} was never said to be over"
                yield owed(not goes_on, what, said.record)


def _failed_beside_another(book: OrderSystemBook, order: OrderAccount, said: Raised) -> bool:
    """Whether two calls for one line failed that were at work together: whoever mends the later one may say no more."""
    line, failed = book.lines.get(said.line or ""), book.incidents.get(said.incident)
    if line is None or failed is None:
        return False
    later = (each for each in order.incidents if each.line == failed.line and each.record > failed.record)
    return any(not any(failed.record < asked.record < each.record for asked in line.asked) for each in later)


def _is_begun_after(book: OrderSystemBook, order: OrderAccount, said: Raised) -> bool:
    """Whether lines fell out with their base lines, and were all begun later."""
    waits = {line for version in order.versions for line in version.waits if said.line in (None, line)}
    if any(said.line in (None, incident.line) or incident.line is None for incident in order.incidents):
        return False
    begun = [book.lines[line].asked for line in waits]
    return bool(begun) and all(asked and min(each.record for each in asked) > said.record for asked in begun)


@invariant("oms", "PV-15", "fallout")
def a_failure_is_over_when_it_is_said_to_be(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """The CRM is told that an incident is resolved only once the line that failed is mended, or not wanted any more."""
    incident = book.incidents.get(seen.message.body["incident"])
    if incident is None or seen.told or seen.message.body["state"] != "resolved":
        return
    order, line = book.orders.get(incident.order), book.lines.get(incident.line or "")
    if order is not None and line is not None:
        standing = [v for v in order.versions if v.taken is not Taken.NO and v.should is not Should.REFUSE]
        versions = [(version, version.line(line.id)) for version in standing if not version.cancels]
        alike = {substance(book, version.order, want) if want is not None else None for version, want in versions}
        wanted = book.is_kept(line) and len(alike) == 1 and None not in alike
        said = f"the failure of line {line.id} is said to be over, and the line is as it was"
        failed = line.failed and not is_left_as_wanted(book, line)
        yield owed(not (incident.open and failed and wanted), said, incident.record)


@invariant("oms", "UF-03 UF-02", at_rest=True)
def a_status_that_nobody_knows_is_flagged(book: OrderSystemBook, _: Rest) -> Judgements:
    """A status that stands for nothing that is known is raised with the CRM."""
    if "status-management" not in book.capabilities:
        return
    for line_id, record in book.unmapped:
        order = book.orders[book.lines[line_id].order]
        if book.lines[line_id].lost:
            continue
        raised = any(said.line in (line_id, None) for said in order.raised)
        yield owed(raised, f"line {line_id} has a status that nobody knows, and the CRM was not told", record)


@invariant("oms", "PV-15 OM-03 SU-06 FO-08 TM-01 OM-05 PL-09", "fallout")
def nobody_is_alarmed_for_nothing(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A fallout is raised only where a neighbour failed, a base line was lost, or the order itself is flawed."""
    order = book.orders.get(seen.message.body["order"])
    if order is None or seen.message.body["state"] != "raised":
        return
    said = f"order {order.number} falls out: {seen.message.body.get('reason', 'no reason given')}"
    yield owed(_is_explained(book, order), said)


def _is_explained(book: OrderSystemBook, order: OrderAccount) -> bool:
    flawed = any(version.should is not Should.TAKE for version in order.versions)
    bases = [book.lines[base] for version in order.versions for base in version.waits.values()]
    # A base line may be lost with a version of its order of which nobody knows yet whether it was taken in.
    stuck = any(base.lost or book.orders[base.order].troubled or book.orders[base.order].raised for base in bases)
    unsure = stuck or any(len(book.orders[base.order].versions) > 1 for base in bases)
    unmapped = any(book.lines[line].order == order.number for line, _ in book.unmapped)
    again = order.number in book.vain_cancels  # a second cancel may fall out instead of being refused
    flawed = flawed or again or order.unclear or any(is_forestalled(book, line) for line in book.lines_of(order))
    flawed = flawed or any(_has_strange_lists(version) for version in order.versions)
    return flawed or bool(order.incidents) or unsure or unmapped or bool(book.away)


def _has_strange_lists(version: Version) -> bool:
    """Whether a component is on another list than its bundle, which may be brought to somebody's notice (A-16)."""
    pairs = ((line, version.line(line.parent)) for line in version.order.lines if line.parent and line.price_list)
    return any(whole is not None and line.price_list != whole.price_list for line, whole in pairs)


def is_forestalled(book: OrderSystemBook, line: LineAccount) -> bool:
    """Whether another line about the same asset may leave nothing to do for this one: it ends, suspends or resumes it.

    The documents do not say what becomes of the later one: it may fall out when its turn comes.
    """
    mine = {want.action for _, want in book.wanted(line)}
    about = [book.lines[other] for other in book.installed.lines_of(book.installed.asset_of(line.id))]
    theirs = {want.action for other in about if other is not line for _, want in book.wanted(other)}
    return ("Delete" in theirs and bool(mine - {"Add", "-"})) or bool(mine & theirs & {"Suspend", "Resume"})


@invariant("oms", "PV-15", "fallout")
def only_the_line_that_failed_falls_out(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A fallout that names a line names one that failed, and no other line of its order."""
    order, line = book.orders.get(seen.message.body["order"]), seen.message.body.get("line")
    if order is None or line is None or seen.message.body["state"] != "raised":
        return
    failed = {incident.line for incident in book.incidents.values() if incident.order == order.number}
    failed |= {unmapped for unmapped, _ in book.unmapped if book.lines[unmapped].order == order.number}
    failed |= {each.id for each in book.lines_of(order) if is_forestalled(book, each)} if failed else set()
    bases = any(version.waits for version in order.versions)
    # A system may let a version fall out that it does not take in, with the line that is at fault.
    refuses = any(version.taken is Taken.OPEN and version.should is not Should.TAKE for version in order.versions)
    if failed and None not in failed and not bases and not refuses:
        yield owed(line in failed, f"line {line} falls out, and {', '.join(sorted(filter(None, failed)))} failed")


@invariant("oms", "PV-15", "fallout")
def each_failure_has_an_incident_of_its_own(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """The failures of two lines are raised as two incidents, and what is resolved is an incident that was raised."""
    order, told = book.orders.get(seen.message.body["order"]), seen.message.body
    if order is None or seen.told:
        return  # what neighbours report goes by their names, which the order system may take over or not
    incident, line = str(told["incident"]), told.get("line")
    if told["state"] == "resolved":
        known = incident in order.alarms or incident in order.resolved
        yield owed(known, f"the incident {incident} of order {order.number} is resolved, and was never raised")
        raised = order.alarms.get(incident)
        if line is not None and raised is not None:
            yield owed(line == raised, f"the incident {incident} is of line {raised}, and is resolved of line {line}")
    other = order.alarms.get(incident)
    # What is refused may go by one name for all of an order.
    refuses = any(version.should is not Should.TAKE for version in order.versions)
    refuses = refuses and incident not in book.incidents
    failed = other in {each.line for each in order.incidents} and not refuses
    if told["state"] == "raised" and None not in (line, other) and failed:
        yield owed(other == line, f"line {line} falls out under the incident {incident}, which is that of line {other}")
