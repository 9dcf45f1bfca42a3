"""The province's server: bundles taken in over the network, officers' pages in a real browser, lists and answers given out."""

import concurrent.futures
import csv
import io
import pathlib
import re
import time

import openpyxl
import pytest
from playwright.sync_api import sync_playwright

import journey_of_test  # noqa: F401  finds the modules of the box's own tests
import seen
import sathach_formats as formats
from province_of_test import Province
from served_of_test import PASSWORD, Served

PAGES = ["/", "/reports/year-2026/by-commune/internal", "/reports/year-2026/by-commune/outside",
         "/reports/year-2026/by-commune/area-1/internal", "/reports/year-2026/by-area/commune-99001/outside",
         "/reports/year-2026/by-month/internal", "/communes/99001", "/targets", "/confirmations", "/published", "/password"]


class World:
    def __init__(self, postgres, folder):
        self.province = Province(postgres)
        self.folder = folder
        self.province.run("key", "new", "--to", self.province.home / "keys")
        self.province.run("simulate", "--boxes", 12, "--attempts", 400, "--seed", 5, "--to", folder)
        self.province.run("trust", folder / "keys.json")
        self.files = sorted((folder / "stick-1").iterdir())
        self.served = Served(self.province, "--plain")

    def send(self, file):
        return self.served.ask("POST", "/bundles", file if isinstance(file, bytes) else file.read_bytes())


@pytest.fixture(scope="module")
def world(postgres, tmp_path_factory):
    made = World(postgres, tmp_path_factory.mktemp("served"))
    # All boxes at once; who is not first waits for the bundles before its own.
    with concurrent.futures.ThreadPoolExecutor(len(made.files)) as boxes:
        made.sent = list(boxes.map(made.send, made.files))
    made.once = made.served.arrive()
    yield made
    made.served.end()


# Bundles


def test_boxes_that_send_in_the_same_moment_are_all_taken_in(world):
    assert {status for status, _, _ in world.sent} <= {201, 202, 200}
    assert world.province.number("SELECT count(*) FROM bundle WHERE state = 'applied'") == len(world.files)
    assert world.province.number("SELECT count(*) FROM bundle WHERE state <> 'applied'") == 0
    assert list((world.province.home / "incoming").iterdir()) == []


def test_124_boxes_that_send_in_the_same_minute_are_all_taken_in_or_told_to_come_again(postgres, tmp_path):
    province = Province(postgres, tmp_path / "tinh")
    province.run("simulate", "--boxes", 124, "--attempts", 300, "--seed", 9, "--to", tmp_path / "all")
    province.run("trust", tmp_path / "all/keys.json")
    files = sorted((tmp_path / "all/stick-1").iterdir())
    served = Served(province, "--plain")

    def send(file):
        while (answer := served.ask("POST", "/bundles", file.read_bytes()))[0] == 503:
            time.sleep(int(answer[1]["Retry-After"]))
        return answer[0]
    try:
        with concurrent.futures.ThreadPoolExecutor(124) as boxes:
            assert set(boxes.map(send, files)) <= {200, 201, 202}
    finally:
        served.end()
    assert province.number("SELECT count(*) FROM bundle WHERE state = 'applied'") == len(files) == 248


def test_a_bundle_sent_again_a_damaged_one_and_one_too_large_are_told_apart(world):
    assert world.send(world.files[0])[::2] == (200, b"again\n")
    status, headers, body = world.send(world.files[0].read_bytes()[:-1])
    assert status == 422 and body.decode().startswith("refused damaged\n") and headers["Content-Type"].startswith("text/plain")
    assert world.send(b"")[0] == 422
    status, _, _ = world.served.ask("POST", "/bundles", b"", {"Content-Length": str(1 << 30)})
    assert status == 413


# Officers


def test_nobody_sees_a_page_without_signing_in(world):
    for path in PAGES:
        status, headers, _ = world.served.ask("GET", path, cookie="")
        assert (status, headers["Location"]) == (303, "/session"), path
    assert world.served.post("/confirmations", {}, cookie="")[0] == 401


def test_the_one_time_password_is_good_once_and_posts_need_the_pages_own_token(world):
    assert world.served.sign_in("lan", world.once)[0] == 401
    assert world.served.sign_in("nobody", PASSWORD)[0] == 401
    assert world.served.post("/session", {"login": "lan", "password": PASSWORD}, origin="http://elsewhere")[0] == 403
    token = world.served.token()
    assert world.served.post("/confirmations", {"token": "0" * 32})[0] == 403
    assert world.served.post("/confirmations", {"token": token}, origin="http://elsewhere")[0] == 403
    cookie = world.served.ask("POST", "/session", "login=lan&password=" + "x" * 12, {
        "Content-Type": "application/x-www-form-urlencoded", "Origin": world.served.origin})[1]["Set-Cookie"]
    assert cookie is None


def test_a_disabled_account_is_out_at_its_next_request(world):
    once = world.province.run("user", "add", "minh", "--name", "Ông Minh").split("password ")[1].split(",")[0]
    kept = world.served.cookie
    try:
        assert world.served.sign_in("minh", once)[0] == 303
        world.province.run("user", "disable", "minh")
        assert world.served.ask("GET", "/password")[1]["Location"] == "/session"
    finally:
        world.served.cookie = kept


def test_every_page_is_short_has_no_script_and_a_strict_policy(world):
    for path in PAGES:
        status, headers, body = world.served.ask("GET", path)
        assert status == 200 and len(body) < 40_000, (path, status, len(body))
        assert b"<script" not in body and b" on" + b"click" not in body and b"style=" not in body
        assert headers["Content-Security-Policy"].startswith("default-src 'none'") and headers["Cache-Control"] == "no-store"


def test_the_screen_and_the_files_and_the_command_say_the_same(world):
    for words in ["by-commune/internal", "by-commune/outside", "by-audience/commune-99003/internal", "by-area/outside"]:
        text = world.served.ask("GET", f"/reports/year-2026/{words}.csv")[2].decode("utf-8-sig")
        rows = [row for row in csv.reader(io.StringIO(text))]
        rows = rows[1:rows.index([])]
        page = world.served.page(f"/reports/year-2026/{words}")
        for row in rows:
            assert row[0].replace("&", "&amp;") in page
            for cell in row[1:]:
                assert re.search(f">{re.escape(cell.replace('.', ',') or '–')}\\s*<", page), (words, row)
        parts = words.split("/")
        options = ["--by", parts[0][3:], "--mode", parts[-1]] + (["--commune", parts[1][8:]] if len(parts) == 3 else [])
        told = world.province.run("report", *options, "--period", "year:2026").lstrip("\ufeff")
        assert [row for row in csv.reader(io.StringIO(told))][1:len(rows) + 1] == rows
        book = openpyxl.load_workbook(io.BytesIO(world.served.ask("GET", f"/reports/year-2026/{words}.xlsx")[2]))
        for row, line in zip(rows, list(book.active.values)[1:]):
            assert all(same(cell, text) for cell, text in zip(line, row)), (words, row, line)


def test_communes_stand_against_targets_once_their_population_is_known(world, tmp_path):
    told = world.province.run
    year = int(world.province.rows("SELECT min(start) / 100 FROM report_cell WHERE kind = 'year' AND commune = '99001'")[0][0])
    told("targets", "set", "--percent", 50, "--by", f"{year}-12-31", "--document", "Kế hoạch 1/KH-UBND")
    passed = {row[0]: int(row[1]) for row in world.province.rows(f"""SELECT commune, sum(passed) FROM report_cell
      WHERE kind = 'year' AND start = {year}01 AND scope = '' AND commune <> '00000' GROUP BY commune""")}
    file = tmp_path / "dan-so.csv"
    file.write_text(f"99001;*;{2 * passed['99001']};{year}-01-01;Công an xã\n99002; * ;{9 * passed['99002']};{year}-01-01;Công an xã\n")
    assert told("targets", "populations", file) == "2 populations\n"
    lines = {row["commune"]: row for row in csv.DictReader(io.StringIO(told("targets", "list")))}
    assert (lines["99001"]["state"], lines["99001"]["wanted"]) == ("reached", str(passed["99001"]))
    assert lines["99002"]["state"] != "reached" and lines["99003"]["state"] == lines["00000"]["state"] == "no-population"
    assert int(lines["00000"]["passed"]) <= sum(passed.values())
    page = world.served.page("/targets")
    assert "Kế hoạch 1/KH-UBND" in page and page.count("Đã đạt</span>") == 1 and "Chưa đủ số liệu" in world.served.page("/")

    file.write_text("99001;*;0;2026-01-01;Công an xã\n")
    told("targets", "populations", file, expect=1)
    told("targets", "set", "--percent", 101, "--by", "2026-12-31", "--document", "x", expect=2)
    told("targets", "drop")
    told("targets", "drop", expect=1)
    assert "Chưa có chỉ tiêu" in world.served.page("/targets")


def same(cell, text):
    """A spreadsheet's cell and a text: shares are shown as percentages."""
    if cell is None or isinstance(cell, str):
        return (cell or "") == text
    return float(text) in (pytest.approx(cell), pytest.approx(cell * 100))


def test_small_counts_are_hidden_in_what_is_sent_out(world):
    inside = world.served.ask("GET", "/reports/year-2026/by-commune/internal.csv")[2].decode("utf-8-sig")
    outside = world.served.ask("GET", "/reports/year-2026/by-commune/outside.csv")[2].decode("utf-8-sig")
    small = {row[1] for row in csv.reader(io.StringIO(inside)) if len(row) > 5 and row[1].isdigit()
             and min(int(row[3]), int(row[2]) - int(row[3])) in range(1, 5)}
    hidden = {row[1] for row in csv.reader(io.StringIO(outside)) if len(row) > 5 and "(ẩn)" in row}
    assert small and small <= hidden


def test_pages_hold_under_axe_and_the_ruler(world):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=True).new_page()
        page.add_init_script(seen.AXE)

        def hold(path):
            page.goto(world.served.origin + path)
            found = page.evaluate(seen.RUN, [seen.TAGS, seen.LEFT_OUT, None])
            found += page.evaluate(seen.TARGETS) + page.evaluate(seen.SMALL, 20)
            assert not found, (path, found)

        hold("/session")
        page.fill("#login", "lan")
        page.fill("#password", PASSWORD)
        page.click("main button")
        page.wait_for_url(world.served.origin + "/")
        for path in PAGES + ["/nowhere"]:
            hold(path)
        page.goto(world.served.origin + "/reports")
        page.select_option("[name=by]", "area")
        page.click("main button")
        page.wait_for_url("**/by-area/internal")
        page.click("nav form button")
        page.wait_for_url("**/session")
        browser.close()


# Boxes fetch


def test_the_key_list_and_a_boxs_answers_are_given_out(world, tmp_path):
    assert world.served.ask("GET", "/lists", cookie="")[0] == 404
    world.province.run("list", "make")
    status, _, body = world.served.ask("GET", "/lists", cookie="")
    public = bytes.fromhex((world.province.home / "keys" / "province.pub").read_text())
    assert status == 200 and formats.open_key_list(body.decode(), public, None)["kind"] == "accepted"
    assert world.served.ask("GET", "/answers/99001-1", cookie="")[0] == 403
    assert world.served.ask("GET", "/answers/99001-1", None, {"Authorization": "Sathach 00"}, cookie="")[0] == 403
    for path in ["/lists/../keys/province.key", "/lists/.hidden", "/lists/none.txt"]:
        assert world.served.ask("GET", path, cookie="")[0] in (400, 404), path


# Trouble


def test_a_database_that_is_away_is_told_as_such_and_everything_goes_on_when_it_is_back(world, postgres):
    postgres.stop("immediate")
    try:
        for status, headers, _ in [world.send(world.files[0]), world.served.ask("GET", "/"), world.served.ask("GET", "/health")]:
            assert status == 503 and headers["Retry-After"]
    finally:
        postgres.start()
    deadline = time.monotonic() + 20
    while world.served.ask("GET", "/health")[0] != 200 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert world.send(world.files[0])[0] == 200 and world.served.ask("GET", "/")[0] == 200


def test_the_encrypted_listener_shows_a_certificate_of_its_own_authority(postgres, tmp_path):
    province = Province(postgres, pathlib.Path(tmp_path / "tinh"))
    served = Served(province)
    try:
        assert served.scheme == "https" and served.ask("GET", "/health")[0] == 200
        assert served.process.stdout.readline().startswith("authority SHA-256 ")
    finally:
        served.end()
        province.drop()
