"""What people try on their first day: each command that is printed can be copied, each mistake says what to do."""

from pathlib import Path

import pytest

from ordertck.harness.tests.commands import Terminal


def test_a_printed_command_can_be_copied(ordertck: Terminal) -> None:
    """Also where the folder has a blank in its name."""
    assert ordertck("init", "our hub").out.endswith("Next: ordertck check-adapter 'our hub/claims.toml'\n")
    checked = ordertck("check-adapter", "our hub/claims.toml").out
    assert "ordertck run 'our hub/claims.toml'" in " ".join(checked.split())


def test_rules_are_named_with_commas(ordertck: Terminal) -> None:
    """As the areas of an exploration are."""
    done = ordertck("run", "--role", "oms", "--rule", "PL-09, pl-10,", "-q")
    assert (done.code, done.err) == (0, "")
    assert "narrowed to rules PL-09 to PL-10" in done.out


def test_roles_are_named_in_letters_of_either_case(ordertck: Terminal) -> None:
    """As rules are: ``pl-09`` is taken too."""
    for words in (
        ("run", "--role", "OMS", "--rule", "pl-01", "-q"),
        ("rules", "--role", "SOM"),
        ("init", "--role", "Crm"),
    ):
        assert ordertck(*words).code == 0


@pytest.mark.parametrize("command", ["report", "verify", "export markdown", "diff --baseline b.json"])
def test_a_narrowed_run_is_pointed_at(command: str, ordertck: Terminal) -> None:
    """Who has only narrowed runs is told where their report lies, and that a whole one is still to come."""
    assert ordertck("run", "--role", "oms", "--rule", "PL-09", "-q").code == 0
    done = ordertck(*command.split())
    assert done.code == 2
    assert "a narrowed run's lies in ordertck-report-narrowed; a run that is not narrowed writes one here" in done.err


def test_a_report_is_named_by_a_file_of_its(ordertck: Terminal, tmp_path: Path) -> None:
    """The page is written into its folder; what is verified is the whole of it."""
    assert ordertck("run", "--role", "oms", "--rule", "PL-09", "-q").code == 0
    folder = Path("ordertck-report-narrowed")
    assert ordertck("report", folder / "results.json").code == 0
    assert (tmp_path / folder / "report.html").exists()
    assert "rule PL-09" in ordertck("verify", folder / "results.json").out
    asked = ordertck("audit", folder, "--role", "crm")
    assert (asked.code, asked.out) == (2, "")
    assert "this run examined oms, not crm; name a role of its, or leave --role out" in asked.err


@pytest.mark.parametrize("option", [("--role", "crm"), ("--http",)])
def test_an_example_is_as_it_is(option: tuple[str, ...], ordertck: Terminal, tmp_path: Path) -> None:
    """What it cannot be is not passed over."""
    done = ordertck("init", "shop", "--example", "corner_shop", *option)
    assert (done.code, list(tmp_path.iterdir())) == (2, [])
    assert f"leave out {option[0]}, or --example" in done.err


def test_a_word_that_is_in_many_rules(ordertck: Terminal) -> None:
    """Who asks what "price" means is told of the search, too."""
    told = ordertck("explain", "price").err
    assert told.endswith("did you mean 'price-lists'? 'ordertck rules --search price' finds rules by words\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("prove ignores-the-date", "did you mean oms/ignores-the-date"),
        ("prove oms/ignores-the-datum", "did you mean oms/ignores-the-date"),
        ("prove oms/zzzzzz", "a name begins with its role"),
        ("serve --host 999.1.1.1", "choose another with --host"),
        ("run --seed abc", "'abc' is not a whole number"),
        ("explore --time soon", "'soon' is not a number"),
    ],
)
def test_the_remedy_is_one(words: str, told: str, ordertck: Terminal) -> None:
    """It names what is nearest, and the option that is to blame."""
    done = ordertck(*words.split())
    assert (done.code, done.out) == (2, "")
    assert told in done.err
