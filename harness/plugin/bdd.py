"""The kit's sentences for features of others: ``pytest_plugins = ["ordertck.harness.plugin.bdd"]`` in conftest.py.

After that ``scenarios("ours.feature")`` of pytest-bdd runs features in these sentences on the system whose claims
``--ordertck`` names. What they come to is shown among the tests, and stands on no report and no certificate.
"""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import ordertck.steps
from ordertck.harness.adapters.connect import connect
from ordertck.harness.bench import Conversation, Stage
from ordertck.harness.edition import load
from ordertck.harness.errors import Breach, Silence, UsageError
from ordertck.harness.plugin.pytest_plugin import seed_of
from ordertck.harness.plugin.systems import claims_given
from ordertck.harness.sessions import fresh_session
from ordertck.harness.variation import Variation

# Each step definition is a fixture to pytest-bdd, found where it stands in the namespace of a plugin.
for _found in pkgutil.iter_modules(ordertck.steps.__path__, "ordertck.steps."):
    _held = vars(importlib.import_module(_found.name))
    globals().update({name: step for name, step in _held.items() if "pytestbdd" in name})


@pytest.fixture(scope="session")
def ordertck_conversation(pytestconfig: pytest.Config) -> Iterator[Conversation]:
    """What is said between the kit and the system under test in this session; late messages are heard at its end."""
    given = pytestconfig.getoption("--ordertck")
    if not given:
        pytest.fail("ordertck: nobody is named who is to be examined: --ordertck CLAIMS", pytrace=False)
    try:
        claims = claims_given(given, load())
        wire = connect(claims, session := fresh_session())
    except UsageError as mistake:
        raise pytest.UsageError(str(mistake)) from None
    late: list[str] = []
    conversation = Conversation(
        wire,
        claims,
        session,
        lambda _, expected, seen: late.append(f"a message came late: expected {expected}, seen {seen}"),
        variation=Variation(seed_of(pytestconfig)),
    )
    yield conversation
    try:
        conversation.rest()
    finally:
        wire.close()
    if late:
        pytest.fail("\n".join(late), pytrace=False)


@pytest.fixture
def stage(ordertck_conversation: Conversation, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """The stage that the kit's steps speak to, new for each scenario: fresh accounts and ids."""
    failed = request.session.testsfailed
    yield ordertck_conversation.begin()
    try:
        if request.session.testsfailed == failed:
            ordertck_conversation.balance()
            ordertck_conversation.end()
    except (Breach, Silence) as amiss:
        pytest.fail(f"at the end of the scenario: {amiss}", pytrace=False)
    finally:
        ordertck_conversation.forget()
