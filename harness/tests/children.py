"""Child processes for the port over a pipe: each speaks the protocol, with a vice of its own where a test wants one."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.messages import Edge, Message
from ordertck.harness.tests.support import EDITION

# Every child greets properly unless it says otherwise, and answers {"ok": true} to what it does not take up.
PRELUDE = """
import json, os, signal, sys, time

asked = 0
def say(reply):
    sys.stdout.write((reply if isinstance(reply, str) else json.dumps(reply)) + "\\n")
    sys.stdout.flush()
def message(name, **envelope):
    return {"id": name, "kind": "order-update", "edge": "crm", "body": {"order": "O", "status": "OPEN"}, **envelope}
"""
LOOP = """
for line in sys.stdin:
    request = json.loads(line)
    op, asked = request["op"], asked + 1
    if op == "hello" and not REFUSES_GREETING:
        say({"protocol": 1, "name": "Child", "version": str(os.getpid())})
    else:
        TAKE
"""
OK = 'say({"ok": True})'
Start = Callable[..., Dialogue]


def child(take: str = OK, before: str = "", greets: bool = True) -> str:
    """A child's source: what it does first, and with each request after the greeting."""
    body = take.strip().replace("\n", "\n        ")
    return PRELUDE + before + LOOP.replace("REFUSES_GREETING", str(not greets)).replace("TAKE", body)


def claims_of(folder: Path, source: str, patience: float = 0.1, start: float = 5.0) -> Claims:
    """Claims whose command runs this source."""
    (folder / "child.py").write_text(source)
    return Claims(
        "Child",
        "1",
        ("oms",),
        (),
        {"no_action": "dash"},
        command=(sys.executable, "-I", "-S", "child.py"),
        timing=Timing(patience, 0.01, start),
        file=folder / "claims.toml",
        edition=EDITION,
    )


def order(number: int = 1, **body: Any) -> Message:
    return Message(
        f"m{number}", "sales-order", Edge.OMS, {"order": "O", "id": "O/1", "lines": [], **body}, "O", None, 5
    )


def gone(system: Dialogue) -> bool:
    """Whether the child's process is neither running nor a zombie."""
    try:
        os.kill(int(system.greeting.version), 0)
    except ProcessLookupError:
        return True
    return False
