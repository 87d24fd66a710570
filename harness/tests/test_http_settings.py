"""What claims say of the way to a server, and what of that cannot be used."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ordertck.harness.adapters.connect import connect
from ordertck.harness.errors import UsageError
from ordertck.harness.http_settings import HttpSettings
from ordertck.harness.tests.test_http_wire import claimed


@pytest.mark.parametrize(
    ("url", "http", "said"),
    [
        ("http://user:sesame@hub.example", "", "url holds a user or a password"),
        ("http://hub.example?key=1", "", "something behind its path"),
        ("http://hub.example:99999", "", "url is no address"),
        ("http://", "", "no address of HTTP"),
        ("http://hub..example", "", "url is no address"),
        ("http://[::", "", "url is no address"),
        ("${HUB_URL}", "", "the variable HUB_URL, which is not set"),
        ("http://hub.example", 'token = "${HUB_TOKEN}"', "cross the network in the clear"),
        ("https://hub.example", 'token = "${HUB_TOKEN}"', "the variable HUB_TOKEN, which is not set"),
        ("https://hub.example", 'token_file = "none"', "none: it cannot be read"),
        ("https://hub.example", 'ca = "none.pem"', "certificates of the claims cannot be used"),
        ("https://hub.example", 'headers = { X-A = "a\\nb" }', "a header that cannot be sent: X-A"),
    ],
)
def test_addresses_and_settings_that_cannot_be_used(tmp_path: Path, url: str, http: str, said: str) -> None:
    """Each is a mistake in the claims, told before anything is sent."""
    with pytest.raises(UsageError, match=said) as mistake:
        connect(claimed(tmp_path, url, http), "S1")
    assert "claims.toml" in str(mistake.value) or "none" in str(mistake.value)
    assert "sesame" not in str(mistake.value)
    assert "sesame" not in claimed(tmp_path, url, http).way


@pytest.mark.parametrize("http", ['token = "plain"', 'password = "plain"', 'tokn = "${A}"', 'proxy = "socks5://x"'])
def test_settings_that_are_none(tmp_path: Path, http: str) -> None:
    """A secret cannot stand in the claims, nor a word that is no setting."""
    with pytest.raises(UsageError, match=r"claims\.toml:8: http"):
        claimed(tmp_path, "https://hub.example", http)


@pytest.mark.parametrize(
    ("host", "shows"),
    [
        ("localhost", False),
        ("127.0.0.1", False),
        ("127.0.0.2", False),
        ("[::1]", False),
        ("hub.example", True),
        ("127.example", True),
        ("[2001:db8::1]", True),
    ],
)
def test_secrets_in_the_clear(host: str, shows: bool) -> None:
    """They cross no network: over plain HTTP they go to this machine only."""
    settings = HttpSettings({"token": "${HUB_TOKEN}"})
    assert settings.would_show(urlsplit(f"http://{host}:80/x")) is shows
    assert not settings.would_show(urlsplit(f"https://{host}/x"))


def test_in_a_certificate(tmp_path: Path) -> None:
    """The address is shown, the settings of the way are not."""
    claims = claimed(tmp_path, "https://hub.example", 'token = "${HUB_TOKEN}"')
    assert claims.as_json()["url"] == claims.way == "https://hub.example"
    assert "http" not in replace(claims, name="x").as_json()
