"""What the kit's order system calls orders and lines that the CRM has named."""

_OWN = "OSM:"


def own_id(some_id: str) -> str:
    """The order system's own id for what goes by this one."""
    return f"{_OWN}{some_id}"


def crms_id(some_id: str) -> str:
    """The CRM's id for what goes by this one, the order system's own or not."""
    return some_id.removeprefix(_OWN)
