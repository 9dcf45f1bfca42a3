"""Items through the officer's page: the template filled by another program, its fault shown by line, drafts read and released, and
drawn for practice; and files that would harm."""

import io
import os
import re
import unicodedata
import zipfile

import openpyxl
import pytest

from client import Client
from office_people import Desk, StaffedBox
from test_desk_accounts import officer


STEMS = ["Nhận tin nhắn báo trúng thưởng xe máy thì nên làm gì trước?",
         "Người lạ xin mượn điện thoại để chuyển tiền thì nên làm gì?",
         "Thấy quảng cáo bán thuốc chữa mọi bệnh trên mạng thì nên làm gì?"]
# So different that an editor takes none for another.
OPTIONS = [("Xóa tin và chặn số gửi", "Bấm xem giải thưởng", "Gửi số căn cước để nhận"),
           ("Từ chối và mời họ ra công an xã", "Mở khóa rồi đưa máy", "Đọc mật khẩu cho họ bấm"),
           ("Đến trạm y tế hỏi thầy thuốc", "Đặt mua dùng thử một lọ", "Chia sẻ cho cả xóm biết")]


def picture(page, name):
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


@pytest.fixture(scope="module")
def minh(tmp_path_factory, playwright):
    box = StaffedBox(tmp_path_factory.mktemp("office") / "data").start()
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium",
        args=["--no-sandbox", f"--ignore-certificate-errors-spki-list={box.pin_of_key}"])
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    context.set_default_timeout(60_000)
    yield officer(Desk(context, box))
    browser.close()
    box.end()


def bring(minh, name, content):
    """Sends a file in; the page that comes back."""
    minh.open("/office/items")
    minh.page.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    return minh.press("Xem trước")


def download(minh, link, path):
    with minh.page.expect_download() as coming:
        minh.page.get_by_role("link", name=link, exact=True).click()
    coming.value.save_as(path)
    return path


def bank(minh):
    """What the bank in force and the drafts are, as the database has them."""
    box = minh.box
    return box.value("SELECT group_concat(code || version) FROM item WHERE bank = (SELECT bank FROM inForce LIMIT 1)"), \
        box.value("SELECT count(*) FROM draft"), box.value("SELECT count(*) FROM event WHERE kind LIKE 'draft%'")


def filled(path, use):
    """Three items in place of the examples; the second has a word that no column knows."""
    book = openpyxl.load_workbook(path)
    sheet = book["Câu hỏi"]
    header = [cell.value for cell in sheet[1]]
    sheet.delete_rows(2, sheet.max_row)
    for number, stem in enumerate(STEMS, 1):
        row = {
            "Mã câu": f"cau-cua-xa-{number}", "Dạng câu hỏi": "một đáp án", "Năng lực": "an-toan.mat-khau",
            "Đối tượng": "nguoi-dan", "Dùng cho": use if number != 2 else "để dành", "Độ khó": 2,
            "Lý do độ khó": "Việc thường gặp ở xã.", "Lời dẫn": stem, **dict(zip(["Phương án A", "Phương án B", "Phương án C"], OPTIONS[number - 1])), "Đáp án": "A",
            "A cho biết": "Biết dừng lại để hỏi.", "B cho biết": "Dễ tin người lạ.", "C cho biết": "Để lộ mã bí mật.",
            "Giải thích": "Dừng lại và hỏi thì không mất tiền.", "Nguồn": "nguyên tắc chung"}
        sheet.append([row.get(name) for name in header])
    book.save(path)
    return path.read_bytes()


def test_the_template_is_filled_mended_read_released_and_drawn(minh, tmp_path):
    minh.open("/office")
    minh.page.get_by_role("link", name="Câu hỏi vào và ra").click()
    picture(minh.page, "items")
    path = download(minh, "Tải mẫu XLSX", tmp_path / "mau.xlsx")
    before = bank(minh)

    bring(minh, "câu của xã.xlsx", filled(path, "làm thử"))
    assert minh.status == 200
    fault = minh.page.locator("table.dry-run tr", has_text="cau-cua-xa-2").first.inner_text()
    assert "dòng 3" in fault and "“Dùng cho” ghi “để dành”. Hãy chọn một trong:" in fault
    picture(minh.page, "items-dry-run")
    assert bank(minh) == before

    book = openpyxl.load_workbook(path)
    column = [cell.value for cell in book["Câu hỏi"][1]].index("Dùng cho") + 1
    book["Câu hỏi"].cell(row=3, column=column).value = "làm thử"
    book.save(path)
    bring(minh, "câu của xã.xlsx", path.read_bytes()).press("Nhận 3 câu vào bản nháp")
    assert minh.path == "/office/items/drafts" and minh.says("Đã nhận vào bản nháp.")
    assert bank(minh)[0] == before[0]
    picture(minh.page, "drafts")

    minh.open("/office/items/drafts/cau-cua-xa-1")
    main = minh.page.inner_text("main")
    assert STEMS[0] in main and "Biết dừng lại để hỏi." in main and "Dừng lại và hỏi thì không mất tiền." in main
    picture(minh.page, "draft")
    lacking = minh.page.locator(".panel .flat li")
    assert lacking.count() == 0, lacking.all_inner_texts()
    minh.page.get_by_label("Đã đọc câu này").check()
    minh.press("Phát hành câu này")
    assert minh.says("Đã phát hành.")
    minh.page.get_by_label("Đã đọc từng câu").check()
    minh.press("Phát hành 2 câu đã đủ")
    assert minh.says("Không có bản nháp nào.") and minh.page.get_by_text(re.compile("cau-cua-xa-3: .* phát hành lúc")).count() == 1

    # Whoever practises from now on may meet them.
    assert practised(minh.box, "cau-cua-xa-%")


def practised(box, codes, tries=60):
    """Whether an item of such a code is drawn for practice within so many forms."""
    for _ in range(tries):
        attempt = Client(box)
        attempt.begin_practice()
        if box.value("SELECT count(*) FROM formItem JOIN item ON item.id = formItem.item WHERE attempt = ? AND code LIKE ?",
                     attempt.attempt, codes):
            return True
    return False


def bomb():
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("imsmanifest.xml", b"<manifest>" + b" " * (200 << 20) + b"</manifest>")
    return stored.getvalue()


def package(files):
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stored.getvalue()


HEAD = "Mã câu;Dạng câu hỏi;Lời dẫn;Phương án A\n"
LAUGHS = "<!DOCTYPE quiz [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(8)) + "]><quiz>&i;</quiz>"
HARMFUL = {
    "bom.zip": (bomb(), "Tệp nén mở ra quá lớn."),
    "cuoi.xml": (LAUGHS.encode(), "khai báo không được nhận"),
    "tep-ngoai.xml": (b'<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>', "khai báo không được nhận"),
    "duong-dan.zip": (package({"imsmanifest.xml": "<manifest/>", "../../etc/cron.d/x": "x"}), "tên tệp không an toàn"),
    "tuyet-doi.zip": (package({"imsmanifest.xml": "<manifest/>", "/etc/x": "x"}), "tên tệp không an toàn"),
    "tcvn3.csv": (HEAD.encode("cp1258", "ignore") + b"a;b;\xae\xad\xee\xe8c;\xb8\xb5\n", "TCVN3 hoặc VNI"),
    "sai-ma.csv": (HEAD.encode() + b"a;b;\xff\xfe\xd2;\n", "Không đọc được chữ"),
    "rong.csv": (b" \n", "không có nội dung"),
    "anh.png": (b"\x89PNG\r\n\x1a\n" + bytes(200), "không"),
    "khoa.pdf": (b"%PDF-1.7 \x80\x81", "Không đọc được chữ"),
    "mot-nua.xml": (b"<quiz><question type='multichoice'>", "XML bị hỏng"),
    "trang.xml": (b"<html><body>x</body></html>", "không phải Moodle XML hay QTI"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_file_that_would_harm_is_one_sentence_and_the_bank_stays(minh, name):
    content, sentence = HARMFUL[name]
    before = bank(minh)
    bring(minh, name, content)
    assert minh.status in (413, 422), minh.status
    alert = minh.page.inner_text("[role=alert]")
    assert sentence in alert, alert
    assert bank(minh) == before
    if name == "bom.zip":
        picture(minh.page, "items-refused")


def test_scripts_and_foreign_markup_in_texts_are_named_by_line_and_never_run(minh):
    before = bank(minh)
    script = "<script>document.title='x'</script><img src=x onerror=\"document.title='x'\">"
    moodle = ('<?xml version="1.0"?><quiz><question type="multichoice"><name><text>a</text></name><questiontext format="html"><text>'
              f"<![CDATA[<p>Làm gì?{script}</p>]]></text></questiontext><single>true</single>"
              '<answer fraction="100"><text>Một</text></answer><answer fraction="0"><text>Hai</text></answer></question></quiz>')
    bring(minh, "x.xml", moodle.encode())
    assert minh.status == 200 and minh.page.title() != "x"
    assert "mã lệnh" in minh.page.inner_text("table.dry-run") and "dòng 1" in minh.page.inner_text("table.dry-run")
    assert minh.says("Không có câu nào để nhận.")

    bring(minh, f"{script}.csv", (HEAD + f"cau-la;một đáp án;{script};{script}\n").encode())
    assert minh.page.title() != "x" and minh.page.locator("main script, main img").count() == 0
    assert bank(minh) == before


def half_decomposed(letter):
    """As the code page has it: letters with a circumflex, breve or horn, and tones as marks; ã and the like are whole."""
    if len(letter.encode("cp1258", "ignore")) == 1:
        return letter
    parts = unicodedata.normalize("NFD", letter)
    shapes = [mark for mark in parts[1:] if mark in "\u0302\u0306\u031b"]
    tones = [mark for mark in parts[1:] if mark not in "\u0302\u0306\u031b"]
    return unicodedata.normalize("NFC", parts[:1] + "".join(shapes)) + "".join(tones)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258"])
def test_other_encodings_are_read_as_what_they_say(minh, encoding):
    text = HEAD + "cau-la;điền từ;Tên xã là gì;Tân\n"
    if encoding == "cp1258":
        text = "".join(half_decomposed(letter) for letter in text)
    bring(minh, "a.csv", text.encode(encoding))
    assert minh.status == 200 and "Tên xã là gì" in minh.page.inner_text("main")


def test_what_a_format_cannot_hold_is_named_and_the_file_is_one(minh, tmp_path):
    minh.open("/office/items/exports/gift")
    assert "thao tác" in minh.page.inner_text("table.list")
    picture(minh.page, "items-export")
    minh.open("/office/items/exports/qti")
    with zipfile.ZipFile(download(minh, "Tải tệp", tmp_path / "a.zip")) as archive:
        assert archive.testzip() is None and "imsmanifest.xml" in archive.namelist()


def test_results_come_as_lines_of_json_without_names(minh):
    minh.open("/office/items")
    with minh.page.expect_download() as coming:
        minh.page.get_by_role("button", name="Tải kết quả", exact=True).click()
    assert coming.value.suggested_filename == "ket-qua.jsonl"
