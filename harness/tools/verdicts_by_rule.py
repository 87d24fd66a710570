"""What a plan comes to, rule by rule, by one way to its system."""

from collections import defaultdict

from ordertck.harness.plan import Plan
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.runner.terms import Open
from ordertck.harness.verdicts import Verdict, worst

_SESSION = "PARITY"
Verdicts = dict[str, Verdict]


def verdicts_by(plan: Plan, open_system: Open, jobs: int = 1) -> Verdicts:
    """The verdict on each rule of a plan."""
    ran = run(plan, Conditions(_SESSION, jobs=min(jobs, max(1, len(plan.ready)))), open_system=open_system).examples
    by_rule: dict[str, list[Verdict]] = defaultdict(list)
    for result in ran:
        if result.verdict is not Verdict.INAPPLICABLE:
            by_rule[result.id.rule].append(result.verdict)
    return {rule: worst(found) for rule, found in by_rule.items()}
