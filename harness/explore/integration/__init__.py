"""Acts around an integration layer: what CRM, order system, billing, provisioning and back offices do at its edges."""
