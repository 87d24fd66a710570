"""Histories of a CRM: what users do at the desk, and what the order system and back offices tell."""
