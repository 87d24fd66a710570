"""From a claims file to what its factory returns, with real modules written beside it."""

import re
import sys
from pathlib import Path

import pytest

from ordertck.harness.adapters.factory import made
from ordertck.harness.claims import Claims, read_claims
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.port import Clocked, System
from ordertck.harness.tests.support import EDITION

CLAIMS = """
[system]
name = "Shop"
version = "1"
roles = ["oms"]
{how}
"""
ADAPTER = """
class Adapter:
    def __init__(self, claims, session): self.seen = (claims.name, session)
    def begin(self, scenario): ...
    def deliver(self, message): ...
    def receive(self, patience): ...
    def close(self): self.closed = True

connect = Adapter
"""


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test puts on the import path is taken off it again."""
    monkeypatch.setattr(sys, "path", [*sys.path])


def claims(folder: Path, how: str, **files: str) -> Claims:
    """Claims in a file in ``folder``, with modules beside it."""
    folder.mkdir(exist_ok=True)
    for name, source in files.items():
        (folder / f"{name}.py").write_text(source)
    (folder / "claims.toml").write_text(CLAIMS.format(how=how))
    return read_claims(folder / "claims.toml", EDITION)


def usage_error(given: Claims) -> str:
    with pytest.raises(UsageError) as raised:
        made(given, "S1")
    said = str(raised.value)
    assert said.startswith(f"{given.file}:6: ")
    assert "\n" not in said
    return said


def test_module_beside(tmp_path: Path) -> None:
    """A module beside the claims file is found, its factory called with claims and session."""
    system = made(claims(tmp_path, 'adapter = "shop_one:connect"', shop_one=ADAPTER), "S1")
    assert isinstance(system, System)
    assert not isinstance(system, Clocked)
    assert system.seen == ("Shop", "S1")  # type: ignore[attr-defined]


def test_package(tmp_path: Path) -> None:
    """A module may lie in a package, and import its neighbours."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "hub.py").write_text("from acme_helper import connect\n")
    system = made(claims(tmp_path, 'adapter = "acme.hub:connect"', acme_helper=ADAPTER), "S1")
    assert isinstance(system, System)


def test_namesakes(tmp_path: Path) -> None:
    """Two claims files may each have a module of the same name beside them."""
    how = 'adapter = "my_adapter:connect"'
    first = made(claims(tmp_path / "one", how, my_adapter=ADAPTER), "S1")
    second = made(claims(tmp_path / "two", how, my_adapter=ADAPTER), "S1")
    again = made(claims(tmp_path / "one", how), "S1")
    files = [
        sys.modules["my_adapter"].__file__,
        *(type(s).__init__.__code__.co_filename for s in (first, second, again)),
    ]
    assert [Path(str(f)).parent.name for f in files] == ["one", "one", "two", "one"]


@pytest.mark.parametrize(
    "adapter, source, said",
    [
        ("absent:connect", "", "cannot import 'absent': there is no module 'absent'; put absent.py beside the claims"),
        ("absent.hub:connect", "", "cannot import 'absent.hub': there is no module 'absent'; put absent.py beside"),
        (
            "bad1:connect",
            "import no_such_library",
            "cannot import 'bad1': ModuleNotFoundError: No module named 'no_such",
        ),
        ("bad2:connect", "def connect(:", r"cannot import 'bad2': SyntaxError: invalid syntax \(.*bad2.py:1\)"),
        ("bad3:connect", "\n1 / 0", r"cannot import 'bad3': ZeroDivisionError: .* \(.*bad3.py:2\); 'python -c"),
        ("bad4:connect", "raise SystemExit(3)", r"cannot import 'bad4': SystemExit: 3"),
        ("bad5:connect", "def conect(): ...", "module 'bad5' has no 'connect'; did you mean 'conect'"),
        ("bad6:connect", "", r"has no 'connect'; define connect\(claims, session\) in bad6.py"),
        ("bad7:connect", "connect = 3", "'bad7:connect' is an int, nothing that can be called"),
        (
            "bad8:connect",
            "def connect(*_): ...",
            "returned a NoneType without begin, deliver, receive, close; return an",
        ),
        ("bad9:connect", ADAPTER.replace("deliver", "send"), "returned an Adapter without deliver; return an object"),
    ],
)
def test_misfits(tmp_path: Path, adapter: str, source: str, said: str) -> None:
    """What does not fit the claims is told in one line with file, line and remedy."""
    given = claims(
        tmp_path, f'adapter = "{adapter}"', **({adapter.partition(":")[0]: source} if "bad" in adapter else {})
    )
    assert re.search(said, usage_error(given))


def test_clock(tmp_path: Path) -> None:
    """Who claims a virtual clock has the fifth method; what lacks it is closed again."""
    how = 'adapter = "clockless:connect"\ncapabilities = ["virtual-clock"]'
    source = ADAPTER.replace("self.closed = True", "open('closed', 'w')").replace(
        "'closed'", f"{str(tmp_path / 'x')!r}"
    )
    assert "has no advance_to; add advance_to(instant), or claim it no longer" in usage_error(
        claims(tmp_path, how, clockless=source)
    )
    assert (tmp_path / "x").exists()


def test_factory_raises(tmp_path: Path) -> None:
    """A factory that raises is the adapter's fault, told with the cause and its place."""
    source = "def connect(claims, session):\n    raise ConnectionRefusedError('hub:8080')\n"
    with pytest.raises(AdapterError, match=r"raiser:connect raised ConnectionRefusedError: hub:8080 \(.*raiser.py:2\)"):
        made(claims(tmp_path, 'adapter = "raiser:connect"', raiser=source), "S1")


def test_factory_explains(tmp_path: Path) -> None:
    """An AdapterError of the factory's own goes through as it is."""
    source = "from ordertck.harness.port import AdapterError\ndef connect(*_):\n    raise AdapterError('no route')\n"
    with pytest.raises(AdapterError, match=r"^no route$"):
        made(claims(tmp_path, 'adapter = "explainer:connect"', explainer=source), "S1")
