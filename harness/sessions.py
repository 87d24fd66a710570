"""Sessions: the id that every id of a run begins with, those of its parts, and the seed of what varies in it.

A run that examines several systems has a session for each, by a letter behind its own. Behind that may stand "J2", the
second of several jobs; "F1", the first further set of claims; "R2", the second connection, after the first broke.
"""

import re
import secrets
import string
from collections.abc import Sequence
from datetime import UTC, datetime

# The capabilities of who serves several sessions at once: of one system, or each with a system of its own.
SHARED, SEPARATE = "parallel-sessions", "separate-sessions"
_DIGITS = string.digits + string.ascii_uppercase
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
# Seeds that nobody chose are short enough to be copied from a screen.
_LARGEST = 999_999
# What tells of a job in a session's id (a regular expression).
JOB = r"J\d+"
_OF_ONE_RUN = re.compile(rf"{JOB}(?=(F\d+)?(R\d+)?$)|R\d+$")


def fresh_session() -> str:
    """A session id that no run had before: an S, the second in base 36, three random characters."""
    second, digits = int((datetime.now(UTC) - _EPOCH).total_seconds()), ""
    while second:
        second, digit = divmod(second, 36)
        digits = _DIGITS[digit] + digits
    return f"S{digits}{''.join(secrets.choice(_DIGITS) for _ in range(3))}"


def fresh_seed() -> int:
    """A seed that nobody could know beforehand."""
    return 1 + secrets.randbelow(_LARGEST)


def of_systems(session: str, count: int) -> list[str]:
    """The session of each of so many systems that one run examines; the run's own where there is but one."""
    return [session] if count == 1 else [f"{session}{letter}" for letter in string.ascii_uppercase[:count]]


def job_numbers(jobs: int) -> Sequence[int]:
    """The numbers of so many jobs: counted from 1, and 0 where there is but one."""
    return range(1, jobs + 1) if jobs > 1 else (0,)


def of_job(session: str, job: int) -> str:
    """The session of the job of this number."""
    return f"{session}J{job}" if job else session


def of_setting(session: str, setting: int) -> str:
    """The session of a set of claims: the job's own for the first, which is 0."""
    return f"{session}F{setting}" if setting else session


def of_connection(session: str, connection: int) -> str:
    """The session of a connection: that of its claims for the first, which is 1."""
    return f"{session}R{connection}" if connection > 1 else session


def job_of(own: str, session: str) -> int:
    """The number of the job whose session this is, in a system's ``session``; 0 where that has but one job."""
    found = re.match(JOB, own.removeprefix(session))
    return int(found[0][1:]) if found else 0


def of_claims(own: str) -> str:
    """The session of the same claims in a run of one job, in which nothing broke."""
    return _OF_ONE_RUN.sub("", own)
