"""Every report equals what `reports.py` reckons over the raw tables, in CSV, JSON, XLSX and through LibreOffice."""

import csv
import datetime
import hashlib
import io
import json
import os
import pathlib
import subprocess
import sys
import time
from decimal import Decimal

import openpyxl
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))

from box import BINARY, run  # noqa: E402
from bank import KIOSK  # noqa: E402
from reports import Records, pass_rates  # noqa: E402

LONG = bool(os.environ.get("LONG"))
PEOPLE, ATTEMPTS = (20_000, 50_000) if LONG else (400, 1_000)
BREAKDOWNS = ["audience", "hamlet", "age", "sex", "help", "turn", "month", "area", "competence"]
HIDDEN = "(ẩn)"
D = datetime.date
PERIODS = {
    "month:2026-9": (D(2026, 9, 1), D(2026, 9, 30)), "quarter:2026-3": (D(2026, 7, 1), D(2026, 9, 30)),
    "half:2026-1": (D(2026, 1, 1), D(2026, 6, 30)), "year:2026": (D(2026, 1, 1), D(2026, 12, 31)),
    "quarter:2025-2": (D(2025, 4, 1), D(2025, 6, 30)), None: (D(2026, 2, 14), D(2026, 8, 19))}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """SAMPLES names a folder that is there already."""
    if folder := os.environ.get("SAMPLES"):
        return pathlib.Path(folder)
    folder = tmp_path_factory.mktemp("reports") / "data"
    words = ["demo", "--people", PEOPLE, "--attempts", ATTEMPTS, "--seed", 7, "--data", folder, "--kiosk", KIOSK]
    subprocess.run([BINARY, *map(str, words)], check=True, capture_output=True, timeout=1800)
    return folder


@pytest.fixture(scope="module")
def records(data):
    return Records(data / "sathach.db")


def report(data, *words):
    made = subprocess.run([str(BINARY), "report", *map(str, words), "--data", str(data)], capture_output=True, timeout=120)
    assert made.returncode == 0, made.stderr.decode()
    return made.stdout


def period_words(period):
    first, last = PERIODS[period]
    return ["--period", period] if period else ["--from", first, "--to", last]


def read_csv(content, delimiter=","):
    """Headings, rows and what the foot says."""
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    end = lines.index([])
    return lines[0], lines[1:end], dict(line for line in lines[end:] if len(line) == 2)


def number(text):
    return None if text == "" else Decimal(text)


def numbers(rows):
    return [[number(cell) for cell in row[1:]] for row in rows]


def expected(records, period, by, **filters):
    return [cells for _, cells in pass_rates(records, *PERIODS[period], by, **filters)]


@pytest.mark.parametrize("by", BREAKDOWNS)
@pytest.mark.parametrize("period", PERIODS)
def test_pass_rates_are_those_of_the_raw_tables(data, records, period, by):
    _, rows, foot = read_csv(report(data, "pass-rates", "--by", by, *period_words(period)))
    assert numbers(rows) == expected(records, period, by)
    assert foot["Số dòng"] == str(len(rows))


@pytest.mark.parametrize("words, lets", [
    (["--audience", "can-bo"], lambda one: one.audience == "can-bo"),
    (["--hamlet", "3"], lambda one: one.hamlet == 3),
    (["--age", "60", "--sex", "female"], lambda one: one.age == 60 and one.sex == "female"),
    (["--assisted", "yes"], lambda one: one.assisted), (["--turn", "later"], lambda one: one.later)])
@pytest.mark.parametrize("by", ["audience", "hamlet", "month", "area"])
def test_filters_choose_among_attempts_before_people_are_counted(data, records, words, lets, by):
    for period in ("year:2026", None):
        _, rows, _ = read_csv(report(data, "pass-rates", "--by", by, *period_words(period), *words))
        assert numbers(rows) == expected(records, period, by, lets=lets)


@pytest.mark.parametrize("by", BREAKDOWNS)
def test_what_leaves_the_office_hides_small_counts_and_changes_no_other(data, records, by):
    for period in PERIODS:
        _, rows, _ = read_csv(report(data, "pass-rates", "--by", by, "--mode", "outside", *period_words(period)))
        counts = 1 if by == "competence" else 2
        for row, cells in zip(rows, expected(records, period, by), strict=True):
            shown = [None if cell == HIDDEN else number(cell) for cell in row[1:]]
            for cell, found, true in zip(row[1:], shown, cells):
                assert cell == HIDDEN or found == true
            assert all(cell == HIDDEN for cell, true in zip(row[1:], cells[:counts]) if 0 < true < 5)
            if counts == 2 and 0 < cells[0] - cells[1] < 5:
                assert HIDDEN in row[1:3]
        if by not in ("month", "area", "competence"):
            # Nobody gets a single hidden count back by subtracting.
            for column in (1, 2):
                hidden = [row for row in rows[:-1] if row[column] == HIDDEN]
                assert rows[-1][column] == HIDDEN or len(hidden) != 1


def test_the_list_of_attempts_is_the_table_of_attempts(data, records):
    for period in PERIODS:
        attempts = records.within(*PERIODS[period])
        headings, rows, _ = read_csv(report(data, "attempts", *period_words(period)))
        assert len(headings) == 13 and len(rows) == len(attempts)
        for row, one in zip(rows, attempts):
            assert row[:2] == [str(one.id), one.local.strftime("%Y-%m-%d %H:%M:%S")]
            assert row[2] == records.audiences[one.audience]
            assert row[3] == records.hamlets.get(one.hamlet, "Chưa ghi")
            assert row[5] == {"female": "Nữ", "male": "Nam"}[one.sex]
            assert row[6:8] == ["Làm lại" if one.later else "Lần đầu", "Đạt" if one.passed else "Chưa đạt"]
            assert [Decimal(row[8]), int(row[9])] == [Decimal(one.credit) / 100, one.asked]
            assert row[10] == ("Có người giúp" if one.assisted else "Tự làm")
            assert row[11:] == [str((one.spent + 30_000) // 60_000), f"N{one.person}"]


def test_the_list_that_leaves_the_office_has_days_and_pseudonyms_of_its_own(data, records):
    headings, rows, _ = read_csv(report(data, "attempts", "--period", "year:2026", "--mode", "outside"))
    assert {"Thôn, tổ dân phố", "Độ tuổi", "Giới tính", "Họ và tên"}.isdisjoint(headings)
    people = {}
    for row, one in zip(rows, records.within(*PERIODS["year:2026"]), strict=True):
        assert row[1] == one.day.isoformat()
        assert people.setdefault(one.person, row[-1]) == row[-1]
    assert len(set(people.values())) == len(people)


@pytest.mark.parametrize("mode", ["internal", "outside"])
@pytest.mark.parametrize("by", BREAKDOWNS)
def test_all_forms_say_the_same(data, tmp_path, mode, by):
    words = ["pass-rates", "--by", by, "--period", "year:2026", "--mode", mode]
    headings, rows, foot = read_csv(report(data, *words))
    _, semicolon, _ = read_csv(report(data, *words, "--separator", "semicolon"), ";")
    assert [[cell.replace(",", ".") for cell in row[1:]] for row in semicolon] == [row[1:] for row in rows]
    as_json = json.loads(report(data, *words, "--json"), parse_float=Decimal)
    assert [column["heading"] for column in as_json["columns"]] == headings
    assert [list(map(json_cell, row)) for row in as_json["rows"]] == rows
    assert as_json["sha256"] == foot["Mã kiểm SHA-256 của các dòng"]

    book = tmp_path / "report.xlsx"
    book.write_bytes(report(data, *words, "--format", "xlsx"))
    kinds = [column["kind"] for column in as_json["columns"]]
    assert xlsx_rows(book, kinds) == rows


def json_cell(cell):
    if isinstance(cell, dict):
        return HIDDEN
    return "" if cell is None else str(cell)


def xlsx_rows(path, kinds):
    """As CSV has them; numbers must be numbers."""
    sheet = openpyxl.load_workbook(path).active
    assert sheet.freeze_panes == "A2"
    rows = []
    for line in sheet.iter_rows(min_row=2, max_col=len(kinds)):
        if all(cell.value is None for cell in line):
            return rows
        rows.append([xlsx_cell(cell, kind) for cell, kind in zip(line, kinds)])
    raise AssertionError("no empty line above the foot")


def xlsx_cell(cell, kind):
    if cell.value is None:
        return ""
    if cell.value in (HIDDEN, "(quá ít)") or kind == "text":
        assert cell.data_type in "s" or cell.data_type == "inlineStr", cell.data_type
        return cell.value
    if kind == "moment":
        # Excel keeps fractions of a day: to the nearest second.
        return (cell.value + datetime.timedelta(milliseconds=500)).strftime("%Y-%m-%d %H:%M:%S")
    if kind == "date":
        return cell.value.date().isoformat()
    assert cell.data_type == "n"
    if kind == "percent":
        assert cell.number_format == "0.0%"
        return str((Decimal(repr(cell.value)) * 100).quantize(Decimal("0.1")))
    if kind == "seconds":
        return f"{cell.value:.1f}"
    return str(cell.value) if kind == "integer" else f"{cell.value:.2f}"


def test_the_list_of_attempts_is_the_same_in_csv_and_xlsx(data, tmp_path):
    words = ["attempts", "--period", "quarter:2026-3"]
    _, rows, _ = read_csv(report(data, *words))
    kinds = [column["kind"] for column in json.loads(report(data, *words, "--json"))["columns"]]
    book = tmp_path / "attempts.xlsx"
    book.write_bytes(report(data, *words, "--format", "xlsx"))
    assert xlsx_rows(book, kinds) == rows


@pytest.mark.parametrize("words, kind, filter_options", [
    (["--format", "csv"], "csv", "44,34,76"), (["--separator", "tab"], "csv", "9,34,76"),
    (["--format", "xlsx"], "xlsx", None)])
def test_libreoffice_reads_the_files_as_they_are_meant(data, tmp_path, words, kind, filter_options):
    """Text 76 is UTF-8; what it writes out again has the same cells."""
    base = ["attempts", "--period", "month:2026-9"]
    _, rows, _ = read_csv(report(data, *base))
    file = tmp_path / f"report.{kind}"
    file.write_bytes(report(data, *base, *words))
    out = tmp_path / "out"
    options = ["--infilter=CSV:" + filter_options] if filter_options else []
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", *options, "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false", "--outdir", out, file],
        check=True, capture_output=True, timeout=120)
    lines = list(csv.reader(io.StringIO((out / "report.csv").read_text("utf-8-sig"))))[1:len(rows) + 1]
    for line, row in zip(lines, rows, strict=True):
        assert line[0].replace(",", "") == row[0] and line[2:8] == row[2:8] and line[10:] == row[10:]
        assert Decimal(line[8]) == Decimal(row[8]) and int(line[9]) == int(row[9])


def test_the_digest_is_that_of_the_rows_in_the_file_with_tabs(data):
    for words in (["pass-rates", "--by", "hamlet"], ["attempts"]):
        content = report(data, *words, "--period", "year:2026", "--separator", "tab")
        _, rows, foot = read_csv(content, "\t")
        lines = content.removeprefix(b"\xef\xbb\xbf").split(b"\r\n")[1:len(rows) + 1]
        digest = hashlib.sha256(b"".join(line + b"\r\n" for line in lines)).hexdigest()
        assert foot["Mã kiểm SHA-256 của các dòng"] == digest


# A process counts the memory of whoever forked it as its own, until it is larger: so a small one forks.
MEASURE = """import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)"""


@pytest.mark.parametrize("form, seconds", [("csv", 2), ("json", 2), ("xlsx", 6)])
def test_fifty_thousand_attempts_are_given_out_in_two_seconds_and_little_memory(data, form, seconds):
    words = [BINARY, "report", "attempts", "--period", "year:2026", "--format", form, "--data", data]
    start = time.monotonic()
    made = subprocess.run([sys.executable, "-S", "-c", MEASURE, *words], capture_output=True, text=True, timeout=120)
    took = time.monotonic() - start
    print(f"{form}: {took:.2f} s, {int(made.stdout) / 1024:.0f} MiB")
    assert made.returncode == 0 and took <= seconds and int(made.stdout) < 64 * 1024


def test_a_full_disk_is_told_and_not_taken_for_a_whole_report(data):
    with open("/dev/full", "wb") as full:
        made = subprocess.run(
            [BINARY, "report", "attempts", "--period", "year:2026", "--data", data], stdout=full, stderr=subprocess.PIPE,
            text=True, timeout=60)
    assert made.returncode == 3 and "No space left on device" in made.stderr


@pytest.mark.parametrize("words", [
    ["--from", "2026-05-02", "--to", "2026-05-01"], ["--period", "week:2026-1"], ["--from", "2026-02-30"],
    ["--period", "year:2026", "--to", "2026-05-01"], ["--age", "17"], ["--by", "colour"], ["--from", "1999-01-01"]])
def test_a_question_that_makes_no_sense_is_refused_as_wrong_use(data, words):
    made = run("report", "pass-rates", *words, "--data", data)
    assert made.returncode == 2 and made.stdout == "" and made.stderr


def test_recounting_changes_nothing(data, tmp_path):
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-r", data, copy], check=True)
    words = ["pass-rates", "--by", "hamlet", "--period", "year:2026", "--separator", "tab"]
    before = read_csv(report(copy, *words), "\t")[1]
    assert run("report", "recount", "--data", copy).returncode == 0
    assert read_csv(report(copy, *words), "\t")[1] == before
