"""Calling back: what a system says is handed to the kit's sink, one message after the other."""

import asyncio
from collections import deque
from typing import Any
from urllib.parse import urlsplit

import httpcore

from ordertck.harness.adapters.json_text import encode
from ordertck.harness.http_settings import is_loopback
from ordertck.harness.messages.addresses import FROM

# Seconds that the sink has for one message.
_PATIENCE = 10.0


class Caller:
    """Hands messages to the sink at ``url`` and shows it the ``token``. What is to be said waits in ``unsaid``."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url.rstrip("/")
        self._headers = [(b"Authorization", b"Bearer " + token.encode()), (b"Content-Type", b"application/json")]
        self._pool = httpcore.AsyncConnectionPool(max_connections=1)
        self._lock = asyncio.Lock()
        self.unsaid: deque[dict[str, Any]] = deque()

    async def say(self) -> str:
        """Hand over all that is to be said, in order; what went wrong, or ""."""
        async with self._lock:
            while self.unsaid:
                message = self.unsaid.popleft()
                try:
                    answer = await self._pool.request(
                        "POST",
                        f"{self._url}/{FROM}/{message['edge']}",
                        headers=self._headers,
                        content=encode(message),
                        extensions={"timeout": dict.fromkeys(("connect", "read", "write", "pool"), _PATIENCE)},
                    )
                except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as problem:
                    return f"the sink cannot be reached: {type(problem).__name__}"
                if not 200 <= answer.status < 300:
                    return f"the sink answers with status {answer.status}"
        return ""

    async def close(self) -> None:
        """Hang up."""
        await self._pool.aclose()


def is_near(url: str, client: str) -> bool:
    """Whether a sink is on the machine that a request came from: whom else a server calls no stranger may say."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    return parts.scheme in ("http", "https") and (host == client or (is_loopback(host) and is_loopback(client)))
