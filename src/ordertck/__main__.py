"""The command ``ordertck``, also as ``python -m ordertck``."""

import signal
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line. Whoever presses Ctrl-C while it is still being loaded sees no traceback."""
    if heeded := signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from ordertck.harness.cli.main import main as command

    if heeded:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    command()


if __name__ == "__main__":
    main()
