"""The reference landscape, in memory: order management, CRM and integration that keep every rule."""
