"""Histories of an order system: what customers order of it, and what neighbours and time do to it."""
