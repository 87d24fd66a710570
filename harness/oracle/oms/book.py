"""The accounts of order management: orders and lines as told, what neighbours were asked, what is installed."""

from ordertck.harness.messages import (
    BillingOrder,
    Fallout,
    Fault,
    LifeCycleEvent,
    Message,
    OrderProgress,
    ProvisioningOrder,
    Refusal,
    SalesOrder,
    Status,
    WorkUpdate,
)
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.oms import intake, overtaken, revised, under_way
from ordertck.harness.oracle.oms.accounts import (
    Asked,
    Incident,
    LineAccount,
    OrderAccount,
    Raised,
    Should,
    Taken,
    Version,
    Work,
)
from ordertck.harness.oracle.oms.known import Known


class OrderSystemBook(Known):
    """The accounts of one order system, kept from the messages that cross its edges."""

    # What crosses

    def rest(self, rest: Rest) -> None:
        """What was told and is not refused by now was taken in."""
        self.rested = rest
        for order in self.orders.values():
            for version in order.versions:
                if version.taken is Taken.OPEN and not (order.vague or version.fell_out):
                    order.decide(version, Taken.YES)
                    self._takes_effect(order, version)
            if order.status == Status.COMPLETE:
                self._all_complete(order, rest.record)
        self.waiting = {order.number for order in self.ready() if order.begun is None}

    def note(self, crossing: Crossing) -> None:
        """Take down a message."""
        message = crossing.message
        if crossing.told:
            if message.id not in self._told:
                self._told.add(message.id)
                self._was_told(crossing, message)
            elif message.kind in ("sales-order", "cancel") and (known := self.orders.get(str(message.body["order"]))):
                known.repeated = crossing.record
        else:
            self._was_heard(crossing, message)

    def _was_told(self, crossing: Crossing, message: Message) -> None:
        match message.kind:
            case "sales-order":
                self._ordered(crossing, message.read(SalesOrder))
            case "cancel":
                self._cancelled(crossing, message.read(LifeCycleEvent).order)
            case "provisioning-update" | "billing-update":
                self._reported(crossing, message.read(WorkUpdate))
            case "fault":
                self._failed(crossing, message.read(Fault))
            case "fallout":
                if (incident := self.incidents.get(message.read(Fallout).incident)) is not None:
                    incident.open, incident.mended = False, crossing.record
            case "neighbour-away":
                self.away.add(str(message.body["neighbour"]))
            case "neighbour-back":
                self.away.discard(str(message.body["neighbour"]))

    def _was_heard(self, crossing: Crossing, message: Message) -> None:
        match message.kind:
            case "billing-order":
                billing = message.read(BillingOrder)
                for billed in billing.lines:
                    self._asks(Asked(crossing.record, message.id, billing.order, billed, billing.phase))
            case "provisioning-order":
                call = message.read(ProvisioningOrder)
                for line in call.lines:
                    self._asks(Asked(crossing.record, message.id, call.order, line))
            case "order-update" | "order-snapshot":
                self._told_crm(crossing, message.read(OrderProgress))
            case "refusal":
                self._refused(message)
            case "fallout":
                self._told_of_incident(crossing.record, message.read(Fallout))

    def _ordered(self, crossing: Crossing, sold: SalesOrder) -> None:
        priority = crossing.message.priority
        level = priority if priority is not None else int(self.switches["default_priority"])
        known = self.orders.get(sold.order)
        version = Version(sold, crossing.record, crossing.at, level, Should.EITHER)
        if known is None or intake.is_known_refused(known):
            version.should, version.flaw = intake.of_order(self, sold, priority, crossing.at)
        elif revised.withdraws_all(known, sold):
            version.cancels = True
            version.should, version.flaw = intake.of_cancel(self, known)
            version.order = sold = known.candidates[0].order  # what a second one takes back as well
        else:
            version.order = sold = revised.without_withdrawn(self, known, sold)
            version.should, version.flaw = intake.of_version(self, known, version, priority)
            version.means(sold := revised.in_full(self, known, sold))
        version.waits = under_way.open_bases(self, sold)
        order = self.orders.setdefault(sold.order, OrderAccount(sold.order))
        version.late, version.unsure_date = order.begun is not None, under_way.may_have_begun(order)
        version.surely_late = order.begun is not None and order.begun < self.rested.record
        order.add(version)
        if version.should is Should.REFUSE:
            self.flawed.append((order, version))
        self.installed.ordered(sold)
        for line in sold.lines:
            self.lines.setdefault(line.id, LineAccount(line.id, sold.order))
            self.may_be_worked_in(line)

    def _cancelled(self, crossing: Crossing, number: str) -> None:
        known = self.orders.get(number)
        should, flaw = intake.of_cancel(self, known)
        again = known is not None and known.cancelled
        if known is None or not known.versions or again:  # whether one that comes again is refused is left open
            self.vain_cancels.append(number)
            return
        before = (known.candidates or known.versions)[0]
        version = Version(before.order, crossing.record, crossing.at, before.priority, should, flaw, cancels=True)
        known.add(version)
        if should is Should.REFUSE:
            self.flawed.append((known, version))

    def _refused(self, message: Message) -> None:
        number = message.read(Refusal).order
        order = self.orders.get(number)
        undecided = [v for v in order.versions if v.taken is Taken.OPEN] if order is not None else []
        flawed = [version for version in undecided if version.should is Should.REFUSE]
        if number in self.vain_cancels and not flawed:
            self.vain_cancels.remove(number)  # of an order that was not there yet, or was cancelled already
            if order is not None and order.cancelled and undecided:
                order.vague = True  # or the cancel was heard in silence, and a version that came since is refused
        elif order is not None and undecided:
            # Where several wait for an answer, the one that has to be refused is the one that is, or that may be.
            unsure = [version for version in undecided if version.should is Should.EITHER]
            order.vague = order.vague or (not flawed and len(unsure) > 1)
            refused = (flawed[:1] or unsure[-1:] or undecided[-1:])[0]
            order.decide(refused, Taken.NO if not order.vague else Taken.OPEN)

    def _falls_out(self, order: OrderAccount) -> None:
        """An order that is not taken in may fall out where another system refuses it."""
        undecided = [version for version in order.versions if version.taken is Taken.OPEN]
        flawed = [version for version in undecided if version.should is Should.REFUSE]
        unsure = [version for version in undecided if version.should is Should.EITHER]
        if flawed and not order.unclear:
            order.decide(flawed[0], Taken.NO)
        else:
            for version in flawed[:1] or unsure:  # which of several it was nobody can say
                order.unclear = version.fell_out = True

    def _takes_effect(self, order: OrderAccount, version: Version) -> None:
        """A version counts from now on: what it leaves out will not be completed any more, nor stays what it ends."""
        ended = {line.id for line in self.lines_of(order)} if version.cancels else self.deleted.get(version.order.id)
        self.left_out -= ended or set()
        kept = set() if version.cancels else {line.id for line in version.order.lines}
        for line in self.lines_of(order):
            if line.id not in kept and line.complete is None:
                line.lost = line.lost or version.record

    # What neighbours are asked, and report

    def _asks(self, asked: Asked) -> None:
        line, order = self.lines.get(asked.line.line), self.orders.get(asked.order)
        if order is not None and len(order.versions) == 1 and order.versions[0].taken is Taken.OPEN:
            order.decide(order.versions[0], Taken.YES)  # what is worked on was taken in
        if order is not None and order.begun is None:
            order.begun = asked.record
            for version in order.versions[1:]:
                version.unsure_date = version.unsure_date or version.taken is Taken.OPEN
        if line is None:
            return
        if others := under_way.others_at_work(self, line):
            self.installed.overlaps(line.id, under_way.contested(self, line, others))
        before = line.billing if asked.phase else line.provisioning
        if asked.effect == "add" and any(a.state is Work.FAILED and a.effect == "remove" for a in before):
            self.installed.unsure.add(self.installed.asset_of(line.id))  # whether it had been removed nobody can say
        self.installed.asks(asked, before)
        before.append(asked)
        self.calls[asked.call, line.id] = asked

    def _reported(self, crossing: Crossing, told: WorkUpdate) -> None:
        line = self.lines.get(told.line)
        latest = line.provisioning[-1] if line and line.provisioning else None
        asked = self.calls.get((told.call or "", told.line), latest)
        if line is not None and told.sort == "data":
            line.reported_values.add((told.attribute or "", told.value))
            line.reported[f"{told.attribute} {told.value}"] += 1
        if line is None or asked is None:
            return
        if told.sort == "milestone":
            line.reported[told.value] += 1
            if asked is line.provisioning[-1] and told.value not in line.milestones and line.complete is None:
                line.reaches(told.value, crossing.record, overtaken.leads_on(self, line, asked.line))
        elif told.sort == "data":
            name, back = told.attribute or "", overtaken.turns_back(self, line, asked)
            line.filled_at[name] = crossing.record
            if asked is line.provisioning[-1] and asked.effect != "remove" and not back:
                line.assigned[name] = told.value
                asked.assign(name, told.value)
                self.installed.assigned(line.id, name, told.value, self.is_outdated(asked, told.attribute))
            else:
                line.outdated_values.add((name, told.value))
                self.installed.unsure |= {self.installed.asset_of(line.id), asked.line.asset or ""} if back else set()
        elif self.installed.means_done(asked, told.value) and asked.state in (Work.OPEN, Work.FAILED):
            self._is_done(line, asked, crossing.record)
        elif not asked.phase and self.is_unknown(asked, told.value):
            self.unmapped.append((line.id, crossing.record))

    def _is_done(self, line: LineAccount, asked: Asked, record: int) -> None:
        before = [other for other in line.provisioning if other.record < asked.record and other.state is Work.OPEN]
        if before and not asked.phase:  # what was asked earlier is done later
            self.installed.unsure.add(self.installed.asset_of(line.id))
        asked.state = Work.DONE
        self.installed.done(asked)
        if not line.failed:
            for incident in self.orders[line.order].incidents:
                mended = incident.line == line.id and incident.billing == bool(asked.phase)
                incident.open = incident.open and not mended
                if mended and line.lost and not incident.mended and self.orders[line.order].cancelled:
                    incident.mended = record  # nobody wants it any more

    def _failed(self, crossing: Crossing, fault: Fault) -> None:
        billing = crossing.message.edge == "billing"
        incident = Incident(fault.incident, fault.order, fault.line, crossing.record, billing)
        self.incidents[fault.incident] = incident
        if fault.order in self.orders:
            self.orders[fault.order].incidents.append(incident)
        line = self.lines.get(fault.line or "")
        for asked in line.asked if line else ():
            if asked.state is Work.OPEN and (asked.phase != "") == billing:
                asked.state = Work.FAILED

    # What the CRM is told

    def _told_crm(self, crossing: Crossing, told: OrderProgress) -> None:
        order = self.orders.get(told.order)
        if order is None:
            return
        for said in told.lines:
            line = self.lines.get(said.line)
            if line is None:
                continue
            if said.status == Status.COMPLETE:
                self._completes(line, crossing.record)
            line.status = said.status or line.status
            if said.milestone and said.milestone not in line.told_milestones:
                line.told_milestones.append(said.milestone)
            line.turned_to.update(set(said.attributes.items()) - set(line.told_values.items()))
            line.told_values.update(said.attributes)
        order.status = told.status
        if told.status == Status.CANCELLED and (cancel := overtaken.open_cancel(self, order)) is not None:
            order.decide(cancel, Taken.YES)
            self._takes_effect(order, cancel)
        order.ended = told.status if told.status in (Status.COMPLETE, Status.CANCELLED) else order.ended
        if told.status == Status.COMPLETE:
            self._all_complete(order, crossing.record)

    def _told_of_incident(self, record: int, fallout: Fallout) -> None:
        order = self.orders.get(fallout.order)
        if order is not None and fallout.state == "raised":
            order.raised.append(Raised(fallout.line, record, fallout.incident))
            order.alarms[fallout.incident] = fallout.line
            if fallout.incident not in self.incidents:
                self._falls_out(order)
        elif order is not None:
            order.resolved.append(fallout.incident)
            order.alarms.pop(fallout.incident, None)

    def _all_complete(self, order: OrderAccount, record: int) -> None:
        """An order is complete, and so are its lines: those that it has whichever version counts."""
        for sold in order.candidates[0].order.lines if order.candidates else ():
            if (line := self.lines[sold.id]).complete is None and self.is_kept(line):
                self._completes(line, record)

    def _completes(self, line: LineAccount, record: int) -> None:
        if line.complete is None:
            line.complete = record
            open_yet = {intake.substance(self, version.order, wanted) for version, wanted in self.wanted(line)}
            if self.orders[line.order].vague or len(open_yet) > 1:
                self.installed.unsure.add(self.installed.asset_of(line.id))
            for version, wanted in self.wanted(line)[:1]:
                listed = self.effective_list(version.order, wanted)
                self.installed.complete(wanted, version.order, listed, self.standing_values(line, wanted))
                for name in self.open_values(line, wanted):
                    self.installed.leaves_open(line.id, name)
                built_on = wanted.base_line and not wanted.price_list and self.switches["update_empty_pl"] == "fill"
                if built_on or self.may_default(version.order, wanted):
                    self.installed.lists_open(line.id)
