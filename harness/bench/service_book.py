"""The balance of a service order management: what it told and had done is held against what it was asked for.

While an example runs, it speaks of what was ordered only. In the end what order management wanted last stands in the
network, nothing else does, and order management was told so.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ordertck.harness.bench.parts.network import Network, Placed
from ordertck.harness.bench.service_demand import Demand, Wanted
from ordertck.harness.bench.stage import Stage
from ordertck.harness.messages import Message, Status
from ordertck.harness.oracle import Crossing
from ordertck.harness.oracle.carriage.traffic import Complaint


def complaint(stage: Stage) -> Complaint | None:
    """What is wrong with what was told and asked so far; None where nothing is."""
    return next(_complaints(stage), None)


def let_go(stage: Stage) -> None:
    """Have the network finish what it holds, unless a negative is open that finishing would disturb."""
    stage.settled()
    stage.drop_stale_negatives()
    if not stage.negatives and stage.network.holds:
        stage.network.release()
        stage.settled()


def _complaints(stage: Stage) -> Iterator[Complaint]:
    demand = Demand(stage.channel.traffic.told, stage.channel.traffic.heard)
    yield from _of_nobody(stage, demand)
    yield from _without_work(stage, demand)
    yield from _faults(stage, demand)
    yield from _about_other_things(stage)
    yield from _ended_again(stage)
    yield from _data(stage)
    for objection in stage.network.objections:
        yield Complaint("nothing asked of the network that it cannot do", objection)
    if not demand.unread:
        yield from _ends(stage, demand)
        yield from _standing(stage, demand)


def _of_nobody(stage: Stage, demand: Demand) -> Iterator[Complaint]:
    """Nothing is asked for, and nothing told of, a line that nobody ordered."""
    for line in _asked(stage):
        if line not in demand.lines:
            yield Complaint("nothing asked of the network but what was ordered", f"line {line}")
    for kind in ("provisioning-update", "fault", "fallout"):
        for message in _heard(stage, kind):
            named = message.body.get("line")
            if named and named not in demand.lines:
                yield Complaint("nothing told of lines that nobody ordered", f"a {kind} of line {named}")


def _without_work(stage: Stage, demand: Demand) -> Iterator[Complaint]:
    """Nothing but a change is complete without anything that the network did for it (PV-04)."""
    asked = set(_asked(stage))
    for update in _updates(stage, "status"):
        line = update["line"]
        wanted = demand.lines.get(line)
        if wanted and wanted.effect != "change" and update["value"] == Status.COMPLETE and line not in asked:
            yield Complaint(f"line {line} complete once the network has done it", "nothing asked of the network")


def _faults(stage: Stage, demand: Demand) -> Iterator[Complaint]:
    """What failed is told as failed, what is mended as mended, each failure by a name of its own (PV-07, PV-15)."""
    failed = {report["line"] for report in _reports(stage) if report["outcome"] == "failed"}
    faults = [message.body for message in _heard(stage, "fault")]
    named = {fault.get("line") for fault in faults}
    for line in sorted(failed - named):
        yield Complaint(f"a fault of line {line}, of which the network could not do a step", "none")
    told = Counter(fault.get("line") for fault in faults)
    failures, failing = _failures(stage)
    for line, times in failures.items():
        if told[line] < times:
            yield Complaint(f"{times} faults of line {line}, which was mended in between", f"{told[line]}")
    incidents: dict[str, str | None] = {}
    for fault in faults:
        if incidents.setdefault(fault["incident"], fault.get("line")) != fault.get("line"):
            yield Complaint("an incident of its own for each line that failed", f"{fault['incident']} for two of them")
    for fallout in (message.body for message in _heard(stage, "fallout")):
        if fallout["state"] == "resolved" and fallout["incident"] not in incidents:
            yield Complaint("an incident resolved that was told before", str(fallout["incident"]))
    for line in sorted((set(_mended(stage)) & demand.open_faults) - failing):
        yield Complaint(f"the fault of line {line} resolved, which the network did after all", "nothing of it")


def _about_other_things(stage: Stage) -> Iterator[Complaint]:
    """What the network is asked for a line is about the asset that the line was about (PV-06)."""
    about = {
        line["line"]: line.get("asset")
        for message in stage.channel.traffic.told
        if message.kind == "provisioning-order"
        for line in message.body["lines"]
    }
    for message in _heard(stage, "network-order"):
        for line in message.body["lines"]:
            owed, seen = about.get(line["line"]), line.get("asset")
            if owed and seen and owed != seen:
                yield Complaint(f"line {line['line']} about asset {owed} in the network", str(seen))


def _ended_again(stage: Stage) -> Iterator[Complaint]:
    """The end of a line is not told again because its order rested, or was resumed (PV-08)."""
    ended: dict[str, str] = {}
    rested: set[str] = set()
    for message in (moment.message for moment in stage.moments if isinstance(moment, Crossing)):
        body = message.body
        match message.kind:
            case "provisioning-order" | "cancel":
                ended = {line: order for line, order in ended.items() if order != body["order"]}
            case "suspend" | "resume":
                rested |= {line for line, order in ended.items() if order == body["order"]}
            case "provisioning-update" if body["sort"] == "status" and body["value"] == Status.COMPLETE:
                if body["line"] in ended.keys() & rested:
                    yield Complaint(f"the end of line {body['line']} told once", "COMPLETE again after a rest")
                ended[body["line"]] = body["order"]


def _data(stage: Stage) -> Iterator[Complaint]:
    """The values that the network assigned are told, each of the line that it was assigned to (UF-01, UF-07)."""
    owed = {
        (report["line"], name, value)
        for report in _reports(stage)
        if report["outcome"] == "done"
        for name, value in report.get("attributes", {}).items()
    }
    told = {(update["line"], update.get("attribute"), update["value"]) for update in _updates(stage, "data")}
    for line, name, value in sorted(owed - told):
        yield Complaint(f"{name} {value} told of line {line}, to which it was assigned", "nothing of it")
    assigned = {name for _, name, _ in owed}
    for line, name, value in sorted((line, name, value) for line, name, value in told - owed if name in assigned):
        yield Complaint(f"no {name} told of line {line} that was not assigned to it", value)


def _ends(stage: Stage, demand: Demand) -> Iterator[Complaint]:
    """What the network has done with is told as complete or, of a cancelled order, as cancelled (PV-04, PV-05)."""
    latest = {update["line"]: update["value"] for update in _updates(stage, "status")}
    for line, wanted in demand.lines.items():
        if wanted.order in demand.doubtful or demand.is_stuck(line) or stage.network.holding(wanted.order):
            continue
        cancelled = wanted.order in demand.cancelled
        owed = Status.CANCELLED if cancelled else Status.COMPLETE
        if (cancelled or wanted.is_wanted) and latest.get(line) != owed:
            yield Complaint(f"line {line} {owed} in the end", latest.get(line, "nothing told of it"))


def _standing(stage: Stage, demand: Demand) -> Iterator[Complaint]:
    """What stands in the network in the end is what order management wanted last (PV-05, PV-06)."""
    for asset, orders in demand.orders_by_asset().items():
        if orders & demand.doubtful or any(stage.network.holding(order) for order in orders):
            continue
        owed = demand.standing(asset)
        if owed is not None:
            yield from _compared(asset, owed, stage.network)


def _compared(asset: str, owed: Mapping[str | None, Wanted], network: Network) -> Iterator[Complaint]:
    seen = network.standing(asset)
    for site in seen.keys() - owed.keys():
        yield Complaint(f"nothing left of {asset} at {site or 'its place'}", ", ".join(seen[site]))
    for site, wanted in owed.items():
        if not _fits(wanted, seen.get(site, {})):
            there = [f"{name}: {step.quantity} {step.attributes}" for name, step in seen.get(site, {}).items()]
            text = f"{wanted.quantity} of {asset} at {site or 'its place'} in the end, with {wanted.setting}"
            yield Complaint(text, "; ".join(there) or "nothing")


def _fits(wanted: Wanted, steps: Mapping[str, Placed]) -> bool:
    """Whether there are as many of each step as are wanted, and each attribute is set on one of them at least."""
    return (
        bool(steps)
        and all(step.quantity == wanted.quantity for step in steps.values())
        and all(
            any(step.attributes.get(name) == value for step in steps.values()) for name, value in wanted.setting.items()
        )
    )


def _asked(stage: Stage) -> list[str]:
    return [line["line"] for message in _heard(stage, "network-order") for line in message.body["lines"]]


def _heard(stage: Stage, kind: str) -> list[Message]:
    return [message for message in stage.channel.traffic.heard if message.kind == kind]


def _updates(stage: Stage, sort: str) -> list[Mapping[str, Any]]:
    return [message.body for message in _heard(stage, "provisioning-update") if message.body["sort"] == sort]


def _reports(stage: Stage) -> list[Mapping[str, Any]]:
    told = {message.id: message for message in stage.channel.traffic.told if message.kind == "network-report"}
    return [message.body for message in told.values()]


def _failures(stage: Stage) -> tuple[Counter[str], set[str]]:
    """How often each line failed, and which still have; what fails while the line has failed is no further failure."""
    failed: set[str] = set()
    times: Counter[str] = Counter()
    for report in _reports(stage):
        if report["outcome"] != "failed":
            failed.discard(report["line"])
        elif report["line"] not in failed:
            failed.add(report["line"])
            times[report["line"]] += 1
    return times, failed


def _mended(stage: Stage) -> Iterator[str]:
    """The lines of which a step was done that had failed."""
    failed: set[tuple[str, str]] = set()
    for report in _reports(stage):
        step = (report["line"], report["step"])
        if report["outcome"] == "failed":
            failed.add(step)
        elif step in failed and report["outcome"] == "done":
            yield report["line"]
