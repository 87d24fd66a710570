"""Cross-references: under which id each neighbour knows the same line."""


class CrossReferences:
    """Pairs of ids, the CRM's and the order system's; an id that was never paired is its own counterpart (FL-08).

    ``order_system_ids`` are by the CRM's id, ``crm_ids`` by the order system's.
    """

    def __init__(self) -> None:
        self.order_system_ids: dict[str, str] = {}
        self.crm_ids: dict[str, str] = {}

    def pair(self, crm: str, order_system: str) -> None:
        """Learn that two ids mean the same; a later pair for the same CRM id takes the earlier one's place."""
        self.order_system_ids[crm], self.crm_ids[order_system] = order_system, crm

    def for_crm(self, order_system: str) -> str:
        """The CRM's id for the order system's."""
        return self.crm_ids.get(order_system, order_system)

    def for_order_system(self, crm: str) -> str:
        """The order system's id for the CRM's."""
        return self.order_system_ids.get(crm, crm)
