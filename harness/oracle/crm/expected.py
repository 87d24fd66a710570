"""Which version of an order may come on the queue next."""

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import ACTIONS
from ordertck.harness.oracle.crm.sheet import Sheet, Version


def expected_version(catalogue: Catalogue, sheet: Sheet | None) -> Version | None:
    """The version that may come on the queue: the first that was submitted, and is not there yet.

    A CRM may answer its user before it has queued the order, and the user goes on meanwhile: the message of one version
    then comes when a later one is submitted. A version that waits for a supervisor is due only where no other one is.
    """
    if sheet is None:
        return None
    submitted = [v for v in sheet.versions if v.asked and not v.queued and not v.off]
    free = (v for v in submitted if v.approved or not needs_approval(catalogue, v))
    return next(free, submitted[-1] if submitted else None)


def is_sold_for_approval(catalogue: Catalogue, version: Version) -> bool:
    """Whether a version sells what a supervisor has to approve, as it was entered, or as its quote was.

    A line that leaves an asset as it is sells nothing.
    """
    lines = version.lines if not version.loose else version.copied or {}
    selling = (line for line in lines.values() if line.said.get("action") in ACTIONS or not line.said.get("asset"))
    sold = (catalogue.products.get(line.said.get("product", "")) for line in selling)
    return any(product is not None and product.approval for product in sold)


def sold_for_approval(catalogue: Catalogue, version: Version) -> set[str]:
    """The ids of the lines that sell what a supervisor has to approve."""
    sold = {line.id: catalogue.products.get(line.said.get("product", "")) for line in version.lines.values()}
    return {line_id for line_id, product in sold.items() if product is not None and product.approval}


def needs_approval(catalogue: Catalogue, version: Version) -> bool:
    """Whether an order is one for a supervisor, by what it sells; of what nobody knows it may be."""
    sold = (catalogue.products.get(line.said.get("product", "")) for line in version.lines.values())
    return version.loose or any(product is None or product.approval for product in sold)
