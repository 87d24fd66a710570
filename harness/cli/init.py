"""ordertck init: writes a claims file and an adapter that runs, to start from."""

import sys
from pathlib import Path

import click

from ordertck.harness.errors import UsageError

_TEMPLATES = Path(__file__).resolve().parent / "templates"
FILES = ("claims.toml", "my_adapter.py")


def init(folder: Path, force: bool = False) -> list[Path]:
    """Write the files into ``folder``, which is made where it is not there; the paths written.

    Raises ``UsageError``, and writes nothing, where one of them is there already and not to be replaced.
    """
    paths = [folder / name for name in FILES]
    if not force and (there := [path for path in paths if path.exists()]):
        raise UsageError(f"{', '.join(p.name for p in there)} would be overwritten", "use --force to replace", folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in paths:
            path.write_bytes((_TEMPLATES / path.name).read_bytes())
    except OSError as problem:
        raise UsageError(f"cannot write there: {problem.strerror}", "name another folder", folder) from None
    return paths


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--force", is_flag=True, help="Replace files that are there.")
def init_command(folder: Path, force: bool) -> None:
    """Write a commented claims file and an adapter that runs into FOLDER, to start from."""
    try:
        paths = init(folder, force)
    except UsageError as problem:
        click.echo(str(problem), err=True)
        sys.exit(2)
    for path in paths:
        click.echo(f"wrote {path}")
    click.echo(f"Next: ordertck check-adapter {paths[0]}")
