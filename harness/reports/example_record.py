"""What the results say of one example: its steps with what came of each, and the records that its verdict is about."""

import json
import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Any

from ordertck.harness.edition.features import Step
from ordertck.harness.examination import Examination
from ordertck.harness.verdicts import ExampleResult, Verdict

NOT_RUN = "not run"
_RUN = (Verdict.ERROR, Verdict.FAILED, Verdict.INCONCLUSIVE, Verdict.PASSED)
_BAD = _RUN[:3]
# So many records at most are named of one example; the transcript has all.
_MOST = 60


def steps_of(result: ExampleResult, examination: Examination) -> list[dict[str, Any]]:
    """Every step of an example that was run: what it says and what came of it."""
    if result.verdict not in _RUN or result.id not in examination.plan:
        return []
    redaction = examination.transcript.redaction
    steps = examination.plan[result.id].example.steps
    told = [_step(step, _came_of(number, result)) for number, step in enumerate(steps)]
    return list(struck(told, redaction.text)) if redaction else told


def _step(step: Step, result: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "keyword": step.type.capitalize(), "text": step.text, "line": step.line, "result": result,
    }  # fmt: skip
    if step.table is not None:
        told["table"] = [list(row) for row in step.table]
    if step.docstring is not None:
        told["docstring"] = step.docstring
    return told


def struck(value: Any, strike: Callable[[str], str]) -> Any:
    """The same with every text in it struck out of what is nobody's business."""
    if isinstance(value, dict):
        return {name: struck(held, strike) for name, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [struck(held, strike) for held in value]
    return strike(value) if isinstance(value, str) else value


def _came_of(number: int, result: ExampleResult) -> str:
    """What came of the step of this number. A message that came late fails none of them."""
    if result.verdict is Verdict.PASSED or result.late:
        return Verdict.PASSED.value
    if result.at_step is None or number > result.at_step:
        return NOT_RUN
    return (Verdict.PASSED if number < result.at_step else result.verdict).value


def records_of(result: ExampleResult, examination: Examination) -> list[int]:
    """The records of the transcript that a verdict which is not passed is about, by their numbers.

    These are the messages about the orders that its evidence speaks of; where it speaks of none, its step or one before
    that; else all messages of the example. Of an example that failed late, what came after its end is among them.
    """
    if result.verdict not in _BAD or result.transcript is None:
        return []
    first, last = result.transcript
    own = _own(list(examination.transcript.records(first, last)), result)
    if result.late and own:
        own += _aftermath(own[-1]["scenario"], last + 1, examination)
    wanted = _spoken_of(result, own, list(_said(result, examination)))
    shown = set(result.shown_by)
    meant = [r["record"] for r in own if not wanted or _is_about(r, wanted) or r["record"] in shown]
    return telling(meant, shown, _MOST)


def telling(records: Sequence[int], shown: Container[int], most: int) -> list[int]:
    """The most telling of the records that a verdict is about: the first, those that are ``shown``, the latest."""
    if len(records) <= most:
        return list(records)
    kept = [*records[:1], *[number for number in records[1:] if number in shown][1 - most :]]
    others = [number for number in records[1:] if number not in shown]
    return sorted([*kept, *others[len(others) + len(kept) - most :]])


def _own(records: list[dict[str, Any]], result: ExampleResult) -> list[dict[str, Any]]:
    """An example's own records, among which others may stand that came for earlier examples."""
    known = {record["scenario"] for record in records}
    named = (known_as for known_as in known for _, identity in result.names if identity.startswith(f"{known_as}-"))
    example = next(filter(None, named), max(known, default=""))
    return [record for record in records if record["scenario"] in (example, "")]


def _aftermath(example: str, first: int, examination: Examination) -> Iterator[dict[str, Any]]:
    return (record for record in examination.transcript.records(first) if record["scenario"] == example)


def _said(result: ExampleResult, examination: Examination) -> Iterator[str]:
    """What may name the orders that a verdict is about: its evidence, then its step, then the steps before that."""
    yield f"{result.expected} {result.seen}"
    steps = examination.plan[result.id].example.steps if result.id in examination.plan else ()
    begun = 0 if result.at_step is None else result.at_step + 1
    for step in reversed(steps[:begun]):
        yield " ".join((step.text, *(cell for row in step.table or () for cell in row)))


def _spoken_of(result: ExampleResult, records: Iterable[dict[str, Any]], said: Iterable[str]) -> frozenset[str]:
    """The ids of the orders that are spoken of."""
    about = {record["message"].get("about", "") for record in records}
    ids = {word: identity for word, identity in result.names if identity in about}
    for text in said:
        found = frozenset(ids[word] for word in ids if re.search(rf"\b{re.escape(word)}\b", text))
        if found:
            return found
    return frozenset()


def _is_about(record: dict[str, Any], ids: frozenset[str]) -> bool:
    message = record["message"]
    return message.get("about") in ids or any(identity in json.dumps(message["body"]) for identity in ids)


def names_of(result: ExampleResult, examination: Examination) -> dict[str, str]:
    """What the words of an example that is not passed stand for on the edges, without what was struck out."""
    if result.verdict not in _BAD:
        return {}
    strike = examination.transcript.redaction.text
    return {word: strike(identity) for word, identity in result.names}
