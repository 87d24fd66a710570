"""CRMs whose converters have habits: texts are not queued as they were entered."""

from ordertck.harness.proof.converters import AsciiLetters, Converts, FirstLetters, Numbers, SmallLetters
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CustomerRelations


class _OfOrders(Converts, CustomerRelations):
    kinds = frozenset({"order-submission"})


@wrong("crm", breaks="FL-04")
class SpellsOutMarkupOfOrders(_OfOrders):
    """Queues texts with an ampersand spelled out."""


@wrong("crm", breaks="FL-04")
class TakesDigitsForNumbersOfOrders(Numbers, _OfOrders):
    """Queues texts with 7 for 007."""


@wrong("crm", breaks="FL-04")
class CutsLongTextsOfOrders(FirstLetters, _OfOrders):
    """Queues texts cut after a hundred letters."""


@wrong("crm", breaks="FL-04")
class LosesForeignLettersOfOrders(AsciiLetters, _OfOrders):
    """Queues texts with a question mark for each letter that is not in ASCII."""


@wrong("crm", breaks="FL-04")
class WritesInSmallLettersOfOrders(SmallLetters, _OfOrders):
    """Queues texts in small letters."""
