"""Which small changes of the oracle nothing notices: invariants silenced, objecting always, one comparison turned.

    python -m ordertck.harness.tools.turned [--role ROLE] [--histories N] [--every N]

Histories of the reference and of wrong systems are played and kept, and heard by the oracle as it is and as it would be
with each change. A change that alters no judgement on any of them survives: no system that is known tells it apart.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from textwrap import dedent
from types import FunctionType, ModuleType
from unittest.mock import patch

import click

from ordertck import ROOT
from ordertck.harness.adapters.connect import connect
from ordertck.harness.bench import Stage
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.edition import load
from ordertck.harness.explore import EXPLORED
from ordertck.harness.explore.exploration import Bounds, Exploration
from ordertck.harness.messages.roles import USUAL
from ordertck.harness.oracle import Crossing, Objection, Rest, known_invariants
from ordertck.harness.oracle.judging import book_of
from ordertck.harness.proof.registry import WRONG, known_systems
from ordertck.harness.runner.run import unwatched
from ordertck.harness.runner.terms import Open

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
# Where an invariant objected: the number of the history, and of the moment in it, and the invariant.
Judged = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Heard:
    """A history that was kept, and what is claimed for the system that it was played on."""

    claims: Claims
    moments: Sequence[Crossing | Rest]


@dataclass(frozen=True, slots=True)
class Change:
    """A function of a module as it would be after a change, and the change in words."""

    module: ModuleType
    function: str
    what: str
    tree: ast.FunctionDef


@click.command()
@click.option("--role", type=click.Choice(EXPLORED), default=USUAL, show_default=True)
@click.option("--histories", default=60, show_default=True, help="So many histories of the reference; twice of others.")
@click.option("--every", default=6, show_default=True, help="Each so many-th of the wrong systems.")
def main(role: str, histories: int, every: int) -> None:
    """Change the oracle of a role, one thing at a time; print what nothing notices."""
    with unwatched():
        kept = histories_of(role, histories, every)
    tried = survived = 0
    for module in modules_of(role):
        before = list(judged(role, module, kept))
        for change in changes_of(role, module):
            tried += 1
            if not is_noticed(role, change, kept, before):
                survived += 1
                click.echo(f"{module.__name__.rpartition('oracle.')[2]}: {change.function}: {change.what}")
    click.echo(f"{role}: {tried - survived} of {tried} changes noticed, by {len(kept)} histories")


def histories_of(role: str, histories: int, every: int) -> list[Heard]:
    """Histories of the reference, and of each wrong system those up to the first that is objected to."""
    reference = reference_claims(load(ROOT))
    kept = _played(replace(reference, roles=(role,)), connect, Bounds(histories))
    for known in [known for known in known_systems() if known.role == role and known.kind == WRONG][::every]:
        kept.append(_played(known.claims(reference), known.open, Bounds(2 * histories, most_findings=1))[-1])
    return kept


def _played(claims: Claims, system: Open, bounds: Bounds) -> list[Heard]:
    kept: list[Heard] = []
    objections = Stage.objections

    def judged_at_last(stage: Stage) -> list[Objection]:
        found = objections(stage)
        kept.append(Heard(claims, tuple(stage.hearing.moments)))
        return found

    with patch.object(Stage, "objections", judged_at_last):
        Exploration(claims, 1, open_system=system, shrinks=False).explore(bounds)
    return kept


def modules_of(role: str) -> list[ModuleType]:
    """The modules in which the invariants of a role are."""
    return list(
        {known.judge.__module__: sys.modules[known.judge.__module__] for known in known_invariants(role)}.values()
    )


def changes_of(role: str, module: ModuleType) -> Iterator[Change]:
    """Every change of a module: of its invariants as a whole, and of each comparison in its functions."""
    named = {known.judge.__name__ for known in known_invariants(role)}
    own = [
        each for each in vars(module).values() if isinstance(each, FunctionType) and each.__module__ == module.__name__
    ]
    for function in own:
        (tree,) = ast.parse(dedent(inspect.getsource(function))).body
        if not isinstance(tree, ast.FunctionDef):
            continue
        tree.decorator_list = [kept for kept in tree.decorator_list if function.__name__ not in named]
        if function.__name__ in named:
            yield Change(module, function.__name__, "never objects", _judging(tree, "None"))
            yield Change(module, function.__name__, "always objects", _judging(tree, "_turned_owed(False, 'always')"))
        comparisons = [node for node in ast.walk(tree) if isinstance(node, ast.Compare)]
        for place, comparison in enumerate(comparisons):
            yield Change(module, function.__name__, f"turned: {ast.unparse(comparison)}", _with_turned(tree, place))


def _judging(tree: ast.FunctionDef, judgement: str) -> ast.FunctionDef:
    """An invariant that yields always the same where the real one yields something."""
    changed = deepcopy(tree)
    inner = f"_turned_{changed.name}"
    names = ", ".join(argument.arg for argument in changed.args.args)
    text = f"def {changed.name}({names}):\n    for _ in {inner}({names}):\n        yield {judgement}\n"
    outer = ast.parse(text).body[0]
    assert isinstance(outer, ast.FunctionDef)
    return outer


def _with_turned(tree: ast.FunctionDef, place: int) -> ast.FunctionDef:
    changed = deepcopy(tree)
    comparison = [node for node in ast.walk(changed) if isinstance(node, ast.Compare)][place]
    comparison.ops[0] = _TURNED[type(comparison.ops[0])]()
    return changed


def is_noticed(role: str, change: Change, kept: Sequence[Heard], before: Sequence[Judged]) -> bool:
    """Whether the oracle judges some history otherwise with a change, or breaks."""
    space = vars(change.module)
    real = space[change.function]
    space |= {f"_turned_{change.function}": real, "_turned_owed": space.get("owed")}
    try:
        exec(compile(ast.fix_missing_locations(ast.Module([change.tree], [])), "<turned>", "exec"), space)
        expected = iter(before)
        for seen in judged(role, change.module, kept):
            if seen != next(expected, None):
                return True
        return next(expected, None) is not None
    except Exception:  # whatever a changed function raises is noticed
        return True
    finally:
        space[change.function] = real
        del space[f"_turned_{change.function}"], space["_turned_owed"]


def judged(role: str, module: ModuleType, kept: Sequence[Heard]) -> Iterator[Judged]:
    """What the invariants of a module object to, in some histories."""
    names = [
        (known, known.judge.__name__) for known in known_invariants(role) if known.judge.__module__ == module.__name__
    ]
    judges = [(known, vars(module)[name]) for known, name in names]
    for number, heard in enumerate(kept):
        book = book_of(role, heard.claims)
        for place, moment in enumerate(heard.moments):
            if isinstance(moment, Rest):
                book.rest(moment)
                asked = [(known, judge) for known, judge in judges if known.at_rest]
            else:
                called = book.called(moment)
                asked = [(k, j) for k, j in judges if any(f"{called} ".startswith(f"{kind} ") for kind in k.kinds)]
            for known, judge in asked:
                if any(judgement is not None for judgement in judge(book, moment)):
                    yield number, place, known.name
            if isinstance(moment, Crossing):
                book.note(moment)


if __name__ == "__main__":
    main()
