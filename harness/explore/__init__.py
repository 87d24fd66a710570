"""Exploration: histories that nobody wrote, judged by the oracle, shrunk to a feature."""
