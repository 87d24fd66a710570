"""What becomes of a faulty adapter or an odd system: docs/faults.md. The tests do each of these things."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.tools.http_faults import HTTP, TLS, HttpFault

PAGE = Path(__file__).resolve().parents[2] / "docs" / "faults.md"
LONG = "x" * 30_000
# So many messages at once stand for messages without end.
ENDLESS = 1_000
_HEAD = """# What becomes of faults

Whatever an adapter or a system does, the run goes on, ends in bounded time and memory, writes its report, and says who
has to act. `harness/tests/test_faults.py` and `test_http_faults.py` do each of these things and look what comes of it;
the page is made from their lists (`make pages`). A fuzzer does as much by chance (`harness/tests/test_fuzz.py`).

An error is never held against a system; but a run with an error has exit code 3 and gives no certificate.

An exchange that breaks off (a process that ends, a server that hangs up, a reply that is no reply or does not come)
is no error yet: its example is examined once more, by itself, in a fresh session. A second break is an error. Where
the second exchange goes well, its verdict stands, and a remark on the terminal, the page and the summary says how
many examples broke off, which, and why; the certificate has the number. It is so whatever the number of jobs, and
whether sessions share a line or not ([decision 22](decisions/0022-jobs-and-waits.md)).
"""


class Fault(NamedTuple):
    """What an adapter does, in words and as source, and what is said of it; ``method`` is where it does it.

    Where it hangs on the moment what is said, ``said`` has both, with a bar between them.
    """

    words: str
    source: str
    said: str
    method: str = "deliver"


PYTHON = (
    Fault("raises an exception", "None.post()", "deliver raised AttributeError"),
    Fault("raises in `receive`", "raise OSError('no route')", "receive raised OSError: no route", "receive"),
    Fault("calls `sys.exit(0)`", "sys.exit(0)", "deliver raised SystemExit: 0"),
    Fault("calls `os._exit(0)`", "os._exit(0)", "the adapter ended with exit code 0"),
    Fault("calls `os._exit(0)` while it connects", "os._exit(0)", "the adapter ended with exit code 0", "__init__"),
    Fault("crashes", "__import__('ctypes').string_at(0)", "the adapter was ended by SIGSEGV"),
    Fault("never returns", "threading.Event().wait()", "the adapter did not answer within"),
    Fault("returns no message", "return {'id': 1}", "receive returned a dict, not a Message", "receive"),
    Fault("sends a message without an id", "return Message('', 'k', Edge.CRM, {})", "no proper 'id'", "receive"),
    Fault("sends what JSON cannot hold", "return message({'at': {1}})", "no JSON can hold", "receive"),
    Fault("sends a number of more than 64 bits", "return message({'n': 2 ** 70})", "no JSON can hold", "receive"),
    Fault("sends a number that is none", "return message({'n': float('nan')})", "no JSON can hold", "receive"),
    Fault("sends half a character", r"return message({'t': '\ud800'})", "no JSON can hold", "receive"),
    Fault("nests 300 deep", "return message(nested(300))", "no JSON can hold", "receive"),
    Fault("sends a text of 50 MB", "return message({'t': 'x' * 50_000_000})", "bytes; 4,194,304 are taken", "receive"),
)
LINES = (
    Fault("prints noise", "say('INFO started'); say('{\"ok\": true}')", "printed something that is not JSON"),
    Fault("answers twice", 'say(\'{"ok": true}\\n{"ok": true}\')', "printed more than its one line of reply"),
    Fault(
        "answers a second time later",
        "say('{\"ok\": true}'); say('{\"ok\": true}')",
        "than its one line of reply | the reply to receive has neither",  # whether it comes before the next request
    ),
    Fault("says one name twice", 'say(\'{"ok": false, "ok": true}\')', "an object has 'ok' twice"),
    Fault("sends 1e400", 'say(\'{"ok": true, "x": 1e400}\')', "the number 1e400 is too large"),
    Fault("sends a list in place of a reply", "say('[1]')", "the adapter's reply is no JSON object"),
    Fault("answers the wrong request", 'say(\'{"ok": true, "n": 1}\')', "has the number 1"),
    Fault(
        "prints a line without end", "\n        while 1: say('x' * 65536, '')", "a line of more than 8,388,608 bytes"
    ),
    Fault("answers with an error of 8 MB", "say(json.dumps({'error': 'x' * 8_000_000}))", "(8,000,0"),
    Fault("ends", "sys.exit(3)", "the adapter ended with exit code 3"),
)


class Oddity(NamedTuple):
    """How a system speaks, in words; what it says in the place of a message; the verdicts that this may lead to."""

    words: str
    says: Callable[[Message], Iterable[Message]]
    verdicts: str
    remark: str = ""


def _of(sort: str, **changes: object) -> Callable[[Message], Iterable[Message]]:
    """Says a kind of message otherwise: with other fields of its envelope."""
    return lambda message: [replace(message, **changes) if message.kind == sort else message]


def _with(kind: str, **fields: object) -> Callable[[Message], Iterable[Message]]:
    """Says a kind of message with other fields in its body."""
    return lambda message: [replace(message, body={**message.body, **fields}) if message.kind == kind else message]


def _besides(more: Callable[[Message], Message]) -> Callable[[Message], Iterable[Message]]:
    return lambda message: [more(message), message]


_ANSWER, _CALL, _NEWS = "order-snapshot", "provisioning-order", "order-update"
SYSTEMS = (
    Oddity("says nothing", lambda _: (), "failed, inconclusive"),
    Oddity("answers with another kind", _of(_ANSWER, kind=_NEWS, edge=Edge.CRM), "failed, inconclusive"),
    Oddity("answers on another edge", _of(_ANSWER, edge=Edge.CRM), "failed, inconclusive"),
    Oddity("answers about another order", _with(_ANSWER, order="THEIRS"), "failed, inconclusive"),
    Oddity("sends a kind that nobody knows", _of(_CALL, kind="order-changed"), "failed, inconclusive"),
    Oddity("sends a list where a text is due", _with(_CALL, account=["x"]), "failed, inconclusive"),
    Oddity("sends a text where a list is due", _with(_CALL, lines="all"), "failed, inconclusive"),
    Oddity("sends true where a number is due", _with(_CALL, revision=True), "failed, inconclusive"),
    Oddity("sends a date that is none", _with(_CALL, requested_delivery="2026-02-30"), "failed, inconclusive"),
    Oddity(
        "says one thing for ever",
        lambda message: [replace(message, id=f"{message.id}-{n}") for n in range(ENDLESS)],
        "failed, inconclusive",
        "given up after three such examples",
    ),
    Oddity("says more than the vocabulary knows", _with(_NEWS, trace=["x", {"y": 2**62}]), "passed"),
    Oddity("sends a message twice under one id", lambda message: [message, message], "passed"),
    Oddity(
        "tells of other people's orders",
        _besides(lambda message: Message(f"{message.id}-x", _NEWS, Edge.CRM, {"order": "THEIRS"}, "THEIRS")),
        "passed",
        "counted, and said",
    ),
    Oddity(
        "writes a text of 30,000 characters", _with(_NEWS, trace=LONG), "passed", "its end is cut off, and that said"
    ),
)


class End(NamedTuple):
    """What befalls a whole run, in words: what is left of it, its exit code, and which test does it."""

    words: str
    left: str
    code: str
    test: str


_ALL = "all verdicts; "
_BY_VERDICTS = "by the verdicts"
ENDS = (
    End(
        "is interrupted (Ctrl-C), told to end (SIGTERM), or loses its terminal (SIGHUP)",
        "the system is closed; `incomplete.txt`, if there was a report; its certificate is called `superseded-…`",
        "130, 143, 129",
        "test_cli_stopped",
    ),
    End(
        "is killed, at any moment",
        "`incomplete.txt`, if there was a report, or a certificate of the results beside it; "
        "perhaps a folder `.ordertck-…`, which the next run clears away",
        "137",
        "test_killed",
    ),
    End("loses one of its own processes", "`incomplete.txt`, if there was a report; no process", "3", "test_processes"),
    End(
        "has an output that is closed, full or read by nobody",
        "the report",
        "141; closed: by the verdicts",
        "test_streams",
    ),
    End(
        "finds that the report folder takes nothing any more",
        _ALL + "the report lies in a folder for temporary files, which is said",
        _BY_VERDICTS,
        "test_reports",
    ),
    End("can write nothing anywhere", _ALL + "they stand on the terminal", "2", "test_killed"),
    End(
        "has 256 MiB of transcript, or no room for more",
        _ALL + "what is missing is said there and in `results.json`; no certificate, since nobody could verify it",
        _BY_VERDICTS,
        "test_killed",
    ),
    End("meets a file that is no report's in the folder", "that file; nothing is run", "2", "test_killed"),
    End("is narrowed", "a report of its own; the whole run's is untouched", _BY_VERDICTS, "test_cli_run"),
)


def page() -> str:
    """The page's text."""
    said = "an error, blamed on the adapter, exit code 3"
    once = "What is said behind (passed, exit code 0) stands in a remark: it happens but once."
    odd = [(o.words, o.verdicts, _blame(o), _code(o), o.remark) for o in SYSTEMS]
    parts = [
        _HEAD,
        f"## Adapters in Python\n\nEach of these is {said}.\n",
        *_table(("an adapter that …", "what is said"), [(f.words, f"`… {f.said} …`") for f in PYTHON]),
        f"## Adapters in other languages\n\nEach of these is {said}.\n",
        *_table(
            ("an adapter that …", "what is said"),
            [(f.words, f"`… {f.said} …`".replace(" | ", " …` or `… ")) for f in LINES],
        ),
        "## Servers, and the way to them\n",
        f"Where something is said, each of these is {said}; the others change nothing.\n{once}\n",
        *_table(("a server that …", "what is said"), [_row(f) for f in HTTP]),
        *_table(("a server over TLS that …", "what is said"), [_row(f) for f in TLS]),
        "## Systems\n",
        *_table(("a system that …", "verdict", "blame", "exit code", "besides"), odd),
        "## The run itself\n",
        *_table(("a run that …", "what is left", "exit code", "tested in"), ENDS),
    ]
    return "\n".join(parts)


def _row(fault: HttpFault) -> tuple[str, str]:
    said = f"`… {fault.said} …`" if fault.said else ""
    return fault.words, f"(passed, exit code 0) {said}" if fault.transient else said


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)] + [""]


def _blame(oddity: Oddity) -> str:
    return "" if oddity.verdicts == "passed" else "system"


def _code(oddity: Oddity) -> str:
    return "0" if oddity.verdicts == "passed" else "1"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
