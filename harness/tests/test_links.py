"""The links by which the package is mapped: each leads to its folder, and a checkout without them says so."""

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "src" / "ordertck"


def test_each_link_leads_to_the_folder_of_its_name() -> None:
    """The links are relative, so that a checkout can be moved."""
    links = [path for path in PACKAGE.iterdir() if path.is_symlink()]
    assert {path.name for path in links} == {"docs", "examples", "features", "fixtures", "harness", "schemas", "steps"}
    for link in links:
        assert link.readlink() == Path("..", "..", link.name)
        assert link.resolve() == CHECKOUT / link.name


def test_a_checkout_without_links_says_what_to_do(tmp_path: Path) -> None:
    """Where links are not supported, Git writes a file with the link's text."""
    copy = tmp_path / "ordertck"
    copy.mkdir()
    (copy / "__init__.py").write_bytes((PACKAGE / "__init__.py").read_bytes())
    (copy / "harness").write_text("../../harness")
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import ordertck"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "git config core.symlinks true" in done.stderr
