"""One trial of a changed copy: its tests, then the reference in every role; ends with 1 as soon as one notices."""

import subprocess
import sys
import tempfile


def main() -> None:
    """Run what was named on the command line."""
    pytest = ("pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", *sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        for words in (pytest, ("ordertck", "run", "-q", "--report", f"{folder}/report")):
            if subprocess.run([sys.executable, "-m", *words], check=False).returncode:
                raise SystemExit(1)


if __name__ == "__main__":
    main()
