"""How far work has come that a revision has overtaken, where provisioning is asked before billing."""

from ordertck.harness.proof.registry import permitted
from ordertck.harness.proof.systems.oms.styles.running_work import (
    Afterwards,
    DropsOldWishes,
    LocksByTheWorkThatIsWanted,
    NothingToAwait,
    NotOfWhatIsOvertaken,
)
from ordertck.harness.proof.systems.oms.variants import FulfilsAtOnce, ProvisionsFirst
from ordertck.harness.reference.oms import Parts


class _Reports(NotOfWhatIsOvertaken, FulfilsAtOnce):
    pass


@permitted("oms")
class ProvisionsFirstAndLocksByWhatIsWanted(LocksByTheWorkThatIsWanted):
    """Asks provisioning before billing, lets it finish what is overtaken, and locks no line by how far that came."""

    parts = Parts(
        orchestration=ProvisionsFirst,
        compensation=Afterwards,
        supplementals=DropsOldWishes,
        incidents=NothingToAwait,
        reports=_Reports,
    )
