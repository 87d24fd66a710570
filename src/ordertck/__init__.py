"""ordertck: a technology compatibility kit for order management."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_here = Path(__file__).resolve().parent
# Installed from the wheel, the parts lie beside this file; in a checkout they are the repository's own folders.
ROOT = _here if (_here / "features").is_dir() else _here.parents[1]
if _here != ROOT:
    __path__.append(str(ROOT))

try:
    __version__ = version("ordertck")
except PackageNotFoundError:  # a bare checkout on the path, not installed
    __version__ = "0+unknown"


def data(*parts: str) -> Path:
    """The path of a file or folder that the kit ships, for example ``data("schemas", "sales-order.json")``."""
    return ROOT.joinpath(*parts)
