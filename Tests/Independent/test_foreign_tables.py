"""Tables as other programs write them, read by sathach-import."""

import datetime
import io
import unicodedata
import zipfile

import openpyxl
import pytest

from foreign import read, refusal, rows

NAMES = ["Nguyễn Thị Hoa", "Đỗ Ưng", "Lường Văn Ơn", "ẴẶỶ"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_the_same_in_every_encoding(tmp_path, encoding, form):
    lines = "tên;số\r\n" + "".join(f"{name};{number}\r\n" for number, name in enumerate(NAMES))
    if encoding == "cp1258":  # it has letters with a circumflex, breve or horn, and tones as marks
        lines = "".join(half_decomposed(letter) for letter in lines)
    else:
        lines = unicodedata.normalize(form, lines)
    path = tmp_path / "tên.csv"
    path.write_bytes(lines.encode(encoding))
    assert rows(path)[1:] == [(number + 2, [name, str(number)]) for number, name in enumerate(NAMES)]


def half_decomposed(letter):
    parts = unicodedata.normalize("NFD", letter)
    shapes = [mark for mark in parts[1:] if mark in "\u0302\u0306\u031b"]
    tones = [mark for mark in parts[1:] if mark not in "\u0302\u0306\u031b"]
    return unicodedata.normalize("NFC", parts[:1] + "".join(shapes)) + "".join(tones)


def test_every_byte_of_the_code_page_is_read_as_python_reads_it(tmp_path):
    for byte in range(0x80, 0x100):
        path = tmp_path / "byte.csv"
        path.write_bytes(b"a," + bytes([byte]) + b",\x80\r\n")
        try:
            expected = bytes([byte]).decode("cp1258")
        except UnicodeDecodeError:
            assert refusal(path)["reason"] == "unknown-encoding"
            continue
        assert rows(path) == [(1, ["a", expected, "€"])]


def workbook(path, fill, **options):
    book = openpyxl.Workbook(**options)
    fill(book)
    book.save(path)


def test_a_workbook_of_openpyxl_is_read_as_it_was_written(tmp_path):
    def fill(book):
        sheet = book.active
        sheet.append(["Họ tên", "Số", "Ngày", "Lúc", "Đúng", "Tỉ lệ", "Công thức"])
        sheet.append([NAMES[0], 150_000, datetime.date(2026, 3, 1), datetime.datetime(2026, 3, 1, 14, 30), True, 0.1,
                      "=B2*2"])
        sheet["A4"] = "hai\ndòng _x0041_"
        sheet["C4"] = unicodedata.normalize("NFD", NAMES[3])

    workbook(tmp_path / "a.xlsx", fill)
    status, lines = read(tmp_path / "a.xlsx")
    assert status == 0
    assert [line["row"] for line in lines[1:3]] == [
        {"line": 2, "cells": [NAMES[0], "150000", "2026-03-01", "2026-03-01T14:30:00", "TRUE", "0.1"], "formulas": [6]},
        {"line": 4, "cells": ["hai\ndòng A", "", NAMES[3]], "formulas": []},
    ]


def test_only_the_first_visible_sheet_is_read_and_the_others_are_named(tmp_path):
    def fill(book):
        book.active.sheet_state = "hidden"
        for name in ["Danh sách", "Ghi chú"]:
            book.create_sheet(name).append([name])

    workbook(tmp_path / "a.xlsx", fill)
    assert read(tmp_path / "a.xlsx")[1] == [
        {"row": {"line": 1, "cells": ["Danh sách"], "formulas": []}},
        {"finding": {"reason": "other-sheets", "facts": ["Ghi chú"], "file": "", "line": 0, "column": 0, "subject": ""}},
        {"end": {"count": 1}},
    ]


def test_a_zip_bomb_is_given_up_early(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 300_000_000 + b"<workbook/>")
    assert path.stat().st_size < 400_000
    assert refusal(path)["reason"] == "inflates-too-far"


def test_many_entries_and_encryption_are_refused(tmp_path):
    path = tmp_path / "many.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20_300):
            archive.writestr(f"{number}", b"")
    assert refusal(path)["reason"] == "too-many-entries"

    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    locked = bytearray(stored.getvalue())
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(locked)
    assert refusal(path)["reason"] == "encrypted-entry"


def test_entities_in_a_worksheet_are_refused(tmp_path):
    path = tmp_path / "entities.xlsx"
    laughs = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", f"<!DOCTYPE workbook [{laughs}]><workbook>&l19;</workbook>")
    found = refusal(path)
    assert (found["reason"], found["file"], found["line"]) == ("document-type", "xl/workbook.xml", 1)


def test_a_file_of_half_a_gigabyte_is_refused_unread(tmp_path):
    path = tmp_path / "large.csv"
    with open(path, "wb") as file:
        file.truncate(500_000_000)
    assert refusal(path)["reason"] == "file-too-large"
