"""What stands in the end at billing and in the network: what the complete orders left, once, and nothing besides."""

from collections.abc import Iterator

from ordertck.harness.oracle.crossing import Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.ledgers import Service
from ordertck.harness.oracle.oms.accounts import LineAccount, Taken, Work
from ordertck.harness.oracle.oms.asset import Owed
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.overtaken import is_mended_unwanted
from ordertck.harness.oracle.oms.under_way import came_before_its_base
from ordertck.harness.oracle.oms.work import builds_on_what_never_came
from ordertck.harness.reading import price_in
from ordertck.harness.text import in_words


def _settled(book: OrderSystemBook, *actions: str) -> Iterator[tuple[str, Owed]]:
    """The assets that nothing is under way for, and that were last changed by one of these actions."""
    for asset, owed_asset in book.installed.owed.items():
        unsure = owed_asset.unsure or asset in book.installed.unsure
        if unsure or not owed_asset.by or owed_asset.by[-1] not in actions or not _is_quiet(book, asset):
            continue
        if not _is_brought_twice(book, asset):  # last, as it looks at every version of every line
            yield asset, owed_asset


def _is_brought_twice(book: OrderSystemBook, asset: str) -> bool:
    """Whether two orders bring an asset under one name: whether it is there beside itself then, nobody says.

    An Update brings what nobody had brought when it was worked on, where it may do so at all (FO-08).
    """
    bringing, about = set(), [book.lines[name] for name in book.installed.lines_of(asset)]
    wanted = {line.id: [v.line(line.id) for v in book.orders[line.order].versions] for line in about}
    adds = [line for line in about if any(sold is not None and sold.action == "Add" for sold in wanted[line.id])]
    for line in about:
        begun = min((asked.record for asked in line.asked if asked.effect in ("add", "start")), default=0)
        there = any(other.complete is not None and other.complete < begun for other in adds)
        anew = any(sold is not None and builds_on_what_never_came(book, line, sold) for sold in wanted[line.id])
        ahead = any(sold is not None and came_before_its_base(book, sold, line.order) for sold in wanted[line.id])
        if line in adds and (begun or line.complete is not None):
            bringing.add(line.order)  # it may have left what it found
        elif begun and anew and (ahead or not there):
            bringing.add(line.order)
    return len(bringing) > 1


def _is_quiet(book: OrderSystemBook, asset: str) -> bool:
    """Whether every order about an asset has come to its end without trouble, so that its outcome is known."""
    for line_id in book.installed.lines_of(asset):
        line = book.lines[line_id]
        order = book.orders[line.order]
        undone = line.complete is None and bool(line.asked)
        if line.busy or line.failed or order.troubled or book.is_open(line) or undone:
            return False
        if is_mended_unwanted(order, line_id):
            return False  # it may be there besides what the line was done anew for
    return True


def _network(book: OrderSystemBook, asset: str, owed_asset: Owed) -> str:
    """What is amiss with an asset in the network; empty where it is as the orders left it."""
    product = book.catalogue.products.get(owed_asset.product)
    if product is None or product.target is None:
        return ""
    services = book.installed.set_up(asset)
    there = 0 if owed_asset.state == "gone" else 1
    if len(services) != there:
        return f"set up {len(services)} times, and not {there}"
    return next(filter(None, (_service(book, asset, service, owed_asset) for service in services)), "")


def _service(book: OrderSystemBook, asset: str, service: Service, owed_asset: Owed) -> str:
    """What is amiss with a service that is set up; empty where it is as the orders left it."""
    if service.status != owed_asset.state:
        return f"{service.status} in the network, and {owed_asset.state} by the orders"
    if owed_asset.site and service.site != owed_asset.site:
        return f"at {in_words(service.site)}, and not at {owed_asset.site}"
    if owed_asset.service_point and service.service_point != owed_asset.service_point:
        return f"at the service point {in_words(service.service_point)}, and not at {owed_asset.service_point}"
    about = (book.lines[line] for line in book.installed.lines_of(asset))
    assigned = {name for line in about for name, _ in line.reported_values}  # at which place, a move leaves open
    for attribute, value in book.installed.stands(asset).items():
        there = service.attributes.get(attribute)
        known = attribute not in owed_asset.carried or (there is not None and attribute not in assigned)
        if there != value and known:
            return f"with {attribute} {in_words(there)}, and not {in_words(value)}"
    return ""


def _billing(book: OrderSystemBook, asset: str, owed_asset: Owed) -> str:
    """What is amiss with what is charged for an asset; empty where it is as the orders left it."""
    product = book.catalogue.products.get(owed_asset.product)
    if (product is not None and not product.billed) or asset in book.installed.unsure_charges:
        return ""
    charges = book.installed.charged(asset)
    there = 0 if owed_asset.state == "gone" else 1
    if len(charges) != there:
        return f"charged {len(charges)} times, and not {there}"
    for charge in charges:
        if charge.state != owed_asset.state:
            return f"{charge.state} at billing, and {owed_asset.state} by the orders"
        if owed_asset.price_list and charge.price_list != owed_asset.price_list:
            return f"charged on {charge.price_list}, and not on {owed_asset.price_list}"
        if owed_asset.override and price_in(charge.override) != price_in(owed_asset.override):
            return f"charged at {charge.override or 'no price of its own'}, and not at {owed_asset.override}"
    return ""


def _agree(book: OrderSystemBook, *actions: str) -> Judgements:
    for asset, owed_asset in _settled(book, *actions):
        amiss = [*filter(None, (_network(book, asset, owed_asset), _billing(book, asset, owed_asset)))]
        yield owed(not amiss, f"{owed_asset.product} {asset} is {' and '.join(amiss)}")


@invariant("oms", "AC-01 SU-05 SU-07 PL-09 PL-19 PL-21 PL-22 UF-07 PV-02", at_rest=True)
def what_was_added_is_there_and_charged_once(book: OrderSystemBook, _: Rest) -> Judgements:
    """What an order has added is set up once, as it was wanted last, and charged once, on the list of its line."""
    yield from _agree(book, "Add")


@invariant("oms", "AC-05 AC-06 MO-05 PL-31 PL-28 PL-29 PL-33 PL-35 PL-36 PL-38 FO-05", at_rest=True)
def what_was_changed_is_as_the_change_left_it(book: OrderSystemBook, _: Rest) -> Judgements:
    """What an Update has changed is as the Update says, and in all else as it was before, at billing as well."""
    yield from _agree(book, "Update")


@invariant("oms", "AC-02 AC-03 AC-10 MO-05", at_rest=True)
def what_has_moved_is_at_its_new_place_only(book: OrderSystemBook, _: Rest) -> Judgements:
    """What has moved is set up at its new site, no longer at the old one, and charged as before."""
    yield from _agree(book, "Move-Add", "Move-Delete")


@invariant("oms", "AC-04 MO-05", at_rest=True)
def what_was_deleted_is_gone(book: OrderSystemBook, _: Rest) -> Judgements:
    """What was deleted is no longer set up anywhere, and no longer charged."""
    yield from _agree(book, "Delete")


@invariant("oms", "AC-07 MO-05", at_rest=True)
def what_was_suspended_rests(book: OrderSystemBook, _: Rest) -> Judgements:
    """What was suspended is so in the network and at billing, and is otherwise as it was."""
    yield from _agree(book, "Suspend")


@invariant("oms", "AC-08 MO-05", at_rest=True)
def what_was_resumed_runs_again(book: OrderSystemBook, _: Rest) -> Judgements:
    """What was resumed is active again in the network and at billing, and is otherwise as it was."""
    yield from _agree(book, "Resume", "-")


def _may_wait(book: OrderSystemBook, line: LineAccount) -> bool:
    """Whether work that ran for the order when a line was given up is not over: all of it may be awaited (A-03)."""
    order = book.orders[line.order]
    since = 0
    for version in order.versions:
        if version.taken is not Taken.NO:
            gone = version.cancels or version.line(line.id) is None
            since = (since or version.record) if gone else 0
    running = (asked for other in book.lines_of(order) for asked in other.asked if asked.state is Work.OPEN)
    return any(asked.record < since for asked in running)


@invariant("oms", "SU-08 SU-07 PV-05 PV-06 AC-01", at_rest=True)
def nothing_is_left_of_what_was_withdrawn(book: OrderSystemBook, _: Rest) -> Judgements:
    """Of a line that is not wanted any more nothing is left set up or charged, once all is quiet."""
    for line in book.lines.values():
        order = book.orders[line.order]
        if not line.lost or line.id in book.left_out:
            continue
        asset = book.installed.asset_of(line.id)
        if order.troubled or line.failed or asset in book.installed.owed or book.away:
            continue
        if book.is_named(line) or _may_wait(book, line):
            continue  # a version after the one that left it out may have it again
        if is_mended_unwanted(order, line.id):
            continue  # what is done after all and unasked, though nobody wants it any more
        # The lines of an order may be undone in turn: what another one of it waits for, this one may wait for too.
        about = [*(book.lines[other] for other in book.installed.lines_of(asset)), *book.lines_of(order)]
        if any(a.order != line.order and any(x.effect in ("add", "start") for x in a.asked) for a in about):
            continue  # another order has set the same thing up
        if any(asked.effect in ("add", "start") for asked in line.asked) and not any(other.busy for other in about):
            left = [
                *(["set up"] if book.installed.set_up(asset) else []),
                *(["charged"] if book.installed.charged(asset) else []),
            ]
            yield owed(not left, f"line {line.id} was withdrawn, and it is still {' and '.join(left)}")


def _is_open_to_taste(book: OrderSystemBook, line: LineAccount, owed_asset: Owed) -> bool:
    """Whether a line suspends what is suspended, or resumes what is active: what taking that back does is open."""
    vain = {"suspended": "Suspend", "active": "Resume"}.get(owed_asset.state)
    wanted = (version.line(line.id) for version in book.orders[line.order].versions)
    return any(want is not None and want.action == vain for want in wanted)


@invariant("oms", "SU-08 PV-05 PV-06 SU-07", at_rest=True)
def a_withdrawn_change_leaves_things_as_they_were(book: OrderSystemBook, _: Rest) -> Judgements:
    """What a withdrawn or cancelled change had begun to alter is as it was before, once all is quiet."""
    for asset, owed_asset in book.installed.owed.items():
        about = [book.lines[line] for line in book.installed.lines_of(asset)]
        lost = [line for line in about if line.lost and line.asked and line.complete is None]
        taken_back = [line for line in lost if not book.wanted(line)]
        if not taken_back or book.away:
            continue
        unsure = any(
            line.busy or line.failed or book.orders[line.order].troubled or book.is_open(line) for line in about
        )
        unsure = unsure or owed_asset.unsure or asset in book.installed.unsure
        unsure = unsure or any(_is_open_to_taste(book, line, owed_asset) for line in taken_back)
        # Whether what failed was to be done or to be taken back, and so what is left of it, nobody can say.
        unsure = unsure or any(book.orders[line.order].incidents or _may_wait(book, line) for line in taken_back)
        unsure = unsure or any(other.busy for line in taken_back for other in book.lines_of(book.orders[line.order]))
        if not unsure:
            amiss = [*filter(None, (_network(book, asset, owed_asset), _billing(book, asset, owed_asset)))]
            yield owed(
                not amiss, f"a change of {owed_asset.product} {asset} was taken back, and it is {' and '.join(amiss)}"
            )
