"""The way to a system by the address of a server, which the claims name."""

from urllib.parse import SplitResult

from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.adapters.greeting import hello
from ordertck.harness.claims import Claims
from ordertck.harness.errors import UsageError
from ordertck.harness.http_settings import address_in, filled_in
from ordertck.harness.redaction import Redaction


def open_http(claims: Claims, session: str) -> Dialogue:
    """Greet the server that the claims name.

    Raises ``UsageError`` where address or settings cannot be used, ``AdapterError`` where the server cannot be reached
    or does not greet properly.
    """
    from ordertck.harness.adapters.http_line import HttpLine  # who examines in process does not pay for it

    url = _address(claims)
    try:
        line = HttpLine(url, session, claims.http)
    except UsageError as problem:
        raise UsageError(problem.problem, problem.remedy, problem.file or claims.file) from None
    except (OSError, ValueError) as problem:  # an SSLError is an OSError
        said = getattr(problem, "strerror", None) or str(problem)
        remedy = "see 'ca', 'certificate' and 'key' in [http]"
        raise UsageError(f"the certificates of the claims cannot be used: {said}", remedy, claims.file) from None
    if not (listens := claims.http.text("callbacks")):
        return Dialogue(line, claims.timing, hello(claims, session), hidden=Redaction((), claims.hidden))
    from ordertck.harness.adapters.called_back import CalledBack

    try:
        called = CalledBack(line, session, listens, claims.http.text("callbacks_url"))
    except UsageError as problem:
        raise UsageError(problem.problem, problem.remedy, claims.file) from None
    hidden = Redaction((), claims.hidden | {called.inbox.token})
    return Dialogue(called, claims.timing, hello(claims, session), hidden=hidden)


def _address(claims: Claims) -> str:
    try:
        url = filled_in(claims.url)
        parts = address_in(url)
    except UsageError as unset:
        raise UsageError(unset.problem, unset.remedy, claims.file) from None
    except ValueError as wrong:
        raise UsageError(f"[system] url is no address: {wrong}", "say http://host:port", claims.file) from None
    if found := _unfit(url, parts, claims):
        raise UsageError(*found, claims.file)
    return url


def _unfit(url: str, parts: SplitResult, claims: Claims) -> tuple[str, str] | None:
    """What is wrong with an address, and the remedy."""
    if parts.scheme not in ("http", "https") or not parts.hostname or not url.isascii() or not url.isprintable():
        return "[system] url is no address of HTTP", "say https://host or http://host:port"
    if parts.username or parts.password:
        return "[system] url holds a user or a password", "name them under [http], from the environment"
    if parts.query or parts.fragment:
        return "[system] url has something behind its path", "leave out what follows ? or #"
    if claims.http.would_show(parts):
        return "[http] holds secrets, which would cross the network in the clear", "take https"
    return None
