"""behave's hooks: every scenario has a stage."""

from contextlib import ExitStack
from typing import Any

from ordertck.harness.tools.benchmark.beside.stages import Stages


def before_all(context: Any) -> None:
    """The role is given on the command line."""
    context.stages = Stages(context.config.userdata["role"])


def before_scenario(context: Any, scenario: Any) -> None:
    """The example begins."""
    context.example = ExitStack()
    context.stage = context.example.enter_context(context.stages.stage(scenario.effective_tags))


def after_scenario(context: Any, scenario: Any) -> None:
    """The example ends; a failed one is left as it is."""
    if scenario.status == "passed":
        context.example.close()


def after_all(context: Any) -> None:
    """Late messages are waited for."""
    context.stages.rest()
