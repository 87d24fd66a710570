"""Running a server until it is told to stop."""

import socket

import uvicorn

from ordertck.harness.serving.app import Server
from ordertck.harness.serving.offer import Offer

# Seconds that requests under way have when the server is told to stop.
_GRACE = 5
# Requests at a time, over all sessions; more are told to come again.
_MOST_AT_ONCE = 500


def uvicorn_of(offer: Offer, at_once: bool = True) -> uvicorn.Server:
    """The server, ready to run on sockets."""
    config = uvicorn.Config(
        Server(offer, at_once).app(),
        log_level="warning",
        access_log=False,
        lifespan="off",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        limit_concurrency=_MOST_AT_ONCE,
        timeout_graceful_shutdown=_GRACE,
        timeout_keep_alive=60,
    )
    return uvicorn.Server(config)


def serve(offer: Offer, listener: socket.socket, at_once: bool = True) -> None:
    """Serve until Ctrl-C or SIGTERM; both are a proper end."""
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        uvicorn_of(offer, at_once).run(sockets=[listener])
    except (KeyboardInterrupt, SystemExit):  # what uvicorn passes on once it has stopped
        return
