"""The page kit: what every page that a person looks at is made with, the report of a run and the rule book alike."""

from ordertck.harness.pages.pages import page, pages_of

__all__ = ["page", "pages_of"]
