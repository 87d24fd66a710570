"""The desk: what is documented is what the kit asks for, and what the reference does."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ordertck.harness.applicability import example_reason
from ordertck.harness.bench import Conversation
from ordertck.harness.messages import DeskDo, DeskSee, DeskShown, Edge, Message, as_body, read_body
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.crm import CustomerRelations
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.runner.executor import execute
from ordertck.harness.tests.support import EDITION, claims_as, examples_of, transcript_on_file
from ordertck.harness.verdicts import Verdict

DOCS = Path(__file__).resolve().parents[2] / "docs"

CLAIMS = claims_as("crm")


def documented() -> set[tuple[str, str]]:
    text = (DOCS / "desk.md").read_text().split("## What users do")[1].split("## What users see")[0]
    return {(verb, kind) for verb, kind in re.findall(r"^\| (\w+) \| ([\w-]+) \|", text, re.MULTILINE)} - {
        ("verb", "object")
    }


@pytest.fixture(scope="module")
def asked() -> set[tuple[str, str]]:
    """What the kit does at the desk, over all examples of the role; each with the switches that it is for."""
    stages: dict[tuple[tuple[str, str], ...], Conversation] = {}
    book, words = EDITION.steps, EDITION.vocabulary
    for example in examples_of("crm"):
        flipped = {
            words.switch_tags[tag][0].name: words.switch_tags[tag][1] for tag in example.tags & words.switch_tags.keys()
        }
        claims = replace(CLAIMS, switches={**CLAIMS.switches, **flipped})
        key = tuple(sorted(claims.switches.items()))
        conversation = stages.setdefault(
            key,
            Conversation(
                InProcess(CustomerRelations, claims), claims, f"DESK{len(stages)}", transcript=transcript_on_file()
            ),
        )
        if not example_reason(example, claims):
            assert execute(example, conversation, book).verdict is Verdict.PASSED
    told = [record["message"] for conversation in stages.values() for record in conversation.transcript.records()]
    return {(m["body"]["verb"], m["body"]["object"]) for m in told if m["kind"] == "desk-do"}


def test_every_act_of_the_kit_is_documented(asked: set[tuple[str, str]]) -> None:
    assert asked == documented()


def test_the_reference_does_what_is_documented(crm: CustomerRelations) -> None:
    for verb, kind in sorted(documented()):
        assert "is not for the object" not in (act(crm, verb, kind, "NOTHING").refused or "")
    assert act(crm, "press", "line", "NOTHING").refused == "press is not for the object line"


def test_product_administration_is_as_before_when_an_example_is_over() -> None:
    made: list[CustomerRelations] = []

    def kept(*context: object) -> CustomerRelations:
        made.append(CustomerRelations(*context))  # type: ignore[arg-type]
        return made[-1]

    conversation = Conversation(InProcess(kept, CLAIMS), CLAIMS, "ADMIN")
    for example in examples_of("crm", {"AS-06"}):
        execute(example, conversation, EDITION.steps)
        assert made[-1].shared.trackable["Installation"] is False


def test_an_older_revision_counts_again_when_the_newer_one_is_discarded(crm: CustomerRelations) -> None:
    act(crm, "enter", "order", "A", account="S-CUSTOMER")
    act(crm, "enter", "line", "A/1", order="A", product="Internet Access", action="Add")
    assert act(crm, "revise", "order", "A").fields["revision"] == "2"
    act(crm, "discard", "line", "A/1", order="A")
    shown = act(crm, "discard", "order", "A")
    assert (shown.fields["revision"], [row["product"] for row in shown.rows]) == ("1", ["Internet Access"])
    assert act(crm, "revise", "order", "A").fields["revision"] == "3"
    assert act(crm, "submit", "order", "A", revision="1").refused == "revision 1 is superseded by 3"


def test_what_is_not_there_is_refused(crm: CustomerRelations) -> None:
    assert act(crm, "submit", "order", "NOTHING").refused == "there is no such order"
    question = Message("q", "desk-see", Edge.DESK, as_body(DeskSee(object="assets", ref="NOBODY")))
    (answer,) = crm.handle(question)
    assert read_body(DeskShown, answer.body).refused == "there is nothing of that name"


@pytest.fixture
def crm() -> CustomerRelations:
    account = {"id": "S-CUSTOMER", "name": "A. Customer", "price_list": "Standard Price List"}
    account |= {"site": "1 Market Square", "email": "", "service_point": "Sp 0042/kV"}
    now = datetime(2026, 3, 2, tzinfo=UTC)
    catalogue = EDITION.catalogue
    context = ScenarioContext("S", "S", now, catalogue.name, catalogue.digest, (account,), dict(CLAIMS.switches))
    return CustomerRelations(catalogue, context)


def act(crm: CustomerRelations, verb: str, kind: str, ref: str, **fields: str) -> DeskShown:
    """What the desk shows for one act; it must be the only answer to it."""
    question = Message("q", "desk-do", Edge.DESK, as_body(DeskDo(verb=verb, object=kind, ref=ref, fields=fields)), ref)
    (shown,) = [sent for sent in crm.handle(question) if sent.kind == "desk-shown"]
    assert shown.re == "q"
    return read_body(DeskShown, shown.body)
