"""What a person reads: rule by rule what was found, then what was not examined and why, then what it comes to."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ordertck.harness.conformance import (
    CONFORMANT,
    NOT_JUDGED,
    ProfileResult,
    conformant,
    profiles,
    shares,
    unexamined,
)
from ordertck.harness.edition.register import Level
from ordertck.harness.examination import Examination
from ordertck.harness.reports.evidence import failures
from ordertck.harness.reports.words import BORROWED, COLOURS, Cell, Paint
from ordertck.harness.text import printable, ranges, several, shortened
from ordertck.harness.variation import CAPABILITY
from ordertck.harness.verdicts import RuleResult, Statement, Verdict, statement_of


def shown(examinations: list[Examination], paint: Paint) -> Iterator[str]:
    """Line by line: rules, failures in full, what was not examined, profiles, and a line for each system."""
    examined = {role for examination in examinations for role in examination.claims.roles}
    for examination in examinations:
        yield ""
        yield _title(examination, paint)
        yield from _rules((r for r in examination.rules if r.run), examination, paint)
        yield from failures(examination, paint)
        yield from _not_examined(examination, paint)
        yield ""
        yield from _profiles(examination, paint)
        yield from _notes(examination, paint)
    yield from _nobodys(examinations[-1], examined, paint)
    yield ""
    for examination in examinations:
        yield outcome(examination, paint)


def brief(examination: Examination, paint: Paint) -> Iterator[str]:
    """One line for each system, and one more where something broke: what, and how often."""
    yield outcome(examination, paint)
    reasons = Counter(e.reason for e in examination.examples if e.verdict is Verdict.ERROR)
    strike = examination.transcript.redaction.text
    for reason, count in reasons.most_common(1):
        more = f", and {several(sum(reasons.values()) - count, 'other')}" if len(reasons) > 1 else ""
        yield paint(shortened(printable(f"  {several(count, 'time')}: {strike(reason)}{more}")), "broken")
    yield from _kept(examination, paint)
    yield from _remarks(examination, paint)


def outcome(examination: Examination, paint: Paint) -> str:
    """One examination in one line: which system, whether it conforms, how many examples came to what."""
    counts = Counter(example.verdict for example in examination.examples)
    counted = ", ".join(f"{counts[v]} {v}" for v in Verdict if counts[v])
    return f"{_system(examination)}: {_statement(examination, paint)} ({counted})"


def _statement(examination: Examination, paint: Paint) -> str:
    verdicts = (example.verdict for example in examination.examples)
    match statement_of(examination.narrowed_by, examination.cut_short, verdicts, conformant(examination)):
        case Statement.NARROWED:
            return paint(printable(f"narrowed to {examination.narrowed_by}, so there is no certificate"), "bold")
        case Statement.CUT_SHORT:
            return paint(f"{examination.cut_short}, so there is no certificate", "bad")
        case Statement.BROKEN:
            return paint(f"{Statement.BROKEN}, so there is no certificate", "broken")
        case comes_to:
            said = paint(comes_to, "good" if comes_to is Statement.CONFORMANT else "bad")
    hidden = unexamined(examination)
    return f"{said}, but nothing of {' and '.join(hidden)} was examined" if hidden else said


def _system(examination: Examination) -> str:
    claims = examination.claims
    return printable(f"{claims.name} {claims.version} as {', '.join(claims.roles)}").replace("\n", " ")


def _title(examination: Examination, paint: Paint) -> str:
    session = f"   session {examination.session}, seed {examination.seed}, {examination.seconds:.2f} s"
    return paint(_system(examination), "bold") + paint(session, "dim")


def _rules(rules: Iterable[RuleResult], examination: Examination, paint: Paint) -> Iterator[str]:
    sentences, register = examination.edition.sentences, examination.edition.register.rules
    rows: list[tuple[Cell, ...]] = []
    for result in rules:
        level = register[result.rule].level
        remark = "" if level in (Level.OBLIGATION, Level.DOCUMENTATION) else f" ({level})"
        if result.verdict is Verdict.PASSED and not result.fulfilled:
            remark += " (nothing was to be brought about)"
        rows.append(
            (
                result.rule,
                result.role,
                (result.verdict, COLOURS[result.verdict]),
                f"{result.passed} of {result.run}" if result.run else "",
                (sentences.get(result.rule, "") + remark, "dim"),
            )
        )
    return paint.table(rows)


def _not_examined(examination: Examination, paint: Paint) -> Iterator[str]:
    """Rules of the claimed roles that no example was run of, by reason, as large as those that passed."""
    by_reason: dict[tuple[Verdict, str], list[RuleResult]] = {}
    for result in examination.rules:
        if not result.run and result.role in examination.claims.roles:
            by_reason.setdefault((result.verdict, result.reason), []).append(result)
    for (verdict, reason), rules in sorted(by_reason.items()):
        yield paint(f"\n{verdict}: {reason}", "bold")
        yield from _rules(rules, examination, paint)
    aside = Counter(
        example.reason
        for result in examination.rules
        if result.run
        for example in result.examples
        if example.verdict is Verdict.INAPPLICABLE
    )
    if aside:
        yield paint("\ninapplicable examples of rules that were examined otherwise", "bold")
    for reason, count in sorted(aside.items()):
        yield f"{count:>4}  {reason}"


def _nobodys(examination: Examination, examined: set[str], paint: Paint) -> Iterator[str]:
    """What concerns none of the systems: other roles, and rules that are documentation only. Told once."""
    others: dict[str, list[str]] = {}
    for result in examination.rules:
        if result.role and result.role not in examined:
            others.setdefault(f"{result.verdict}: {result.reason}", []).append(result.rule)
    for reason, ids in sorted(others.items()):
        yield paint(f"\n{reason}", "bold")
        yield ranges(ids)
    documentation = [result for result in examination.rules if not result.role]
    if documentation:
        yield paint("\nuntested: documentation only", "bold")
        declared = {d.rule: f" (declared: {d.answer})" for d in examination.claims.declared}
        yield from paint.table([(r.rule, r.reason + declared.get(r.rule, "")) for r in documentation])


def _profiles(examination: Examination, paint: Paint) -> Iterator[str]:
    rows: list[tuple[Cell, ...]] = []
    for result in profiles(examination):
        style = "good" if result.outcome == CONFORMANT else "bad" if result.barred_by else "dim"
        bars = "broke or was not run:" if result.outcome == NOT_JUDGED else "barred by"
        rows.append(
            (
                examination.edition.vocabulary.profiles[result.profile].title,
                (result.outcome, style),
                f"{result.examined} of {result.obligations} obligations examined",
                f"{bars} {', '.join(result.barred_by)}" if result.barred_by else _shortfall(result),
            )
        )
    return paint.table(rows)


def _shortfall(result: ProfileResult) -> str:
    """What is lacking of a profile that counts as not examined."""
    if result.outcome in (CONFORMANT, NOT_JUDGED):
        return ""
    if not result.least:
        return "the profile is not for the claimed roles"
    return f"something was brought about for {result.fulfilled}, of {result.least} at least"


def _remarks(examination: Examination, paint: Paint) -> Iterator[str]:
    for remark in examination.remarks:
        yield paint(f"beside the examples: {printable(remark)}", "doubt")


def _kept(examination: Examination, paint: Paint) -> Iterator[str]:
    """Why there is no certificate, and what is not kept of what the system said."""
    if examination.borrowed:
        yield paint(BORROWED, "bad")
    if unmet := examination.transcript.redaction.unmet:
        said = f"nothing was struck out for {', '.join(unmet)}: no message had a field of that name ([report] redact)"
        yield paint(printable(said), "bad")
    if examination.transcript.lost:
        yield paint(f"{examination.transcript.lost}, so there is no certificate", "bad")
    if examination.cut_texts:
        yield paint(f"{examination.cut_texts} texts were too long, and are kept without their ends", "doubt")


def _of_roles(examination: Examination, paint: Paint) -> Iterator[str]:
    """Of a suite, how much of each role could be seen from outside."""
    if len(examination.claims.roles) > 1 and not examination.narrowed_by:
        for role, (examined, obligations) in shares(examination).items():
            told = f"of role {role}: {examined} of {several(obligations, 'obligation')} examined"
            rest = "; 'ordertck plan' says why no more" if examined < obligations else ""
            yield paint(told + rest, "dim" if examined else "doubt")


def _notes(examination: Examination, paint: Paint) -> Iterator[str]:
    yield from _of_roles(examination, paint)
    if not examination.renamed:
        said = "products and price lists had the names that everybody can read in the kit, since"
        certified = "" if examination.narrowed_by else ": the certificate says so"
        yield paint(f"{said} '{CAPABILITY}' is not claimed{certified}", "doubt")
    failed = {result.rule for result in examination.rules if result.verdict is Verdict.FAILED}
    for deviation in examination.claims.deviations:
        if deviation.rule in failed:
            expired = not deviation.holds_on(examination.started.date().isoformat())
            sort = "an expired deviation, which counts as known no longer" if expired else "a declared deviation"
            yield paint(printable(f"{deviation.rule} is {sort}: {deviation}"), "bad" if expired else "doubt")
    yield from _remarks(examination, paint)
    yield from _kept(examination, paint)
    for note in examination.broken_claims:
        yield paint(printable(note), "bad")
    if examination.unstable:
        yield paint("unstable, that is, with several verdicts when repeated:", "doubt")
        for name in examination.unstable:
            yield paint(f"  {name}", "doubt")
    if examination.strays:
        told = several(examination.strays, "message")
        yield paint(f"passed over, as it is about nothing of this run: {told}", "doubt")
