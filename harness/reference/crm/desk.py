"""The desk's two tables: what users do, by verb and object, and what they see, by object."""

from collections.abc import Callable, Mapping

from ordertck.harness.messages import DeskShown

Fields = Mapping[str, str]

# A part of the CRM adds its own acts and views to these; an act raises ``Refused``, a view of nothing is None.
Acts = dict[tuple[str, str], Callable[[str, Fields], DeskShown]]
View = Callable[[str], DeskShown | None]
Views = dict[str, View]
