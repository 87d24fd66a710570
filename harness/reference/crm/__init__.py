"""The CRM of the reference: entered orders go to the submission queue, what is fulfilled becomes assets."""

from ordertck.harness.reference.crm.assets import Asset, AssetRegister
from ordertck.harness.reference.crm.checks import Checks
from ordertck.harness.reference.crm.customer_relations import CustomerRelations
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder, Refused
from ordertck.harness.reference.crm.screens import Screens
from ordertck.harness.reference.crm.submission import Submissions
from ordertck.harness.reference.crm.workflows import Workflows

__all__ = [
    "Asset",
    "AssetRegister",
    "Checks",
    "CrmLine",
    "CrmOrder",
    "CustomerRelations",
    "Refused",
    "Screens",
    "Submissions",
    "Workflows",
]
