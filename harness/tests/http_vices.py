"""What a server may do wrong, or the network before it: one function a fault, called for each request."""

import asyncio
import gzip
from collections.abc import Awaitable, Callable
from itertools import count

from ordertck.harness.tests.servers import Exchange, Fault

Vice = Callable[[Exchange], Awaitable[None]]
LATE = 0.05


def _on_delivery(vice: Vice) -> Fault:
    """A fault that befalls deliveries only; all else is passed on."""

    async def fault(exchange: Exchange) -> None:
        await (vice(exchange) if exchange.is_delivery else exchange.passed_on())

    return fault


async def _resets(exchange: Exchange) -> None:
    exchange.hang_up(reset=True)


async def _hangs_up(exchange: Exchange) -> None:
    exchange.hang_up()


async def _cuts_short(exchange: Exchange) -> None:
    exchange.send((await exchange.forwarded())[:-5])
    exchange.hang_up()


async def _cuts_head_short(exchange: Exchange) -> None:
    exchange.send(b"HTTP/1.1 200 OK\r\nContent-Ty")
    exchange.hang_up()


async def _never_answers(_: Exchange) -> None:
    await asyncio.Event().wait()


async def _drips(exchange: Exchange) -> None:
    for byte in await exchange.forwarded():
        exchange.send(bytes([byte]))
        await asyncio.sleep(LATE)


async def _answers_late(exchange: Exchange) -> None:
    answer = await exchange.forwarded()
    await asyncio.sleep(LATE)
    exchange.send(answer)


async def _duplicates(exchange: Exchange) -> None:
    await asyncio.gather(exchange.forwarded(), first := asyncio.ensure_future(exchange.forwarded()))
    exchange.send(first.result())


def reorders() -> Fault:
    """Brings each request to the server once more after the next one."""
    earlier: list[Exchange] = []

    async def fault(exchange: Exchange) -> None:
        answer = await exchange.forwarded()
        if earlier:
            await earlier.pop().forwarded()
        if exchange.is_delivery:
            earlier.append(exchange)
        exchange.send(answer)

    return fault


def answers_again() -> Fault:
    """Answers the third delivery with the answer to the second."""
    answers: list[bytes] = []

    async def vice(exchange: Exchange) -> None:
        answers.append(await exchange.forwarded())
        exchange.send(answers[-2] if len(answers) == 3 else answers[-1])

    return _on_delivery(vice)


async def _answers_html(exchange: Exchange) -> None:
    exchange.answer(b"<html>Welcome</html>", kind="text/html; charset=utf-8")


async def _answers_latin(exchange: Exchange) -> None:
    exchange.answer('{"ok": true, "by": "Zoë"}'.encode("latin-1"))


async def _compresses(exchange: Exchange) -> None:
    exchange.answer(gzip.compress(b'{"ok": true}'), more="Content-Encoding: gzip\r\n")


async def _answers_no_json(exchange: Exchange) -> None:
    exchange.answer(b"done")


async def _answers_nothing(exchange: Exchange) -> None:
    exchange.answer(b"")


async def _answers_at_length(exchange: Exchange) -> None:
    exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n")
    await _pour(exchange, 100)


async def _never_ends(exchange: Exchange) -> None:
    exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    await _pour(exchange, 10_000)


async def _endless_headers(exchange: Exchange) -> None:
    exchange.send(b"HTTP/1.1 200 OK\r\n")
    await _pour(exchange, 100, b"X-More: more\r\n" * 80_000)


async def _pour(exchange: Exchange, times: int, what: bytes = b" " * 1_000_000) -> None:
    for _ in range(times):
        exchange.send(what)
        await exchange.writer.drain()


async def _speaks_no_http(exchange: Exchange) -> None:
    exchange.send(b"220 mail.example ESMTP\r\n\r\n")


async def _redirects(exchange: Exchange) -> None:
    exchange.answer(b"", "307 Temporary Redirect", more="Location: http://other.example/there\r\n")


async def _too_many(exchange: Exchange) -> None:
    exchange.answer(b'{"error": "slower"}', "429 Too Many Requests", more="Retry-After: 7\r\n")


async def _overloaded(exchange: Exchange) -> None:
    exchange.answer(b"try later", "503 Service Unavailable", "text/plain")


async def _tells_all(exchange: Exchange) -> None:
    exchange.answer(exchange.head[exchange.head.index(b"Authorization") :][:300], "500 Oh", "text/plain")


async def _sets_cookies(exchange: Exchange) -> None:
    assert b"cookie:" not in exchange.head.lower()
    answer = await exchange.forwarded()
    exchange.send(answer.replace(b"\r\n", b"\r\nSet-Cookie: to-be-kept=1; Path=/\r\n", 1))


def starts_again(fresh: int) -> Fault:
    """From the third delivery on another server answers, at the port ``fresh``, which knows no sessions."""
    deliveries = count(1)

    async def vice(exchange: Exchange) -> None:
        if next(deliveries) == 3:
            exchange.proxy.behind = fresh
        await exchange.passed_on()

    return _on_delivery(vice)


def fault_called(name: str) -> Fault:
    """The fault of this name."""
    if name in ("reorders", "answers_again"):
        made: Fault = globals()[name]()
        return made
    vice: Vice = globals()[f"_{name}"]
    return _on_delivery(vice)


async def passes_on(exchange: Exchange) -> None:
    """No fault at all."""
    await exchange.passed_on()
