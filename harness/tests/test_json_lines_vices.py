"""What a child process can do wrong on the pipe: each vice is named, and nobody is held up by it."""

from pathlib import Path

import pytest

from ordertck.harness.adapters.command import open_command
from ordertck.harness.claims import Claims
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.tests.children import Start, claims_of, gone, order
from ordertck.harness.tests.support import EDITION

DYING = {
    "dies": (
        'print("cannot reach the hub\\nno route", file=sys.stderr); sys.exit(7)',
        "ended with exit code 7; its last lines on stderr: cannot reach the hub / no route",
    ),
    "dies with many words": (
        'print(*range(20), sep="\\n", file=sys.stderr); sys.exit(7)',
        "exit code 7; its last lines on stderr: 8 / 9 / 10 / 11 / 12 / 13 / 14 / 15 / 16 / 17 / 18 / 19",
    ),
    "dies without a word": ("os._exit(0)", "ended with exit code 0; it wrote nothing to stderr"),
    "is killed": ("os.kill(os.getpid(), signal.SIGKILL)", "was ended by SIGKILL"),
    "dies in mid-line": (
        "sys.stdout.write('{\"ok\"'); sys.exit(1)",
        "exit code 1, in the middle of the line '{\"ok\"'",
    ),
    "closes its output": ("os.close(1); time.sleep(99)", "closed its standard output and goes on running"),
}
TALKING = {
    "noise": (
        'say("2026-03-02 INFO order accepted"); say({"ok": True})',
        "printed something that is not JSON: '2026-03-02 INFO order accepted'; print each object on one line",
    ),
    "colours": ('say("\\x1b[31mred")', r"not JSON: '\x1b[31mred'"),
    "broken JSON": ("say('{\"ok\": tru')", "not JSON: '{\"ok\": tru'"),
    "not a number": ("say('{\"ok\": NaN}')", "cannot be kept, since NaN is no JSON: '{\"ok\": NaN}'"),
    "infinite": ("say('{\"ok\": 1e400}')", "since the number 1e400 is too large"),
    "huge integer": ("say('{\"ok\": 9223372036854775808}')", "since the number 9223372036854775808 has more than 64"),
    "one name twice": ('say(\'{"ok": false, "ok": true}\')', "since an object has 'ok' twice"),
    "deep JSON": ('say("[" * 100_000)', "since it is nested too deep: '[[[["),
    "rather deep": ("say('{\"ok\": ' + '[' * 150 + ']' * 150 + '}')", "since it is nested more than 100 levels deep"),
    "half a character": (r"""say('{"error": "\\ud800"}')""", "since it has half a surrogate pair"),
    "another's number": ('say({"ok": True, "n": 1})', "the reply to request 2 (deliver) has the number 1"),
    "true for a number": ('say({"ok": True, "n": True})', "has the number True"),
    "broken UTF-8": (
        'sys.stdout.buffer.write(b\'{"ok": "\\xff"}\\n\'); sys.stdout.flush()',
        "not UTF-8 (byte 9)",
    ),
    "a byte order mark": ('say("\\ufeff{}")', "printed a byte order mark; write UTF-8 without one"),
    "UTF-16": (
        'sys.stdout.buffer.write(\'{"ok": true}\\n\'.encode("utf-16-le")); sys.stdout.flush()',
        "printed what looks like UTF-16; write UTF-8",
    ),
    "idle in words": ('say({"ok": True, "idle": "true"})', "'idle' is neither true nor false"),
    "no object": ('say("[1]")', "reply is no JSON object: '[1]'"),
    "blank line": ('say("")', "not JSON: ''"),
    "oversized": ('say("x" * (9 << 20))', "a line of more than 8,388,608 bytes, beginning 'xxx"),
    "endless": ('\nwhile True: sys.stdout.write("y" * 65536)', "a line of more than 8,388,608 bytes, beginning 'yyy"),
    "no ok": ('say({"done": True})', 'the reply to deliver is not {"ok": true}: \'{"done":true}\''),
    "no list": ('say({"ok": True, "messages": 3})', "'messages' is no list"),
}


@pytest.mark.parametrize("take, seen", [*DYING.values(), *TALKING.values()], ids=[*DYING, *TALKING])
def test_vice(start: Start, take: str, seen: str) -> None:
    """A break of the protocol is named; afterwards nothing is asked any more and the process is gone."""
    system = start(take)
    with pytest.raises(AdapterError) as raised:
        system.deliver(order())
    assert seen in str(raised.value)
    assert "\n" not in str(raised.value)
    assert gone(system)
    with pytest.raises(AdapterError, match="the adapter is no longer spoken to, since "):
        system.receive(9)


def test_silent(start: Start) -> None:
    """A silent process is named, with what it is likely to have forgotten."""
    system = start("time.sleep(99)", margin=0.02, patience=0.03)
    with pytest.raises(AdapterError, match=r"did not answer within 0.05 s; does it flush .* \(asked: deliver\)"):
        system.deliver(order())
    assert gone(system)


def test_a_line_without_an_end(start: Start) -> None:
    """A reply whose line end was forgotten is shown: nobody has to look for a buffer that was not flushed."""
    system = start("sys.stdout.write('{\"ok\": true}'); sys.stdout.flush(); time.sleep(99)", margin=1.9, patience=0.1)
    said = r"""printed '{"ok": true}' and did not end the line within 2 s; a line end belongs behind each reply"""
    with pytest.raises(AdapterError, match=said):
        system.deliver(order())
    assert gone(system)


def test_deaf(start: Start) -> None:
    """A process that does not read its input cannot hold up a large message for ever."""
    greets = "\nif sys.stdin.readline():\n    say({'protocol': 1, 'version': '1'})\n    time.sleep(99)\n"
    system = start(before=greets, margin=0.02, patience=0.03)
    with pytest.raises(AdapterError, match=r"did not read its input for 0.05 s"):
        system.deliver(order(1, note="x" * 1_000_000))


def test_two_lines(start: Start) -> None:
    """A second line of reply is refused before it can be taken for the answer to something else."""
    system = start('say(\'{"ok": true}\\n{"ok": true}\')')
    system.deliver(order())
    with pytest.raises(AdapterError, match=r"printed more than its one line of reply: '{\"ok\": true}'"):
        system.deliver(order())


def test_error(start: Start) -> None:
    """An error reply fails its own call only."""
    system = start('say({"error": "no such queue"} if asked == 2 else {"ok": True})')
    with pytest.raises(AdapterError, match="the adapter answers deliver with an error: no such queue"):
        system.deliver(order())
    system.deliver(order())


@pytest.mark.parametrize(
    "envelope, seen",
    [
        ("3", "a message is a JSON object, not int"),
        ('message("a", edge="moon")', "unknown edge 'moon'"),
        ('message("a", body=None)', "the message has no proper 'body': None"),
    ],
)
def test_envelope(start: Start, envelope: str, seen: str) -> None:
    """What is no message is named; the messages before it are kept."""
    system = start(f'say({{"ok": True, "messages": [message("first"), {envelope}]}})')
    with pytest.raises(AdapterError, match="handed over what is no message: ") as raised:
        system.deliver(order())
    assert seen in str(raised.value)
    assert (m := system.receive(0.1)) and m.id == "first"


def test_receive_form(start: Start) -> None:
    """A reply to receive says whether there is a message."""
    system = start('say({"ok": True})')
    with pytest.raises(AdapterError, match="the reply to receive has neither 'message' nor 'messages'"):
        system.receive(0.1)


@pytest.mark.parametrize(
    "reply, seen",
    [
        ('{"protocol": 2}', "answers hello with protocol 2; this kit speaks 1"),
        ('{"ok": True}', "answers hello without saying a 'protocol'; this kit speaks 1"),
        ('{"protocol": True}', "answers hello with protocol True; this kit speaks 1"),
        ('{"protocol": 1.0}', "answers hello with protocol 1.0; this kit speaks 1"),
        ('{"protocol": 1, "name": 3}', "has a 'name' or 'version' that is no string"),
        ('{"protocol": 1, "capabilities": "all"}', "has 'capabilities' that are no list of strings"),
        ('{"error": "licence expired"}', "answers hello with an error: licence expired"),
    ],
)
def test_bad_greeting(start: Start, reply: str, seen: str) -> None:
    """An adapter that does not greet properly is not spoken to."""
    with pytest.raises(AdapterError) as raised:
        start(f"say({reply})", greets=False)
    assert seen in str(raised.value)


def test_slow_start(start: Start) -> None:
    """An adapter that does not come up in time is named."""
    with pytest.raises(AdapterError, match=r"did not answer within 0.05 s.*\(asked: hello\)"):
        start(before="\ntime.sleep(99)\n", start=0.05)


def test_no_command(tmp_path: Path) -> None:
    """A command that does not exist is a mistake in the claims, told with file and remedy."""
    claims = claims_of(tmp_path, "")
    missing = Claims("x", "1", ("oms",), (), {}, command=("no-such-program",), file=claims.file, edition=EDITION)
    with pytest.raises(UsageError, match=r"claims.toml: cannot start the command 'no-such-program': No such file"):
        open_command(missing, "S1")


def test_second_line(start: Start) -> None:
    """A second line of reply breaks the pipe when it comes, however late, and is nobody's answer."""
    system = start('say({"ok": True, "messages": []}); asked == 2 and (time.sleep(0.02), say({"ok": True}))')
    system.deliver(order())
    with pytest.raises(AdapterError, match=r"more than its one line of reply: '{.ok.: true}'"):
        system.make_sure()
    with pytest.raises(AdapterError, match="no longer spoken to"):
        system.deliver(order())


def test_numbered_replies(start: Start) -> None:
    """Who numbers the reply to hello numbers all, so that no line is ever taken for another's answer."""
    echo = 'say({"protocol": 1, "ok": True, "n": request["n"]} if asked < 3 else {"ok": True})'
    system = start(echo, greets=False)
    system.deliver(order())
    system.make_sure()
    with pytest.raises(AdapterError, match=r"the reply to request 3 \(deliver\) has no number 'n'"):
        system.deliver(order())


def test_long_error(start: Start) -> None:
    """A long error is cut, and what would move a cursor is escaped."""
    system = start('say({"error": "\\x1b[2J" + "x" * 1_000_000})')
    with pytest.raises(AdapterError) as raised:
        system.deliver(order())
    assert "an error: \\x1b[2Jxxx" in str(raised.value)
    assert str(raised.value).endswith(" ... (1,000,047 characters in all)")
    assert len(str(raised.value)) < 2100


def test_output_kept_open(start: Start) -> None:
    """A child that holds the output of an adapter that has ended does not hide that it has."""
    system = start("os.fork() and sys.exit(4); time.sleep(30)")
    with pytest.raises(AdapterError, match="ended with exit code 4"):
        system.deliver(order())
