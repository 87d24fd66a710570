"""How a wrong workflow becomes a wrong CRM."""

from ordertck.harness.reference.crm import CustomerRelations, Workflows


def crm_with(workflows: type[Workflows]) -> type[CustomerRelations]:
    """A CRM that is as it should be, but for these workflows; named for what they do."""
    return type(workflows.__name__, (CustomerRelations,), {"__doc__": workflows.__doc__, "Workflows": workflows})
