"""The balance of a service order management: it speaks, and has things done, of what it was asked for only."""

from collections.abc import Iterator, Mapping
from typing import Any

from ordertck.harness.bench.carriage.traffic import Complaint
from ordertck.harness.bench.stage import Stage
from ordertck.harness.messages import Message


def complaint(stage: Stage) -> Complaint | None:
    """What is wrong with what was told and asked so far; None where nothing is."""
    return next(_complaints(stage), None)


def _complaints(stage: Stage) -> Iterator[Complaint]:
    ordered = _ordered(stage)
    for line in _asked(stage):
        if line not in ordered:
            yield Complaint("nothing asked of the network but what was ordered", f"line {line}")
    for kind in ("provisioning-update", "fault", "fallout"):
        for message in _told(stage, kind):
            named = message.body.get("line")
            if named and named not in ordered:
                yield Complaint("nothing told of lines that nobody ordered", f"a {kind} of line {named}")
    for message in _told(stage, "provisioning-update"):
        yield from _without_work(message.body, ordered, set(_asked(stage)))


def _without_work(update: Mapping[str, Any], ordered: Mapping[str, str], asked: set[str]) -> Iterator[Complaint]:
    """What is new is not complete without anything that the network did for it (PV-04)."""
    line = update["line"]
    if update["sort"] == "status" and update["value"] == "COMPLETE" and ordered[line] == "add" and line not in asked:
        yield Complaint(f"line {line} complete once the network has done it", "nothing asked of the network")


def _ordered(stage: Stage) -> dict[str, str]:
    """The lines of all provisioning orders, with what was first to be done with each."""
    lines: dict[str, str] = {}
    for message in stage.channel.traffic.told:
        if message.kind == "provisioning-order":
            for line in message.body["lines"]:
                lines.setdefault(line["line"], line["effect"])
    return lines


def _asked(stage: Stage) -> list[str]:
    return [line["line"] for message in _told(stage, "network-order") for line in message.body["lines"]]


def _told(stage: Stage, kind: str) -> list[Message]:
    return [message for message in stage.channel.traffic.heard if message.kind == kind]
