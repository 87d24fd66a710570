"""What a claims file says of the way to a server over HTTP: who the kit is there, whom it trusts, what it follows.

What is secret stands in the environment or in a file, never in the claims.
"""

import os
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from ordertck.harness.contents import text_in
from ordertck.harness.errors import UsageError
from ordertck.harness.redaction import VARIABLE

# Files of the claims' folder that hold a secret: which setting is read from which.
_PASSWORD = "password"
_FROM_FILES = {"token": "token_file", _PASSWORD: "password_file"}
_LARGEST = 64 * 1024
_SECRETS = frozenset({"token", "token_file", "password", "password_file", "headers"})


@dataclass(frozen=True, slots=True)
class HttpSettings:
    """The table [http] of the claims, as it is written there; ``folder`` is where its files lie."""

    told: Mapping[str, Any] = field(default_factory=dict)
    folder: Path = Path()

    def __bool__(self) -> bool:
        return bool(self.told)

    def text(self, name: str) -> str:
        """A setting with the variables of the environment filled in, or from its file; "" where there is none.

        Raises ``UsageError`` where a variable is not set, or a file cannot be read.
        """
        if name in self.told:
            return filled_in(str(self.told[name]))
        file = self.told.get(_FROM_FILES.get(name, ""))
        return self._content(file) if file else ""

    def authorization(self) -> str:
        """The header that says who the kit is; "" where nobody asks."""
        if token := self.text("token"):
            return f"Bearer {token}"
        user = self.text("user")
        return f"Basic {b64encode(f'{user}:{self.text(_PASSWORD)}'.encode()).decode()}" if user else ""

    def headers(self) -> dict[str, str]:
        """Headers that every request has, by their names."""
        return {name: filled_in(value) for name, value in self.told.get("headers", {}).items()}

    def file(self, name: str) -> str:
        """The path of a file that is named; "" where none is."""
        return str(self.folder / self.told[name]) if name in self.told else ""

    def asks_for(self, name: str) -> bool:
        """Whether something that is off is asked for: redirects, cookies."""
        return bool(self.told.get(name, False))

    def would_show(self, address: SplitResult) -> bool:
        """Whether a secret would cross the network in the clear on the way to an address."""
        clear = address.scheme == "http" and not is_loopback(address.hostname or "")
        return clear and bool(_SECRETS & self.told.keys())

    def secrets(self) -> Iterator[str]:
        """What of these settings stands in no output: each as it goes over the wire, where it can be read at all."""
        for text in (*map(str, self.told.values()), *self.told.get("headers", {}).values()):
            yield from (os.environ.get(name, "") for name in re.findall(VARIABLE, text))
        with suppress(UsageError):  # what cannot be read is told where it is needed, and is no secret here
            yield from (self.text("token"), self.text(_PASSWORD), self.authorization().partition(" ")[2])

    def _content(self, name: str) -> str:
        file = self.folder / name
        try:
            return text_in(file, _LARGEST).strip()
        except OSError as problem:
            raise UsageError(f"it cannot be read: {problem.strerror}", "see [http] in the claims", file) from None
        except UnicodeDecodeError:
            raise UsageError("it is not text in UTF-8", "see [http] in the claims", file) from None


def address_in(url: str) -> SplitResult:
    """An address in its parts. Raises ``ValueError``, with the reason, where it has a port or a host that is none."""
    parts = urlsplit(url)
    parts.port  # noqa: B018 - raises for what is no port
    (parts.hostname or "").encode("idna")
    return parts


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, over the loopback that no network carries: localhost, 127.0.0.2, ::1."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def filled_in(text: str) -> str:
    """A text with each ``${NAME}`` replaced by that variable of the environment. Raises ``UsageError`` without one."""

    def value(found: re.Match[str]) -> str:
        if found[1] not in os.environ:
            raise UsageError(f"the claims name the variable {found[1]}, which is not set", f"set {found[1]}")
        return os.environ[found[1]]

    return re.sub(VARIABLE, value, text)
