"""Bodies of requests and answers on the server's side of HTTP: read within a limit, written as JSON."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from ordertck.harness.adapters.json_text import decode, encode
from ordertck.harness.adapters.surface import LONGEST_BODY


async def told_in(request: Request) -> dict[str, Any]:
    """The object in a request's body. Raises ``HTTPException`` for what is too long, no JSON, or no object."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "the body has to be application/json")
    length = request.headers.get("content-length", "0")
    body = bytearray()
    try:
        if length.isdecimal() and int(length[:20]) <= LONGEST_BODY:
            async for chunk in request.stream():
                body += chunk
                if len(body) > LONGEST_BODY:
                    break
            else:
                return _object(bytes(body))
    except ClientDisconnect:
        raise HTTPException(408, "the body broke off") from None
    raise HTTPException(413, f"the body has more than {LONGEST_BODY} bytes")


def _object(body: bytes) -> dict[str, Any]:
    try:
        told = decode(body)
    except ValueError as problem:  # UnicodeDecodeError is one
        raise HTTPException(400, f"the body is no JSON that can be kept: {problem}") from None
    if not isinstance(told, dict):
        raise HTTPException(422, "the body is no JSON object")
    return told


def answered(content: bytes, status: int = 200) -> Response:
    """An answer that is JSON and kept nowhere."""
    return Response(content, status, {"Cache-Control": "no-store"}, "application/json")


async def refused(_: Request, problem: Exception) -> Response:
    """The answer to what was refused by raising."""
    assert isinstance(problem, HTTPException)
    answer = answered(encode({"error": problem.detail[:2000]}), problem.status_code)
    answer.headers.update(problem.headers or {})
    return answer
