"""The edition: everything that is read from a folder, rules, vocabulary, catalogue, features and steps."""

from ordertck.harness.edition.edition import Edition, load

__all__ = ["Edition", "load"]
