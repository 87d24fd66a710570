"""The command line: ordertck and its subcommands, each loaded when it is called."""

import gc
import importlib
import math
import os
import re
import signal
import sys
import threading
import time
from pathlib import Path
from typing import NoReturn

import click

from ordertck import ROOT, __version__
from ordertck.harness.cli.streams import prepare
from ordertck.harness.errors import Ended, UsageError
from ordertck.harness.signals import ENDINGS, Ending, undisturbed, unquittable
from ordertck.harness.text import exception, nearest, shortened

# New objects after which the garbage collector looks at them; with Python's own 700, reading the edition takes a tenth
# longer.
_OBJECTS_AT_ONCE = 10_000
# Seconds within which a second Ctrl-C is the first one once more.
_IN_A_HURRY = 1.0
EXIT_USAGE, EXIT_BROKEN = 2, 3
# 128, and the number of the signal: SIGINT, SIGPIPE.
_BY_SIGNAL = 128
EXIT_INTERRUPTED, EXIT_UNHEARD = 130, 141

# Where each subcommand is defined and what it is for, in the order in which the help lists them.
_COMMANDS = {
    "run": ("run:run_command", "Examine a system, or the embedded reference."),
    "report": ("report:report_command", "Make the page of a run, to look at and to hand on."),
    "explore": ("explore:explore_command", "Play histories that nobody wrote, and judge them by the rules."),
    "plan": ("plan:plan_command", "Say what a run would examine, what not, and why."),
    "explain": ("explain:explain_command", "Tell all about one rule, with its examples."),
    "rules": ("rules:rules_command", "List the rules of the documents."),
    "book": ("book:book_command", "Write the rule book: every rule as a page of a site."),
    "catalogue": ("catalogue:catalogue_command", "Print what a system has to know before the first order."),
    "docs": ("docs:docs_command", "Print a page of the documentation, or list the pages."),
    "verify": ("verify:verify_command", "Check a report: replay its transcript, compare every verdict."),
    "audit": ("audit:audit_command", "Judge a transcript, or yesterday's log, by what the rules owe."),
    "diff": ("diff:diff_command", "Compare two runs, or one with a baseline: what got worse?"),
    "matrix": ("matrix:matrix_command", "Show several runs side by side, rule by rule."),
    "trend": ("matrix:trend_command", "Show the runs of one system in a row."),
    "export": ("export:export_command", "Turn a report into Markdown, CSV, Cucumber Messages, a badge."),
    "init": ("init:init_command", "Begin with your own system: claims and an adapter."),
    "check-adapter": ("check_adapter:check_adapter_command", "Check an adapter before its system is judged."),
    "serve": ("serve:serve_command", "Serve the reference, or a known system, over HTTP."),
    "prove": ("prove:prove_command", "Prove the kit: every rule catches its wrong systems."),
    "lint": ("lint:lint_command", "Check feature files."),
}


# What other commands have as a command, and this one otherwise.
_ELSEWHERE = {"help": "--help", "version": "--version", "validate": "lint", "test": "run"}
_NOTHING = re.compile(r"(--[a-z-]+=)?\s*")


def _require_words(words: list[str]) -> None:
    """Raise where a word is blank, as a variable of a script that nobody has set: no default is meant then."""
    for number, word in enumerate(words):
        if _NOTHING.fullmatch(word):
            named = word.rstrip("= ") or (words[number - 1] if number else "ordertck")
            raise UsageError(f"what follows {named} is blank", "give a value, or leave it out: is a variable not set?")


class _Lazy(click.Group):
    """A group whose subcommands are imported when they are called, so that help is there at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name][0].partition(":")
        with undisturbed():
            command: click.Command = getattr(importlib.import_module(f"ordertck.harness.cli.{module}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        _require_words(args)
        if args[0] not in _COMMANDS:
            near = _ELSEWHERE.get(args[0]) or nearest(args[0], _COMMANDS)
            remedy = f"did you mean 'ordertck {near}'?" if near else "see 'ordertck --help'"
            raise UsageError(f"there is no command '{args[0]}'", remedy)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in _COMMANDS.items()])


@click.group(cls=_Lazy, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ordertck")
@click.pass_context
def ordertck(ctx: click.Context) -> None:
    """Say rule by rule whether an order-management system does what the documents owe.

    \b
      ordertck run                      examine the embedded reference
      ordertck init acme                begin with your own system
      ordertck run acme/claims.toml     examine it
      ordertck explain PL-09            what a rule says, and how it is examined

    Exit codes: 0 conformant, 1 not conformant, 2 a mistake in what was given, 3 the kit or the adapter
    broke, 130 interrupted, 141 nobody read the output to its end.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> NoReturn:
    """Run the command line; every way out has its exit code and no traceback."""
    leave = os._exit
    prepare()
    interruptible()
    unquittable()
    # Whoever is told to end still closes its systems, and clears away; with nohup nobody is told.
    for ending in ENDINGS:
        if signal.getsignal(ending) is signal.SIG_DFL:
            signal.signal(ending, _end)
    gc.set_threshold(_OBJECTS_AT_ONCE)
    before = frozenset(threading.enumerate())
    code = code_of(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError as left:
        code = code or _unheard(left)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if any(not thread.daemon for thread in threading.enumerate() if thread not in before):
        sys.stderr.flush()
        leave(code)  # a thread that an adapter left behind would keep us here
    raise SystemExit(code)


def _end(number: int, _: object) -> NoReturn:
    raise Ending(_BY_SIGNAL + number)


def interruptible() -> None:
    """Let Ctrl-C end the command once, however often it is pressed in a hurry: what is open is closed undisturbed."""
    last = -math.inf

    def interrupt(*_: object) -> None:
        nonlocal last
        since, last = time.monotonic() - last, time.monotonic()
        if since > _IN_A_HURRY:
            raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, interrupt)


def code_of(words: list[str]) -> int:
    """Run one command line, without the command's own name; the exit code."""
    try:
        ordertck(words, prog_name="ordertck", standalone_mode=False)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except (UsageError, click.ClickException) as mistake:
        for line in _lines(mistake):
            code = _told(f": {line}", EXIT_USAGE)
        return code
    except (click.Abort, KeyboardInterrupt):
        return _told(": interrupted", EXIT_INTERRUPTED)
    except BrokenPipeError as left:
        return _unheard(left)
    except Exception as problem:
        return _broken(problem)
    return 0


def _broken(problem: Exception) -> int:
    if isinstance(problem, FileNotFoundError) and not _is_somewhere():
        return _told(": the folder that this was called in is gone; go to another one", EXIT_USAGE)
    if isinstance(problem, Ended):
        return _told(f": {problem}", EXIT_BROKEN)
    if isinstance(problem, OSError) and not _is_ours(problem):
        return _told(f": {_of_the_machine(problem)}", EXIT_USAGE)
    if os.environ.get("ORDERTCK_DEBUG") == "1":
        raise problem
    told = " ".join(f"{type(problem).__name__}: {problem}".split())
    return _told(f" broke: {told}; please report it (ORDERTCK_DEBUG=1 shows where)", EXIT_BROKEN)


def _is_ours(problem: OSError) -> bool:
    """Whether an error is about a file of the kit's own."""
    return problem.filename is not None and os.path.realpath(str(problem.filename)).startswith(
        f"{ROOT.resolve()}{os.sep}"
    )


def _of_the_machine(problem: OSError) -> UsageError:
    """What a disk, a file or the system refuses, wherever that was noticed; most is told better where it is."""
    file = None if problem.filename is None else shortened(str(problem.filename), 200)
    return UsageError(problem.strerror or exception(problem), "the machine says so, not the kit", file)


def _unheard(left: BrokenPipeError) -> int:
    """The exit code where the output could not be written; why is told, unless its reader went on purpose."""
    if left.strerror and left.errno is None:
        _told(f": the output cannot be written: {left.strerror}", EXIT_UNHEARD)
    return EXIT_UNHEARD


def _is_somewhere() -> bool:
    try:
        return Path.cwd().is_dir()
    except OSError:
        return False


def _lines(mistake: UsageError | click.ClickException) -> list[str]:
    """A line for each mistake; there is one at least."""
    if isinstance(mistake, UsageError):
        return str(mistake).splitlines()
    told = " ".join(mistake.format_message().split()).rstrip(".")
    told = told.replace("a valid integer range", "a whole number").replace("a valid float range", "a number")
    context = getattr(mistake, "ctx", None)
    return [f"{told}; see '{context.command_path} --help'" if context else told]


def _told(words: str, code: int) -> int:
    """The exit code, once the words are on standard error; where that takes nothing the code stands for them."""
    try:
        click.echo(f"ordertck{words}", err=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    return code


if __name__ == "__main__":
    main()
