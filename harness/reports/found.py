"""What results.json holds, as every report reads it that is made from a report folder."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ordertck.harness import schemas
from ordertck.harness.contents import LARGEST_RESULTS, content_of
from ordertck.harness.declared import Deviation
from ordertck.harness.errors import UsageError
from ordertck.harness.text import shortened
from ordertck.harness.verdicts import ExampleId, Statement, statement_of

# These are JSON as schemas/results.json has it: all results, one example of them, one examination.
Found = dict[str, Any]
Example = dict[str, Any]
Examined = dict[str, Any]

RESULTS = "results.json"


def beside(folder: Path) -> Path:
    """Where the report of a narrowed run goes: beside that of the whole one, also where it is named by a dot or two."""
    named = folder if folder.name not in ("", "..") else folder.resolve()
    if not named.name:
        raise UsageError("nothing can lie beside this folder", "name another with --report", folder)
    return named.with_name(f"{named.name}-narrowed")


def require_no_file(folder: Path) -> None:
    """Raise ``UsageError`` where a file is named as the folder of a report."""
    if folder.exists() and not folder.is_dir():
        raise UsageError("the report folder is a file", "name another with --report", folder)


def folder_of(named: Path) -> Path:
    """The report folder that is named, by itself or by one of its files."""
    return named.parent if named.is_file() and (named.parent / RESULTS).is_file() else named


def remedy_without_report(folder: Path) -> str:
    """What to do where no report lies in a folder: a narrowed run has written its own beside it."""
    narrowed = beside(folder)
    if (narrowed / RESULTS).is_file():
        return f"a narrowed run's lies in {narrowed}; a run that is not narrowed writes one here"
    return "name a report folder, as 'ordertck run --report FOLDER' writes it"


def read_results(folder: Path) -> Found:
    """What a report folder found.

    Raises ``UsageError``, naming the file, where there is no report, or results are not those of this version.
    """
    file = folder / RESULTS if folder.is_dir() or not folder.exists() else folder
    found = json_in(file, "no report is there", remedy_without_report(file.parent))
    if not schemas.valid("results", found):  # which of them it is not, is long to say
        told = schemas.problems("results", found)[0]
        raise UsageError(told, "the file is no results file of this version", file)
    count = len(found["examinations"])
    for name in ("sessions", "started", "finished", "jobs", "broken_off"):
        if not count or len(found["volatile"].get(name, range(count))) != count:
            said = f"the results are of {count} examinations, and {len(found['volatile'].get(name, ()))} {name}"
            raise UsageError(said, "the file was changed", file)
    for said in _unknown(found):
        raise UsageError(said, "the file was changed", file)
    return dict(found)


def _unknown(found: Found) -> Iterator[str]:
    """What an examination speaks of that is not in the edition of the same results: reports look it up there."""
    edition = found["edition"]
    for examination in found["examinations"]:
        profiles = {*examination["claims"]["profiles"], *(told["profile"] for told in examination["profiles"])}
        rules = {told["rule"] for told in (*examination["rules"], *examination["examples"])}
        yield from (f"unknown profile '{name}'" for name in sorted(profiles - edition["profiles"].keys()))
        yield from (f"unknown rule '{name}'" for name in sorted(rules - edition["rules"].keys()))


def json_in(file: Path, problem: str, remedy: str) -> Any:
    """The JSON in a file of a report. Raises ``UsageError``: with this problem and remedy where there is no file."""
    try:
        if file.exists() and not file.is_file():  # whoever opens a pipe waits for ever
            raise UsageError(f"{problem}: it is no file", remedy, file)
        return json.loads(content_of(file, LARGEST_RESULTS), object_pairs_hook=once_each)
    except OSError as fault:
        raise UsageError(f"{problem}: {fault.strerror}", remedy, file) from None
    except RecursionError:
        raise UsageError("values are nested too deep", "the file was changed", file) from None
    except ValueError as fault:
        raise UsageError(f"not JSON: {fault}", "the file was changed or cut", file) from None


def once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON. Raises ``ValueError`` for a name that stands there twice: each reader takes another one."""
    made = dict(pairs)
    if len(made) < len(pairs):
        seen = set[str]()
        for name, _ in pairs:
            if name in seen:
                raise ValueError(f"'{shortened(name, 40)}' stands twice in one object")
            seen.add(name)
    return made


def statement(examination: Examined) -> str:
    """What an examination comes to: conformant or not, or why nothing can be said of the system as a whole."""
    narrowed_by, cut_short = examination["narrowed_by"], examination["cut_short"]
    verdicts = (example["verdict"] for example in examination["examples"])
    comes_to = statement_of(narrowed_by, cut_short, verdicts, examination["conformant"])
    in_full = {Statement.NARROWED: f"narrowed to {narrowed_by}", Statement.CUT_SHORT: str(cut_short)}
    return in_full.get(comes_to, str(comes_to))


def profile_rules(found: Found, examination: Examined) -> frozenset[str]:
    """Every rule of the profiles that are claimed."""
    profiles = found["edition"]["profiles"]
    return frozenset(rule for name in examination["claims"]["profiles"] for rule in profiles[name]["rules"])


def known_breach(found: Found, number: int) -> dict[str, str]:
    """The rules whose breach counts as known in the examination of this number, with the issue, and its last day."""
    day = found["volatile"]["started"][number][:10]
    told = found["examinations"][number]["claims"]["deviations"]
    declared = [Deviation(each["rule"], each["issue"], each["until"]) for each in told]
    return {deviation.rule: str(deviation) for deviation in declared if deviation.holds_on(day)}


def id_of(example: Example) -> ExampleId:
    """What an example is known by."""
    return ExampleId(example["rule"], example["role"], example["title"], example["row"])


def told_of(example: Example) -> str:
    """What a person needs to know of a verdict that is not passed: its step, what was expected, what was seen."""
    return f"{example['step']}\nexpected: {example['expected']}\nseen: {example['seen']}"
