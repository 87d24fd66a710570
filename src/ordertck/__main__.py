"""``python -m ordertck`` is the command ``ordertck``."""

from ordertck.harness.cli.main import main

main()
