"""Where a service point has to arrive as it was sent."""

from ordertck.harness.claims import Claims

_BY_POINTS = frozenset({"service-points-shared", "service-points-as-keys"})


def points_matter(claims: Claims) -> bool:
    """Whether inventory goes by service points (SP-07, SP-08): with one of these capabilities it does.

    An inventory that finds them by itself, or does not care, need not be told of them (SP-05, SP-06).
    """
    return bool(_BY_POINTS & claims.capabilities)
