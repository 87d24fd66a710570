"""The requests that a table names, each made once, within limits of time and length."""

import json
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import requests

from ordertck import __version__
from ordertck.harness.errors import AdapterError
from ordertck.harness.http_settings import HttpSettings

# Bytes of a reply that are read; a longer one is none.
_LONGEST = 8 * 1024 * 1024
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Reply:
    """What a system replied: ``body`` is the JSON in it, None where there was none."""

    status: int
    body: Any


class Client:
    """Makes requests below ``base``; a reply may take so many ``seconds`` in all.

    Nothing is sent twice; no redirect is followed and no cookie kept unless the settings ask for it, and nothing of
    the way is read from the environment. Raises ``AdapterError`` where no reply comes, or one that is no JSON.
    """

    def __init__(self, base: str, settings: HttpSettings, seconds: float) -> None:
        self._base, self._seconds = base, seconds
        self._follows = settings.asks_for("redirects")
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers.update({"User-Agent": f"ordertck/{__version__}", **settings.headers()})
        if token := settings.text("token"):
            self._session.headers["Authorization"] = f"Bearer {token}"
        elif user := settings.text("user"):
            self._session.auth = (user, settings.text("password"))
        if not settings.asks_for("cookies"):
            self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.verify = settings.file("ca") or True
        if certificate := settings.file("certificate"):
            self._session.cert = (certificate, settings.file("key") or certificate)

    def ask(self, method: str, path: str, body: Any = None, key: str = "") -> Reply:
        """The reply to one request; ``key`` is what a system may know a repetition by."""
        what, deadline = f"{method} {path}", monotonic() + self._seconds
        headers = {"Idempotency-Key": key} if key else {}
        try:
            with self._session.request(
                method, self._base + path, json=body, headers=headers, timeout=self._seconds,
                allow_redirects=self._follows, stream=True,
            ) as response:  # fmt: skip
                content = bytearray()
                for chunk in response.iter_content(_CHUNK):
                    content += chunk
                    if len(content) > _LONGEST:
                        raise AdapterError(f"the reply to {what} has more than {_LONGEST:,} bytes")
                    if monotonic() > deadline:
                        raise AdapterError(f"the reply to {what} did not end within {self._seconds:g} s")
                return Reply(response.status_code, _json(bytes(content), f"{what}, status {response.status_code},"))
        except requests.RequestException as problem:
            raise AdapterError(f"no reply to {what}: {type(problem).__name__}{self._remedy(problem)}") from None

    def _remedy(self, problem: requests.RequestException) -> str:
        """Where to look, where nobody was reached or replied in time; user and password in the base are not told."""
        if isinstance(problem, requests.ReadTimeout):
            return f"; it may take {self._seconds:g} s, as [timing] patience in the claims says"
        if not isinstance(problem, requests.ConnectionError):
            return ""
        return (
            f"; is the system up at {urlsplit(self._base).netloc.rpartition('@')[2]}, which 'base' in the table names?"
        )

    def close(self) -> None:
        """Close the connections."""
        self._session.close()


def _json(content: bytes, what: str) -> Any:
    if not content.strip():
        return None
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise AdapterError(f"the reply to {what} is no JSON: {content[:80]!r}") from None
