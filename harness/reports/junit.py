"""junit.xml in the xunit1 form that test-management tools read, rule ids as properties."""

import re

from lxml import etree

from ordertck.harness.examination import Examination
from ordertck.harness.reports.results import neutral
from ordertck.harness.verdicts import ExampleResult, RuleResult, Verdict

# What XML 1.0 cannot hold, whichever way it is written.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SKIPPED = (Verdict.INAPPLICABLE, Verdict.UNTESTED)


def junit(examinations: list[Examination]) -> bytes:
    """One suite an examination, one case an example, and one for each rule of its roles that has no example."""
    root = etree.Element("testsuites", name="ordertck")
    for examination in examinations:
        root.append(_suite(examination))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _suite(examination: Examination) -> "etree._Element":
    examples = examination.examples
    bare = [r for r in examination.rules if not r.examples and r.role in ("", *examination.claims.roles)]
    suite = etree.Element(
        "testsuite",
        name=f"{_text(examination.claims.name)} as {', '.join(examination.claims.roles)}",
        tests=str(len(examples) + len(bare)),
        failures=str(sum(e.verdict in (Verdict.FAILED, Verdict.INCONCLUSIVE) for e in examples)),
        errors=str(sum(e.verdict is Verdict.ERROR for e in examples)),
        skipped=str(sum(e.verdict in _SKIPPED for e in examples) + len(bare)),
        time=f"{sum(e.seconds for e in examples):.3f}",
    )
    for example in examples:
        suite.append(_case(example, examination))
    for rule in bare:
        suite.append(_bare(rule))
    return suite


def _bare(rule: RuleResult) -> "etree._Element":
    case = etree.Element("testcase", classname=".".join(filter(None, (rule.rule, rule.role))), name="no example")
    _properties(case, rule.rule, rule.role, rule.verdict)
    etree.SubElement(case, "skipped", message=f"{rule.verdict}: {rule.reason}")
    return case


def _properties(case: "etree._Element", rule: str, role: str, verdict: Verdict) -> None:
    properties = etree.SubElement(case, "properties")
    for name, value in (("rule", rule), ("role", role), ("verdict", verdict.value)):
        etree.SubElement(properties, "property", name=name, value=value)


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
    _properties(case, example.id.rule, example.id.role, example.verdict)
    told = _text(neutral(f"{example.step}\nexpected: {example.expected}\nseen: {example.seen}", examination))
    reason = _text(neutral(example.reason, examination))
    if example.verdict in _SKIPPED:
        etree.SubElement(case, "skipped", message=f"{example.verdict}: {reason}")
    elif example.verdict is Verdict.ERROR:
        blame = f"blame: {example.blame}" if example.blame else "not run"
        etree.SubElement(case, "error", type=blame, message=reason).text = told
    elif example.verdict is not Verdict.PASSED:
        etree.SubElement(case, "failure", type=example.verdict.value, message=reason).text = told
    return case


def _text(text: str) -> str:
    """Text that may stand in XML: what a system said can hold anything."""
    return _NO_XML.sub("?", text)
