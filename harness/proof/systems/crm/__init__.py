"""Wrong systems and permitted variants of the CRM."""
