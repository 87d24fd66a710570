"""Order systems that keep what they know of a revision by the product, or for ever."""

from ordertck.harness.messages import replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import Difference, Fulfilment, LineFulfilment, Supplementals


@wrong("oms", breaks="SU-05")
class WithdrawsTheFirstOfAProduct(Supplementals):
    """Looks up what a revision withdraws by its product, and withdraws the first line of that."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        gone: list[str] = []
        for line in difference.withdrawn:
            product = known.lines[line].line.product
            gone.append(next(k for k, x in known.lines.items() if x.line.product == product and k not in gone))
        super().revise(known, planned, replace(difference, withdrawn=tuple(gone)))


@wrong("oms", breaks="SU-11")
class NeverTakesBackAWithdrawal(Supplementals):
    """Passes over a line that was withdrawn once, however much it is wanted again."""

    def prepare(self) -> None:
        self.gone: set[str] = set()

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        added = tuple(line for line in difference.added if line not in self.gone)
        self.gone |= set(difference.withdrawn)
        super().revise(known, planned, replace(difference, added=added))
