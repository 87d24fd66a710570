"""How a line says that nothing changes."""

# What stands in the place of an action on an unchanged line, by the value of the switch ``no_action``.
NO_ACTION = {"dash": "-", "blank": None, "either": "-"}


def is_unchanged(action: str | None, notation: str) -> bool:
    """Whether what stands in the place of an action says, in a notation of ``no_action``, that nothing changes."""
    return action in ("-", None, "") if notation == "either" else (action or None) == NO_ACTION[notation]
