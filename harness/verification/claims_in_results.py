"""The claims that results tell, read as strictly as a claims file: with others no run would have begun."""

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from ordertck import data
from ordertck.harness.applicability import require_examinable
from ordertck.harness.claims import Claims, claims_in
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError

# What results tell of claims: all but what is nobody's business, or of the machine.
_TOLD = {field.name for field in fields(Claims)} - {"file", "edition", "http"}
_SYSTEM = (
    "name", "version", "vendor", "roles", "profiles", "capabilities", "leaves_out", "adapter", "command", "url",
)  # fmt: skip
_TABLES = ("switches", "names", "timing", "deviations", "declared")


def claims_of(shape: Mapping[str, Any], edition: Edition) -> Claims:
    """The claims that stand in results. Raises ``UsageError`` where no claims file can say so."""
    for name in sorted(_TOLD ^ shape.keys()):
        raise UsageError(f"'{name}' is {'missing' if name in _TOLD else 'no word of theirs'}")
    content = {
        "system": _stated({name: shape[name] for name in _SYSTEM}),
        "limits": _stated({"capacity": shape["capacity"]}),
        "report": _stated({"redact": shape["redact"]}),
        **{name: _stated(shape[name]) for name in _TABLES},
    }
    claims = claims_in(content, edition, Path("results.json"))
    require_examinable(claims)
    # Some claims of the kit's own hang on where their file lies.
    return replace(claims, file=data("fixtures", "reference.toml"))


def _stated(value: Any) -> Any:
    """The same without what stands there only to say that nothing was said."""
    if isinstance(value, dict):
        return {name: _stated(held) for name, held in value.items() if held not in ("", None, [], {})}
    return [_stated(held) for held in value] if isinstance(value, list) else value
