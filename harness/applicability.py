"""Applicability: which examples a system's claims exclude, and by which clause."""

from ordertck.harness.claims import Claims
from ordertck.harness.edition.features import Example
from ordertck.harness.edition.register import Level
from ordertck.harness.errors import UsageError
from ordertck.harness.messages.landscape import ROLES, TOGETHER, author_of_orders
from ordertck.harness.messages.roles import Trait


def require_examinable(claims: Claims) -> None:
    """Raise ``UsageError`` where a system of these roles cannot be examined as one, or is claimed for none of them."""
    if len(claims.roles) > 1 and frozenset(claims.roles) not in TOGETHER:
        sets = "; ".join(" and ".join(role for role in ROLES if role in roles) for roles in TOGETHER)
        raise UsageError(
            f"a system in the roles {', '.join(claims.roles)} cannot be examined as one: "
            "how orders get on inside it, nobody outside can see",
            f"write claims for each role, or for a set that can be: {sets}",
            claims.file,
        )
    profiles = [claims.edition.vocabulary.profiles[name] for name in claims.profiles]
    if all(profile.least_of(claims.roles) is None for profile in profiles):
        said = f"profile {' and '.join(p.name for p in profiles)}: nothing in it is for {' and '.join(claims.roles)}"
        fit = [p.name for p in claims.edition.vocabulary.profiles.values() if p.least_of(claims.roles) is not None]
        raise UsageError(said, f"nothing would be examined; for these roles there are {', '.join(fit)}", claims.file)


def rule_reason(rule: str, role: str, claims: Claims) -> str:
    """Why a rule as a whole is inapplicable to a system in a role; empty where it applies."""
    if role not in claims.roles:
        return f"role '{role}' is not claimed"
    if rule not in claims.rules:
        held = [p.name for p in claims.edition.vocabulary.profiles.values() if rule in p.rules]
        return f"profile {' or '.join(repr(p) for p in held)} is not claimed" if held else "the rule is in no profile"
    entry = claims.edition.register.rules[rule]
    if entry.level is not Level.OBLIGATION and entry.capability and entry.capability not in claims.capabilities:
        return f"capability '{entry.capability}' is not claimed"
    return ""


def example_reason(example: Example, claims: Claims) -> str:
    """Why an example is inapplicable to a system; empty where it is to be run."""
    if reason := rule_reason(example.id.rule, example.id.role, claims):
        return reason
    words = claims.edition.vocabulary
    for tag in sorted(example.tags):
        if tag in words.capabilities and not claims.can(tag):
            return f"capability '{tag}' is not claimed"
        if tag in words.places and claims.capacity is not None and claims.capacity < words.places[tag].least:
            return (
                f"[limits] capacity is {claims.capacity}: it takes {words.places[tag].least} orders worked on at once"
            )
        if tag in claims.leaves_out and example.id.role in words.scopes[tag].roles:
            return f"'{tag}' is left out"
        if tag in words.switch_tags:
            switch, value = words.switch_tags[tag]
            if claims.switches[switch.name] != value:
                return f"switch '{switch.name}' is declared as '{claims.switches[switch.name]}'"
    return _unheard_of(example, claims) or _inside(example, claims)


def _unheard_of(example: Example, claims: Claims) -> str:
    """A mechanism that an example joins, and that is the matter of profiles of which none is claimed."""
    for mechanism in (m for tag in sorted(example.tags) for m in claims.edition.mechanisms.of(tag)):
        wanted = [name for name in mechanism.profiles if example.id.role in claims.edition.roles_of[name]]
        if wanted and not set(wanted) & set(claims.profiles):
            return f"it joins {mechanism.name}, and profile {' or '.join(map(repr, wanted))} is not claimed"
    return ""


def _inside(example: Example, claims: Claims) -> str:
    views = claims.edition.vocabulary.views
    if (
        Trait.ORDERS.of(claims.roles)
        and Trait.SERVICES.of(claims.roles)
        and (tags := sorted(example.tags & views.keys()))
    ):
        return f"that {views[tags[0]]} is not seen of services inside order management"
    plays = claims.edition.kit_plays(example)
    if "provisioning" in plays and not Trait.ORDERS.of(claims.roles):  # else work is seen where it leaves the system
        plays |= {Trait.SERVICES.role}
    if inside := sorted(plays & set(claims.roles)):
        return f"it looks at the edge of '{inside[0]}', which lies inside the system under test"
    author = author_of_orders(example.id.role, claims.roles)
    return f"its orders are written by '{author}', which lies inside the system under test" if author else ""
