"""The audit: what the oracle has to say of an exchange that is over, the kit's own or one of a live landscape."""
