"""A badge: what a run comes to, as a small drawing for a README, and as shields.io wants to be told."""

import json

from markupsafe import Markup

from ordertck.harness.pages.svg import element, width_of
from ordertck.harness.reports.saved import SavedRun
from ordertck.harness.text import one_line
from ordertck.harness.verdicts import Statement, Verdict

_LABEL = "ordertck"
# Colours on which white letters can be read.
_COLOURS = {"good": "#116329", "bad": "#a40e26", "neither": "#57606a"}
_HEIGHT, _ROOM = 20, 6
_STYLE = "font:11px Verdana,DejaVu Sans,sans-serif"


def message_of(run: SavedRun) -> tuple[str, str]:
    """What a badge says of a run, "5 rules failed", and whether that is good, bad, or neither."""
    if run.narrowed:
        return "not run whole", "neither"
    if any(example.verdict is Verdict.ERROR for example in run.examples):
        return Statement.BROKEN, "neither"
    roles = dict.fromkeys(role for examination in run.examinations for role in examination.claims.roles)
    if run.conformant:
        return f"conformant: {', '.join(roles)}", "good"
    failed = len({rule.rule for rule in run.rules if rule.verdict in (Verdict.FAILED, Verdict.INCONCLUSIVE)})
    return (f"{failed} rule{'s' if failed != 1 else ''} not upheld" if failed else Statement.NOT_CONFORMANT), "bad"


def badge(run: SavedRun) -> str:
    """An SVG that stands alone; its title says which system it is about, and with which kit."""
    message, sort = message_of(run)
    left, right = width_of(_LABEL) + 2 * _ROOM, width_of(message) + 2 * _ROOM
    title = one_line(f"{run.title}: {message} (ordertck {run.kit.version})")
    parts = [
        element("title", title),
        element("rect", width=left + right, height=_HEIGHT, rx=3, fill=_COLOURS[sort]),
        element(
            "path", d=f"M3 0h{left - 3:g}v{_HEIGHT}h-{left - 3:g}a3 3 0 0 1-3-3v-14a3 3 0 0 1 3-3z", fill="#24292f"
        ),
        _text(left / 2, _LABEL),
        _text(left + right / 2, message),
    ]
    return str(
        element(
            "svg",
            Markup("").join(parts),
            xmlns="http://www.w3.org/2000/svg",
            role="img",
            width=left + right,
            height=_HEIGHT,
            viewBox=f"0 0 {left + right:g} {_HEIGHT}",
            aria_label=title,
        )
    )


def _text(x: float, words: str) -> Markup:
    return element("text", words, x=x, y=14, fill="#fff", text_anchor="middle", style=_STYLE)


def endpoint(run: SavedRun) -> str:
    """The same for shields.io, which draws a badge from a file that somebody serves (its "endpoint" badge)."""
    message, sort = message_of(run)
    told = {"schemaVersion": 1, "label": _LABEL, "message": message, "color": _COLOURS[sort]}
    return json.dumps(told)
