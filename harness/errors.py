"""A user's mistake, told in one line: where it is, what is wrong, what to do about it."""

from pathlib import Path


class UsageError(Exception):
    """Something that the user gave cannot be used.

    ``str()`` is one line: file and line where known, the problem, the remedy. The command line prints it and exits
    with 2.
    """

    def __init__(self, problem: str, remedy: str = "", file: Path | str | None = None, line: int | None = None) -> None:
        self.problem, self.remedy, self.file, self.line = problem, remedy, file, line
        place = "" if file is None else f"{file}: " if line is None else f"{file}:{line}: "
        super().__init__(f"{place}{problem}{'; ' + remedy if remedy else ''}".replace("\n", " "))
