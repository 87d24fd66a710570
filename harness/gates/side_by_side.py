"""Matrix and trend told: to a person at a terminal, as Markdown, and as a page."""

from collections.abc import Iterator, Sequence

from ordertck import __version__
from ordertck.harness.gates.matrix import Cell as Place
from ordertck.harness.gates.matrix import Matrix
from ordertck.harness.gates.rendering import table
from ordertck.harness.gates.trend import Point
from ordertck.harness.pages import page
from ordertck.harness.reports.words import COLOURS, Cell, Paint
from ordertck.harness.text import one_line
from ordertck.harness.verdicts import Statement, Verdict

_PACKAGE = "ordertck.harness.gates"
_STATEMENTS = {Statement.CONFORMANT: "good", Statement.NOT_CONFORMANT: "bad", Statement.BROKEN: "broken"}


def matrix_text(found: Matrix, paint: Paint) -> Iterator[str]:
    """The systems, each with the number of its column, then a line a rule."""
    rows: list[tuple[Cell, ...]] = [
        (
            f"{number}",
            one_line(column.name),
            (column.statement, _STATEMENTS.get(column.statement, "doubt")),
            f"ordertck {one_line(column.kit)}",
            column.counts or "nothing was run",
        )
        for number, column in enumerate(found.columns, 1)
    ]
    yield from paint.table(rows)
    yield from (paint(remark, "doubt") for remark in found.remarks)
    yield ""
    head = ["rule", "role", *(str(number) for number in range(1, len(found.columns) + 1)), ""]
    yield from paint.table(
        [[(word, "bold") for word in head], *(_line(row.rule, row.role, row.cells, row.sentence) for row in found.rows)]
    )
    differing = sum(row.differs for row in found.rows)
    yield f"\n{len(found.rows)} rules in their roles, {differing} with different verdicts; {found.left} nobody examined"


def _line(rule: str, role: str, cells: Sequence[Place], sentence: str) -> list[Cell]:
    told: list[Cell] = [(cell.told, COLOURS[Verdict(cell.verdict)] if cell.verdict else "dim") for cell in cells]
    return [rule, one_line(role), *told, (one_line(sentence), "dim")]


def matrix_markdown(found: Matrix) -> Iterator[str]:
    """The same as tables of Markdown."""
    told: list[tuple[str, ...]] = [
        (str(n), c.name, c.statement, c.counts, c.kit) for n, c in enumerate(found.columns, 1)
    ]
    yield from table(("column", "system", "statement", "examples", "kit"), told)
    yield ""
    head = ("rule", "role", *(str(number) for number in range(1, len(found.columns) + 1)))
    yield from table(head, [(row.rule, row.role, *(cell.told for cell in row.cells)) for row in found.rows])


def matrix_page(found: Matrix, differing: bool) -> str:
    """The same as a page that stands alone."""
    return page(_PACKAGE, "matrix.html.jinja", {"matrix": found, "differing": differing, "version": __version__})


def trend_text(points: Sequence[Point], paint: Paint) -> Iterator[str]:
    """A line a run."""
    words = [point.counts for point in points]
    head = ["begun", "system", "kit", "statement", *words[0], "since the run before"]
    rows: list[Sequence[Cell]] = [[(word, "bold") for word in head]]
    rows += [
        [
            _moment(point.began),
            one_line(point.system),
            one_line(point.kit),
            (point.statement, _STATEMENTS.get(point.statement, "doubt")),
            *(str(count) for count in point.counts.values()),
            point.changes,
        ]
        for point in points
    ]
    yield from paint.table(rows)


def trend_markdown(points: Sequence[Point]) -> Iterator[str]:
    """The same as a table of Markdown."""
    head = ("begun", "system", "kit", "statement", *points[0].counts, "since the run before")
    yield from table(
        head,
        [(_moment(p.began), p.system, p.kit, p.statement, *map(str, p.counts.values()), p.changes) for p in points],
    )


def trend_page(points: Sequence[Point]) -> str:
    """The same as a page that stands alone, with what changed from run to run."""
    values = {"points": points, "words": list(points[0].counts), "version": __version__}
    return page(_PACKAGE, "trend.html.jinja", values)


def _moment(told: str) -> str:
    """A time to the minute, as people write it."""
    return one_line(told[:16].replace("T", " "))
