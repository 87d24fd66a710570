"""Network streams on which everything of one request ends by one deadline, however slowly the other end speaks."""

import ssl
from collections.abc import Iterable
from time import monotonic
from typing import Any

import httpcore

# Bytes that are written before the clock is looked at again.
_CHUNK = 64 * 1024


class TimedNetwork(httpcore.NetworkBackend):
    """Opens streams that all obey ``until``, an instant of the monotonic clock. Time-outs of the caller are ignored.

    A time-out of a single read would not do: a server that sends one byte a second never exceeds it.
    """

    def __init__(self) -> None:
        self.until = 0.0
        self._network = httpcore.SyncBackend()

    def left(self) -> float:
        """Seconds until the deadline. Raises ``httpcore.ReadTimeout`` after it."""
        left = self.until - monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("timed out")
        return left

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline rules
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect by the deadline."""
        opened = self._network.connect_tcp(host, port, self.left(), local_address, socket_options)
        return _TimedStream(opened, self)


class _TimedStream(httpcore.NetworkStream):
    """Writes when something is to be read: head and body of a request leave together, so the server wakes once."""

    def __init__(self, stream: httpcore.NetworkStream, network: TimedNetwork) -> None:
        self._stream, self._network = stream, network
        self._unsent = bytearray()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        self._send()
        return self._stream.read(max_bytes, self._network.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._unsent += buffer

    def _send(self) -> None:
        unsent, self._unsent = bytes(self._unsent), bytearray()
        for start in range(0, len(unsent), _CHUNK):
            self._stream.write(unsent[start : start + _CHUNK], self._network.left())

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._network.left()), self._network)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def close(self) -> None:
        self._stream.close()
