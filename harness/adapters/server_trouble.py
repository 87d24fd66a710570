"""What a server, or the network before it, did wrong, in words, and what whoever runs it can do about it."""

from collections.abc import Mapping

import httpcore

from ordertck.harness.adapters.json_text import shown

# What helps against a status, whatever was asked; and where the session was not even opened.
_ALWAYS = {
    401: "'token', or 'user' and 'password', in [http] say who the kit is",
    407: "'proxy' in [http] says who the kit is to the proxy",
}
_TO_OPEN = {
    404: "[system] url has to be what stands before /sessions",
    405: "[system] url has to be what stands before /sessions",
    429: "if the server has no place for more sessions, say fewer --jobs",
    503: "if the server has no place for more sessions, say fewer --jobs",
}
_AFTERWARDS = {
    404: "if the server forgot the session, was it started again, or has it an instance that does not know it?",
    429: "the kit asks one thing at a time in each session; for fewer sessions at once, say fewer --jobs",
    503: "the kit asks one thing at a time in each session; for fewer sessions at once, say fewer --jobs",
}
_KEEPING = (307, 308)


def refused(status: int, headers: Mapping[bytes, bytes], content: bytes, opening: bool) -> str:
    """What is said of an answer with a status beyond the 200s; ``opening`` says that a session was to be opened."""
    said = f": {shown(content)}" if content else ""
    remedy = _ALWAYS.get(status) or (_TO_OPEN if opening else _AFTERWARDS).get(status)
    return f"answers with status {status}{_later(headers)}{said}" + (f"; {remedy}" if remedy else "")


def redirected(status: int, there: str, same_server: bool) -> str:
    """What is said of a redirect that nobody asked for."""
    follows = status in _KEEPING and same_server
    remedy = "'redirects = true' in [http] follows it" if follows else "name the address that is meant as [system] url"
    return f"answers {status} and redirects to {in_words(there)}; nothing is redirected unasked: {remedy}"


def late(seconds: float, opening: bool) -> str:
    """What is said of an answer that did not come, or did not end, in time."""
    field = "start" if opening else "patience"
    return f"did not answer within {seconds:g} s; [timing] {field} in the claims says how long an answer may take"


def broke(problem: BaseException, kept_open: bool) -> str:
    """What is said of a connection that broke; ``kept_open`` where answers had come on it, and no byte of this one."""
    said = str(problem) or type(problem).__name__
    remedy = (
        "; earlier answers came on this connection: a server that keeps none open has to say 'Connection: close' "
        "in each answer"
        if kept_open
        else ""
    )
    match problem:
        case httpcore.ConnectError() if "CERTIFICATE_VERIFY_FAILED" in said:
            return f"cannot be trusted: {said}; 'ca' in [http] names who vouches for it"
        case httpcore.ConnectError():
            return f"cannot be reached: {said}"
        case httpcore.RemoteProtocolError():
            return f"broke off, or speaks no HTTP: {said}{remedy}"
        case _:
            return f"broke the connection: {said}{remedy}"


def in_words(text: str) -> str:
    """What a server said, so that it can be printed, without quotes."""
    return shown(text.encode())[1:-1]


def _later(headers: Mapping[bytes, bytes]) -> str:
    after = headers.get(b"retry-after", b"").decode("latin-1")
    if not after:
        return ""
    return f", to be asked again after {in_words(after)}" + (" s" if after.isdigit() else "")
