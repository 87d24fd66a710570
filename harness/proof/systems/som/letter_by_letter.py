"""Service order management whose converters have habits: texts are not told as they were written."""

from ordertck.harness.proof.converters import AsciiLetters, Converts, FirstLetters, Numbers, SmallLetters
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement


class _OfWork(Converts, ServiceOrderManagement):
    kinds = frozenset({"network-order"})


@wrong("som", breaks="PV-04")
class SpellsOutMarkupOfWork(_OfWork):
    """Asks the network for work with an ampersand spelled out."""


@wrong("som", breaks="PV-04")
class TakesDigitsForNumbersOfWork(Numbers, _OfWork):
    """Asks the network for work with 7 for 007."""


@wrong("som", breaks="PV-04")
class CutsLongTextsOfWork(FirstLetters, _OfWork):
    """Asks the network for work cut after a hundred letters."""


@wrong("som", breaks="PV-04")
class LosesForeignLettersOfWork(AsciiLetters, _OfWork):
    """Asks the network for work with a question mark for each letter that is not in ASCII."""


@wrong("som", breaks="PV-04")
class WritesInSmallLettersOfWork(SmallLetters, _OfWork):
    """Asks the network for work in small letters."""


class _OfAssignedValues(Converts, ServiceOrderManagement):
    kinds = frozenset({"provisioning-update"})


@wrong("som", breaks="UF-07")
class SpellsOutMarkupOfAssignedValues(_OfAssignedValues):
    """Tells assigned values with an ampersand spelled out."""


@wrong("som", breaks="UF-07")
class TakesDigitsForNumbersOfAssignedValues(Numbers, _OfAssignedValues):
    """Tells assigned values with 7 for 007."""


@wrong("som", breaks="UF-07")
class LosesForeignLettersOfAssignedValues(AsciiLetters, _OfAssignedValues):
    """Tells assigned values with a question mark for each letter that is not in ASCII."""


@wrong("som", breaks="UF-07")
class WritesInSmallLettersOfAssignedValues(SmallLetters, _OfAssignedValues):
    """Tells assigned values in small letters."""
