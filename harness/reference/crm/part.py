"""What a part of the CRM offers: things that users do and see at its desk, and messages that it understands."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ordertck.harness.messages import DeskShown, Message

if TYPE_CHECKING:
    from ordertck.harness.reference.crm.customer_relations import CustomerRelations

Fields = Mapping[str, str]
Act = Callable[[str, Fields], DeskShown]
View = Callable[[str], DeskShown]
Hear = Callable[[Message], None]


class DeskPart:
    """One noun of the desk; ``crm`` is the CRM that it belongs to.

    ``acts`` go by verb and object and take ref and fields; ``views`` go by object and take the ref; ``hears`` go by
    the kind of message. An act or a view raises ``Refused`` for what is not possible.
    """

    def __init__(self, crm: "CustomerRelations") -> None:
        self.crm = crm

    def acts(self) -> Mapping[tuple[str, str], Act]:
        """What users can do here."""
        return {}

    def views(self) -> Mapping[str, View]:
        """What users can look at here."""
        return {}

    def hears(self) -> Mapping[str, Hear]:
        """What is understood of other systems."""
        return {}
