"""One trial of a changed copy: its tests, then the reference in every role, then the quick proof.

Ends with 1 as soon as one of them notices.
"""

import subprocess
import sys
import tempfile


def main() -> None:
    """Run what was named on the command line."""
    pytest = ("pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", *sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        run = ("ordertck", "run", "-q", "--report", f"{folder}/report")
        for words in (pytest, run, ("ordertck", "prove")):
            if subprocess.run([sys.executable, "-m", *words], check=False).returncode:
                raise SystemExit(1)


if __name__ == "__main__":
    main()
