"""How many small changes of the code no test notices: ``make mutation``, with cosmic-ray on a copy of the checkout.

    make mutation ROOMS="runner reports" SAMPLE=40

Of each room, changes are taken at equal distances, so that a sample is the same every time. Each is tried against
the tests that are there for the room; where these pass, against a run of the reference, and then against the quick
proof. A change inside the type of an argument, a field or a result changes nothing that runs, and one that leaves no
Python is noticed by anybody: neither is tried.
"""

import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from cosmic_ray.mutating import mutate_code  # pyright: ignore[reportMissingImports] # installed by make mutation
from cosmic_ray.plugins import get_operator  # pyright: ignore[reportMissingImports]
from cosmic_ray.work_db import WorkDB, use_db  # pyright: ignore[reportMissingImports]
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkResult  # pyright: ignore[reportMissingImports]

CHECKOUT = Path(__file__).resolve().parents[2]
# The tests that are there for each room, the quick ones first.
ROOMS = {
    "runner": (
        *("executor", "late_messages", "connection", "processes", "session", "jobs", "estimate", "turns_on_the_queue"),
        *("broken_systems", "sharing_a_line"),
    ),
    "adapters": (
        *("served", "factory", "desk_tables", "http_wire", "polling", "callbacks", "json_lines", "json_lines_parting"),
        *("several_in_one_request", "json_lines_vices", "json_text", "polling_tables", "bodies", "broken_systems"),
        *("connect", "sharing_a_line"),
    ),
    "reports": (
        *("evidence_page", "terminal_report", "redaction", "reports", "report_folder", "gates", "report_page"),
        *("spoilt_reports", "verify"),
    ),
    "bench": ("listening", "hearing", "players", "exchange", "desk_book", "places", "ledgers", "stage", "sequel"),
    "audit": ("audit_tables", "audit_records", "audit_faults", "audited_transcripts", "audit", "audited_systems"),
    "cli": (
        *("cli", "cli_proof", "streams", "progress", "init_http", "cli_lookups", "gates", "features_apart", "audit"),
        *("suites", "cli_run", "explore", "serving", "outputs", "cli_stopped", "check_adapter", "verify", "book"),
        "report_page",
    ),
}
# Operators whose sign stands for something else as well: **names, *names, and the patterns of a case.
_MAY_BE_NONE = tuple(f"core/ReplaceBinaryOperator_{sign}_" for sign in ("Pow", "Mul", "BitOr"))
CONFIG = """
[cosmic-ray]
module-path = [{modules}]
timeout = {timeout}
excluded-modules = []
test-command = "{python} -m ordertck.harness.tools.mutation_trial {tests}"

[cosmic-ray.distributor]
name = "local"
"""


@dataclass(frozen=True, slots=True)
class Survivor:
    """A change that no test noticed."""

    place: str
    change: str


@click.command()
@click.option("--sample", default=60, show_default=True, help="How many changes of each room.")
@click.option("--timeout", default=600.0, show_default=True, help="Seconds until a change counts as noticed.")
@click.argument("rooms", nargs=-1, type=click.Choice(list(ROOMS)))
def main(rooms: tuple[str, ...], sample: int, timeout: float) -> None:
    """Try changes of these rooms, or of every room."""
    for room in rooms or ROOMS:
        tried, survivors = tried_room(room, sample, timeout)
        click.echo(f"{room}: {tried - len(survivors)} of {tried} noticed")
        for survivor in survivors:
            click.echo(f"  {survivor.place}\n    " + survivor.change.replace("\n", "\n    "))


def tried_room(room: str, sample: int, timeout: float) -> tuple[int, list[Survivor]]:
    """How many changes were tried, and those that survived."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "ordertck"
        shutil.copytree(CHECKOUT, copy, symlinks=True, ignore=shutil.ignore_patterns(".*", "ordertck-report"))
        modules = sorted(each for each in (copy / "harness" / room).rglob("*.py") if "templates" not in each.parts)
        tests = [str(copy / f"harness/tests/test_{name}.py") for name in ROOMS[room]]
        (copy / "mutation.toml").write_text(
            CONFIG.format(
                modules=", ".join(f'"{module}"' for module in modules),
                python=sys.executable,
                tests=" ".join(tests),
                timeout=timeout,
            )
        )
        cosmic_ray(copy, "init", "mutation.toml", "session.sqlite")
        with use_db(copy / "session.sqlite", mode=WorkDB.Mode.open) as work:
            leave_out(work, sample, modules)
        cosmic_ray(copy, "baseline", "mutation.toml")  # else every change would count as noticed
        cosmic_ray(copy, "exec", "mutation.toml", "session.sqlite")
        with use_db(copy / "session.sqlite", mode=WorkDB.Mode.open) as work:
            done = [(item, result) for item, result in work.completed_work_items if result.test_outcome]
            return len(done), list(survivors_of(done, copy))


def leave_out(work: WorkDB, sample: int, modules: Sequence[Path]) -> None:
    """Leave of the changes only so many, at equal distances, and none of what is said of types."""
    types = {str(module): set(_of_types(module)) for module in modules}
    pending = sorted(work.pending_work_items, key=_place)
    tried = [item for item in pending if _start(item) not in types[_place(item)[0]] and _is_python(item)]
    if len(tried) > sample:
        tried = [tried[len(tried) * number // sample] for number in range(sample)]
    kept = {item.job_id for item in tried}
    for item in pending:
        if item.job_id not in kept:
            work.set_result(item.job_id, WorkResult(WorkerOutcome.SKIPPED))


def _is_python(item: object) -> bool:
    """Whether a change leaves what can be compiled: a star before a name is no product, though it looks like one."""
    mutation = item.mutations[0]  # type: ignore[attr-defined] # cosmic-ray has no types
    if not mutation.operator_name.startswith(_MAY_BE_NONE):
        return True
    operator = get_operator(mutation.operator_name)(**mutation.operator_args)
    try:
        compile(mutate_code(Path(mutation.module_path).read_text(), operator, mutation.occurrence), "changed", "exec")
    except SyntaxError:
        return False
    return True


def _of_types(module: Path) -> Iterator[tuple[int, int]]:
    """Each line and column of this module at which an annotation goes on."""
    lines = module.read_text().splitlines()
    for node in ast.walk(ast.parse("\n".join(lines))):
        for said in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(said, ast.expr):
                for number in range(said.lineno, (said.end_lineno or said.lineno) + 1):
                    begin = said.col_offset if number == said.lineno else 0
                    end = said.end_col_offset if number == said.end_lineno else len(lines[number - 1])
                    yield from ((number, column) for column in range(begin, (end or begin) + 1))


def survivors_of(done: "list[tuple[object, WorkResult]]", copy: Path) -> Iterator[Survivor]:
    """The changes that survived, by their places."""
    for item, result in sorted(done, key=lambda pair: _place(pair[0])):
        if result.test_outcome is TestOutcome.SURVIVED:
            module, line, operator = _place(item)
            changed = [
                text for text in (result.diff or "").splitlines() if text[:1] in "+-" and text[:3] not in ("+++", "---")
            ]
            yield Survivor(f"{Path(module).relative_to(copy)}:{line} {operator}", "\n".join(changed))


def _place(item: object) -> tuple[str, int, str]:
    mutation = item.mutations[0]  # type: ignore[attr-defined] # cosmic-ray has no types
    return str(mutation.module_path), mutation.start_pos[0], f"{mutation.operator_name} {mutation.occurrence}"


def _start(item: object) -> tuple[int, int]:
    line, column = item.mutations[0].start_pos  # type: ignore[attr-defined] # cosmic-ray has no types
    return line, column


def cosmic_ray(copy: Path, *words: str) -> None:
    """Run a command of cosmic-ray in the copy, which is the package that every test imports."""
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-m", "cosmic_ray.cli", *words], cwd=copy, env=environment, check=True)


if __name__ == "__main__":
    main()
