"""Whatever a server does, or the network before it, is told, and blamed on the way to the system: docs/faults.md."""

import json
import resource
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest
import trustme

from ordertck.harness.adapters import dialogue
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.conformance import exit_code
from ordertck.harness.examination import Examination
from ordertck.harness.http_settings import HttpSettings
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.reports.results import results
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.serving.offer import reference
from ordertck.harness.sessions import SEPARATE
from ordertck.harness.tests.http_vices import fault_called, passes_on, starts_again
from ordertck.harness.tests.servers import deserted, proxied, served
from ordertck.harness.tests.support import EDITION, claims_as
from ordertck.harness.tools.http_faults import HTTP, TLS, HttpFault
from ordertck.harness.verdicts import Blame, Verdict

RULES = Selection(rules=frozenset({"AS-01"}))
TOKEN = "hush-hush-hush"
# Seconds that an example with a fault may take on a machine that is busy with others, and MB that the kit may grow by.
LONGEST, MOST = 60.0, 60


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The reference as order management."""
    with served(reference(EDITION, ("oms",))) as url:
        yield url


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kit has a secret."""
    monkeypatch.setenv("HUB_TOKEN", TOKEN)


def claims_at(url: str, folder: Path = Path(), start: float = 60.0, **http: object) -> Claims:
    """What is claimed for the reference behind an address, to which the kit shows a token."""
    told = {"token": "${HUB_TOKEN}", **http}
    timing = Timing(patience=0.2, quiet=0.05, start=start)
    claims = replace(claims_as("oms"), adapter="", url=url, http=HttpSettings(told, folder), timing=timing)
    # One session, one example after the other: the faults befall the operations that each is told by itself.
    return replace(claims, capabilities=claims.capabilities - {SEPARATE})


def examined(claims: Claims) -> Examination:
    """A few examples, in bounded time and memory, of which no secret stands anywhere."""
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, monotonic()
    found = run(plan_of(claims).only(RULES), Conditions("SFAULT"))
    ran = sum(example.verdict is not Verdict.INAPPLICABLE for example in found.examples)
    assert ran
    assert monotonic() - started < LONGEST * ran
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST * 1024
    assert TOKEN not in json.dumps(results([found])) + "".join(map(str, found.remarks))
    return found


def judged(found: Examination, fault: HttpFault) -> None:
    """See that the verdicts are those of the fault."""
    ran = [example for example in found.examples if example.verdict is not Verdict.INAPPLICABLE]
    bad = [example for example in ran if example.verdict is not Verdict.PASSED]
    lasts = bool(fault.said) and not fault.transient
    assert {(example.verdict, example.blame) for example in bad} == (
        {(Verdict.ERROR, Blame.ADAPTER)} if lasts else set()
    )
    assert all(fault.said in example.reason for example in bad), bad[0].reason
    assert len(bad) == (len(ran) if lasts else 0)
    assert [fault.said in remark for remark in found.remarks] == [True] * fault.transient
    assert exit_code(found) == (3 if lasts else 0)


@pytest.mark.parametrize("fault", [f for f in HTTP if f.name not in ("refuses", "starts_again")], ids=lambda f: f.words)
def test_fault(fault: HttpFault, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an error of the way to the system in every example that it befalls, or it changes nothing."""
    if "did not answer" in fault.said:
        monkeypatch.setattr(dialogue, "MARGIN", 0.4)
    with proxied(server, fault_called(fault.name)) as proxy:
        judged(examined(claims_at(f"http://127.0.0.1:{proxy.port}")), fault)


def test_refuses() -> None:
    """Nobody listens."""
    with deserted() as port:
        judged(examined(claims_at(f"http://127.0.0.1:{port}", start=0.3)), HTTP[0])


def test_starts_again(server: str) -> None:
    """What was under way is lost and told; the next example has a session with the server that is there now."""
    with ExitStack() as stack:
        fresh = stack.enter_context(served(reference(EDITION, ("oms",))))
        proxy = stack.enter_context(proxied(server, starts_again(int(fresh.rpartition(":")[2]))))
        judged(examined(claims_at(f"http://127.0.0.1:{proxy.port}")), HTTP[-1])


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Who vouches for certificates."""
    return trustme.CA()


def trust(authority: trustme.CA, name: str) -> ssl.SSLContext:
    """What a server shows that has a certificate, in one way or another."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    over = datetime.now(UTC) - timedelta(days=1) if name == "expired" else None
    authority.issue_cert("other.example" if name == "other_name" else "localhost", not_after=over).configure_cert(
        context
    )
    if name == "asks_for_certificate":
        context.verify_mode = ssl.CERT_REQUIRED
        authority.configure_trust(context)
    return context


@pytest.mark.parametrize("fault", TLS, ids=lambda f: f.words)
def test_tls(fault: HttpFault, server: str, authority: trustme.CA, tmp_path: Path) -> None:
    """Without a certificate that holds, nothing is said to a server at all."""
    known = trustme.CA() if fault.name == "untrusted" else authority
    known.cert_pem.write_to_path(tmp_path / "ca.pem")
    with proxied(server, passes_on, trust(authority, fault.name)) as proxy:
        port = server.rpartition(":")[2] if fault.name == "no_tls" else proxy.port
        judged(examined(claims_at(f"https://localhost:{port}", tmp_path, ca="ca.pem")), fault)
        assert proxy.requests == 0


def test_mutual_tls(server: str, authority: trustme.CA, tmp_path: Path) -> None:
    """With the certificates of the claims the kit gets through."""
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    authority.issue_cert("kit.example").private_key_and_cert_chain_pem.write_to_path(tmp_path / "kit.pem")
    with proxied(server, passes_on, trust(authority, "asks_for_certificate")) as proxy:
        claims = claims_at(f"https://localhost:{proxy.port}", tmp_path, ca="ca.pem", certificate="kit.pem")
        judged(examined(claims), HttpFault("", "", ""))
