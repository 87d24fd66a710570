"""From a claims file to what its Python factory returns."""

import importlib
import sys
import traceback
from contextlib import suppress
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

from ordertck.harness.claims import Claims
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.port import Clocked, System
from ordertck.harness.text import a, nearest

_METHODS = ("begin", "deliver", "receive", "close")


def made(claims: Claims, session: str) -> System:
    """What the factory that the claims name returns, in this process.

    ``session`` is what every fresh id of this run starts with. The claims file's folder is put on ``sys.path``, so
    that a module beside it is found. Raises ``UsageError`` where claims and adapter do not fit together,
    ``AdapterError`` where the adapter fails to reach its system.
    """
    factory = _factory(claims)
    try:
        system = factory(claims, session)
    except (AdapterError, UsageError):  # the second from the reference, which cannot be every set of roles
        raise
    except Exception as problem:
        raise AdapterError(f"{claims.adapter} raised {cause(problem)}") from problem
    return _checked(claims, system)


def _factory(claims: Claims) -> Any:
    if claims.scheme == "poll":
        from ordertck.harness.adapters.polling import connect  # brings libraries that no other adapter needs

        return connect
    module_name, _, name = claims.adapter.partition(":")
    module = _module(claims, module_name)
    try:
        factory = getattr(module, name)
    except AttributeError:
        near = nearest(name, [n for n in vars(module) if not n.startswith("_")])
        remedy = f"did you mean '{near}'?" if near else f"define {name}(claims, session) in {_file(module)}"
        raise _error(claims, f"module '{module_name}' has no '{name}'", remedy) from None
    if not callable(factory):
        raise _error(
            claims,
            f"'{claims.adapter}' is {a(type(factory).__name__)}, nothing that can be called",
            f"name a function {name}(claims, session)",
        )
    return factory


def _module(claims: Claims, name: str) -> ModuleType:
    folder = str(claims.file.resolve().parent) if claims.file else ""
    if folder:
        if folder not in sys.path:
            sys.path.insert(0, folder)
        _forget_namesake(name.partition(".")[0], folder)
    importlib.invalidate_caches()
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as problem:
        if problem.name is not None and (name == problem.name or name.startswith(problem.name + ".")):
            if name.endswith(".py"):
                said = f"'{claims.adapter}' names a file, not a module"
                raise _error(claims, said, f"say '{claims.adapter.replace('.py:', ':')}'") from None
            remedy = f"put {problem.name.partition('.')[0]}.py beside the claims file, or install it where the kit is"
            raise _error(claims, f"cannot import '{name}': there is no module '{problem.name}'", remedy) from None
        remedy = f"install '{problem.name}' where the kit is installed"
        raise _error(claims, f"cannot import '{name}': {cause(problem)}", remedy) from problem
    except (Exception, SystemExit) as problem:
        remedy = f"'python -c \"import {name}\"' in that folder shows the same"
        raise _error(claims, f"cannot import '{name}': {cause(problem)}", remedy) from problem


def _forget_namesake(name: str, folder: str) -> None:
    """Make room for the module beside the claims file where another file's module of that name was imported."""
    beside = PathFinder.find_spec(name, [folder])
    loaded = sys.modules.get(name)
    if beside is None or beside.origin is None or loaded is None or getattr(loaded, "__file__", None) == beside.origin:
        return
    for known in [m for m in sys.modules if m == name or m.startswith(name + ".")]:
        del sys.modules[known]
    sys.path.remove(folder)
    sys.path.insert(0, folder)


def _checked(claims: Claims, system: Any) -> System:
    missing = [method for method in _METHODS if not callable(getattr(system, method, None))]
    problem = remedy = ""
    if missing:
        problem = f"'{claims.adapter}' returned {a(type(system).__name__)} without {', '.join(missing)}"
        remedy = f"return an object with the methods {', '.join(_METHODS)}"
    elif "virtual-clock" in claims.capabilities and not isinstance(system, Clocked):
        problem = f"'virtual-clock' is claimed, but what '{claims.adapter}' returned has no advance_to"
        remedy = "add advance_to(instant), or claim it no longer"
    if problem:
        with suppress(Exception):
            system.close()
        raise _error(claims, problem, remedy)
    checked: System = system
    return checked


def _error(claims: Claims, problem: str, remedy: str) -> UsageError:
    """A usage error at the line of the claims file that names the adapter."""
    line = None
    if claims.file is not None:
        with suppress(OSError, UnicodeDecodeError):
            lines = claims.file.read_text().splitlines()
            line = next((n for n, text in enumerate(lines, 1) if claims.adapter in text.partition("#")[0]), None)
    return UsageError(problem, remedy, claims.file, line)


def cause(problem: BaseException) -> str:
    """An exception in words, with the place where it was raised."""
    if isinstance(problem, SyntaxError):
        return f"{type(problem).__name__}: {problem.msg} ({problem.filename}:{problem.lineno})"
    frames = [f for f in traceback.extract_tb(problem.__traceback__) if "importlib" not in f.filename]
    ours = not frames or Path(frames[-1].filename).parent == Path(__file__).parent
    place = "" if ours else f" ({frames[-1].filename}:{frames[-1].lineno})"
    said = ""
    with suppress(Exception):  # an exception may not even be able to say what it is
        said = f": {problem}"
    return f"{type(problem).__name__}{said}{place}"


def _file(module: ModuleType) -> str:
    return Path(module.__file__).name if module.__file__ else module.__name__
