"""Systems of every role whose converters have habits: texts are not told as they were written."""

from ordertck.harness.proof.converters import (
    HABITS,
    CutsLongTexts,
    TakesExponentsForNumbers,
    TakesNullForNothing,
    TakesZeroAndNoForFalse,
    enlist,
)
from ordertck.harness.reference.crm import CustomerRelations
from ordertck.harness.reference.integration import Integration
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.reference.som import ServiceOrderManagement

# What provisioning fills in is short, looks like no word for nothing, and is no 0 but where it is told to the CRM.
_OF_LONG_TEXTS = (CutsLongTexts, TakesZeroAndNoForFalse, TakesNullForNothing, TakesExponentsForNumbers)
_OF_SHORT_TEXTS = tuple(habit for habit in HABITS if habit not in _OF_LONG_TEXTS)

enlist("integration", Integration, "OfOrders", "sales-order", breaks="FL-07")
enlist("integration", Integration, "OfWork", "provisioning-order", breaks="PV-03")
enlist("integration", Integration, "OfCharges", "billing-order", breaks="FL-09")
enlist(
    "integration",
    Integration,
    "OfNews",
    "order-update",
    breaks="FL-08",
    habits=(*_OF_SHORT_TEXTS, TakesZeroAndNoForFalse),
)
enlist("integration", Integration, "OfProgress", "provisioning-update", breaks="PV-03", habits=(HABITS[0], HABITS[1]))
enlist("oms", OrderManagement, "OfWork", "provisioning-order", breaks="AC-01")
enlist(
    "oms", OrderManagement, "OfNews", "order-update", breaks="UF-07", habits=(*_OF_SHORT_TEXTS, TakesZeroAndNoForFalse)
)
enlist("oms", OrderManagement, "OfCharges", "billing-order", breaks="UF-07", habits=_OF_SHORT_TEXTS)
enlist("crm", CustomerRelations, "OfOrders", "order-submission", breaks="FL-04")
enlist("som", ServiceOrderManagement, "OfWork", "network-order", breaks="PV-04")
enlist("som", ServiceOrderManagement, "OfProgress", "provisioning-update", breaks="UF-07", habits=_OF_SHORT_TEXTS)
