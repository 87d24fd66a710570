"""What reports have in common: colours, the rules' sentences, runs of ids."""

from functools import cache

from ordertck.harness.edition.features import all_features
from ordertck.harness.edition.register import register
from ordertck.harness.verdicts import Verdict

COLOURS = {
    Verdict.ERROR: "bold magenta",
    Verdict.FAILED: "bold red",
    Verdict.INCONCLUSIVE: "yellow",
    Verdict.PASSED: "green",
    Verdict.INAPPLICABLE: "cyan",
    Verdict.UNTESTED: "dim",
}


@cache
def sentences() -> dict[str, str]:
    """Each rule's sentence: its Rule line, or the register's for a documentation-only rule."""
    told = {rule.id: rule.statement for rule in register().rules.values() if rule.statement}
    return told | {rule.id: rule.sentence for feature in all_features() for rule in feature.rules}


def ranges(ids: list[str]) -> str:
    """ "PL-01 to PL-04, PL-06": runs of ids in one area, in words."""
    runs: list[list[str]] = []
    for rule in ids:
        follows = runs and runs[-1][-1][:3] == rule[:3] and int(runs[-1][-1][3:]) + 1 == int(rule[3:])
        if follows:
            runs[-1].append(rule)
        else:
            runs.append([rule])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def printable(text: str) -> str:
    """A text that does to a terminal nothing but be shown; lines stay lines."""
    return "".join(
        c if c.isprintable() or c == "\n" else c.encode("unicode_escape", "surrogatepass").decode() for c in text
    )
