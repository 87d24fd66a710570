"""The fuzzer: whatever comes over the wire, the run ends, its report is whole, and nothing of it is the kit's fault.

It is the same every time. ``ORDERTCK_FUZZ=25000`` goes on with other seeds until so many examples have run.
"""

import json
import os
from collections import Counter
from itertools import count
from pathlib import Path

import pytest
from lxml import etree

from ordertck.harness import schemas
from ordertck.harness.adapter_check.checkup import Checkup
from ordertck.harness.adapters.json_text import decode
from ordertck.harness.conformance import conformant
from ordertck.harness.examination import Examination
from ordertck.harness.messages.landscape import TOGETHER
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.reports.folder import begun
from ordertck.harness.reports.terminal import brief, shown
from ordertck.harness.reports.words import Paint
from ordertck.harness.tests.fuzzing.fuzzed import WAYS, Chance, examined, fuzzed_claims, opening
from ordertck.harness.text import printable
from ordertck.harness.verdicts import Blame, Verdict

EXAMPLES = os.environ.get("ORDERTCK_FUZZ")
ROLES = [(role,) for role in PARTS]
SETS = [*ROLES, *(tuple(sorted(roles)) for roles in TOGETHER if len(roles) == 2)]
OFTEN = (0.005, 0.02, 0.05, 0.2, 0.5)
# So many changes that no system may make cannot all be harmless.
FEW = 10
# What a run of some hundred examples of a few messages may come to, at most.
SECONDS, LONGEST_LINE, LARGEST = 30.0, 3_000, 64 * 1024 * 1024


def require_whole(folder: Path, found: Examination, written: list[Path]) -> None:
    """Results, JUnit file and transcript can be read, and what a terminal is shown does nothing to it."""
    results = json.loads((folder / "results.json").read_bytes())
    assert not schemas.problems("results", results)
    etree.parse(folder / "junit.xml")
    for line in (folder / "transcript.ndjson").read_bytes().splitlines():
        decode(line)
    assert max(path.stat().st_size for path in written) < LARGEST
    paint = Paint()
    told = "\n".join((*shown([found], paint), *brief(found, paint)))
    assert printable(told) == told
    assert max(map(len, told.splitlines())) < LONGEST_LINE


def fuzz(roles: tuple[str, ...], way: str, chance: Chance, folder: Path, every: int = 1) -> Examination:
    """One examination, its report written and looked through; nobody blames the kit."""
    with begun(folder) as report:
        found = examined(roles, way, chance, report.transcript(), every)
        written = report.write([found])
    require_whole(folder, found, written)
    ours = [f"{e.id} at {e.step}: {e.reason}" for e in found.examples if e.blame is Blame.KIT]
    assert not ours
    assert found.seconds < SECONDS
    assert chance.breaches < FEW or not conformant(found)
    return found


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("roles", ROLES, ids="+".join)
def test_odd_traffic(roles: tuple[str, ...], way: str, tmp_path: Path) -> None:
    """Other kinds, other edges, odd values, odd lines, odd objects: a verdict on every example, none of conformance."""
    fuzz(roles, way, Chance(f"{roles} {way}", 0.05), tmp_path / "report", every=5)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("roles", ROLES, ids="+".join)
def test_permitted_traffic(roles: tuple[str, ...], way: str, tmp_path: Path) -> None:
    """Further fields, redeliveries, other people's messages, other spellings of JSON: every verdict is as without."""
    found = fuzz(roles, way, Chance(f"{roles} {way}", 0.1, permitted=True), tmp_path / "report", every=4)
    assert {str(e.id): e.seen for e in found.examples if e.verdict is not Verdict.PASSED} == {}
    assert conformant(found)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("roles", ROLES, ids="+".join)
def test_check_adapter(roles: tuple[str, ...], way: str) -> None:
    """The check of an adapter comes to its end, and says in a line or two what is amiss."""
    for seed in range(4):
        chance = Chance(f"{roles} {way} {seed}", 0.05)
        checkup = Checkup(fuzzed_claims(roles), opening(way, chance), "SCHECK")
        for step in checkup.examine():
            assert len(f"{step.found}{step.expected}{step.seen}{step.remedy}") < LONGEST_LINE


@pytest.mark.skipif(not EXAMPLES, reason="the longer run: ORDERTCK_FUZZ=25000")
def test_longer(tmp_path: Path) -> None:
    """So many examples, in every role and way, with little and with much amiss."""
    done: Counter[str] = Counter()
    for seed in count():
        for roles in SETS:
            for way in WAYS:
                chance = Chance(f"{seed} {roles} {way}", OFTEN[seed % len(OFTEN)], permitted=seed % 7 == 6)
                found = fuzz(roles, way, chance, tmp_path / "report")
                done.update(e.verdict.value for e in found.examples if e.verdict is not Verdict.INAPPLICABLE)
                if chance.permitted:
                    assert conformant(found), f"seed {seed}, {roles}, {way}"
        if done.total() >= int(EXAMPLES or 0):
            break
    print(f"{done.total()} examples: {dict(done)}")  # noqa: T201 - for whoever runs it with -s
