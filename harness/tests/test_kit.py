"""The digest of the kit: every file that has a part in a verdict counts, and a release writes it down."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ordertck import __version__
from ordertck.harness import kit

JUDGES = (
    "features/prices.feature", "features/register.toml", "features/vocabulary.toml", "fixtures/sold.toml",
    "harness/bench/stage.py", "schemas/refusal.json", "steps/billing.py",
)  # fmt: skip
APART = ("harness/tests/test_it.py", "harness/tools/measure.py", "fixtures/releases.toml", "steps/notes.txt")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A kit of a few files."""
    for name in (*JUDGES, *APART):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    monkeypatch.setattr(kit, "ROOT", tmp_path)
    monkeypatch.setattr(kit, "data", tmp_path.joinpath)
    afresh()
    yield tmp_path
    afresh()


def afresh() -> None:
    """Forget what was worked out before."""
    kit.kit_digest.cache_clear()
    kit.is_released.cache_clear()


def changed(file: Path) -> str:
    """The digest once a file is another."""
    file.write_text(file.read_text() + "#\n")
    afresh()
    return kit.kit_digest()


@pytest.mark.parametrize("name", JUDGES)
def test_what_judges_is_in_the_digest(files: Path, name: str) -> None:
    before = kit.kit_digest()
    assert changed(files / name) != before


@pytest.mark.parametrize("name", APART)
def test_what_judges_nothing_is_not(files: Path, name: str) -> None:
    before = kit.kit_digest()
    assert changed(files / name) == before


def test_a_changed_kit_is_no_released_one(files: Path) -> None:
    assert not kit.is_released()
    (files / "fixtures" / "releases.toml").write_text(f'[digests]\n"{__version__}" = "{kit.kit_digest()}"\n')
    afresh()
    assert kit.is_released()
    changed(files / "steps" / "billing.py")
    assert not kit.is_released()
