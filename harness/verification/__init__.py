"""Verification: a report is believed only where its transcript, replayed, leads to the same verdicts."""
