"""The command line: ordertck and its subcommands, each loaded when it is called."""

import importlib
import os
import sys

import click

from ordertck import __version__
from ordertck.harness.errors import UsageError

EXIT_USAGE, EXIT_BROKEN, EXIT_INTERRUPTED = 2, 3, 130

# Where each subcommand is defined, and in which order the help lists them.
_COMMANDS = {
    "run": "run:run_command",
    "plan": "plan:plan_command",
    "rules": "rules:rules_command",
    "explain": "rules:explain_command",
    "catalogue": "catalogue:catalogue_command",
    "init": "init:init_command",
    "check-adapter": "check_adapter:check_adapter_command",
    "prove": "prove:prove_command",
    "lint": "lint:lint_command",
}


class _Lazy(click.Group):
    """A group whose subcommands are imported when they are needed, so that help is there at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(f"ordertck.harness.cli.{module}"), name)
        return command


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

    Exit codes: 0 conformant, 1 not conformant, 2 a mistake in what was given, 3 the kit or the adapter broke.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> None:
    """Run the command line; every way out has its exit code and no traceback."""
    try:
        ordertck(standalone_mode=False)
    except UsageError as mistake:
        click.echo(f"ordertck: {mistake}", err=True)
        raise SystemExit(EXIT_USAGE) from None
    except click.ClickException as mistake:
        mistake.show()
        raise SystemExit(EXIT_USAGE) from None
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; nothing was written", err=True)
        raise SystemExit(EXIT_INTERRUPTED) from None
    except BrokenPipeError:  # the reader of our output has left
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(EXIT_BROKEN) from None
    except Exception as problem:
        if os.environ.get("ORDERTCK_DEBUG"):
            raise
        click.echo(
            f"ordertck broke: {type(problem).__name__}: {problem}; please report it (ORDERTCK_DEBUG=1 shows where)",
            err=True,
        )
        raise SystemExit(EXIT_BROKEN) from None


if __name__ == "__main__":
    main()
