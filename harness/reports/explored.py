"""What an exploration found, beside a run: read from explored.json and the messages beside it."""

from pathlib import Path
from typing import Any

import orjson

from ordertck.harness import schemas
from ordertck.harness.contents import content_of
from ordertck.harness.errors import UsageError
from ordertck.harness.reports.evidence_page import MOST_MESSAGES, diagram, message_told

_FILE = "explored.json"


def read_explored(given: Path) -> list[dict[str, Any]]:
    """The explorations in a folder that ``ordertck explore --out`` wrote, each finding with its messages drawn.

    Raises ``UsageError`` where there is no such file, or one of another form.
    """
    file = given / _FILE if given.is_dir() else given
    try:
        content = orjson.loads(content_of(file))
    except OSError as problem:
        raise UsageError(f"cannot be read: {problem.strerror}", f"name a folder with {_FILE}", file) from None
    except ValueError:
        raise UsageError("not JSON", "the file was changed or cut", file) from None
    if not isinstance(content, dict) or not schemas.valid("explored", content):
        raise UsageError("holds nothing of an exploration", f"name the {_FILE} that 'ordertck explore' wrote", file)
    for exploration in content["explorations"]:
        for finding in exploration["findings"]:
            title = f"Messages of finding {finding['number']}"
            told = _messages(file.parent, str(finding.get("messages", "")))
            finding["diagram"] = diagram(told, exploration["role"], title) if told else ""
            finding["steps"] = [{**step, "keyword": step["type"].capitalize()} for step in finding["steps"]]
    return list(content["explorations"])


def _messages(folder: Path, name: str) -> list[dict[str, Any]]:
    """The last messages of a finding; none where its file is not there, or holds something else."""
    if not name or Path(name).name != name:
        return []
    try:
        records = map(orjson.loads, content_of(folder / name).splitlines())
        crossed = [record for record in records if "message" in record]  # others say that all was at rest
        return [message_told({**record, "scenario": _scenario(record)}, {}) for record in crossed[-MOST_MESSAGES:]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []


def _scenario(record: dict[str, Any]) -> str:
    """What every id of the history begins with: "S1-0001-ORDER" is of "S1-0001"."""
    return str(record["message"].get("about", "")).rpartition("-")[0]
