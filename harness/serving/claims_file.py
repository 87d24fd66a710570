"""The claims file that is true of what is served."""

import json

from ordertck.harness.claims import Claims


def claims_file(claims: Claims, url: str) -> str:
    """The text of a claims file for a system that is served under a url."""
    written = json.dumps  # a text or a list of texts is written alike in JSON and in TOML
    lines = [
        "# What is claimed for the system that 'ordertck serve' serves.",
        "[system]",
        f"name = {written(claims.name)}",
        f"version = {written(claims.version)}",
        f"vendor = {written(claims.vendor)}",
        f"roles = {written(claims.roles)}",
        f"profiles = {written(claims.profiles)}",
        f"url = {written(url)}",
        f"capabilities = {written(sorted(claims.capabilities))}",
    ]
    if claims.leaves_out:
        lines.append(f"leaves_out = {written(sorted(claims.leaves_out))}")
    lines += ["", "[switches]", *(f"{name} = {written(value)}" for name, value in sorted(claims.switches.items()))]
    if claims.capacity is not None:
        lines += ["", "[limits]", f"capacity = {claims.capacity}"]
    if names := claims.names.as_json():
        lines += ["", "[names]", *_names(names)]
    return "\n".join(lines) + "\n"


def _names(names: dict[str, object]) -> list[str]:
    plain = [f"{json.dumps(ours)} = {json.dumps(told)}" for ours, told in names.items() if isinstance(told, str)]
    for table, told in names.items():
        if isinstance(told, dict):
            plain += ["", f"[names.{table}]", *(f"{json.dumps(o)} = {json.dumps(t)}" for o, t in told.items())]
    return plain
