"""behave reads this file; what it registers stands in a module that other tools can read too."""

from ordertck.harness.tools.benchmark.beside.behave_steps import register

register()
