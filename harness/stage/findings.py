"""What can come up while an example runs."""


class Breach(Exception):
    """What a step owes did not hold.

    In a Given it makes the example inconclusive, in a When or Then failed.
    """

    def __init__(self, expected: str, seen: str) -> None:
        self.expected, self.seen = expected, seen
        super().__init__(f"expected {expected}; seen: {seen}")


class Silence(Exception):
    """A question to the system was not answered: the example is inconclusive wherever it was asked."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(f"no answer to {asked}")


class KitFault(Exception):
    """The kit itself did something wrong; no verdict on the system can follow from it."""
