"""The reference's service order management where an order changes, or moves, what another one set up."""

from ordertck.harness.messages import Edge, LifeCycleEvent
from ordertck.harness.tests.test_som import Bench, line


def with_service(**attributes: str) -> Bench:
    """A bench on which a service for asset A stands, and whose network does what it is asked."""
    bench = Bench()
    bench.order(line(asset="A", site="here", attributes=attributes))
    bench.oblige()
    bench.asked.clear()
    return bench


def cancel(bench: Bench, order: str) -> None:
    bench.give("cancel", Edge.PROVISIONING, LifeCycleEvent(order=order))


def test_a_cancelled_change_is_changed_back() -> None:
    """Each step that was changed is changed back, and one that was not is left alone."""
    bench = with_service(version="v4")
    bench.order(line("L2", "change", asset="A", attributes={"version": "v6"}), number="P")
    bench.report("reserve", line="L2", order="P")
    cancel(bench, "P")
    bench.report("design", line="L2", order="P")  # it was under way
    assert bench.asked == ["change reserve L2 1", "change design L2 1", "change reserve L2 1"]
    bench.report("reserve", line="L2", order="P")
    bench.report("design", line="L2", order="P")
    assert bench.told[-1] == "CANCELLED L2"


def test_a_change_that_was_not_begun_needs_no_way_back() -> None:
    """Of an order that waited for another one nothing is changed back."""
    bench = Bench()
    bench.order(line(asset="A"))
    bench.order(line("L2", "change", asset="A", attributes={"version": "v6"}), number="P")
    cancel(bench, "P")
    assert (bench.asked, bench.told[-1]) == (["do reserve L1 1"], "CANCELLED L2")


def test_a_cancelled_deletion_is_done_again() -> None:
    """What was taken down is set up again, in the order of the steps."""
    bench = with_service()
    bench.order(line("L2", "remove", asset="A"), number="P")
    bench.report("activate", "undone", "L2", "P")
    cancel(bench, "P")
    bench.report("design", "undone", "L2", "P")  # it was under way
    bench.report("design", line="L2", order="P")
    assert bench.asked == ["undo activate L2 1", "undo design L2 1", "do design L2 1", "do activate L2 1"]
    bench.report("activate", line="L2", order="P")
    assert bench.told[-1] == "CANCELLED L2"


def test_a_quantity_that_was_lowered_is_raised_again_for_a_cancel() -> None:
    """As many are done again as a cancelled change had undone."""
    bench = with_service(quantity="3")
    bench.order(line("L2", "change", asset="A", attributes={"quantity": "2"}), number="P")
    bench.report("activate", "undone", "L2", "P")
    cancel(bench, "P")
    bench.report("design", "undone", "L2", "P")
    assert bench.asked[2:] == ["do design L2 1"]


def test_a_line_that_is_wanted_elsewhere_is_moved_without_a_word_of_a_cancel() -> None:
    """What was done at the old site is undone, and done at the new one; the line was never cancelled."""
    bench = Bench()
    bench.order(line(asset="A", site="here"))
    bench.report("reserve")
    bench.order(line("L1", "change", asset="A", site="there"))
    bench.report("design", "undone")
    bench.report("reserve", "undone")
    assert bench.asked == [
        "do reserve L1 1",
        "do design L1 1",
        "undo design L1 1",
        "undo reserve L1 1",
        "do reserve L1 1",
    ]
    assert "CANCELLED L1" not in bench.told


def test_two_failures_of_one_step_are_two_incidents() -> None:
    """A step that fails again after it was mended is a failure of its own."""
    bench = Bench()
    bench.order(line(asset="A"))
    bench.report("reserve", "failed")
    first = bench.som.orders["O"].works["L1"].incident
    bench.report("reserve")
    bench.report("design", "failed")
    assert bench.som.orders["O"].works["L1"].incident not in (None, first)
