"""A process that has read every known system, and divides in two for each one that is to be served: in milliseconds.

A system in a process of its own takes a second to be there, most of it for reading what all of them have in common.
"""

import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from ordertck.harness.adapters.served import Served
from ordertck.harness.claims import Claims
from ordertck.harness.port import System
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.registry import known_systems
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.serving.offer import Offer
from ordertck.harness.serving.running import serve

# A command that hands its own standard input and output to the spawner, and is there for as long as what is served.
_RELAY = """
import socket, sys
there = socket.socket(socket.AF_UNIX)
there.connect(sys.argv[1])
socket.send_fds(there, [sys.argv[2].encode()], [0, 1])
sys.exit(there.recv(1) != b"")
"""
_LONGEST_NAME = 200


class Spawner:
    """Serves known systems by their place in the registry, over JSON Lines or HTTP."""

    def __init__(self, address: str) -> None:
        self._address = address

    def command(self, place: int) -> tuple[str, ...]:
        """The command that is the system of this place, behind its standard input and output."""
        return sys.executable, "-I", "-S", "-c", _RELAY, self._address, str(place)

    @contextmanager
    def url(self, place: int) -> Iterator[str]:
        """The address of a server of this system, for as long as it is needed."""
        with socket.socket(socket.AF_UNIX) as there:
            there.connect(self._address)
            there.send(str(place).encode())
            port, pid = map(int, there.recv(_LONGEST_NAME).split())
            try:
                yield f"http://127.0.0.1:{port}"
            finally:
                os.kill(pid, signal.SIGKILL)


@contextmanager
def spawner(reference: Claims) -> Iterator[Spawner]:
    """A spawner of the known systems, of which the same is claimed as of the reference but for what they declare."""
    known_systems()
    with TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as listener:
        address = str(Path(folder) / "spawner")
        listener.bind(address)
        listener.listen(100)
        pid = os.fork()
        if not pid:
            _spawn(listener, reference)
        try:
            yield Spawner(address)
        finally:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def _spawn(listener: socket.socket, reference: Claims) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
    while True:
        asker, _ = listener.accept()
        if not os.fork():
            with suppress(BaseException):
                listener.close()
                _serve(asker, reference)
            os._exit(0)
        asker.close()


def _serve(asker: socket.socket, reference: Claims) -> None:
    place, streams, _, _ = socket.recv_fds(asker, _LONGEST_NAME, 2)
    known = known_systems()[int(place)]
    claims, make = known.claims(reference), made_of(*known.systems)

    def more() -> System:
        return InProcess(make, claims)

    if streams:
        with open(streams[0], "rb") as requests, open(streams[1], "wb") as replies:  # noqa: PTH123 - they are open
            Served(more(), at_once=True, more=more).serve(requests, replies)
        return
    with socket.create_server(("127.0.0.1", 0), backlog=200) as here:
        asker.send(f"{here.getsockname()[1]} {os.getpid()}".encode())
        serve(Offer(claims, lambda _: more()), here)
