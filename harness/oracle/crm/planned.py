"""What open orders will make of what customers have, told from what was queued and what was told since."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from ordertck.harness.messages import ACTIONS, Status
from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.installed import State, are_at_odds, effect_of
from ordertck.harness.oracle.crm.line import HEAD, Line
from ordertck.harness.oracle.crm.sheet import Sheet, Version
from ordertck.harness.reading import instant_in, universal

_NO_DATE = float("-inf")
_TWO_DAYS = 2 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Plan:
    """A line of an open order that is to make or change an asset, at this time; ``done`` once it is told complete."""

    at: float
    sheet: Sheet
    version: Version
    line: Line
    done: bool


@dataclass(slots=True)
class Outlook:
    """The plans of one customer's open orders by asset; of assets in ``unsure`` nobody can say what becomes of them.

    ``waits`` says that there are orders which are submitted and not on the queue: what they add has no id yet.
    """

    plans: dict[str, list[Plan]] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    waits: bool = False


# An asset, how it will be (None for one that will not be there), and the plans that are still to be carried out.
Expectation = tuple[str, State | None, list[Plan]]


def due(version: Version) -> float | None:
    """When a version is due, in seconds; before everything without a date, None where nobody can say."""
    text = version.header.get("due_date")
    if not text:
        return None if "due_date" in version.loose_header else _NO_DATE
    instant = instant_in(text)
    return universal(instant).timestamp() if instant is not None else None


def outlook(book: DeskBook, account: str, without: Sheet | None = None, until: float | None = None) -> Outlook:
    """What the open orders of a customer plan, in the order of their dates; ``until`` a time, where one is given."""
    found = Outlook(unsure=set(book.progress.along))
    for sheet in book.sheets.orders:
        waiting = [v for v in sheet.versions if v.asked and not v.queued and not v.off]
        if sheet.account != account:  # what becomes of a thing that orders of two customers are about, nobody says
            about = (line.said.get("asset", "") for version in sheet.versions for line in version.lines.values())
            found.unsure.update(filter(None, (*about, *sheet.assets.values())))
            continue
        if sheet is without:
            continue
        for version in waiting:  # whether it goes on is not decided
            found.waits = True
            found.unsure |= {line.said.get("asset", "") for line in version.lines.values()}
            found.unsure |= set(sheet.assets.values())
        counting = sheet.counting
        if counting is not None and sheet.open:
            _planned(book, found, sheet, counting, until)
    for asset, plans in found.plans.items():
        plans.sort(key=lambda plan: plan.at)
        if book.keeps_days and any(0 < after.at - before.at < _TWO_DAYS for before, after in pairwise(plans)):
            found.unsure.add(asset)  # which day is which hangs on the zone, and of one day none is the earlier
    return found


def _planned(book: DeskBook, found: Outlook, sheet: Sheet, version: Version, until: float | None) -> None:
    at = due(version)
    if version.loose or at is None:
        found.unsure |= set(sheet.assets.values())
        return
    if until is not None and at > until:
        return
    for line in version.lines.values():
        asset, product = sheet.asset_of(line), line.said.get("product", "")
        sold = book.catalogue.products.get(product)
        blank = not line.said.get("action") and not line.said.get("asset")  # the CRM may have taken it for Add
        if blank or sold is None or product in book.profile.administered or {"action", "asset", "product"} & line.loose:
            found.unsure.add(asset)
        elif asset and sold.trackable:
            done = line.id in sheet.converted  # what is told of a complete line afterwards opens it again, or does not
            found.plans.setdefault(asset, []).append(Plan(at, sheet, version, line, done))


def orders_of(plans: list[Plan]) -> int:
    """How many orders some plans are of."""
    return len({id(plan.sheet) for plan in plans})


def decisive(plans: list[Plan]) -> list[Plan]:
    """The plans that may be said to make an asset what it will be: the last ones, or what ends it and all after."""
    ended = [number for number, plan in enumerate(plans) if plan.line.said.get("action") == "Delete"]
    return plans[ended[0] :] if ended else [plan for plan in plans if plan.at == plans[-1].at]


def in_turn(plans: list[Plan]) -> bool:
    """Whether it is laid down in which order plans are carried out: by dates, or as each builds on the one before.

    Lines of one order go together: where their turn makes a difference, none is laid down. Nor is it where one waits
    for what is dated later (TM-03): a projection may go by the dates, or by what is done first.
    """
    if _waits_for_later(plans) or _is_overtaken(plans):
        return False
    pairs = ((before, after) for before, after in pairwise(plans) if before.at == after.at)
    return all(_goes_with(before, after) or _builds_on(after, before) for before, after in pairs)


def _goes_with(one: Plan, other: Plan) -> bool:
    return one.sheet is other.sheet and not are_at_odds(effect_of(one.line), effect_of(other.line))


def _waits_for_later(plans: list[Plan]) -> bool:
    """Whether one of some plans, in the order of their dates, waits for one that is dated later."""
    return any(_builds_on(plan, later) for number, plan in enumerate(plans) for later in plans[number + 1 :])


def _is_overtaken(plans: list[Plan]) -> bool:
    """Whether another was due between a plan's own date and when that was queued: it is begun earlier, dated later."""
    return any(plan.at < other.at <= plan.version.queued_at for plan in plans if plan.at != _NO_DATE for other in plans)


def _comes_late(at: float, plans: list[Plan], now: datetime) -> bool:
    """Whether one that is due at a time, and queued now, finds plans that were due since."""
    return at != _NO_DATE and any(at < plan.at <= universal(now).timestamp() for plan in plans)


def _builds_on(plan: Plan, before: Plan) -> bool:
    """Whether a plan was queued as one that waits for another."""
    queued = (line for line in plan.version.body.get("lines", ()) if line["id"] == plan.line.id)
    return any(line.get("base_line") == before.line.id for line in queued)


def _is_overdue(book: DeskBook, plans: list[Plan]) -> bool:
    """Whether a plan that is due already stands beside one without a date: which goes first, no document says."""
    dated = [plan.at for plan in plans if plan.at != _NO_DATE]
    if not dated or len(dated) == len(plans) or book.at is None:
        return False
    return min(dated) <= universal(book.at).timestamp()


def expected(book: DeskBook, asset: str, ahead: Outlook) -> tuple[bool, State | None]:
    """Whether it can be said how an asset will be, and how; None for one that will not be there."""
    known, plans = book.profile.assets.get(asset), ahead.plans.get(asset, [])
    if asset in ahead.unsure or not in_turn(plans) or _is_overdue(book, plans) or (known is not None and known.unsure):
        return False, None
    if any(plan.done for plan in plans):  # what a line has done may be there already, or once its order is complete
        return False, None
    if ahead.waits and known is None and not any(plan.line.said.get("action") == "Add" for plan in plans):
        return False, None
    open_orders = {plan.sheet.number for plan in plans}
    if known is not None and any(not change.firm and change.order not in open_orders for change in known.changes):
        return False, None
    state = known.possible()[0] if known is not None else None
    for plan in plans:
        if not plan.done:
            state = effect_of(plan.line).on(state)
    return True, state


def is_dated(ahead: Outlook, asset: str) -> bool:
    """Whether something that is planned for an asset has a date."""
    return any(plan.at != _NO_DATE for plan in ahead.plans.get(asset, []))


def expectations(book: DeskBook, account: str) -> list[Expectation]:
    """The assets of a customer of which it can be said how they will be."""
    return _expected(book, account)[1]


def outlook_now(book: DeskBook, account: str) -> Outlook:
    """What all the open orders of a customer plan."""
    return _expected(book, account)[0]


def _expected(book: DeskBook, account: str) -> tuple[Outlook, list[Expectation]]:
    if account not in book.expected:
        ahead = outlook(book, account)
        book.expected[account] = ahead, list(_worked_out(book, account, ahead))
    found: tuple[Outlook, list[Expectation]] = book.expected[account]
    return found


def _worked_out(book: DeskBook, account: str, ahead: Outlook) -> Iterator[Expectation]:
    names = [name for name, asset in book.profile.of(account)]
    for name in dict.fromkeys([*names, *ahead.plans]):
        sure, state = expected(book, name, ahead)
        if sure:
            yield name, state, [plan for plan in ahead.plans.get(name, []) if not plan.done]


def bases(book: DeskBook, sheet: Sheet, version: Version, now: datetime) -> dict[str, set[str | None]]:
    """What each line of a version may name as the line that it builds on, by id; None for nothing at all."""
    at = due(version)
    if at is None or book.keeps_days:
        return {}
    ahead = outlook(book, sheet.account, sheet, at if at != _NO_DATE else universal(now).timestamp())
    whole, going_on = outlook(book, sheet.account, sheet), _going_on_from(book, sheet)
    later, unsure = whole.plans, ahead.unsure | whole.unsure  # of what is dated later may hang what is there at all
    found: dict[str, set[str | None]] = {}
    for line in version.lines.values():
        asset, action = line.said.get("asset", ""), line.said.get("action", "")
        if not asset or action not in ACTIONS or action == "Add" or asset in unsure or line.loose & HEAD:
            continue
        if line.id in sheet.converted:
            continue  # it is complete, and waits for nothing any more, or is sent as it was
        plans = ahead.plans.get(asset, [])
        # The dates may say one thing, and what was begun first another; and of a revision of what another order goes on
        # from nobody says which is the later one.
        unclear = _waits_for_later(plans) or _is_overtaken(plans) or _comes_late(at, later.get(asset, []), now)
        if unclear or any(plan.sheet is other for plan in plans for other in going_on):
            continue
        if (ahead.waits or asset in later) and not plans and asset not in book.profile.assets:
            continue  # what is there only later can be changed only then, whatever date the change has
        if ahead.waits and asset not in book.profile.assets and all(p.line.said.get("action") != "Add" for p in plans):
            continue  # an order that waits for a supervisor brings it, and nobody has told when
        if at == _NO_DATE and any(plan.at != _NO_DATE for plan in plans):
            continue  # what is due and not done yet may count as earlier or as later
        still = [plan for plan in plans if not plan.done]
        last = [plan for plan in still if plan.at == still[-1].at] if still else []
        may: set[str | None] = {plan.line.id for plan in last}
        if any(plan.done for plan in plans) or any(plan.line.said.get("action") not in ACTIONS for plan in plans):
            may |= {plan.line.id for plan in plans} | {None}
        found[line.id] = may or {None}
    return found


def _going_on_from(book: DeskBook, sheet: Sheet) -> list[Sheet]:
    """The orders that build on an order, be it by way of others."""
    found, others = [sheet], [other for other in book.sheets.orders if other is not sheet]
    for each in found:
        lines = set(each.ids.values())
        found += [other for other in others if lines & set(_base_lines(other))]
        others = [other for other in others if not lines & set(_base_lines(other))]
    return found[1:]


def _base_lines(sheet: Sheet) -> Iterator[str | None]:
    for version in sheet.versions:
        yield from (line.get("base_line") for line in version.body.get("lines", ()))


def has_stood_still(book: DeskBook, sheet: Sheet, version: Version, line_id: str) -> bool:
    """Whether nothing has befallen what a line of a version is about since that was submitted, and nothing is dated."""
    line = version.line(line_id)
    asset = line.said.get("asset", "") if line is not None else ""
    known, ahead = book.profile.assets.get(asset), outlook(book, sheet.account, sheet)
    if is_dated(ahead, asset) or (known is not None and known.record > version.asked):
        return False
    plans = ahead.plans.get(asset, [])
    if any(plan.done or plan.version.queued > version.asked for plan in plans):
        return False
    if known is None and all(plan.line.said.get("action") != "Add" for plan in plans):
        return False  # the order that was to make it has gone
    planned = {id(plan.sheet) for plan in plans}
    others = (other for other in book.sheets.orders if other is not sheet and id(other) not in planned)
    return not any(
        other.off or (other.queued and other.status != Status.COMPLETE)
        for known_sheet in others
        for other in known_sheet.versions
        if any(each.said.get("asset") == asset for each in other.lines.values())
    )
