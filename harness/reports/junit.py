"""junit.xml in the xunit1 form that test-management tools read, rule ids as properties."""

import re

from lxml import etree

from ordertck.harness.conformance import conformant
from ordertck.harness.examination import Examination
from ordertck.harness.reports.results import neutral
from ordertck.harness.text import printable, ranges
from ordertck.harness.verdicts import ExampleResult, Verdict

# What XML 1.0 cannot hold, whichever way it is written.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SKIPPED = (Verdict.INAPPLICABLE, Verdict.UNTESTED)
_COUNTS = ("tests", "failures", "errors", "skipped")


def junit(examinations: list[Examination]) -> bytes:
    """One suite an examination, one case an example of the rules that are claimed.

    What the claims exclude as a whole is no case: how much that is stands in the suite's properties.
    """
    suites = [_suite(examination) for examination in examinations]
    root = etree.Element("testsuites", name="ordertck")
    for name in _COUNTS:
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    root.extend(suites)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _suite(examination: Examination) -> "etree._Element":
    claims = examination.claims
    examples = [example for example in examination.examples if example.id.rule in claims.rules]
    cases = [_case(example, examination) for example in examples]
    suite = etree.Element(
        "testsuite",
        name=f"{_text(claims.name)} as {', '.join(claims.roles)}",
        timestamp=examination.started.replace(microsecond=0, tzinfo=None).isoformat(),
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors=str(sum(case.find("error") is not None for case in cases)),
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
        time=f"{sum(e.seconds for e in examples):.3f}",
    )
    _properties(suite, _about(examination))
    suite.extend(cases)
    return suite


def _about(examination: Examination) -> dict[str, str]:
    """What was examined, and what of the edition no case stands for."""
    claims = examination.claims
    untested = [r.rule for r in examination.rules if r.verdict is Verdict.UNTESTED and r.role in ("", *claims.roles)]
    aside = sum(example.id.rule not in claims.rules for example in examination.examples)
    return {
        "system": claims.name,
        "version": claims.version,
        "kit": f"ordertck {examination.kit}",
        "edition": f"{examination.edition.name} {examination.edition.version}",
        "session": examination.session,
        "seed": str(examination.seed),
        "statement": "conformant" if conformant(examination) else "not conformant",
        "narrowed-by": examination.narrowed_by,
        "rules-untested": ranges(list(dict.fromkeys(untested))),
        "examples-of-profiles-not-claimed": str(aside),
        "examples-of-roles-not-claimed": str(sum(examination.plan.elsewhere.values())),
    }


def _properties(element: "etree._Element", told: dict[str, str]) -> None:
    properties = etree.SubElement(element, "properties")
    for name, value in told.items():
        if value:
            etree.SubElement(properties, "property", name=name, value=_text(value))


def _case(example: ExampleResult, examination: Examination) -> "etree._Element":
    title = f"{example.id.title} [{example.id.row}]" if example.id.row else example.id.title
    case = etree.Element(
        "testcase",
        classname=f"{example.id.rule}.{example.id.role}",
        name=_text(title),
        file=f"features/{example.location.rpartition(':')[0]}",
        line=example.location.rpartition(":")[2],
        time=f"{example.seconds:.3f}",
    )
    breach = examination.known_breach(example.id.rule)
    known = str(breach) if breach else ""
    about = {"rule": example.id.rule, "role": example.id.role, "verdict": example.verdict.value, "deviation": known}
    _properties(case, about)
    told = _text(neutral(f"{example.step}\nexpected: {example.expected}\nseen: {example.seen}", examination))
    reason = _text(neutral(example.reason, examination))
    if known and example.verdict in (Verdict.FAILED, Verdict.INCONCLUSIVE):
        etree.SubElement(case, "skipped", message=_text(f"known deviation {known}: {reason}")).text = told
    elif example.verdict in _SKIPPED:
        etree.SubElement(case, "skipped", message=f"{example.verdict}: {reason}")
    elif example.verdict is Verdict.ERROR:
        blame = f"blame: {example.blame}" if example.blame else "not run"
        etree.SubElement(case, "error", type=blame, message=reason).text = told
    elif example.verdict is not Verdict.PASSED:
        etree.SubElement(case, "failure", type=example.verdict.value, message=reason).text = told
    return case


def _text(text: str) -> str:
    """Text that may stand in XML: what a system said can hold anything."""
    return _NO_XML.sub("?", printable(text))
