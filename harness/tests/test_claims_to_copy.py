"""The claims files on the pages for vendors: whoever copies one has claims that can be read."""

import re
from pathlib import Path

import pytest

from ordertck.harness.claims import read_claims
from ordertck.harness.tests.support import EDITION, REPOSITORY


@pytest.mark.parametrize(
    ("page", "scheme"), [("port", "python"), ("json_lines", "command"), ("http", "http"), ("polling", "poll")]
)
def test_claims_to_copy(tmp_path: Path, page: str, scheme: str) -> None:
    """They are whole, and name the way to a system that the page is about."""
    text = (REPOSITORY / "docs" / f"{page}.md").read_text(encoding="utf-8")
    shown = re.search(r"^## A claims file to copy\n.*?^```toml\n(.*?)^```", text, re.M | re.S)
    assert shown
    (tmp_path / "claims.toml").write_text(shown[1], encoding="utf-8")
    claims = read_claims(tmp_path / "claims.toml", EDITION)
    assert (claims.name, claims.roles, claims.scheme) == ("Acme Order Hub", ("oms",), scheme)
