"""What a change carries along besides what its own line alters: nothing but values as they stand."""

from ordertck.harness.messages import ProvisioningLine
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.oms.accounts import LineAccount
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.under_way import others_at_work
from ordertck.harness.oracle.oms.work import called
from ordertck.harness.text import in_words


@invariant("oms", "UF-07 AC-05 PV-05 PV-06", "provisioning-order")
def a_change_leaves_other_values_as_they_are(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A change that names values besides those that its order wants of the asset names these as they stand.

    What another order is at work on, or has left open, may be named either way.
    """
    for line, account in called(book, seen):
        if account is None or not isinstance(line, ProvisioningLine) or line.effect != "change":
            continue
        asset = book.installed.asset_of(account.id)
        if asset in book.installed.unsure or account.id in book.installed.turned or others_at_work(book, account):
            continue
        stands, own = book.installed.stands(asset), _names_of_its_order(book, account)
        for name in line.attributes.keys() & stands.keys() - own:
            known = {stands[name], *(service.attributes.get(name) for service in book.installed.set_up(asset))}
            said = f"line {account.id} says nothing of {name} of {line.product}, which is {in_words(stands[name])}"
            yield owed(line.attributes[name] in known, f"{said}: a change to {line.attributes[name]} is asked for")


def _names_of_its_order(book: OrderSystemBook, account: LineAccount) -> set[str]:
    """The attributes that lines of one order name of one asset in some version, or that were assigned to them."""
    lines = book.installed.lines_of(book.installed.asset_of(account.id))
    about = [book.lines[name] for name in {*lines, account.id} if book.lines[name].order == account.order]
    wanted = (version.line(each.id) for each in about for version in book.orders[account.order].versions)
    named = {name for want in wanted if want is not None for name in want.attributes}
    return named | {name for each in about for name, _ in each.reported_values}
