"""The kit in pytest: its features as items, and its sentences as fixtures for features of others."""
