"""Statistics of items, of the test and of its cut equal what `statistics_of_answers.py` reckons over the raw tables."""

import contextlib
import csv
import io
import json
import math
import os
import pty
import subprocess
import sys
import time
from decimal import Decimal

import pytest
from statistics_of_answers import LEAST, Answers, cut_lines
from test_reports import BINARY, HIDDEN, LONG, MEASURE, PERIODS, data, read_csv, records, xlsx_rows  # noqa: F401

TOO_FEW = "(quá ít)"
AUDIENCES = ["nguoi-dan", "hoc-sinh", "can-bo", "doanh-nghiep"]
YEAR = "year:2026"


def stats(data, *words):
    made = subprocess.run([str(BINARY), "stats", *map(str, words), "--data", str(data)], capture_output=True, timeout=300)
    assert made.returncode == 0, made.stderr.decode()
    return made.stdout


def rows_of(data, *words):
    return read_csv(stats(data, *words, "--period", YEAR))[1]


@pytest.fixture(scope="module")
def answers(records):
    kept = {}

    def of(audience=None):
        if audience not in kept:
            kept[audience] = Answers(records, *PERIODS[YEAR], audience)
        return kept[audience]

    return of


def shows(cell, figure, unit):
    """A shown cell is the figure rounded to its unit; where it stands on a half, either neighbour is right."""
    if cell in ("", TOO_FEW):
        return figure is None
    return figure is not None and abs(float(cell) - float(figure)) <= unit / 2 + 1e-6


# Of count, exposure, facility and its ends, discrimination and its ends, rest, omitted, seconds.
UNITS = [1, 0.1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.1, 0.1, 0.1]


def key_of(name):
    code, _, version = name.partition(" · bản ")
    return code, int(version or 1)


@pytest.mark.parametrize("audience", [None, "nguoi-dan", "can-bo"])
def test_every_items_figures_are_those_of_the_raw_answers(data, answers, audience):
    found = answers(audience)
    rows = rows_of(data, "items", *(["--audience", audience] if audience else []))
    assert {key_of(row[0]) for row in rows} >= set(found.places)
    for row in rows:
        figures = found.figures(key_of(row[0]))
        assert all(shows(cell, figure, unit) for cell, figure, unit in zip(row[1:12], figures, UNITS, strict=True)), (row, figures)


@pytest.mark.skipif(not LONG, reason="takes no second with few attempts")
def test_a_terminal_is_told_that_figures_are_being_reckoned(data):
    ours, theirs = pty.openpty()
    made = subprocess.Popen([str(BINARY), "stats", "items", "--period", YEAR, "--data", str(data)],
                            stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    told = bytearray()
    with contextlib.suppress(OSError):  # a terminal whose other end is gone
        while part := os.read(ours, 4096):
            told += part
    assert made.wait(300) == 0 and b"reckoning, 1 s" in told and told.endswith(b"\r\x1b[K"), bytes(told)


def test_a_competence_lists_its_items_with_the_same_figures(data):
    whole = {row[0]: row for row in rows_of(data, "items", "--audience", "nguoi-dan")}
    part = rows_of(data, "items", "--audience", "nguoi-dan", "--competence", "an-toan.lua-dao")
    assert part and len(part) < len(whole) and all(whole[row[0]] == row for row in part)


def most_seen(found, count):
    singles = [key for key in found.places if found.content(key).get("type", "single") == "single"]
    return sorted(singles, key=lambda key: (-len(found.places[key]), key))[:count]


def test_who_chose_what_is_counted_from_the_raw_answers(data, answers):
    found = answers()
    for code, version in most_seen(found, 5):
        rows = [row for row in rows_of(data, "item", code, "--table", "options") if key_of(row[0])[1] == version]
        for row, (_, chosen, rest, error) in zip(rows, found.options((code, version)), strict=False):
            assert int(row[3]) == chosen
            assert shows(row[7], rest, 0.1) and shows(row[8], error, 0.1), row


def test_groups_differ_by_what_statsmodels_finds(data, answers):
    found = answers()
    for code, version in most_seen(found, 5):
        rows = [row for row in rows_of(data, "item", code, "--table", "differences") if key_of(row[0])[1] == version]
        for row, (counts, result) in zip(rows, found.differences((code, version)), strict=True):
            assert [int(row[2]), int(row[3])] == counts
            odds = result.get("oddsRatio")
            assert shows(row[4], odds, 0.01), (row, result)
            if odds is not None:
                assert shows(row[7], -2.35 * math.log(odds), 0.01) and shows(row[8], 2.35 * result["standardError"], 0.01)
                assert shows(row[9], result["probability"], 0.01)


NAMES = {
    "Điểm trung bình": "mean", "Độ lệch chuẩn của điểm": "spread", "Φ, đề rút ngẫu nhiên": "phi",
    "Φ(λ) tại điểm đạt": "phiAtCut", "Sai số chuẩn tại điểm đạt (Lord)": "errorAtCut",
    "Quyết định đúng (Livingston–Lewis)": "accuracy", "Quyết định nhất quán (Livingston–Lewis)": "consistency",
    "Kappa của quyết định": "kappa", "Đạt nhầm": "falsePasses", "Chưa đạt nhầm": "falseFails"}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_tests_figures_are_those_of_numpy_and_scipy(data, records, answers, audience):
    rows = {row[0]: row for row in rows_of(data, "test", "--audience", audience)}
    found = answers(audience).test(float(rows["Điểm đạt"][1]))
    for name, figure in NAMES.items():
        assert shows(rows[name][1], found[figure], 0.01), (rows[name], found[figure])
    low, high = found["phiEnds"]
    assert shows(rows["Φ, đề rút ngẫu nhiên"][2], low, 0.01) and shows(rows["Φ, đề rút ngẫu nhiên"][3], high, 0.01)
    seen = rows["Sai số chuẩn quan sát gần điểm đạt"]
    assert seen[1] == "" if found["seenErrorAtCut"] is None else (
        shows(seen[1], found["seenErrorAtCut"][0], 0.01) and int(seen[4]) == found["seenErrorAtCut"][1])
    assert all(int(row[4]) == len(answers(audience).attempts) for name, row in rows.items() if row is not seen)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_cut_score_decides_as_the_raw_points_do(data, records, audience):
    now, lines = cut_lines(records, *PERIODS[YEAR], audience)
    rows = rows_of(data, "cut", "--audience", audience)
    for cut, (row, line) in enumerate(zip(rows, lines, strict=True)):
        assert row[0] == (f"{cut} (đang áp dụng)" if cut == now else str(cut))
        assert [int(row[1]), int(row[2]), int(row[3]), int(row[7]), int(row[8])] == [*line[:3], *line[6:]]
        assert shows(row[4], line[3], 0.1) and [Decimal(cell) for cell in row[5:7]] == line[4:6]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_is_sent_out_of_the_cut_has_no_steps_of_few(data, audience):
    shown = [row for row in rows_of(data, "cut", "--audience", audience, "--mode", "outside") if row[1] != HIDDEN]
    assert shown
    for column in (2, 3):
        counts = [int(shown[0][1]), *[int(row[column]) for row in shown], 0]
        assert all(one - other == 0 or one - other >= LEAST for one, other in zip(counts, counts[1:]))


TABLES = [["items"], ["items", "--audience", "nguoi-dan", "--by", "facility"], ["test", "--audience", "nguoi-dan"],
          ["cut", "--audience", "nguoi-dan"]]


@pytest.mark.parametrize("mode", ["internal", "outside"])
@pytest.mark.parametrize("words", TABLES, ids=" ".join)
def test_all_forms_of_statistics_say_the_same(data, tmp_path, words, mode):
    words = [*words, "--period", YEAR, "--mode", mode]
    headings, rows, foot = read_csv(stats(data, *words))
    _, semicolon, _ = read_csv(stats(data, *words, "--separator", "semicolon"), ";")
    assert [[cell.replace(",", ".") for cell in row] for row in semicolon] == [
        [cell.replace(",", ".") for cell in row] for row in rows]
    as_json = json.loads(stats(data, *words, "--json"), parse_float=Decimal)
    assert [column["heading"] for column in as_json["columns"]] == headings
    assert [[json_cell(cell) for cell in row] for row in as_json["rows"]] == rows
    assert as_json["sha256"] == foot["Mã kiểm SHA-256 của các dòng"]
    book = tmp_path / "statistics.xlsx"
    book.write_bytes(stats(data, *words, "--format", "xlsx"))
    assert xlsx_rows(book, [column["kind"] for column in as_json["columns"]]) == rows


def json_cell(cell):
    if isinstance(cell, dict):
        return HIDDEN if "hidden" in cell else TOO_FEW
    return "" if cell is None else str(cell)


def test_libreoffice_reads_statistics_as_they_are_meant(data, tmp_path):
    rows = rows_of(data, "items", "--audience", "nguoi-dan")
    (tmp_path / "items.xlsx").write_bytes(
        stats(data, "items", "--audience", "nguoi-dan", "--period", YEAR, "--format", "xlsx"))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false", "--outdir", tmp_path, tmp_path / "items.xlsx"],
        check=True, capture_output=True, timeout=120)
    lines = list(csv.reader(io.StringIO((tmp_path / "items.csv").read_text("utf-8-sig"))))[1:len(rows) + 1]
    for line, row in zip(lines, rows, strict=True):
        assert [line[0], line[1].replace(",", ""), line[12]] == [row[0], row[1], row[12]]
        for cell, own in zip(line[2:12], row[2:12]):
            assert cell.rstrip("%") == own or float(cell.rstrip("%")) == float(own)


def test_statistics_of_all_answers_take_little_time_and_memory(data):
    for words in (["items"], ["test", "--audience", "nguoi-dan"]):
        start = time.monotonic()
        made = subprocess.run(
            [sys.executable, "-S", "-c", MEASURE, str(BINARY), "stats", *words, "--period", YEAR, "--data", str(data)],
            capture_output=True, text=True, timeout=300)
        print(f"stats {words[0]}: {time.monotonic() - start:.2f} s, {int(made.stdout) / 1024:.0f} MiB")
        assert made.returncode == 0 and int(made.stdout) < 64 * 1024


@pytest.mark.parametrize("words", [
    ["test"], ["cut", "--audience", "nobody"], ["items", "--competence", "none"], ["items", "--by", "colour"],
    ["items", "--from", "2026-05-02", "--to", "2026-05-01"], ["item", "NOT AN ID"]])
def test_a_question_that_makes_no_sense_is_refused_as_wrong_use(data, words):
    made = subprocess.run([BINARY, "stats", *words, "--data", data], capture_output=True, text=True, timeout=60)
    assert made.returncode == 2 and made.stdout == "" and made.stderr


def test_an_item_that_never_was_is_refused(data):
    made = subprocess.run([BINARY, "stats", "item", "no-such-1", "--data", data], capture_output=True, text=True, timeout=60)
    assert made.returncode == 1 and "no-such-1" in made.stderr


def test_statistics_on_a_full_disk_are_not_taken_for_whole_ones(data):
    with open("/dev/full", "wb") as full:
        made = subprocess.run([BINARY, "stats", "items", "--period", YEAR, "--data", data], stdout=full,
                              stderr=subprocess.PIPE, text=True, timeout=60)
    assert made.returncode == 3 and "No space left on device" in made.stderr
