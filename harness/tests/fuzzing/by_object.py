"""What an adapter in Python hands over in the place of a message."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from random import Random
from typing import Any

from ordertck.harness.messages import Message, replace
from ordertck.harness.tests.fuzzing import drawn

Change = Callable[[Message, Random], object]


class _Text(str):
    """A text of a class of its own."""

    __slots__ = ()


class _Odd:
    """An object of which nothing can be said."""

    def __repr__(self) -> str:
        raise RuntimeError("no words")


def _endless() -> list[Any]:
    value: list[Any] = []
    value.append(value)
    return value


def odd_value(message: Message, draw: Random) -> object:
    """A value of the body that is not JSON's."""
    value = draw.choice(
        (
            {1}, b"x", 1j, Decimal("1.5"), datetime(2026, 3, 2, tzinfo=UTC), float("nan"), float("inf"), _Text("x"),
            _endless(), drawn.nested(2_000), {1: 2}, {None: 1}, "\ud800", 2**80, range(3), object(), _Odd(), len,
            (1, 2), Ellipsis, memoryview(b"x"), {"a": {1}}, 10**5_000,
        )
    )  # fmt: skip
    return replace(message, body={**message.body, draw.choice([*message.body, "x"]): value})


def odd_envelope(message: Message, draw: Random) -> object:
    """A field of the envelope that is not what it should be; nothing looks at it where the message is made."""
    name = draw.choice(("id", "kind", "edge", "body", "about", "re", "priority"))
    return replace(message, **{name: draw.choice((None, 3, "", [], {}, _Odd(), b"x", "\ud800", drawn.LONG, 2**70))})


def no_message(_: Message, draw: Random) -> object:
    """Something else altogether."""
    return draw.choice((0, "", {}, [], {"id": "x"}, _Odd(), Message, object(), float("nan"), (1,), iter(())))


def raised(_: Message, draw: Random) -> object:
    """An exception of any kind."""
    raise draw.choice(
        (
            ValueError("\x1b[2J"), KeyError(), SystemExit(0), KeyboardInterrupt(), MemoryError(),
            RecursionError("deep"), GeneratorExit(), StopIteration(), AssertionError("x" * 50_000), OSError(5, "I/O"),
            RuntimeError(_Odd()), BaseException("base"), UnicodeEncodeError("utf-8", "\ud800", 0, 1, "half"),
            ExceptionGroup("g", [ValueError()]),
        )
    )  # fmt: skip


ODD: tuple[Change, ...] = (odd_value, odd_value, odd_envelope, odd_envelope, no_message, raised)
