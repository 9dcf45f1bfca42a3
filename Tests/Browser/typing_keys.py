"""How Vietnamese words are typed in Telex and VNI, and every word of the bank to type."""

import json
import re
import unicodedata

from bank import KIOSK

TONES = {"\u0300": ("f", "2"), "\u0301": ("s", "1"), "\u0309": ("r", "3"), "\u0303": ("x", "4"), "\u0323": ("j", "5")}
SHAPES = {"\u0302": (None, "6"), "\u031B": ("w", "7"), "\u0306": ("w", "8")}
VOWELS = "aăâeêioôơuưy"
# What a Vietnamese syllable can begin and end with; other words of the bank are names of things and are left out.
SYLLABLE = re.compile(
    "(b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
    f"[{VOWELS}]{{1,3}}(c|ch|m|n|ng|nh|p|t)?")


def toneless(word):
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in TONES))


def keys(word, method, at_the_end=False):
    """The keys that type a word: each mark after its letter, or all marks after the last letter; the tone always last."""
    written, marks, tone = "", [], ""
    for sign in unicodedata.normalize("NFD", word):
        if sign in TONES:
            tone = TONES[sign][method == "vni"]
        elif sign in SHAPES:
            key = SHAPES[sign][method == "vni"] or written[-1]
            written, marks = (written, [*marks, key]) if at_the_end else (written + key, marks)
        elif sign == "đ":
            key = "9" if method == "vni" else "d"
            written, marks = (written + "d", [*marks, key]) if at_the_end else (written + "d" + key, marks)
        else:
            written += sign
    # Both horns of "ươ" come with one key.
    if at_the_end and "ươ" in toneless(word):
        marks.remove("7" if method == "vni" else "w")
    return written + "".join(marks) + tone


def old_style(word):
    """"hòa" for "hoà": both are right, the engine writes the first."""
    for new, old in zip("oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
                        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()):
        if word.endswith(new) and not word.startswith("qu"):
            return word[:-2] + old
    return word


def words_of_the_bank():
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted((KIOSK / "bank").rglob("*.json")))
    found = {old_style(word) for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).lower())}
    # "xoong" takes a third o in Telex: foreign to both ways, and left out.
    return sorted(word for word in found if SYLLABLE.fullmatch(toneless(word)) and not re.search("aa|ee|oo", word))
