"""Items taken in and out by the command, with files as other programs write and read them."""

import json
import re
import subprocess
import time
import xml.etree.ElementTree as ElementTree
import zipfile

import openpyxl
import pytest

import many_items
from foreign import ROOT, READER

SATHACH = ROOT / ".build/release/sathach"


def sathach(*words, check=None):
    done = subprocess.run([SATHACH, *words], capture_output=True, text=True, timeout=120, cwd=ROOT)
    if check is not None:
        assert done.returncode == check, (done.returncode, done.stdout[-500:], done.stderr[-2000:])
    return done


@pytest.fixture(scope="module")
def box(tmp_path_factory):
    folder = tmp_path_factory.mktemp("box") / "data"
    sathach("demo", "--people", "2", "--attempts", "2", "--seed", "1", "--data", folder, "--kiosk", "kiosk", check=0)
    return folder


def test_a_workbook_of_items_is_what_another_program_reads_and_writes_back(tmp_path, box):
    path = tmp_path / "items.xlsx"
    sathach("bank", "export", "--format", "xlsx", "--to", path, check=0)
    book = openpyxl.load_workbook(path)
    rows = list(book["Câu hỏi"].iter_rows(values_only=True))
    assert rows[0][0] == "Mã câu"
    assert len(rows) > 500

    stem = rows[0].index("Lời dẫn")
    book["Câu hỏi"].cell(row=2, column=stem + 1).value = "Câu này đã được sửa lại, nên làm gì?"
    book.save(path)  # openpyxl writes the whole file anew, in its own way
    report = json.loads(sathach("bank", "import", path, "--dry-run", "--json", "--data", box, check=0).stdout)
    assert report["same"] == len(rows) - 2
    assert [(item["id"], item["standing"], item["line"]) for item in report["items"] if item["standing"] != "same"] == [
        (rows[1][0], "changes-item", 2)]


def test_no_text_of_a_table_is_a_formula(tmp_path, box):
    csv = tmp_path / "a.csv"
    csv.write_text("Mã câu;Dạng câu hỏi;Lời dẫn;Phương án A\ncong-thuc;điền từ;=1+1;'=cmd|x\n", encoding="utf-8-sig")
    sathach("bank", "import", csv, "--data", box, "--competence", "an-toan.mat-khau", "--audience", "nguoi-dan", check=0)
    for name in ["out.csv", "out.xlsx"]:
        sathach("bank", "export", "--drafts", "--format", name[4:], "--to", tmp_path / name, "--data", box, check=0)
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert "'=1+1" in text and not re.search(r"(^|;)[=+@-]", text.split("\n", 1)[1])
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Câu hỏi"]
    assert [cell.value for cell in sheet[2] if cell.data_type == "f"] == []
    again = json.loads(sathach("bank", "import", tmp_path / "out.xlsx", "--dry-run", "--json", "--data", box).stdout)
    assert [item["standing"] for item in again["items"]] == ["changes-draft"]
    sathach("bank", "discard", "cong-thuc", "--data", box, check=0)


def test_the_template_explains_itself_and_its_examples_come_in(tmp_path, box):
    for name in ["mau.csv", "mau.xlsx"]:
        path = tmp_path / name
        sathach("bank", "template", "--format", name[4:], "--to", path, check=0)
        report = json.loads(sathach("bank", "import", path, "--dry-run", "--json", "--data", box, check=0).stdout)
        assert report["ready"] == report["drafts"] == 6, report["items"]
    book = openpyxl.load_workbook(tmp_path / "mau.xlsx")
    assert book.sheetnames == ["Câu hỏi", "Hướng dẫn", "Năng lực"]
    explained = [row[0].value for row in book["Hướng dẫn"].iter_rows(min_row=2)]
    header = [cell.value for cell in book["Câu hỏi"][1]]
    assert [name for name in header if name not in explained and not re.match(r"(Phương án )?[A-F]\b|[A-F] ", name)] == []


def test_drafts_wait_and_released_ones_stand_in_the_bank(tmp_path, box):
    path = tmp_path / "mau.csv"
    sathach("bank", "template", "--format", "csv", "--to", path, check=0)
    sathach("bank", "import", path, "--data", box, check=0)
    assert "6 drafts, 6 ready" in sathach("bank", "drafts", "--data", box, check=0).stdout
    assert "6 released, 0 wait on" in sathach("bank", "release", "--all", "--data", box, check=0).stdout
    assert "id:vi-du-2]" in sathach("bank", "export", "--format", "gift", "--data", box).stdout
    # The bank's folder lacks them, and is no reason to think them gone.
    sathach("check", "kiosk", "--data", box, check=0)
    sathach("audit", "verify", "--data", box, check=0)
    assert sathach("bank", "release", "vi-du-2", "--data", box).returncode == 1


def test_refused_items_are_named_with_file_and_line_and_end_with_1(box):
    path = ROOT / "Tests/InterchangeTests/Samples/gift/hand-written.gift"
    done = sathach("bank", "import", path, "--dry-run", "--data", box, check=1)
    assert "hand-written.gift:12: refused: it accepts \"100:2\"" in done.stderr
    assert "hand-written.gift:24: refused: it has a picture" in done.stderr
    assert re.search(r"5 items would come in as drafts, 0 of them ready .* 10 refused", done.stdout)


def test_a_refused_file_leaves_everything_as_it_was(tmp_path, box):
    def drafts():
        return sathach("bank", "drafts", "--json", "--data", box, check=0).stdout

    before = drafts()
    cases = {
        "bomb.xml": b"<!DOCTYPE quiz [<!ENTITY a 'x'>]><quiz>&a;</quiz>",
        "font.csv": "Dạng câu hỏi;Lời dẫn\n".encode("cp1258", "ignore") + b"\xae\xad\xee\xe8c",
        "null.gift": b"a {=b\x00}",
        "cut.xml": b"<quiz><question type='multichoice'>",
        "other.xml": b"<html></html>",
        "empty.csv": b" \n",
        "pdf": b"%PDF-1.7 \x80\x81",
    }
    for name, content in cases.items():
        (tmp_path / name).write_bytes(content)
        done = sathach("bank", "import", tmp_path / name, "--data", box)
        assert done.returncode == 1 and "refused" in done.stderr, (name, done.returncode, done.stderr)
    assert sathach("bank", "import", tmp_path / "missing", "--data", box).returncode == 3
    large = tmp_path / "large.csv"
    with open(large, "wb") as file:
        file.truncate(500_000_000)
    assert "at most" in sathach("bank", "import", large, "--data", box, check=1).stderr
    many = tmp_path / "many.gift"
    many.write_bytes(many_items.gift(20_001))
    assert "more than 20000 items" in sathach("bank", "import", many, "--data", box, check=1).stderr
    assert drafts() == before


@pytest.mark.parametrize("name", many_items.FORMATS)
def test_ten_thousand_items_take_little_time_and_memory(tmp_path, box, name):
    """Bounds are for processor seconds, since other work may share the machine."""
    path = tmp_path / f"many.{name}"
    path.write_bytes(many_items.FORMATS[name](10_000))
    start = time.monotonic()
    report = tmp_path / "report"
    done = subprocess.run(["/usr/bin/time", "-f", "%M %U %S", "-o", report, SATHACH, "bank", "import", path, "--dry-run",
                           "--data", box], capture_output=True, text=True, timeout=300)
    assert "10000 items would come in" in done.stdout, done.stdout[-300:]
    kilobytes, user, system = report.read_text().split()[-3:]
    seconds = float(user) + float(system)
    print(f"\n10,000 items of {name}, {path.stat().st_size / 1e6:.1f} MB: {seconds:.1f} s of processor, "
          f"{time.monotonic() - start:.1f} s in all, {int(kilobytes) / 1024:.0f} MiB at most in one process")
    assert int(kilobytes) < 64 * 1024
    assert seconds < 5


@pytest.mark.parametrize("version,root", [("qti", "qti-assessment-item"), ("qti-2.1", "assessmentItem")])
def test_packages_are_well_formed_and_name_every_file(tmp_path, version, root):
    path = tmp_path / "items.zip"
    done = sathach("bank", "export", "--format", version, "--to", path, check=1)
    assert "left out: the format knows no item of the kind \"simulated\"" in done.stderr
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
        named = {file.get("href") for file in manifest.iter() if file.tag.endswith("}file")}
        assert named == set(archive.namelist()) - {"imsmanifest.xml"}
        for name in archive.namelist():
            tree = ElementTree.fromstring(archive.read(name))
            if name.endswith(".xml") and name != "imsmanifest.xml":
                assert tree.tag.split("}")[1] == root


def test_moodle_xml_is_well_formed_and_weighs_as_moodle_checks_it(tmp_path):
    path = tmp_path / "items.xml"
    sathach("bank", "export", "--format", "moodle-xml", "--to", path, check=1)
    for question in ElementTree.parse(path).getroot():
        if question.get("type") != "multichoice":
            continue
        weights = [float(answer.get("fraction")) for answer in question.iter("answer")]
        positive = sum(weight for weight in weights if weight > 0)
        assert max(weights) == 100 or abs(positive - 100) < 0.01, question.find("name/text").text


def test_the_reader_is_told_what_to_read_and_gets_nothing_else():
    path = ROOT / "Tests/InterchangeTests/Samples/moodle/moodle-4.xml"
    with open(path, "rb") as file:
        assert subprocess.run([READER, "items"], stdin=file, capture_output=True, env={}, timeout=30).returncode == 0
    assert subprocess.run([READER], capture_output=True, timeout=30).returncode == 2
    assert subprocess.run([READER, "items"], stdin=subprocess.DEVNULL, capture_output=True, timeout=30).returncode == 1
