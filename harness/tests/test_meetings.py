"""Where rules meet: the tags of examples, the reasons, the page, and the systems that go wrong there only."""

from dataclasses import replace
from pathlib import Path

from ordertck.harness.edition.mechanisms import Mechanisms, read_mechanisms
from ordertck.harness.lint import lint
from ordertck.harness.proof.prove import prove
from ordertck.harness.tests.support import EDITION
from ordertck.harness.tests.test_lint import complaints
from ordertck.harness.tests.test_prove import BLANK, edition_of
from ordertck.harness.tools.meetings import page

DOCS = Path(__file__).resolve().parents[2] / "docs"
TWO = read_mechanisms(
    {
        "mechanisms": {
            "bundles": {"says": "components", "roles": ["oms"]},
            "dates": {"says": "dated orders", "roles": ["oms", "crm"]},
        },
        "apart": {"oms": {"bundles+dates": "they do not"}, "crm": {"bundles+dates": "not seen"}},
    }
)


def test_the_page_is_made_from_the_features() -> None:
    """docs/meetings.md is what 'make pages' writes."""
    assert (DOCS / "meetings.md").read_text(encoding="utf-8") == page(EDITION)


def test_pairs_follow_the_order_of_the_file() -> None:
    """A tag may join more than two; each two of them meet."""
    known = EDITION.mechanisms
    assert known.met({"oms", "bundles+follow-ons+dates"}) == {
        ("bundles", "follow-ons"),
        ("bundles", "dates"),
        ("follow-ons", "dates"),
    }
    assert ("approval", "drafts") in known.pairs("crm")
    assert ("approval", "drafts") not in known.pairs("oms")


def test_a_tag_is_of_known_mechanisms_that_the_role_can_see(tmp_path: Path) -> None:
    """A tag with another word, in another order, or of what the role cannot see is told with its line."""
    told = "@{}: '{}' is no mechanism of features/mechanisms.toml"
    assert f"10: {told.format('dates+storms', 'storms')}" in complaints(tmp_path, ("@oms", "@dates+storms @oms"))
    assert any("joined in the order" in text for text in complaints(tmp_path, ("@oms", "@dates+bundles @oms")))
    assert any(
        "'approval' is not seen in role 'oms'" in t for t in complaints(tmp_path, ("@oms", "@dates+approval @oms"))
    )


def test_every_pair_has_an_example_or_a_reason_and_not_both() -> None:
    """Neither, both, and a reason for what nobody can see are complaints."""

    def told(mechanisms: Mechanisms) -> list[str]:
        edition = replace(EDITION, mechanisms=mechanisms)
        return [c.text for c in lint(edition, EDITION.features[:1]) if "+" in c.text and "in role" in c.text]

    silent = replace(TWO, apart={})
    assert told(silent) == [
        "'bundles+dates' in role 'oms': no example shows where they meet, and [apart.oms] says not why"
    ]
    assert told(TWO) == []
    odd = [c.text for c in lint(replace(EDITION, mechanisms=TWO), EDITION.features[:1]) if "role can see" in c.text]
    assert odd == ["[apart.crm] 'bundles+dates': no pair that this role can see"]


def test_a_system_that_goes_wrong_where_rules_meet_fails_nothing_else() -> None:
    """What breaks a rule by itself is no proof of an example in which two meet."""
    proof = prove(edition_of(("PL-09",)), processes=1, systems=(replace(BLANK, where="price-lists+dates"),))
    assert proof.objections
    assert all(text.startswith("oms/blank is caught where nothing meets: PL-09/oms/") for text in proof.objections)
