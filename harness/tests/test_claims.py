"""Claims files: what is read from a good one, and that each mistake in a bad one is told with line and remedy."""

from dataclasses import replace
from pathlib import Path

import pytest

from ordertck import data
from ordertck.harness.claims import Claims, Timing, read_claims, reference_claims
from ordertck.harness.declared import Deviation
from ordertck.harness.errors import UsageError
from ordertck.harness.names import Names
from ordertck.harness.tests.support import EDITION

FORM = "'The claims file'"

# Five lines; what a test adds begins on line 6.
GOOD = """\
[system]
name = "Hub"
version = "1"
roles = ["oms"]
adapter = "hub:connect"
"""


def read(tmp_path: Path, text: str) -> Claims:
    """What a file with this text claims."""
    file = tmp_path / "claims.toml"
    file.write_text(text, encoding="utf-8")
    return read_claims(file, EDITION)


def mistake(file: Path) -> UsageError:
    """The one mistake that a file is refused for."""
    with pytest.raises(UsageError) as caught:
        read_claims(file, EDITION)
    return caught.value


@pytest.mark.parametrize(
    ("text", "line", "problem", "remedy"),
    [
        pytest.param(GOOD + "vendor =\n", 6, "not TOML", "toml.io", id="not TOML"),
        pytest.param(GOOD + 'name = "Hob"\n', 6, "not TOML", "toml.io", id="a field twice"),
        pytest.param(GOOD + "profiles = [\n\n", 7, "not TOML", "toml.io", id="an array without end"),
        pytest.param("", 1, "'system' is missing", FORM, id="empty"),
        pytest.param(
            "# v7\n" + GOOD.replace('version = "1"\n', ""), 2, "'version' is missing", FORM, id="no version"
        ),
        pytest.param(GOOD.replace("oms", "billing"), 4, "unknown role 'billing'", "known: crm", id="unknown role"),
        pytest.param(
            GOOD + 'capabilities = [\n  "configurable",\n  "virtualclock",\n]\n',
            8, "unknown capability 'virtualclock'", "did you mean 'virtual-clock'?", id="unknown capability",
        ),
        pytest.param(
            GOOD + 'profiles = ["xyz"]\n', 6, "unknown profile 'xyz'", "known: account-data", id="unknown profile"
        ),
        pytest.param(
            GOOD + '[deviations]\nrule = "PL-09"\nticket = "W-1"\n',
            6, "several, each under [[deviations]]", FORM, id="one table for several",
        ),
        pytest.param(
            GOOD + '[switches]\nno_action = "dash"\nno_header_list = "fault"\n',
            8, "unknown switch 'no_header_list'", "did you mean 'no_header_pl'?", id="unknown switch",
        ),
        pytest.param(
            GOOD + 'vendor = "ignore"\n[switches]\nno_header_pl = "ignore"\n',
            8, "unknown value of switch 'no_header_pl': 'ignore'", "known: default, fault", id="unknown switch value",
        ),
        pytest.param(
            GOOD + '[[deviations]]\nrule = "PL-02"\nissue = "PL-98"\n[[deviations]]\nissue = "2"\nrule = "PL-98"\n',
            11, "unknown rule 'PL-98'", "did you mean 'PL-38'?", id="unknown rule",
        ),
        pytest.param(
            GOOD.replace('"Hub"', '"  "'), 2, "system.name: '  ' is not of the form", FORM, id="a name of blanks",
        ),
        pytest.param(
            GOOD + '[[deviations]]\nrule = "PL-02"\nissue = "1"\n[[deviations]]\nissue = "2"\nrule = "PL-02"\n',
            11, "PL-02 has two deviations", "keep one", id="two deviations from one rule",
        ),
        pytest.param(
            GOOD + '[[deviations]]\nrule = "FL-01"\nissue = "1"\n',
            7, "FL-01 is documentation only", "under [[declared]]", id="a deviation from what nobody examines",
        ),
        pytest.param(
            GOOD + 'command = ["hub"]\n', 6, "not exactly one of 'adapter', 'command' and 'url'", "give one",
            id="adapter and command",
        ),
        pytest.param(
            "\n" + GOOD.replace('adapter = "hub:connect"\n', ""), 2,
            "not exactly one of 'adapter', 'command' and 'url'", "give one", id="neither adapter nor command",
        ),
        pytest.param(
            GOOD + 'capabilities = [\n"limited-capacity"]\n', 7, "needs [limits] capacity", "say how many",
            id="limited-capacity without capacity",
        ),
        pytest.param(
            '[system]\nname = "the roles of version 1"\n' + GOOD.split("\n", 2)[2].replace('["oms"]', '"oms"'),
            4, "system.roles: \"oms\" is not a list, such as [\"oms\"]", FORM, id="roles as text",
        ),
        pytest.param(GOOD.replace('["oms"]', "[]"), 4, "system.roles: the list is empty", FORM, id="no role"),
        pytest.param(GOOD.replace('"1"', "1.0"), 3, "system.version: 1.0 is not a text in quotes", FORM, id="version"),
        pytest.param(GOOD.replace("hub:", "hub."), 5, "system.adapter", FORM, id="an adapter without a factory"),
        pytest.param(GOOD + "[limits]\ncapacity = 0\n", 7, "limits.capacity: 0 is less", FORM, id="no place at all"),
        pytest.param(GOOD + "[timing]\nquiet = 0.1\npatience = -1\n", 8, "timing.patience", FORM, id="patience"),
        pytest.param(
            GOOD + "[timing]\nquiet = 0.1\npatience = nan\n", 8, "timing.patience", "say how many", id="no number"
        ),
        pytest.param(GOOD + "[switches]\nno_action = true\n", 7, "switches.no_action", FORM, id="a switch that is on"),
        pytest.param(GOOD + 'colour = "blue"\n', 6, "'colour' was unexpected", FORM, id="unknown field"),
        pytest.param(GOOD + "\n[limit]\ncapacity = 1\n", 7, "'limit' was unexpected", FORM, id="unknown table"),
        pytest.param(
            GOOD + '[[declared]]\nrule = "PL-02"\nanswer = "upheld"\n',
            7, "PL-02 has examples, and is not for anybody to declare", "only rules that are documentation",
            id="a declaration on a rule that is examined",
        ),
        pytest.param(
            GOOD + '[[declared]]\nrule = "FL-01"\nanswer = "upheld"\n[[declared]]\nrule = "FL-01"\nanswer = "upheld"\n',
            10, "FL-01 is declared twice", "keep one of the entries", id="a rule declared twice",
        ),
        pytest.param(
            GOOD + '[[deviations]]\nrule = "PL-02"\nissue = "1"\n\n[[deviations]]\nrule = "PL-01"\n',
            10, "deviations.1: 'issue' is missing", FORM, id="a deviation without an issue",
        ),
        pytest.param(
            GOOD + '[[deviations]]\nrule = "PL-02"\nissue = "1"\nuntil = 2027-03-31T10:00:00\n',
            9, "deviations.0.until", FORM, id="a deviation until some time of a day",
        ),
        pytest.param(
            GOOD + '[[deviations]]\nrule = "PL-02"\nissue = "1"\nuntil = "next March"\n',
            9, "deviations.0.until", FORM, id="a deviation until no date",
        ),
        pytest.param(
            GOOD + '[[deviations]]\nissue = "1"\nrule = "PL2"\n', 8, "'PL2' is not of the form", FORM,
            id="no rule id",
        ),
    ],
)  # fmt: skip
def test_each_mistake_is_told(tmp_path: Path, text: str, line: int, problem: str, remedy: str) -> None:
    """One line: the file, the line in it, what is wrong, what to do."""
    file = tmp_path / "claims.toml"
    file.write_text(text, encoding="utf-8")
    told = str(mistake(file))
    assert told.startswith(f"{file}:{line}: ")
    assert problem in told
    assert remedy in told.rpartition("; ")[2]
    assert "\n" not in told


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing one, or a folder in its place; the remedy is a way to get one."""
    none = tmp_path / "none.toml"
    assert str(mistake(none)).startswith(f"{none}: cannot read the claims: ")
    assert str(mistake(none)).endswith("'ordertck init' writes a commented claims file")
    assert str(mistake(tmp_path)).endswith(
        f"a folder, not claims; name the file in it, such as {none.with_stem('claims')}"
    )


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    """The remedy is to save it as UTF-8."""
    file = tmp_path / "claims.toml"
    file.write_bytes(GOOD.replace("Hub", "Händler").encode("latin-1"))
    assert str(mistake(file)) == f"{file}: the claims are not text in UTF-8; save the file as UTF-8"


def test_the_least_that_can_be_claimed(tmp_path: Path) -> None:
    """What is left out is at its default; every profile is claimed."""
    claims = read(tmp_path, GOOD)
    assert (claims.name, claims.version, claims.roles, claims.adapter) == ("Hub", "1", ("oms",), "hub:connect")
    assert claims.profiles == tuple(EDITION.vocabulary.profiles)
    assert claims.switches == EDITION.vocabulary.default_switches
    assert (claims.vendor, claims.command, claims.capabilities, claims.capacity) == ("", (), frozenset(), None)
    assert (claims.names, claims.timing, claims.deviations, claims.redact) == (Names(), Timing(), (), ())
    assert claims.file == tmp_path / "claims.toml"


def test_everything_that_can_be_claimed(tmp_path: Path) -> None:
    """Each field arrives where it belongs."""
    claims = read(
        tmp_path,
        GOOD.replace('adapter = "hub:connect"', 'command = ["node", "hub.mjs"]')
        + 'vendor = "Hubs"\nprofiles = ["priority"]\ncapabilities = ["limited-capacity", "configurable"]\n'
        + '[switches]\ndefault_priority = "4"\n[limits]\ncapacity = 3\n'
        + '[names]\n"Internet Access" = "INET"\nOPEN = "NEW"\n[timing]\npatience = 5\nquiet = 0.5\n'
        + '[report]\nredact = ["account"]\n[[deviations]]\nrule = "PL-02"\nissue = "HUB-1"\n'
        + 'until = 2027-03-31\n[[deviations]]\nrule = "PL-03"\nissue = "HUB-2"\nuntil = "2028-02-29"\n',
    )
    assert (claims.vendor, claims.command, claims.adapter) == ("Hubs", ("node", "hub.mjs"), "")
    assert claims.profiles == ("priority",)
    assert claims.capabilities == {"limited-capacity", "configurable"}
    assert claims.switches == EDITION.vocabulary.default_switches | {"default_priority": "4"}
    assert claims.capacity == 3
    assert claims.names == Names({"Internet Access": "INET", "OPEN": "NEW"})
    assert claims.timing == Timing(patience=5, quiet=0.5, start=10.0)
    assert claims.redact == ("account",)
    assert claims.deviations == (Deviation("PL-02", "HUB-1", "2027-03-31"), Deviation("PL-03", "HUB-2", "2028-02-29"))


def test_each_switch_defaults_to_its_first_value() -> None:
    """The documented reading is what is examined where nothing is declared."""
    switches = EDITION.vocabulary.switches
    assert switches
    assert EDITION.vocabulary.default_switches == {name: switch.values[0] for name, switch in switches.items()}


def test_rules_are_those_of_the_profiles(tmp_path: Path) -> None:
    """Of one profile its own, of several all of theirs."""
    profiles = EDITION.vocabulary.profiles
    one = read(tmp_path, GOOD + 'profiles = ["priority"]\n')
    assert one.rules == profiles["priority"].rules == {f"PR-{number:02}" for number in range(1, 13)}
    two = read(tmp_path, GOOD + 'profiles = ["priority", "dated-orders"]\n')
    assert two.rules == one.rules | profiles["dated-orders"].rules
    assert read(tmp_path, GOOD).rules == frozenset[str]().union(*(p.rules for p in profiles.values()))


def test_claims_as_they_stand_in_a_certificate(tmp_path: Path) -> None:
    """As JSON, capabilities sorted, without the path of the file."""
    shape = read(tmp_path, GOOD + 'capabilities = ["virtual-clock", "configurable"]\n').as_json()
    assert shape["capabilities"] == ["configurable", "virtual-clock"]
    assert "file" not in shape
    assert shape["timing"] == {"patience": 2.0, "quiet": 0.2, "start": 10.0}


def test_the_shipped_claims_can_be_read() -> None:
    """Those of the reference; those that ``ordertck init`` writes stand in test_init_roles."""
    assert read_claims(data("fixtures", "reference.toml"), EDITION).name == "ordertck reference"


def test_without_a_condition_on_service_points_the_deployment_is_unsupported() -> None:
    """Of four offers one has to be claimed, by those whom the rule binds (SP-04)."""
    reference = reference_claims(EDITION)
    conditions = {str(EDITION.register.rules[rule].capability) for rule in ("SP-05", "SP-06", "SP-07", "SP-08")}
    none = replace(reference, roles=("integration",), capabilities=reference.capabilities - conditions)
    (said,) = none.unsupported
    assert said.startswith("unsupported deployment (SP-04)")
    assert all(condition in said for condition in conditions)
    assert all(not replace(none, capabilities=none.capabilities | {one}).unsupported for one in conditions)
    assert not replace(none, roles=("oms",)).unsupported
    assert not replace(none, profiles=("core-orders",)).unsupported


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    """Some editors begin every file with one."""
    file = tmp_path / "claims.toml"
    file.write_bytes(b"\xef\xbb\xbf" + data("fixtures", "reference.toml").read_bytes())
    assert read_claims(file, EDITION).name == "ordertck reference"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = " + "[" * 5000, "nested too deep"),
        ("x" * 9000 + " = 1", ":1: the line has 9,004 characters"),
        ("# a comment\n" * 30_000, "more than 262,144 bytes"),
    ],
    ids=["deep", "long", "large"],
)
def test_what_no_claims_need_is_refused_at_once(text: str, told: str, tmp_path: Path) -> None:
    """Nothing keeps the parser busy, nor breaks it."""
    file = tmp_path / "claims.toml"
    file.write_text(text)
    with pytest.raises(UsageError, match=told):
        read_claims(file, EDITION)
