"""Every feature, by pytest-bdd's own runner."""

from pytest_bdd import scenarios

from ordertck import data

scenarios(str(data("features").resolve()))
