"""The keyboard's own Telex and VNI, in the browser, against known words, every word of the bank, and another program's."""

import base64
import unicodedata

import bogo
import pytest

from bank import KIOSK
from typing_keys import keys, words_of_the_bank

TYPE = """async ([engine, lines, method]) => {
  const { typed } = await import(engine);
  return lines.map((line) => [...line].reduce((text, key) => typed(text, key, method), ""));
}"""
TONE = """async ([engine, text, tone]) => (await import(engine)).toned(text, tone)"""


@pytest.fixture(scope="module")
def engine(chromium):
    source = (KIOSK / "web" / "vietnamese.js").read_bytes()
    page = chromium.new_page()
    page.engine = "data:text/javascript;base64," + base64.b64encode(source).decode()
    yield page
    page.close()


def typed(engine, lines, method):
    return engine.evaluate(TYPE, [engine.engine, lines, method])


TELEX = {
    "Nguyeenx Thij Hoaf": "Nguyễn Thị Hòa", "DDawngj": "Đặng", "dangd": "đang", "nguoiwf": "người", "nguwowif": "người",
    "thuowngr": "thưởng", "thuowr": "thuở", "quowr": "quở", "luuw": "lưu", "huouw": "hươu", "hoanf": "hoàn", "thuys": "thúy",
    "quys": "quý", "gif": "gì", "giaf": "già", "giuwowngf": "giường", "khuyur": "khuỷu", "ngoeoj": "ngoẹo", "xoanwj": "xoặn",
    "mwa": "mưa", "muaw": "mưa", "NGUYEENX": "NGUYỄN", "wng": "ưng", "Hoaf az": "Hòa az",
}
VNI = {"Nguye6n4 Thi5": "Nguyễn Thị", "D9a8ng5": "Đặng", "nguo7i2": "người", "thu7o7ng": "thương", "ho2a": "hòa"}
# A key typed again takes its work back, and keys with nothing to do are letters.
UNDONE = {"ass": "as", "aaa": "aa", "ddd": "dd", "afz": "a", "sr": "sr", "bsc": "bsc"}
UNDONE_VNI = {"a11": "a1", "1958": "1958", "Hoa0": "Hoa0", "d99": "d9"}


@pytest.mark.parametrize(("method", "table"), [("telex", TELEX), ("vni", VNI), ("telex", UNDONE), ("vni", UNDONE_VNI)])
def test_known_words_come_out_as_they_are_written(engine, method, table):
    assert dict(zip(table, typed(engine, list(table), method))) == table


@pytest.mark.parametrize("at_the_end", [False, True], ids=["marks-at-once", "marks-at-the-end"])
@pytest.mark.parametrize("method", ["telex", "vni"])
def test_every_word_of_the_bank_can_be_typed(engine, method, at_the_end):
    words = words_of_the_bank()
    lines = [keys(word, method, at_the_end) for word in words]

    wrong = [(line, seen, word) for line, seen, word in zip(lines, typed(engine, lines, method), words) if seen != word]

    assert len(words) > 1500 and wrong == []


@pytest.mark.parametrize("method", ["telex", "vni"])
def test_another_program_types_the_same(engine, method):
    rules = bogo.get_telex_definition() if method == "telex" else bogo.get_vni_definition()
    lines = [keys(word, method) for word in words_of_the_bank()]

    others = [bogo.process_sequence(line, rules) for line in lines]

    different = [(line, ours, other) for line, ours, other in zip(lines, typed(engine, lines, method), others) if ours != other]
    assert different == []


def test_what_comes_out_is_composed_whatever_went_in(engine):
    apart = unicodedata.normalize("NFD", "Đặng Thị Hường")

    assert typed(engine, [apart], "tapped") == ["Đặng Thị Hường"]


@pytest.mark.parametrize(("text", "tone", "written"), [
    ("Nguyên", 3, "Nguyễn"), ("Nguyễn", 3, "Nguyên"), ("Tran Hoa", 1, "Tran Hòa"), ("", 1, ""), ("Bt", 2, "Bt"), ("quan", 5, "quạn")])
def test_a_tapped_tone_goes_to_its_vowel_and_a_second_tap_takes_it_away(engine, text, tone, written):
    assert engine.evaluate(TONE, [engine.engine, text, tone]) == written
