"""The command ``ordertck``, also as ``python -m ordertck``."""

import signal
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line. Whoever presses Ctrl-C while it is still being loaded sees no traceback."""
    usual = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from ordertck.harness.cli.main import main as command

    signal.signal(signal.SIGINT, usual)
    command()


if __name__ == "__main__":
    main()
