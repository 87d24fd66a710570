"""CRMs that do not know what a back office has had when it comes back."""

from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import Deliveries, Key


@wrong("crm", breaks="WF-13")
class SendsAllToWhoComesBack(Deliveries):
    """Sends a back office that was down all that it ever was to get, be it there already or not."""

    def prepare(self) -> None:
        self.had: dict[str, list[Key]] = {system: [] for system in self.systems}

    def answered(self, message: str, outcome: str) -> None:
        key, system = self.under_way.get(message, (None, ""))
        if key is not None and outcome == "ok" and key not in self.had[system]:
            self.had[system].append(key)
        super().answered(message, outcome)

    def up(self, system: str) -> None:
        had = list(self.had[system])
        super().up(system)
        for key in had:
            self.send_to(key, system)
