"""What becomes of a faulty server, or of a faulty way to it: a part of docs/faults.md. The tests do each of these."""

from typing import NamedTuple


class HttpFault(NamedTuple):
    """What a server does, or the network before it, in words; and what is said of it, "" where nothing is amiss.

    ``name`` is what does it in the tests; what is ``transient`` is over when the example is examined once more.
    """

    words: str
    name: str
    said: str = ""
    transient: bool = False


HTTP = (
    HttpFault("refuses connections", "refuses", "cannot be reached"),
    HttpFault("resets the connection", "resets", "broke the connection"),
    HttpFault("hangs up without an answer", "hangs_up", "broke off, or speaks no HTTP"),
    HttpFault("cuts its answer short", "cuts_short", "broke off, or speaks no HTTP"),
    HttpFault("cuts the head of its answer short", "cuts_head_short", "broke off, or speaks no HTTP"),
    HttpFault("never answers", "never_answers", "did not answer within"),
    HttpFault("answers a byte now and then", "drips", "did not answer within"),
    HttpFault("answers late, but in time", "answers_late"),
    HttpFault("gets each request twice", "duplicates"),
    HttpFault("gets a request once more after the next one", "reorders"),
    HttpFault("answers with the answer to an earlier request", "answers_again", "has the number", transient=True),
    HttpFault("answers in HTML", "answers_html", "with the content type 'text/html'"),
    HttpFault("answers in Latin-1", "answers_latin", "something that is not UTF-8"),
    HttpFault("compresses its answer, unasked", "compresses", "in the encoding 'gzip'"),
    HttpFault("answers with no JSON", "answers_no_json", "something that is not JSON"),
    HttpFault("answers with nothing", "answers_nothing", "something that is not JSON"),
    HttpFault("answers with 100 MB", "answers_at_length", "with more than 8,388,608 bytes"),
    HttpFault("answers without end", "never_ends", "with more than 8,388,608 bytes"),
    HttpFault("sends headers without end", "endless_headers", "broke off, or speaks no HTTP"),
    HttpFault("speaks no HTTP", "speaks_no_http", "broke off, or speaks no HTTP"),
    HttpFault("redirects to another server", "redirects", "answers 307 and redirects to"),
    HttpFault("has had too many requests (429)", "too_many", "with status 429, to be asked again after 7 s"),
    HttpFault("is overloaded (503)", "overloaded", "with status 503"),
    HttpFault("breaks, and tells what it was sent (500)", "tells_all", "with status 500"),
    HttpFault("sets cookies", "sets_cookies"),
    HttpFault("is started again in the middle", "starts_again", "with status 404", transient=True),
)
TLS = (
    HttpFault("has a certificate that nobody vouches for", "untrusted", "certificate verify failed"),
    HttpFault("has the certificate of another server", "other_name", "certificate verify failed"),
    HttpFault("has a certificate that ran out", "expired", "certificate verify failed"),
    HttpFault("speaks no TLS", "no_tls", "cannot be reached"),
    HttpFault("asks for a certificate that the kit does not have", "asks_for_certificate", "broke"),
)
