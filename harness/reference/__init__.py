"""The reference landscape, in memory: CRM, integration, order and service order management that keep every rule."""
