"""What is asked of neighbours: which effects do what a line is for, and which take each other back."""

from collections.abc import Mapping

# What a line's action asks for by itself; a change in place serves wherever something was begun before.
FORWARD: Mapping[str, frozenset[str]] = {
    "Add": frozenset({"add", "start"}),
    "Move-Add": frozenset({"add", "change"}),
    "Move-Delete": frozenset({"remove", "change"}),
    "Delete": frozenset({"remove", "stop"}),
    "Update": frozenset({"change"}),
    "Suspend": frozenset({"suspend"}),
    "Resume": frozenset({"resume"}),
}
# What takes each effect back.
BACK: Mapping[str, str] = {
    "add": "remove", "remove": "add", "suspend": "resume", "resume": "suspend", "start": "stop", "stop": "start",
    "change": "change",
}  # fmt: skip
