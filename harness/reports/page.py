"""report.html: a run as a page that stands alone, made of a report folder."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ordertck.harness.pages import pages_of
from ordertck.harness.reports.evidence_page import comparison, diagram, messages, records_wanted
from ordertck.harness.reports.found import Example, Found, id_of, known_breach, statement
from ordertck.harness.reports.results import findings_digest
from ordertck.harness.reports.words import BORROWED
from ordertck.harness.text import printable, several
from ordertck.harness.verdicts import Verdict

VERDICTS = tuple(verdict.value for verdict in Verdict)
_BAD = VERDICTS[:3]
# So many examples that are not passed show their messages; a system that fails all others would make a huge page.
_MOST_DRAWN = 150
_STRENGTHS = ("MUST", "SHOULD", "MAY")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The records of a transcript that a page draws, by their numbers; ``lacking`` says which it could not read."""

    records: Mapping[int, dict[str, Any]]
    lacking: str = ""


def evidence_of(found: Found, transcript: Path) -> Evidence:
    """What is to be drawn of the examples that did not pass, from the transcript's file."""
    bad = [e for x in found["examinations"] for e in x["examples"] if e["verdict"] in _BAD][:_MOST_DRAWN]
    wanted = frozenset(number for example in bad for number in example["records"])
    records = records_wanted(transcript, wanted)
    if not (missing := len(wanted - records.keys())):
        return Evidence(records)
    lost = f"{missing:,} of {several(len(wanted), 'message')} that verdicts are about cannot be shown"
    return Evidence(records, f"{lost}: {transcript.name} is missing, or was changed or cut")


def report_page(found: Found, evidence: Evidence, explored: Sequence[Mapping[str, Any]] = ()) -> str:
    """The page on what was found, with the messages that ``evidence`` has of it.

    ``explored`` are explorations as ``read_explored`` gives them; they stand beside the run and change nothing of it.
    """
    examined = [_examined(number, found) for number in range(len(found["examinations"]))]
    environment = pages_of("ordertck.harness.reports", {"shown": _shown})
    return environment.get_template("run.html.jinja").render(
        found=found,
        digest=findings_digest(found),
        began=min(found["volatile"]["started"])[:19].replace("T", " "),
        examined=examined,
        areas=list(_areas(found, evidence.records)),
        lacking=evidence.lacking,
        counts=_counts(found),
        verdicts=VERDICTS,
        explored=explored,
        title=", ".join(
            dict.fromkeys(f"{x['system']['name']} {x['system']['version']}" for x in found["examinations"])
        ),
    )


def _shown(text: Any) -> str:
    """A text of a system: what would do something is escaped already; what is no letter is spelt out here."""
    return printable(str(text))


def _examined(number: int, found: Found) -> dict[str, Any]:
    """What the top of the page says of one examination."""
    examination = found["examinations"][number]
    titles = found["edition"]["profiles"]
    of_role = [rule for rule in examination["rules"] if rule["role"] in examination["claims"]["roles"]]
    examples = Counter(example["verdict"] for example in examination["examples"])
    order = {rule["rule"]: place for place, rule in enumerate(examination["rules"])}
    bad = [example for example in examination["examples"] if example["verdict"] in _BAD]
    bad.sort(key=lambda example: order.get(example["rule"], len(order)))
    return {
        "session": found["volatile"]["sessions"][number],
        "title": f"{examination['system']['name']} {examination['system']['version']}",
        "roles": examination["claims"]["roles"],
        "statement": statement(examination),
        "examples": [(verdict, examples[verdict]) for verdict in VERDICTS],
        "profiles": [{**p, "title": titles[p["profile"]]["title"]} for p in examination["profiles"]],
        "strengths": list(_strengths(found, of_role)),
        "excluded": examination["excluded"],
        "others": examination["examples_of_other_roles"],
        "bad": list(map(_place, bad)),
        "notes": list(_notes(number, found)),
        "claims": examination["claims"],
        "seed": examination["variation"]["seed"],
    }


def _strengths(found: Found, rules: list[dict[str, Any]]) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """How many rules of each strength came to which verdict."""
    strengths = {rule: entry["strength"] for rule, entry in found["edition"]["rules"].items()}
    present = {strengths[rule["rule"]] for rule in rules}
    for strength in (*_STRENGTHS, *sorted(present - {*_STRENGTHS})):
        counts = Counter(rule["verdict"] for rule in rules if strengths[rule["rule"]] == strength)
        if counts:
            yield strength, [(verdict, counts[verdict]) for verdict in VERDICTS]


def _was_run(example: Example) -> bool:
    return example["verdict"] not in (Verdict.INAPPLICABLE, Verdict.UNTESTED)


def _notes(number: int, found: Found) -> Iterator[str]:
    """What else one has to know of an examination, in sentences."""
    examination = found["examinations"][number]
    known = known_breach(found, number)
    roles, ran = examination["claims"]["roles"], {e["role"] for e in examination["examples"] if _was_run(e)}
    if len(roles) > 1 and not examination["narrowed_by"]:
        yield from (f"Nothing of {role} was examined; ordertck plan says why." for role in roles if role not in ran)
    for deviation in examination["claims"]["deviations"]:
        sort = "a declared deviation" if deviation["rule"] in known else "an expired deviation, known no longer"
        yield f"{deviation['rule']} is {sort}: {known.get(deviation['rule'], deviation['issue'])}."
    yield from (f"The claims are out of date: {text}." for text in examination["broken_claims"])
    if unstable := examination["unstable"]:
        how_many = several(len(unstable), "example")
        yield f"{how_many} unstable, with several verdicts when repeated: {'; '.join(unstable)}."
    yield from (f"Beside the examples: {remark}." for remark in examination["remarks"])
    if examination["borrowed"]:
        yield f"{BORROWED[0].upper()}{BORROWED[1:]}."
    if examination["transcript_lost"]:
        yield f"There is no certificate: {examination['transcript_lost']}."
    if examination["strays"]:
        yield f"Passed over, as it is about nothing of this run: {several(examination['strays'], 'message')}."
    if examination["cut_texts"]:
        yield f"{examination['cut_texts']} texts were too long, and are kept without their ends."
    if examination["variation"]["names"] == "as shipped":
        yield "Products and price lists had the names that everybody can read in the kit."


def _areas(found: Found, records: Mapping[int, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every rule of the edition, by area, with what was found of it in each role."""
    verdicts, examples = _by_rule(found)
    for area, title in found["edition"]["areas"].items():
        rules = [
            _rule(name, entry, verdicts.get(name, []), examples.get(name, []), found, records)
            for name, entry in found["edition"]["rules"].items()
            if name.startswith(area) and name in verdicts
        ]
        if rules:
            yield {"area": area, "title": title, "rules": rules}


def _by_rule(found: Found) -> tuple[dict[str, list[dict[str, Any]]], dict[str, list[Example]]]:
    """What is said of each rule, once a role: by the examination that claims the role, where one does."""
    verdicts: dict[str, dict[str, dict[str, Any]]] = {}
    examples: dict[str, list[Example]] = {}
    for examination in sorted(found["examinations"], key=lambda x: len(x["claims"]["roles"])):
        for rule in examination["rules"]:
            of_rule = verdicts.setdefault(rule["rule"], {})
            if rule["role"] not in of_rule or rule["role"] in examination["claims"]["roles"]:
                of_rule[rule["role"]] = rule
        for example in examination["examples"]:
            examples.setdefault(example["rule"], []).append(example)
    return {rule: list(of_rule.values()) for rule, of_rule in verdicts.items()}, examples


def _rule(
    name: str,
    entry: Mapping[str, Any],
    verdicts: list[dict[str, Any]],
    examples: list[Example],
    found: Found,
    records: Mapping[int, dict[str, Any]],
) -> dict[str, Any]:
    documents = found["edition"]["documents"]
    worst = min((v["verdict"] for v in verdicts), key=VERDICTS.index)
    run = [v for v in verdicts if v["run"]]
    return {
        **entry,
        "id": name,
        "verdict": min((v["verdict"] for v in run), key=VERDICTS.index) if run else worst,
        "verdicts": sorted({v["verdict"] for v in verdicts}, key=VERDICTS.index),
        "roles_found": verdicts,
        "places": [(documents.get(s["document"], s["document"]), s["section"], s["place"]) for s in entry["sources"]],
        "examples": [_example(example, records) for example in examples],
    }


def _example(example: Example, records: Mapping[int, dict[str, Any]]) -> dict[str, Any]:
    told: dict[str, Any] = {**example, "place": _place(example), "in_full": example["verdict"] in _BAD}
    if told["in_full"]:
        told["messages"] = messages(example, records)
        told["comparison"] = comparison(example) if example["expected"] else None
        title = f"Messages of {example['rule']}, {example['title']}"
        told["diagram"] = diagram(told["messages"], example["role"], title) if told["messages"] else ""
    return told


def _place(example: Example) -> dict[str, str]:
    """An example's own place in the page, and what it is called there."""
    parts = ("example", example["rule"], example["role"], example["title"], example["row"])
    shown = {name: example[name] for name in ("rule", "verdict")}
    return {**shown, "anchor": "-".join(filter(None, parts)), "title": id_of(example).titled}


def _counts(found: Found) -> dict[str, list[tuple[str, str, int]]]:
    """What can be filtered: by verdict, role and level, with how many rules each has."""
    verdicts, _ = _by_rule(found)
    by_verdict = Counter(verdict for of_rule in verdicts.values() for verdict in {v["verdict"] for v in of_rule})
    by_role = Counter(role for of_rule in verdicts.values() for role in {v["role"] or "none" for v in of_rule})
    by_level = Counter(found["edition"]["rules"][rule]["level"] for rule in verdicts)
    roles = (*found["edition"]["roles"], "none")
    return {
        "verdict": [(v, v, by_verdict[v]) for v in VERDICTS if by_verdict[v]],
        "role": [(role, role.replace("none", "no role"), by_role[role]) for role in roles if by_role[role]],
        "level": [(level, level, count) for level, count in sorted(by_level.items())],
    }
