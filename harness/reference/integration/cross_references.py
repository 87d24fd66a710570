"""Cross-references: under which id each neighbour knows the same line."""


class CrossReferences:
    """Pairs of ids, the CRM's and the order system's; an id that was never paired is its own counterpart (FL-08)."""

    def __init__(self) -> None:
        self._order_system: dict[str, str] = {}
        self._crm: dict[str, str] = {}

    def pair(self, crm: str, order_system: str) -> None:
        """Learn that two ids mean the same; a later pair for the same CRM id takes the earlier one's place."""
        self._order_system[crm], self._crm[order_system] = order_system, crm

    def for_crm(self, order_system: str) -> str:
        """The CRM's id for the order system's."""
        return self._crm.get(order_system, order_system)

    def for_order_system(self, crm: str) -> str:
        """The order system's id for the CRM's."""
        return self._order_system.get(crm, crm)
