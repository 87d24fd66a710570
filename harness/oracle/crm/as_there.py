"""What a user enters of an asset as it is there already: whether that is altered, no document says (PD-01)."""

from collections.abc import Mapping

from ordertck.harness.oracle.crm.installed import Profile
from ordertck.harness.oracle.crm.line import Line, filled_in
from ordertck.harness.oracle.crm.sheets import Sheets


def take_down(profile: Profile, sheets: Sheets, ref: str, said: Mapping[str, str]) -> None:
    """A user has entered these fields of the line of this ref: some may be as its asset has them."""
    known = sheets.by_ref.get(said.get("order", ""))
    line = known[1].lines.get(ref) if known is not None else None
    if line is not None and line.said.get("asset"):
        line.note_as_there(said, _may_have(profile, sheets, line))


def may_be_queued(profile: Profile, sheets: Sheets, line: Line, name: str) -> set[str | None]:
    """What may be queued instead of an attribute that was entered as it was there: nothing, or how that is by now."""
    if name not in line.as_there or not line.said.get("asset"):
        return set()
    return {None, *(filled_in(each).get(name) for each in _may_have(profile, sheets, line))}


def _may_have(profile: Profile, sheets: Sheets, line: Line) -> list[Mapping[str, str]]:
    """The attributes with which the asset of a line may be, or with which other lines may leave it."""
    asset = line.said.get("asset", "")
    known = profile.assets.get(asset)
    states = known.possible() if known is not None else []
    there = [state.attributes for state in states if state is not None]
    return [*there, *(other.told for other in sheets.others_about(asset, line))]
