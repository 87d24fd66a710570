"""What a vendor keeps to itself, and what would do something to a terminal, stands in no output at all."""

import sys
from pathlib import Path

import pytest

from ordertck.harness.tests.commands import Done, Terminal
from ordertck.harness.text import printable

TOKEN = "s3cret/4711"
CLAIMS = """
[system]
name = "Shop\\u001b[2J\\u009b1m"
version = "1\\u0007"
vendor = "\\u202eemcA"
roles = ["oms"]
profiles = ["price-lists"]
capabilities = ["header-price-list-choice"]
command = ["PYTHON", "-I", "-S", "child.py", "${ACME_TOKEN}", "--api-key=k3y-0815", "HOW"]

[timing]
patience = 0.2
quiet = 0.01

[report]
redact = ["account"]

[[deviations]]
rule = "PL-09"
issue = "see \\u001b[31m"
"""
# Tells whatever it should keep to itself, in a refusal or in an error.
CHILD = r"""
import json, sys
token, key, how = sys.argv[1:]
for line in sys.stdin:
    request, reply = json.loads(line), {"ok": True, "idle": True}
    message = request.get("message", {})
    if request["op"] == "hello":
        reply = {"protocol": 1}
    elif message.get("kind") == "sales-order":
        body = message["body"]
        with open("accounts.txt", "a") as file:
            file.write(body["account"] + "\n")
        said = f"{body['account']} of {token} ({key}) \x1b[31m \x9b1m \u202e \x7f"
        refusal = {"order": body["order"], "reason": said}
        told = {"id": "r-" + message["id"], "kind": "refusal", "edge": "crm", "body": refusal, "about": body["order"]}
        if how == "kind":
            told["kind"] = said
        reply = {"error": said} if how == "error" else {**reply, "messages": [told]}
    elif request["op"] == "close" and how == "error":
        reply = {"error": said}
    print(json.dumps(reply), flush=True)
"""


@pytest.fixture(params=["refusal", "kind", "error"])
def told(request: pytest.FixtureRequest, ordertck: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Everything that the commands print of a system, and every file that they write."""
    monkeypatch.setenv("ACME_TOKEN", TOKEN)
    (tmp_path / "child.py").write_text(CHILD)
    (tmp_path / "claims.toml").write_text(CLAIMS.replace("PYTHON", sys.executable).replace("HOW", request.param))
    said: list[Done] = [
        ordertck("run", "claims.toml"),
        ordertck("run", "claims.toml", "-q", "-k", "blank"),
        ordertck("run", "claims.toml", "--format", "json", "-k", "blank"),
        ordertck("check-adapter", "claims.toml"),
        ordertck("plan", "claims.toml"),
        ordertck("report"),
        ordertck("report", "--format", "jenkins", "--output", "ordertck-report-narrowed/jenkins.xml"),
    ]
    files = [*(tmp_path / "ordertck-report").iterdir(), *(tmp_path / "ordertck-report-narrowed").iterdir()]
    names = {path.name for path in files}
    assert {"results.json", "junit.xml", "transcript.ndjson"} <= names
    assert ("certificate.json" in names) == (request.param != "error")
    assert not [done.err for done in said if "Traceback" in done.err or "please report" in done.err]
    return "\n".join([*(done.out + done.err for done in said), *(path.read_text() for path in files)])


def test_no_output_tells_it(told: str, tmp_path: Path) -> None:
    """No field that is to be struck out, no secret of the command, and nothing that moves a cursor."""
    accounts = set((tmp_path / "accounts.txt").read_text().split())
    assert len(accounts) > 5
    assert [account for account in accounts if account in told] == []
    assert [secret for secret in (TOKEN, "k3y-0815") if secret in told] == []
    assert "[redacted 1]" in told
    assert "[hidden]" in told
    assert [line for line in told.splitlines() if printable(line) != line and "\t" not in line] == []
