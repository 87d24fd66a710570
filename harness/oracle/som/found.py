"""What an order finds: how a thing stood in the network when the order asked for something of it first."""

from ordertck.harness.oracle.som.ledger import Ask, Ledger, Standing


class Found:
    """What stood of an asset before an order, by order and asset; None once another order has asked for it since."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.before: dict[tuple[str, str], Standing | None] = {}

    def ask(self, ask: Ask, is_known: bool) -> None:
        """The network is asked for a step, for an order that is known or for another one."""
        for other, asset in self.before:
            if asset == ask.asset and other != ask.order:
                self.before[other, asset] = None
        if is_known and (ask.order, ask.asset) not in self.before:
            is_busy = bool(self._ledger.open(ask.asset))
            self.before[ask.order, ask.asset] = None if is_busy else self._ledger.steps(ask.asset)

    def difference(self, order: str, asset: str) -> dict[str, bool]:
        """The steps of an asset that an order has made a difference to by now, and whether each of them stands."""
        before = self.before.get((order, asset))
        there = {step for _, step in self._ledger.steps(asset)}
        altered = there ^ {step for _, step in before} if before is not None else ()
        return {step: step in there for step in altered}
