"""Serving: the reference and the known systems over HTTP, on the surface that any server of a vendor's has."""
