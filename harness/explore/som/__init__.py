"""Acts around service order management: what order management asks of it, and what the network does."""
