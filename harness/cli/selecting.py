"""Which examples a command line means: by role, rule, text, or what did not pass before."""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from ordertck.harness.claims import Claims
from ordertck.harness.cli.common import one_of
from ordertck.harness.contents import LARGEST_RESULTS, content_of
from ordertck.harness.edition import Edition
from ordertck.harness.edition.vocabulary import rule_id
from ordertck.harness.errors import UsageError
from ordertck.harness.plan import Plan, Selection, plan_of, reference_plans
from ordertck.harness.reports.found import RESULTS, id_of
from ordertck.harness.text import one_line
from ordertck.harness.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Selected:
    """What was asked for: these ``roles`` and ``rules``, names that hold the ``text``, only what ``failed`` last."""

    roles: tuple[str, ...]
    rules: tuple[str, ...]
    text: str
    failed: bool


def selected(what: Selected, claims: Claims, is_reference: bool, folder: Path) -> list[Plan]:
    """What is to be run: one plan for a third party; one a role, with every switch both ways, for the reference.

    ``folder`` is the report of the last run. Raises ``UsageError`` for a word that nobody knows, and where no example
    is left.
    """
    edition = claims.edition
    rules = _rules(what.rules, edition)
    _known("role", what.roles, claims.roles, edition)
    again = _not_passed(claims.name, folder, edition) if what.failed else None
    selection = Selection(frozenset(rules), frozenset(), what.text, again)
    plans = _plans(claims, is_reference, frozenset(what.roles), selection)
    if not any(plan.entries for plan in plans):
        raise _nothing_selected(claims, rules)
    return plans


def _rules(words: tuple[str, ...], edition: Edition) -> tuple[str, ...]:
    """The rules that are named, in letters of either case, also with commas; "PL" and "PL-*" are all of an area."""
    chosen: list[str] = []
    named = [word for each in words for word in map(str.strip, each.split(",")) if word]
    if words and not named:  # a whole run is not what was asked for
        raise UsageError("--rule names no rule", "name one, as in --rule PL-09")
    for word in map(rule_id, named):
        area = word.removesuffix("*").removesuffix("-")
        if area in edition.register.areas:
            chosen += [rule.id for rule in edition.register.rules.values() if rule.area == area]
        else:
            one_of("rule", word, edition.register.rules)
            chosen.append(word)
    return tuple(dict.fromkeys(chosen))


def _nothing_selected(claims: Claims, rules: tuple[str, ...]) -> UsageError:
    """Why no example is there to run: a rule without examples, or of other roles, or a text that no name holds."""
    known = claims.edition.register.rules
    for rule in rules:
        entry = known[rule]
        if entry.not_tested:
            return UsageError(f"{rule} has no examples: {entry.not_tested}", f"'ordertck explain {rule}' tells more")
        if not set(entry.binds) & set(claims.roles):
            return UsageError(f"{rule} binds {', '.join(entry.binds)}, which is not claimed", "see [system] roles")
    return UsageError("no example was selected", "'ordertck plan --examples' lists them")


def _plans(claims: Claims, is_reference: bool, roles: frozenset[str], selection: Selection) -> list[Plan]:
    """What is to be run: one plan for a third party; one a role, with every switch both ways, for the reference."""
    if is_reference:
        chosen = tuple(role for role in claims.roles if not roles or role in roles)
        plans = [plan.only(selection) for plan in reference_plans(replace(claims, roles=chosen))]
        return [plan for plan in plans if plan.entries] or plans[:1]
    narrowed = replace(selection, roles=frozenset() if roles == set(claims.roles) else roles)
    return [plan_of(claims).only(narrowed)]


def _known(what: str, words: tuple[str, ...], known: Collection[str], edition: Edition) -> None:
    for word in words:
        if what == "role" and word not in known:
            unknown = "a role that is not claimed:" if word in edition.vocabulary.roles else "unknown role"
            raise UsageError(f"{unknown} '{word}'", f"the claims name {', '.join(known)}")
        one_of(what, word, known)


def _not_passed(system: str, folder: Path, edition: Edition) -> frozenset[str]:
    """The examples that did not pass in the last run of this system, by the ids that they have now."""
    file = folder / RESULTS
    try:
        examinations = json.loads(content_of(file, LARGEST_RESULTS))["examinations"]
        examined = {str(examination["claims"]["name"]) for examination in examinations}
        names = {
            str(id_of(e))
            for examination in examinations
            for e in examination["examples"]
            if e["verdict"] in (Verdict.FAILED, Verdict.ERROR, Verdict.INCONCLUSIVE)
        }
    except (OSError, RecursionError, ValueError, KeyError, TypeError):
        raise UsageError("no results of an earlier run are there", "run without --failed first", file) from None
    if system not in examined:
        problem = f"the last run here was of {one_line(', '.join(sorted(examined)))}, not of {system}"
        remedy = "name the claims of the system that is meant, or its own report with --report; or run without --failed"
        raise UsageError(problem, remedy, file)
    if not names:
        raise UsageError("everything passed in the last run", "run without --failed", file)
    return frozenset(map(edition.ids.now, names))
