"""JUnit files, in the form that test-management tools read, and in the one that Jenkins' schema permits."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from ordertck.harness.reports.found import Example, Found, id_of, known_breach, profile_rules, statement, told_of
from ordertck.harness.text import printable, ranges

# What XML 1.0 cannot hold, whichever way it is written.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SKIPPED = ("inapplicable", "untested")
_COUNTS = ("tests", "failures", "errors", "skipped")


def junit(found: Found, features: Path, strict: bool = False) -> bytes:
    """One suite an examination, one case an example of the rules that are claimed, of what results.json holds.

    What the claims exclude as a whole is no case: how much that is stands in the suite's properties. ``features`` is
    where the feature files lie that cases name. ``strict`` leaves out what Jenkins' schema (xUnit plugin, junit-10)
    refuses: files, lines and properties of cases, and everything of the root but its counts.
    """
    suites = [_suite(number, found, features, strict) for number in range(len(found["examinations"]))]
    root = etree.Element("testsuites", name="ordertck")
    for name in _COUNTS[:3] if strict else _COUNTS:
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    root.set("time", f"{sum(float(suite.get('time', '0')) for suite in suites):.3f}")
    if not strict:
        root.set("timestamp", min((str(suite.get("timestamp")) for suite in suites), default=""))
        _properties(root, _about_all(found))
    root.extend(suites)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _about_all(found: Found) -> dict[str, str]:
    systems = dict.fromkeys(f"{e['system']['name']} {e['system']['version']}" for e in found["examinations"])
    return {
        "kit": f"ordertck {found['kit']['version']}",
        "edition": f"{found['edition']['name']} {found['edition']['version']}",
        "system": ", ".join(systems),
        "sessions": ", ".join(found["volatile"]["sessions"]),
        "statement": "; ".join(dict.fromkeys(map(statement, found["examinations"]))),
    }


def _suite(number: int, found: Found, features: Path, strict: bool) -> "etree._Element":
    examination, claims = found["examinations"][number], found["examinations"][number]["claims"]
    mine = profile_rules(found, examination)
    examples = [example for example in examination["examples"] if example["rule"] in mine]
    breaches = known_breach(found, number)
    files = {_file(example) for example in examples}
    places = {} if strict else {file: _place(features / file) for file in files}
    unstable = frozenset(examination["unstable"])
    cases = [_case(e, found, breaches.get(e["rule"], ""), places, str(id_of(e)) in unstable) for e in examples]
    suite = etree.Element(
        "testsuite",
        name=_text(f"{claims['name']} as {', '.join(claims['roles'])}"),
        timestamp=found["volatile"]["started"][number][:19],
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors=str(sum(case.find("error") is not None for case in cases)),
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
        time=f"{sum(e['volatile']['seconds'] for e in examples):.3f}",
    )
    _properties(suite, _about(number, found, mine))
    suite.extend(cases)
    return suite


def _about(number: int, found: Found, mine: Iterable[str]) -> dict[str, str]:
    """What was examined, and what of the edition no case stands for."""
    examination = found["examinations"][number]
    claims, mine = examination["claims"], frozenset(mine)
    roles = ("", *claims["roles"])
    untested = [r["rule"] for r in examination["rules"] if r["verdict"] == "untested" and r["role"] in roles]
    aside = sum(example["rule"] not in mine for example in examination["examples"])
    return {
        "system": claims["name"],
        "version": claims["version"],
        "vendor": claims["vendor"],
        "roles": ", ".join(claims["roles"]),
        "kit": f"ordertck {found['kit']['version']}",
        "edition": f"{found['edition']['name']} {found['edition']['version']}",
        "session": found["volatile"]["sessions"][number],
        "seed": str(examination["variation"]["seed"]),
        "statement": statement(examination),
        "narrowed-by": examination["narrowed_by"],
        "examples-unstable": str(len(examination["unstable"]) or ""),
        "rules-untested": ranges(list(dict.fromkeys(untested))),
        "examples-of-profiles-not-claimed": str(aside),
        "examples-of-roles-not-claimed": str(sum(examination["examples_of_other_roles"].values())),
    }


def _properties(element: "etree._Element", told: dict[str, str]) -> None:
    properties = etree.SubElement(element, "properties")
    for name, value in told.items():
        if value:
            etree.SubElement(properties, "property", name=name, value=_text(value))


def _case(example: Example, found: Found, known: str, places: Mapping[str, str], unstable: bool) -> "etree._Element":
    """A case; ``places`` says where feature files lie, and is empty for a strict reader of such files.

    ``unstable`` says that the example had several verdicts when it was repeated.
    """
    rule, verdict, name = example["rule"], example["verdict"], id_of(example)
    case = etree.Element("testcase", classname=f"{rule}.{example['role']}", name=_text(name.titled))
    case.set("time", f"{example['volatile']['seconds']:.3f}")
    if places:
        case.set("file", places[_file(example)])
        case.set("line", example["location"].rpartition(":")[2])
        about = {
            "rule": rule,
            "role": example["role"],
            "verdict": verdict,
            "deviation": known,
            "unstable": "true" if unstable else "",
        }
        # These two are Xray's words: what a test is linked to, and what it is labelled with.
        level = found["edition"]["rules"].get(rule, {}).get("level", "")
        _properties(case, {**about, "requirements": rule, "tags": f"{example['role']},{level}".rstrip(",")})
    _outcome(case, example, known)
    return case


def _outcome(case: "etree._Element", example: Example, known: str) -> None:
    verdict, reason, told = example["verdict"], _text(example["reason"]), _text(told_of(example))
    if known and verdict in ("failed", "inconclusive"):
        etree.SubElement(case, "skipped", message=_text(f"known deviation {known}: {reason}")).text = told
    elif verdict in _SKIPPED:
        etree.SubElement(case, "skipped", message=f"{verdict}: {reason}")
    elif verdict == "error":
        blame = f"blame: {example['blame']}" if example["blame"] else "not run"
        etree.SubElement(case, "error", type=blame, message=reason).text = told
    elif verdict != "passed":
        etree.SubElement(case, "failure", type=verdict, message=reason).text = told


def _file(example: Example) -> str:
    """The feature file that an example stands in."""
    return str(example["location"]).rpartition(":")[0]


def _place(file: Path) -> str:
    """Where a file lies, from the folder that somebody works in where it is below that."""
    real, here = file.resolve(), Path.cwd()
    return _text(real.relative_to(here).as_posix() if real.is_relative_to(here) else str(real))


def _text(text: Any) -> str:
    """Text that may stand in XML: what a system said can hold anything."""
    return _NO_XML.sub("?", printable(str(text)))
