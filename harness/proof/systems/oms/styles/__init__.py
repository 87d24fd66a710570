"""Styles of an order system that the documents permit; each is a small class, and styles can be combined."""
