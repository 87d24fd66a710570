"""Drawings in a page: pieces of SVG with everything escaped, in the classes of the kit's stylesheet and no styles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

# What the stylesheet's 12 pixels come to, on average, for a letter of a narrow and of a wide face alike.
_LETTER = 6.6
_ROW, _TOP, _HEAD = 30, 44, 24
_LEAST, _MARGIN = 140, 12


def width_of(text: str) -> float:
    """Roughly how many pixels a text is wide."""
    return len(text) * _LETTER


def element(name: str, content: str = "", **attributes: object) -> Markup:
    """One element; ``class_`` is the attribute class, ``text_anchor`` is text-anchor.

    ``content`` is escaped unless it is markup already.
    """
    told = ((key.rstrip("_").replace("_", "-"), escape(_number(value))) for key, value in attributes.items())
    said = "".join(f' {key}="{value}"' for key, value in told)
    return Markup(f"<{name}{said}>{escape(content)}</{name}>")


def _number(value: object) -> object:
    return f"{value:g}" if isinstance(value, float) else value


def text(x: float, y: float, content: str, anchor: str = "middle", class_: str = "") -> Markup:
    """A line of text at a place."""
    told = {"class_": class_} if class_ else {}
    return element("text", content, x=x, y=y, text_anchor=anchor, **told)


def line(x1: float, y1: float, x2: float, y2: float, class_: str = "line") -> Markup:
    """A line from one place to another."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def box(x: float, y: float, width: float, height: float, class_: str = "box") -> Markup:
    """A box with round corners."""
    return element("rect", x=x, y=y, width=width, height=height, rx=4, class_=class_)


def arrow(x1: float, y: float, x2: float, class_: str = "line") -> Markup:
    """A level arrow with its head at ``x2``."""
    back = -7 if x2 > x1 else 7
    head = element("path", d=f"M{x2:g} {y:g} l{back} -4 v8 z", class_="head")
    return line(x1, y, x2, y, class_) + head


def drawing(width: float, height: float, title: str, parts: Iterable[str]) -> Markup:
    """The whole drawing; ``title`` is what a screen reader says of it."""
    return element(
        "svg", element("title", title) + Markup("").join(parts),
        class_="drawing", role="img", viewBox=f"0 0 {width:g} {height:g}", width=width, height=height,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arrow:
    """One message of a sequence diagram: from whom, to whom, what is written over it, and a class for its line."""

    start: str
    end: str
    label: str
    class_: str = "line"
    note: str = ""


def sequence(columns: Sequence[str], arrows: Sequence[Arrow], title: str) -> Markup:
    """A sequence diagram: a column for each part, the messages between them from top to bottom.

    A message whose ``note`` is not empty bears it at the left edge, as its number does.
    """
    places = dict(zip(columns, _places(columns, arrows), strict=True))
    width = max(places.values()) + _LEAST / 2 + _MARGIN
    height = _TOP + _ROW * len(arrows) + _MARGIN
    parts = [line(x, _TOP - 8, x, height - _MARGIN / 2, "thin") for x in places.values()]
    for name, x in places.items():
        wide = max(_LEAST - 30, width_of(name) + 16)
        parts += [box(x - wide / 2, _MARGIN / 2, wide, _HEAD), text(x, _MARGIN / 2 + 16, name)]
    for number, one in enumerate(arrows):
        y, start, end = _TOP + _ROW * number + 20.0, places[one.start], places[one.end]
        parts += [arrow(start, y, end, one.class_), text((start + end) / 2, y - 5, one.label)]
        if one.note:
            parts.append(text(4, y + 4, one.note, "start", "soft"))
    return drawing(width, height, title, parts)


def _places(columns: Sequence[str], arrows: Sequence[Arrow]) -> list[float]:
    """Where each column stands: so far from its neighbour that what is written between the two has room."""
    order = {name: number for number, name in enumerate(columns)}
    gaps = [float(_LEAST)] * max(0, len(columns) - 1)
    for one in arrows:
        low, high = sorted((order[one.start], order[one.end]))
        if high > low:
            for gap in range(low, high):
                gaps[gap] = max(gaps[gap], (width_of(one.label) + 24) / (high - low))
    left = _MARGIN + 46 + max(_LEAST / 2, width_of(columns[0]) / 2 if columns else 0) - 20
    return [left + sum(gaps[:number]) for number in range(len(columns))]
