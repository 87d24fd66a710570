"""ordertck serve: the reference, or a system of the proof, over HTTP."""

import errno
import socket
from pathlib import Path

import click

from ordertck.harness.cli.common import edition_option
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError
from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.messages.roles import USUAL

_PORT = 8642


@click.command("serve")
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice(ROLES, case_sensitive=False),
    help="The role; several make one system.",
)
@click.option("--system", "name", default="", metavar="ROLE/NAME", help="A system of 'ordertck prove' instead.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen: this machine alone.")
@click.option("--port", default=_PORT, show_default=True, type=click.IntRange(0, 65535), help="0: any that is free.")
@click.option(
    "--claims", "file", type=click.Path(path_type=Path), help="Write there what to claim for it, for 'ordertck run'."
)
@edition_option
def serve_command(roles: tuple[str, ...], name: str, host: str, port: int, file: Path | None, edition: Edition) -> None:
    """Serve the embedded reference over HTTP, or a known system that is wrong in one way.

    Any number of kits may open sessions, each with a system of its own. /openapi.json describes the server. Ctrl-C or
    SIGTERM stops it when the requests under way are answered.

    \b
    Examples:  ordertck serve --role oms --claims served.toml
               ordertck run served.toml          (in another terminal)
               ordertck serve --system oms/leaves-blank-price-lists
    """
    from ordertck.harness.applicability import require_examinable
    from ordertck.harness.serving import offer as offers
    from ordertck.harness.serving.claims_file import claims_file
    from ordertck.harness.serving.running import serve

    if roles and name:
        raise UsageError("--role and --system exclude each other", "the system's name begins with its role")
    offer = offers.known(edition, name) if name else offers.reference(edition, roles or (USUAL,))
    require_examinable(offer.claims)
    with _listening(host, port) as listener:
        shown = f"[{host}]" if ":" in host else host
        url = f"http://{shown}:{listener.getsockname()[1]}"
        if file is not None:
            _write(file, claims_file(offer.claims, url))
        click.echo(f"{offer.claims.name} as {' and '.join(offer.claims.roles)} is at {url}; Ctrl-C stops it")
        serve(offer, listener)
    click.echo("stopped")


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens; an address of version 6 of the protocol as well."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()  # whoever reads where it is may call at once, and is answered when the server is up
    except OSError as problem:
        said = problem.strerror or str(problem)
        other = "--port" if problem.errno in (errno.EADDRINUSE, errno.EACCES) else "--host"
        raise UsageError(f"cannot listen at {host}, port {port}: {said}", f"choose another with {other}") from None
    return listener


def _write(file: Path, text: str) -> None:
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(text)
    except FileExistsError:
        raise UsageError("the file is there already", "name another with --claims, or remove it", file) from None
    except OSError as problem:
        raise UsageError(f"cannot write the claims: {problem.strerror}", "name another with --claims", file) from None
