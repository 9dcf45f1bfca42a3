"""One list for VNeID in all its forms, cell by cell, and its detached signature checked without the product."""

import csv
import hashlib
import io
import json
import pathlib
import subprocess
import sys

import openpyxl
import pytest
from pycose.keys import OKPKey
from pycose.keys.curves import Ed25519
from pycose.algorithms import EdDSA

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))

from bank import KIOSK  # noqa: E402
from box import BINARY  # noqa: E402

FIELDS = ["row", "slipCode", "name", "number", "birth", "sex", "audience", "passedOn", "issuer", "serial", "slipText"]


def command(data, *words):
    return subprocess.run([BINARY, *map(str, words), "--data", data], check=True, capture_output=True, timeout=120).stdout


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("confirmations") / "data"
    command(folder, "demo", "--people", 60, "--attempts", 120, "--seed", 5, "--kiosk", KIOSK)
    command(folder, "confirmations", "make")
    return folder


def export(data, *words):
    return command(data, "confirmations", "export", *words)


def json_rows(data):
    return [json.loads(line) for line in export(data, "--format", "jsonl").decode().splitlines()]


def headings():
    layout = json.loads((KIOSK / "office" / "vneid-list.json").read_text())
    assert [column["field"] for column in layout["columns"]] == FIELDS
    return [column["heading"] for column in layout["columns"]]


@pytest.mark.parametrize("separator, sign", [("comma", ","), ("semicolon", ";"), ("tab", "\t")])
def test_csv_and_json_lines_say_the_same(data, separator, sign):
    content = export(data, "--separator", separator)
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=sign)
    assert head == headings()
    expected = [["" if row[field] is None else str(row[field]) for field in FIELDS] for row in json_rows(data)]
    assert rows == expected and len(rows) > 20


def test_the_workbook_has_the_same_cells_with_numbers_and_dates_as_such(data):
    sheet = openpyxl.load_workbook(io.BytesIO(export(data, "--format", "xlsx"))).active
    head, *rows = sheet.iter_rows(values_only=True)
    assert list(head) == headings() and sheet.freeze_panes == "A2"
    expected = json_rows(data)
    assert len(rows) == len(expected)
    for cells, row in zip(rows, expected):
        found = dict(zip(FIELDS, cells))
        assert found["passedOn"].date().isoformat() == row["passedOn"]
        assert {**found, "passedOn": row["passedOn"]} == row
        assert isinstance(found["row"], int) and isinstance(found["number"], str)


def test_the_list_is_the_people_of_the_raw_tables(data):
    slips = {slip["serial"]: slip for slip in json.loads(command(data, "slip", "list", "--json"))}
    rows = json_rows(data)
    assert [row["row"] for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        slip = slips[row["serial"]]
        assert (row["slipText"], row["slipCode"].replace(" ", "")) == (slip["text"], slip["code"])
        assert row["number"][4:6] == row["birth"][-2:]
    assert len({row["number"] for row in rows}) == len(rows)


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_the_signature_is_ed25519_over_a_prefix_and_the_digest(data, tmp_path, form):
    file = tmp_path / "signature"
    content = export(data, "--format", form, "--signature", file)
    title, *facts, end = file.read_text().split("\n")
    assert (title, end) == ("sathach-list-signature 1", "")
    facts = dict(line.split(" ", 1) for line in facts)
    assert list(facts) == ["issuer", "kid", "sha256", "signature"]
    digest = hashlib.sha256(content)
    assert facts["sha256"] == digest.hexdigest()
    [key] = [key for key in json.loads(command(data, "keys", "export")) if key["kid"] == facts["kid"]]
    public = bytes.fromhex(key["public"])
    assert facts["kid"] == hashlib.sha256(public).hexdigest()[:16]
    message = b"sathach list signature 1\0" + digest.digest()
    key = OKPKey(crv=Ed25519, x=public)
    assert EdDSA.verify(key=key, data=message, signature=bytes.fromhex(facts["signature"]))
    assert not EdDSA.verify(key=key, data=message + b" ", signature=bytes.fromhex(facts["signature"]))
