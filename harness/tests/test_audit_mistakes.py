"""Mistakes of maps and logs are told with line and remedy, those of one map all at once."""

import json
from pathlib import Path

from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.test_audit_faults import BY_HAND, MAP, ORDERS, STATE, told


def test_all_slips_of_a_map_are_told_at_once_each_with_its_line(ordertck: Terminal, tmp_path: Path) -> None:
    """Whoever mends one and calls again for each of them gives up."""
    spoilt = MAP.replace('select = "kind"', 'selekt = "kind"').replace("provisioning-update", "provisioning-updat")
    spoilt = (
        (spoilt + ORDERS + '[words.efect]\nNEW = "add"\n').replace("product:", "prodct:").replace('"who"', '"[who"')
    )
    (tmp_path / "map.toml").write_text(spoilt)
    lines = told(ordertck, tmp_path, STATE, "--map", str(tmp_path / "map.toml")).splitlines()
    assert [line.split("map.toml:")[1].split("; ")[0][:60] for line in lines] == [
        "2: [log] has no select",
        "3: [log] has no key 'selekt'",
        "7: [messages.\"state\"]: there is no kind 'provisioning-updat'",
        "20: [messages.\"order\"] body.account: '[who' is no JMESPath: "[:60],
        '22: [messages."order"]: a provisioning-order has no lines.prodct'[:60],
    ]


def test_what_is_told_of_a_line_that_is_no_object_says_what_it_is(ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP)
    whole = json.dumps(STATE)
    for line, said in (
        (whole[:40].encode(), "the line ends amid its object"),
        (b"{", "the line ends amid its object"),
        (whole.replace("state", "Z\u00fcrich").encode("latin-1"), "no UTF-8"),
        (b"INFO all is well", "where it is a table, say [log] format"),
        (b"[1]", "no JSON object; each line is one whole JSON object"),
    ):
        (tmp_path / "log.ndjson").write_bytes(whole.encode() + b"\n" + line + b"\n")
        done = ordertck("audit", tmp_path / "log.ndjson", "--role", "som", "--map", tmp_path / "map.toml")
        assert "log.ndjson:2: " in done.err
        assert said in done.err


def test_a_table_that_is_not_in_utf_8_is_told_with_its_line(ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP)
    (tmp_path / "log.csv").write_bytes(b"kind,at,order,line\nstate,2026-03-02T22:00:00Z,1,a\nstate,x,1,\xe4\n")
    done = ordertck("audit", tmp_path / "log.csv", "--role", "som", "--map", tmp_path / "map.toml")
    assert "log.csv:3: no UTF-8" in done.err


def test_instants_in_milliseconds(ordertck: Terminal, tmp_path: Path) -> None:
    """So brokers write them; what finds no instant at all says so, and what there is."""
    (tmp_path / "map.toml").write_text(MAP)
    (tmp_path / "log.ndjson").write_text(json.dumps(STATE | {"at": 1772488800123}))
    done = ordertck("audit", tmp_path / "log.ndjson", "--role", "som", "--map", tmp_path / "map.toml")
    assert (done.code, done.err) == (0, "")
    (tmp_path / "map.toml").write_text(MAP.replace('at = "at"', 'at = "when"'))
    assert "[log] at finds nothing: 'when'; there are 'kind', 'at'" in told(
        ordertck, tmp_path, STATE, "--map", str(tmp_path / "map.toml")
    )


def test_a_function_that_is_not_named_or_returns_no_json(ordertck: Terminal, tmp_path: Path) -> None:
    place = tmp_path / "by_hand.py"
    place.write_text(BY_HAND.format(before="pass", more="").replace('"COMPLETE"', "{1, 2}"))
    assert "no function is named" in told(ordertck, tmp_path, STATE, "--map", str(place))
    assert "log.ndjson:1: 'body' holds what no JSON can" in told(ordertck, tmp_path, STATE, "--map", f"{place}:message")
