"""Differences: what a newer version of an order changes, line by line (SU-05)."""

from collections.abc import Mapping
from dataclasses import dataclass

from ordertck.harness.reference.oms.fulfilment import LineFulfilment
from ordertck.harness.reference.oms.order_life_cycle import LineState


@dataclass(frozen=True, slots=True)
class Difference:
    """What a newer version changes, by line id; lines that stay as they are are in none of the three."""

    added: tuple[str, ...]
    withdrawn: tuple[str, ...]
    altered: tuple[str, ...]

    @property
    def touched(self) -> tuple[str, ...]:
        """The lines of the earlier version that do not stay as they are."""
        return (*self.withdrawn, *self.altered)


def compare(old: Mapping[str, LineFulfilment], new: Mapping[str, LineFulfilment]) -> Difference:
    """The difference of two versions: lines by identity, never by place; contents, never the action alone."""
    kept = [line for line in old if line in new]
    return Difference(
        added=tuple(line for line in new if line not in old),
        withdrawn=tuple(line for line in old if line not in new),
        altered=tuple(line for line in kept if not is_wanted(old[line], new[line])),
    )


def is_wanted(old: LineFulfilment, new: LineFulfilment) -> bool:
    """Whether a line is on its way to what it is to be; one that is being undone goes where it is wanted next."""
    going = old.again if old.state is LineState.UNDOING or old.overtaken else old
    return going is not None and substance(going) == substance(new)


def substance(planned: LineFulfilment) -> tuple[object, ...]:
    """What of a line matters for a revision: its site or else the header's (OM-03), not its number, for one."""
    line, work = planned.line, planned.work.provisioning
    site = work.site if work is not None else line.site
    return (
        line.product, line.action, line.asset, site, line.service_point, line.override, planned.price_list,
        dict(line.attributes),
    )  # fmt: skip
