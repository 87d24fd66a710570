"""The CRM of the reference: what users enter becomes orders on the submission queue, what is fulfilled becomes assets."""

from ordertck.harness.reference.crm.assets import Asset, AssetRegister
from ordertck.harness.reference.crm.customer_relations import CustomerRelations
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder, Refused

__all__ = ["Asset", "AssetRegister", "CrmLine", "CrmOrder", "CustomerRelations", "Refused"]
