"""The CRM of the reference: entered orders go to the submission queue, what is fulfilled becomes assets."""

from ordertck.harness.reference.crm.alerts import Alerts
from ordertck.harness.reference.crm.approval import Approval
from ordertck.harness.reference.crm.assets import Asset, AssetRegister
from ordertck.harness.reference.crm.attachments import Attachments
from ordertck.harness.reference.crm.checks import Checks
from ordertck.harness.reference.crm.crm_outbox import Outbox
from ordertck.harness.reference.crm.customer_relations import CustomerRelations, Parts
from ordertck.harness.reference.crm.deliveries import Deliveries
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder, Refused
from ordertck.harness.reference.crm.guidance import Guidance
from ordertck.harness.reference.crm.inquiries import Inquiries
from ordertck.harness.reference.crm.mail import Acknowledgements
from ordertck.harness.reference.crm.order_entry import OrderEntry
from ordertck.harness.reference.crm.order_progress import OrderProgress
from ordertck.harness.reference.crm.outside_checks import OutsideChecks
from ordertck.harness.reference.crm.overviews import Overviews
from ordertck.harness.reference.crm.profiles import Profiles
from ordertck.harness.reference.crm.projections import Projected, Projections
from ordertck.harness.reference.crm.queueing import Queueing
from ordertck.harness.reference.crm.receiving import Receiving
from ordertck.harness.reference.crm.record_book import RecordBook
from ordertck.harness.reference.crm.record_entry import RecordEntry
from ordertck.harness.reference.crm.records import Key, Record
from ordertck.harness.reference.crm.replication import Replication
from ordertck.harness.reference.crm.revising import Supplementals
from ordertck.harness.reference.crm.screens import Screens
from ordertck.harness.reference.crm.sending import Sending
from ordertck.harness.reference.crm.service_points import ServicePoints
from ordertck.harness.reference.crm.sheets import Sheets
from ordertck.harness.reference.crm.submission import Submissions
from ordertck.harness.reference.crm.submitting import Submitting
from ordertck.harness.reference.crm.tickets import Tickets
from ordertck.harness.reference.crm.workflow_calls import WorkflowCalls

PART = CustomerRelations

__all__ = [
    "PART",
    "Acknowledgements",
    "Alerts",
    "Approval",
    "Asset",
    "AssetRegister",
    "Attachments",
    "Checks",
    "CrmLine",
    "CrmOrder",
    "CustomerRelations",
    "Deliveries",
    "Guidance",
    "Inquiries",
    "Key",
    "OrderEntry",
    "OrderProgress",
    "Outbox",
    "OutsideChecks",
    "Overviews",
    "Parts",
    "Profiles",
    "Projected",
    "Projections",
    "Queueing",
    "Receiving",
    "Record",
    "RecordBook",
    "RecordEntry",
    "Refused",
    "Replication",
    "Screens",
    "Sending",
    "ServicePoints",
    "Sheets",
    "Submissions",
    "Submitting",
    "Supplementals",
    "Tickets",
    "WorkflowCalls",
]
