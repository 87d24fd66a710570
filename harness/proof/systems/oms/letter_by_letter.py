"""Order systems whose converters have habits: texts are not told as they were written."""

from ordertck.harness.proof.converters import AsciiLetters, Converts, FirstLetters, Numbers, SmallLetters
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms.order_management import OrderManagement


class _OfWork(Converts, OrderManagement):
    kinds = frozenset({"provisioning-order"})


@wrong("oms", breaks="AC-01")
class SpellsOutMarkupOfWork(_OfWork):
    """Asks for work with an ampersand spelled out."""


@wrong("oms", breaks="AC-01")
class TakesDigitsForNumbersOfWork(Numbers, _OfWork):
    """Asks for work with 7 for 007."""


@wrong("oms", breaks="AC-01")
class CutsLongTextsOfWork(FirstLetters, _OfWork):
    """Asks for work cut after a hundred letters."""


@wrong("oms", breaks="AC-01")
class LosesForeignLettersOfWork(AsciiLetters, _OfWork):
    """Asks for work with a question mark for each letter that is not in ASCII."""


@wrong("oms", breaks="AC-01")
class WritesInSmallLettersOfWork(SmallLetters, _OfWork):
    """Asks for work in small letters."""


class _OfValuesForTheCrm(Converts, OrderManagement):
    kinds = frozenset({"order-update"})


@wrong("oms", breaks="UF-07")
class SpellsOutMarkupOfValuesForTheCrm(_OfValuesForTheCrm):
    """Tells the CRM of values with an ampersand spelled out."""


@wrong("oms", breaks="UF-07")
class TakesDigitsForNumbersOfValuesForTheCrm(Numbers, _OfValuesForTheCrm):
    """Tells the CRM of values with 7 for 007."""


@wrong("oms", breaks="UF-07")
class LosesForeignLettersOfValuesForTheCrm(AsciiLetters, _OfValuesForTheCrm):
    """Tells the CRM of values with a question mark for each letter that is not in ASCII."""


@wrong("oms", breaks="UF-07")
class WritesInSmallLettersOfValuesForTheCrm(SmallLetters, _OfValuesForTheCrm):
    """Tells the CRM of values in small letters."""


class _OfValuesForBilling(Converts, OrderManagement):
    kinds = frozenset({"billing-order"})


@wrong("oms", breaks="UF-07")
class SpellsOutMarkupOfValuesForBilling(_OfValuesForBilling):
    """Tells billing of values with an ampersand spelled out."""


@wrong("oms", breaks="UF-07")
class TakesDigitsForNumbersOfValuesForBilling(Numbers, _OfValuesForBilling):
    """Tells billing of values with 7 for 007."""


@wrong("oms", breaks="UF-07")
class LosesForeignLettersOfValuesForBilling(AsciiLetters, _OfValuesForBilling):
    """Tells billing of values with a question mark for each letter that is not in ASCII."""


@wrong("oms", breaks="UF-07")
class WritesInSmallLettersOfValuesForBilling(SmallLetters, _OfValuesForBilling):
    """Tells billing of values in small letters."""
