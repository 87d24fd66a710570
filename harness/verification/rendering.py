"""How a verified report is shown to who reads no JSON: whose it is, what it comes to, what was not looked at."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ordertck.harness.reports.folder import TRANSCRIPT
from ordertck.harness.reports.found import RESULTS

_MOST_FILES = 5


def text(folder: Path, issued: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """One line for each certificate of a report, and one on the files of its folder that nothing was compared with."""
    for certificate in issued:
        system, edition, kit = (certificate[name] for name in ("system", "edition", "kit"))
        yield (
            f"{system['name']} {system['version']} as {', '.join(certificate['roles'])}: {certificate['statement']} "
            f"({edition['name']} {edition['version']}, ordertck {kit['version']}"
            f"{'' if kit['released'] else ' that is no release'}, seed {certificate['variation']['seed']})"
        )
    verified = {RESULTS, TRANSCRIPT}
    strange = [
        entry.name
        for entry in sorted(folder.iterdir())
        if entry.name not in verified and not (entry.name.startswith("certificate") and entry.suffix == ".json")
    ]
    if strange:
        more = f" and {len(strange) - _MOST_FILES} more" if len(strange) > _MOST_FILES else ""
        yield f"not looked at: {', '.join(strange[:_MOST_FILES])}{more}"
