"""ordertck: a technology compatibility kit for order management."""

import _signal  # type: ignore[import-not-found] # what ``signal`` is made of: there is nothing to load
import sys

# Whoever presses Ctrl-C while the command is still being loaded sees no traceback; ``__main__`` puts it back.
if "".join(sys.argv[:1]).endswith("/ordertck") and _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)

from pathlib import Path

__version__ = "0.1.0"

# Everything that the kit ships lies here: in a checkout as links to the repository's own folders.
ROOT = Path(__file__).parent

if (ROOT / "harness").is_file():  # Git wrote the link's text instead of a link
    raise ImportError(
        "this checkout was made without symbolic links: run 'git config core.symlinks true' and 'git checkout -- src'"
        " (Windows needs its developer mode for this), or install the wheel"
    )


def data(*parts: str) -> Path:
    """The path of a file or folder that the kit ships, for example ``data("schemas", "sales-order.json")``."""
    return ROOT.joinpath(*parts)
