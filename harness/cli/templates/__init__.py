"""What ordertck init writes: a claims file and an adapter that runs."""
