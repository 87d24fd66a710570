"""What examples are called."""

import pytest

from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.tests.support import claims_as
from ordertck.harness.verdicts import ExampleId


@pytest.mark.parametrize(
    ("title", "row", "titled"),
    [
        ("An order is queued", "", "An order is queued"),
        ("The priority <priority> is queued", "Low", "The priority Low is queued"),
        ("<a>, and <a> again", r"\1", r"\1, and \1 again"),
        ("Each list is taken", "Consumer", "Each list is taken [Consumer]"),
        ("A <tag> without rows", "", "A <tag> without rows"),
    ],
)
def test_the_title_of_an_outline_reads_as_it_does_for_its_row(title: str, row: str, titled: str) -> None:
    assert ExampleId("PR-10", "crm", title, row).titled == titled


@pytest.mark.parametrize("text", ["priority Urgent its", "PR-10/crm/The CRM gives an order of priority <priority>"])
def test_an_example_is_found_by_its_title_and_by_its_id(text: str) -> None:
    found = [example.id.row for example, _ in plan_of(claims_as("crm")).only(Selection(text=text)).ready]
    assert "Urgent" in found
