"""The ids of sessions: what stands behind a run's own tells of the part that they are of, and can be read back."""

from itertools import product

import pytest

from ordertck.harness.sessions import job_numbers, job_of, of_claims, of_connection, of_job, of_setting, of_systems

JOBS, SETTINGS, CONNECTIONS = (0, 1, 12), (0, 1, 10), (1, 2)


@pytest.mark.parametrize(("job", "setting", "connection"), list(product(JOBS, SETTINGS, CONNECTIONS)))
def test_a_session_tells_its_job_and_its_claims(job: int, setting: int, connection: int) -> None:
    own = of_connection(of_setting(of_job("S1A", job), setting), connection)
    assert job_of(own, "S1A") == job
    assert of_claims(own) == of_setting("S1A", setting)


def test_no_two_parts_have_one_session() -> None:
    parts = product(of_systems("S1", 4), JOBS, SETTINGS, CONNECTIONS)
    sessions = [of_connection(of_setting(of_job(own, job), setting), again) for own, job, setting, again in parts]
    assert len(set(sessions)) == len(sessions) == 4 * 18


def test_a_run_of_one_system_by_one_job_keeps_its_session() -> None:
    """Whoever names a session finds it as it is."""
    (own,) = of_systems("SOWN", 1)
    (job,) = job_numbers(1)
    assert of_connection(of_setting(of_job(own, job), 0), 1) == "SOWN"
    assert list(job_numbers(2)) == [1, 2]


def test_a_session_that_somebody_named_may_end_as_one_of_a_job() -> None:
    assert job_of("SMYJ3", "SMYJ3") == 0
    assert job_of("SMYJ3J1F2", "SMYJ3") == 1
