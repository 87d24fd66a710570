"""All sheets of a CRM, and what users do to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ordertck.harness.oracle.crm.line import Line
from ordertck.harness.oracle.crm.sheet import Sheet, Version


@dataclass(frozen=True, slots=True)
class DeskAct:
    """What a user did at the desk to what goes by ``ref``, and what it showed then, in ``record``."""

    record: int
    verb: str
    what: str
    ref: str
    said: Mapping[str, str]
    shown: Mapping[str, Any]

    @property
    def refused(self) -> bool:
        """Whether the desk refused it."""
        return self.shown.get("refused") is not None


class Sheets:
    """All sheets, by the ref of each version, and by number; ``lists`` are the price lists that accounts were given."""

    def __init__(self) -> None:
        self.by_ref: dict[str, tuple[Sheet, Version]] = {}
        self.numbers: dict[str, Sheet] = {}
        self.lists: dict[str, str] = {}

    @property
    def orders(self) -> list[Sheet]:
        """The orders, as they were begun."""
        return list({id(sheet): sheet for sheet, _ in self.by_ref.values() if sheet.kind == "order"}.values())

    def others_about(self, asset: str, own: Line) -> list[Line]:
        """The lines about an asset, of every version of every order, but for what any version says of this line."""
        lines = (line for sheet in self.orders for version in sheet.versions for line in version.lines.values())
        return [line for line in lines if line.said.get("asset") == asset and line.ref != own.ref]

    def asked(self, record: int, body: Mapping[str, Any]) -> None:
        """A user submits a version, or goes on from one; what is queued may come before the desk answers."""
        if body["verb"] == "revise" and body["ref"] in self.by_ref:
            version = self.by_ref[body["ref"]][1]
            version.went_on = not version.off
        if body["verb"] == "approve" and (known := self.by_ref.get(body["ref"])) is not None and not known[1].queued:
            known[1].off = False  # it may have been submitted again since a supervisor rejected it
        if body["verb"] == "submit" and (known := self.by_ref.get(body["ref"])) is not None:
            sheet, version = known
            sheet.submits.append(record)
            said = body.get("fields", {})
            if not version.taken:
                version.asked = record
                sheet.events += 1
                if said.get("priority"):
                    version.header["priority"] = said["priority"]
                version.loose = version.loose or "revision" in said

    def done(self, record: int, asked: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        """The desk has answered what was ``asked`` of it with an order, a quote, an opportunity or a line."""
        act = DeskAct(record, asked["verb"], asked["object"], asked["ref"], asked.get("fields", {}), shown)
        if act.what == "line":
            self._line(act)
        elif act.verb == "convert" and not act.refused:
            self._converted(act)
        elif act.verb == "enter":
            if not act.refused:
                self._entered(act)
        elif (known := self.by_ref.get(act.ref)) is not None:
            revised = act.verb == "revise" and not act.refused
            if revised and act.said.get("as") and not any(version.taken for version in known[0].versions):
                self._begun_anew(act, known[0].kind)
            else:
                self._acted(act, *known)
            if revised:
                self._may_go_on(known[1], act)

    def _may_go_on(self, revised: Version, act: DeskAct) -> None:
        """A desk may go on in a draft that is there already, and shows that: then none is begun under the new ref."""
        new, named = act.said.get("as", ""), act.shown.get("ref")
        begun, is_a_draft = self.by_ref.get(new), not revised.taken or revised.stopped
        if begun is not None and named not in (None, new) and (named != revised.ref or is_a_draft):
            begun[1].may_be_gone = begun[1].loose = True

    # Header

    def _entered(self, act: DeskAct) -> None:
        known = self.by_ref.get(act.ref)
        if known is not None and known[1].may_be_gone and act.shown.get("id") not in (None, known[0].number):
            known[0].versions.remove(known[1])
            known = None
        if known is None:
            version = Version(act.ref, act.record)
            known = self.by_ref[act.ref] = Sheet(act.what, act.record, versions=[version]), version
            begins_with = self.lists.get(act.said.get("account", "")) or act.shown.get("fields", {}).get("price_list")
            if begins_with:
                version.header["price_list"] = begins_with
            else:
                version.loose_header.add("price_list")
        sheet, version = known
        self._number(sheet, act.shown)
        for name, value in act.said.items():
            version.loose_header.discard(name)
            if version.taken and not version.queued:  # what is on its way may say it as it was
                version.loose_header.add(name)
            if value:
                version.header[name] = value
            else:
                version.header.pop(name, None)

    def _number(self, sheet: Sheet, shown: Mapping[str, Any]) -> None:
        sheet.number = sheet.number or shown.get("id") or ""
        if sheet.number and sheet.kind == "order":
            self.numbers[sheet.number] = sheet

    def _converted(self, act: DeskAct) -> None:
        source = self.by_ref.get(act.ref)
        for kind in ("order", "quote"):
            if ref := act.said.get(kind):
                account = source[0].account if source is not None else act.ref
                version = Version(ref, act.record, {"account": account}, loose=True)
                sheet = Sheet(kind, act.record, versions=[version])
                self.by_ref[ref] = sheet, version
                self._number(sheet, act.shown)
                if source is not None:
                    source[0].became = ref
                    version.copied = self._quoted(*source)

    def _quoted(self, sheet: Sheet, version: Version) -> dict[str, Line] | None:
        """The lines that are ordered when a sheet becomes an order: of a quote those that were accepted."""
        lines = sheet.accepted_lines if sheet.is_changed else version.content()[1]
        if not version.loose and not any(line.loose for line in lines.values()):
            return lines
        return None if sheet.is_changed else version.copied

    # Versions

    def _acted(self, act: DeskAct, sheet: Sheet, version: Version) -> None:
        match act.verb:
            case "submit" if not version.taken:
                self._submitted(act, version)
                self._may_discard(version)
            case "approve" if act.refused:
                version.off = version.off or (version.stopped and not version.queued)
            case _ if act.refused:
                return
            case "price":
                version.loose_header.discard("price_list")
                version.header["price_list"] = act.said.get("price_list", "")
            case "revise" if act.said.get("as"):
                self._supplemental(act, sheet, version)
            case "revise":
                version.earlier.append(version.content())
            case "discard":
                self._discarded(sheet, version)
            case "approve" | "reject":
                self._decided(act, version)
            case "accept":
                sheet.accepted, sheet.accepted_list = True, version.header.get("price_list", "")
                _, sheet.accepted_lines = version.content()
                sheet.touched = False

    def _submitted(self, act: DeskAct, version: Version) -> None:
        """A version is submitted, or the CRM refuses that."""
        if not act.refused:
            version.taken = act.record
            return
        version.asked = 0
        if act.said.get("priority"):  # whether what was picked is kept is left open
            version.header.pop("priority", None)
            version.loose_header.add("priority")

    def _may_discard(self, version: Version) -> None:
        """With a follow-on order, what is pending of the order that it builds on may be discarded (FO-10)."""
        queued = version.body.get("lines", ()) if version.taken else ()
        behind = {line["base_line"] for line in queued if line.get("base_line")}
        for sheet, pending in self.by_ref.values() if behind else ():
            if pending.base is not None and not pending.taken and not behind.isdisjoint(sheet.ids.values()):
                pending.may_be_gone = pending.loose = True

    def _discarded(self, sheet: Sheet, version: Version) -> None:
        """What was written last is taken back; a draft that nothing was before is gone."""
        if version.earlier:
            version.header, version.lines = version.earlier.pop()
            version.loose_header |= set() if "priority" in version.header else {"priority"}
        else:
            self.by_ref.pop(version.ref, None)
            sheet.versions.remove(version)

    def _decided(self, act: DeskAct, version: Version) -> None:
        """Somebody approves a version, or rejects it."""
        version.approved, version.stopped = (act.record, False) if act.verb == "approve" else (0, True)
        version.approved_lines = set(version.lines)
        if act.verb == "reject":
            version.rejected = True
            version.off = version.off or bool(version.taken and not version.queued)
            version.loose = version.loose or bool(version.queued)  # what becomes of it now is left open

    def _begun_anew(self, act: DeskAct, kind: str) -> None:
        """A supplemental to what nobody has taken: what it holds, and of which order it is, is left to the CRM."""
        ref = act.said["as"]
        sheet = Sheet(kind, act.record, versions=[version := Version(ref, act.record, loose=True)])
        self.by_ref[ref] = sheet, version
        self._number(sheet, act.shown)

    def _supplemental(self, act: DeskAct, sheet: Sheet, version: Version) -> None:
        base = version if version.taken and not version.off else sheet.counting or version
        header, lines = base.content()
        # Where no version counts, what comes after two that were refused may go on from either.
        loose = base.loose or (sheet.counting is None and base.off and base.base is not None)
        loose = loose or (version.off and version.went_on)  # it was refused while the desk was at it
        new = Version(
            act.said["as"], act.record, header, lines, base=base, loose=loose, loose_header=set(base.loose_header)
        )
        new.orphans |= base.orphans
        for line in lines.values():
            line.own.clear()
        if any(each.off for each in sheet.versions):  # on what one goes on that was refused in between is left open
            new.loose_header |= set(header)
            for line in lines.values():
                line.loose |= set(line.said)
        sheet.versions.append(new)
        self.by_ref[new.ref] = sheet, new

    # Lines

    def _line(self, act: DeskAct) -> None:
        ref, said = act.ref, act.said
        known = self.by_ref.get(said.get("order", ""))
        if known is None:
            return
        sheet, version = known
        version.copied, sheet.touched = None, True
        if act.refused:
            self._kept_out(version, ref)
        elif act.verb == "discard":
            gone = version.lines.pop(ref, None)
            version.shown -= {gone.id} if gone is not None else set()
            below = {ref}  # a line is entered before those below it
            for each in version.lines.values():
                below |= {each.ref} if each.parent in below else set()
            version.orphans |= {each.id for each in version.lines.values() if each.ref in below}
        elif act.verb == "override":
            if (line := version.lines.get(ref)) is not None:
                line.override = said.get("price") or None
        else:
            line = version.lines.setdefault(ref, Line(ref))
            line.enter({name: value for name, value in said.items() if name not in ("order", "parent")})
            if line.override and said.get("action") in ("", "-"):
                line.loose.add("action")  # whether it is an Update still, or is to be left as it is, is open
            line.parent = said.get("parent", line.parent)
            line.id = act.shown.get("id") or line.id
            sheet.entered.add(line.id)
            version.orphans.discard(line.id)

    def _kept_out(self, version: Version, ref: str) -> None:
        """The desk did not take something of a line: what it says of it now is not told from here."""
        if (line := version.lines.get(ref)) is not None:
            line.loose |= set(line.said)
