"""People pass, are listed, the list goes down as a file, answers come back as a workbook made elsewhere: with the real
program in a real browser, and on the command line."""

import io
import json
import os
import pathlib
import re
import shutil

import openpyxl
import pytest

from box import run
from client import Client
from office_people import Desk, StaffedBox
from test_desk_accounts import officer
from world import DUNG, HOA, SUONG

PLACE = "/office/confirmations"


@pytest.fixture
def office(tmp_path):
    box = StaffedBox(tmp_path / "data").start()
    yield box
    box.end()


@pytest.fixture
def minh(playwright, office):
    """The first officer, signed in with a second factor."""
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium",
        args=["--no-sandbox", f"--ignore-certificate-errors-spki-list={office.pin_of_key}"])
    context = browser.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True)
    context.set_default_timeout(30_000)
    yield officer(Desk(context, office))
    browser.close()


def picture(minh, name):
    if folder := os.environ.get("PICTURES"):
        minh.page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def press_link_to_file(minh, button, form=None):
    if form:
        minh.page.select_option("#format", form)
    with minh.page.expect_download() as waiting:
        minh.page.get_by_role("button", name=button, exact=True).click()
    return waiting.value.suggested_filename, pathlib.Path(waiting.value.path()).read_bytes()


def make_list(minh):
    """The rows of the new list, as it went down; it is handed over."""
    minh.open(PLACE).press("Xem ai sẽ vào danh sách")
    picture(minh, "confirmation-draft")
    minh.page.locator("main button.main").click()
    minh.page.wait_for_load_state()
    name, content = press_link_to_file(minh, "Tải danh sách", "xlsx")
    assert re.fullmatch(rf"vneid-\d{{5}}-\d+-{minh.path.rsplit('/', 1)[1]}\.xlsx", name)
    picture(minh, "confirmation-list")
    minh.press("Đánh dấu đã gửi")
    headings, *rows = openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    return [dict(zip(headings, row)) for row in rows]


def workbook(folder, rows, name="tra-loi.xlsx"):
    """What the authority sends: a letterhead, headings in its own order, answers."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["CÔNG AN TỈNH TUYÊN QUANG"])
    sheet.append([])
    sheet.append(["Kết quả xác nhận", "Họ tên", "Mã phiếu", "Lý do từ chối", "Ngày sinh"])
    for row in rows:
        sheet.append(row)
    book.save(folder / name)
    return folder / name


def look(minh, file):
    minh.open(PLACE)
    minh.page.set_input_files("#file", file)
    minh.press("Xem trước")
    assert minh.says("Chưa có gì thay đổi.")


def apply(minh):
    minh.page.locator("main button.main").click()
    minh.page.wait_for_load_state()


def states(office):
    return dict(office.rows("SELECT slip, state FROM confirmationEntry ORDER BY id"))


def test_passed_listed_sent_confirmed_and_refused_corrected_confirmed(minh, office, tmp_path):
    for person in (HOA, DUNG, SUONG):
        Client(office).take_test(person)
    minh.open(PLACE)
    assert minh.says("Có 3 người đạt chờ vào danh sách.")
    rows = make_list(minh)
    assert [row["Họ và tên"] for row in rows] == [HOA.name, DUNG.name, SUONG.name]
    assert [row["Số định danh cá nhân"] for row in rows] == [HOA.number, DUNG.number, SUONG.number]
    codes = [row["Mã phiếu"] for row in rows]
    assert office.value("SELECT note FROM event WHERE kind = 'names-disclosed'") == "account=1 batch=1 rows=3 format=xlsx"

    answers = workbook(tmp_path, [
        ["Đã xác nhận", HOA.name.upper(), codes[0], None, None], ["Từ chối", None, codes[1], "Ảnh căn cước mờ", None],
        ["Đã xác nhận", "Hoang Thi Suong", None, None, "17/04/1990"], ["=A4", None, codes[2], None, None]])
    look(minh, answers)
    picture(minh, "answers-preview")
    assert states(office) == {1: "sent", 2: "sent", 3: "sent"}
    assert minh.says("ô chứa công thức")
    apply(minh)
    assert states(office) == {1: "confirmed", 2: "refused", 3: "confirmed"}
    picture(minh, "answers-applied")

    look_again = minh.open(PLACE)
    look_again.page.set_input_files("#file", answers)
    look_again.press("Xem trước")
    assert look_again.status == 409 and look_again.says("Tệp này đã áp dụng rồi, là tệp số 1.")

    assert minh.open("/desk/people/2").says("Lý do: Ảnh căn cước mờ")
    picture(minh, "person-refused")
    minh.fill(name="Trần Văn Dụng").press("Lưu tên mới")
    assert minh.says("Đã sửa, chờ vào danh sách mới.")
    assert [row["Họ và tên"] for row in make_list(minh)] == ["Trần Văn Dụng"]
    look(minh, workbook(tmp_path, [["Đã xác nhận", None, codes[1], None, None]], "lan-hai.xlsx"))
    apply(minh)
    assert states(office) == {1: "confirmed", 2: "confirmed", 3: "confirmed"}
    assert minh.open("/desk/people/2").page.locator("#standing .badge").inner_text() == "đã xác nhận"
    picture(minh, "person-confirmed")
    minh.open(PLACE)
    picture(minh, "confirmations")


def test_namesakes_are_chosen_between_and_a_whole_file_is_taken_back(minh, office, tmp_path):
    twin = HOA._replace(number="008158999011", card=HOA.card.replace(HOA.number, "008158999011"))
    for person in (HOA, twin):
        Client(office).take_test(person)
    make_list(minh)
    look(minh, workbook(tmp_path, [["từ chối", "nguyễn thị hoà", None, "Trùng người", "02/09/1958"]]))
    assert all(minh.says("•" * 9 + person.number[-3:]) and not minh.says(person.number) for person in (HOA, twin))
    minh.page.select_option("select[name=line-4]", label="Đúng là phiếu số 2")
    picture(minh, "answers-namesakes")
    apply(minh)
    assert states(office) == {1: "sent", 2: "refused"}
    minh.press("Hoàn lại cả tệp")
    assert minh.says("Đã hoàn lại: 1 người trở về tình trạng trước đó.")
    assert states(office) == {1: "sent", 2: "sent"}


def test_the_layout_is_put_in_order_on_a_page(minh, office):
    Client(office).take_test(HOA)
    minh.open(PLACE + "/layout")
    picture(minh, "confirmation-layout")
    for field in minh.page.locator("[name^=place-]").all():
        field.fill("")
    minh.page.fill("[name=place-name]", "2")
    minh.page.fill("[name=heading-name]", "Tên")
    minh.page.fill("[name=place-number]", "1")
    minh.press("Lưu mẫu")
    assert minh.says("Đã lưu mẫu.")
    [row] = make_list(minh)
    assert list(row.items()) == [("Số định danh cá nhân", HOA.number), ("Tên", HOA.name)]


# The command line

@pytest.fixture(scope="module")
def sample_box(tmp_path_factory):
    data = tmp_path_factory.mktemp("confirmations") / "data"
    assert run("demo", "--people", 12, "--attempts", 24, "--seed", 3, "--data", data).returncode == 0
    return data


@pytest.fixture
def samples(sample_box, tmp_path):
    data = tmp_path / "samples"
    shutil.copytree(sample_box, data)

    def command(*words):
        return run("confirmations", *words, "--data", data)

    command.data = data
    return command


def listed(samples):
    made = samples("export", "--format", "jsonl")
    assert made.returncode == 0, made.stderr
    assert samples("sent", 1).returncode == 0
    return [json.loads(line) for line in made.stdout.splitlines()]


def people(samples):
    return json.loads(samples("list", "--json").stdout)["people"]


def write(path, rows):
    path.write_text("Mã phiếu;Kết quả;Lý do\n" + "".join(f"{code};{verdict};{why}\n" for code, verdict, why in rows))
    return path


def test_a_list_and_its_answers_on_the_command_line(samples, tmp_path):
    rows = listed(samples)
    assert people(samples)["sent"] == len(rows) > 3
    answers = write(tmp_path / "a.csv", [(row["slipCode"], "đã xác nhận", "") for row in rows[1:]]
                    + [(rows[0]["slipCode"], "từ chối", "Sai tên")])
    look = samples("import", answers, "--dry-run", "--json")
    assert look.returncode == 0 and people(samples)["sent"] == len(rows)
    told = json.loads(look.stdout)
    assert told["dryRun"] and [line["match"] for line in told["lines"]] == ["sure"] * len(rows)
    assert not any(row["name"] in look.stdout or row["number"] in look.stdout for row in rows)

    applied = json.loads(samples("import", answers, "--json").stdout)
    assert applied["changed"] == len(rows) and applied["answers"] == 1
    after = people(samples)
    assert (after["confirmed"], after["refused"], after["sent"]) == (len(rows) - 1, 1, 0)
    again = samples("import", answers, "--json")
    assert again.returncode == 0 and json.loads(again.stdout)["changed"] == 0 and people(samples) == after
    assert samples("undo", 1).returncode == 0 and people(samples)["sent"] == len(rows)
    twice = samples("undo", 1)
    assert twice.returncode == 1 and "answers 1 are not applied" in twice.stderr


def test_doubtful_lines_are_refused_until_somebody_has_said_what_they_are(samples, tmp_path):
    rows = listed(samples)
    answers = tmp_path / "a.csv"
    answers.write_text("Mã phiếu,Họ và tên,Kết quả\n"
                       f"{rows[0]['slipCode']},Người Khác,đã xác nhận\n{rows[1]['slipCode']},,đã xác nhận\n")
    before = people(samples)
    assert samples("import", answers, "--dry-run").returncode == 1
    refused = samples("import", answers)
    assert refused.returncode == 1 and "1 lines need a look (2)" in refused.stderr and people(samples) == before
    assert json.loads(samples("list", "--json").stdout)["answers"] == []
    wrong = samples("import", answers, "--choose", f"2={rows[1]['serial']}")
    assert wrong.returncode == 1 and "line 2 is not about slip" in wrong.stderr
    assert samples("import", answers, "--choose", f"2={rows[0]['serial']}").returncode == 0
    assert people(samples)["confirmed"] == 2


@pytest.mark.parametrize("words, code, says", [
    (["export", "--batch", "9"], 1, "there is no list 9"), (["sent", "9"], 1, "there is no list 9"),
    (["import", "/nowhere.csv"], 3, "cannot open"), (["undo", "9"], 1, "there are no answers 9"),
    (["export", "--format", "pdf"], 2, "--format"), (["import", "x", "--choose", "2"], 2, "--choose takes LINE=SLIP"),
    (["make", "--as", "nobody"], 1, "account")])
def test_what_cannot_be_done_ends_with_its_code_and_a_sentence(samples, words, code, says):
    made = samples(*words)
    assert (made.returncode, made.stdout) == (code, "") and says in made.stderr


def test_while_the_box_serves_lists_are_read_and_nothing_is_written(office, tmp_path):
    Client(office).take_test(HOA)
    file = write(tmp_path / "a.csv", [("0000 0000 0000 0000", "từ chối", "")])
    assert json.loads(office.command("confirmations", "list", "--json").stdout)["people"]["unlisted"] == 1
    assert office.command("confirmations", "make", "--dry-run").stdout == "a list would have 1 slips\n"
    assert office.command("confirmations", "import", file, "--dry-run").returncode == 1
    for words in (["make"], ["export"], ["import", file], ["undo", "1"], ["sent", "1"]):
        refused = office.command("confirmations", *words)
        assert refused.returncode == 3 and "in use by process" in refused.stderr and refused.stdout == ""
    assert office.value("SELECT count(*) FROM confirmationBatch") == 0


def test_a_signature_is_checked_with_the_keys_of_the_box(samples, tmp_path):
    file, signature = tmp_path / "list.jsonl", tmp_path / "list.jsonl.sig"
    file.write_text(samples("export", "--format", "jsonl", "--signature", signature).stdout, newline="")
    assert samples("verify", file, signature).stdout == "genuine: as it left 00000-demo\n"
    file.write_text(file.read_text().replace("Nam", "Nữ", 1), newline="")
    refused = samples("verify", file, signature)
    assert refused.returncode == 1 and "not as it was signed" in refused.stderr
