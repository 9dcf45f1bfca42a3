"""What counts as the same text for a person who types, written anew from the description of the item files."""

import re
import unicodedata

SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "k": 1_000}


def folded(text):
    """Small letters and digits without marks, words apart by one space: "Sổ sức khỏe." is "so suc khoe"."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", plain.replace("đ", "d")))


def amount(text):
    """The whole number of "150.000", "150 000 đ", "150k" or "150 nghìn"; None where it is none."""
    found = re.fullmatch(r"(\d{1,12}|\d{1,3}(?:[.,]\d{3})+)(nghìn|ngàn|triệu|tỷ|k)?(?:đồng|đ)?", "".join(text.lower().split()))
    return found and int(re.sub("[.,]", "", found[1])) * SCALES.get(found[2], 1)


def same(typed, expected):
    one, other = amount(typed), amount(expected)
    if one is not None and other is not None:
        return one == other
    return bool(folded(typed)) and folded(typed) == folded(expected)


def is_strong(text, least, without):
    """At least so many characters, with a letter and a digit or sign, and none of the texts hidden in it."""
    hidden = folded(text).replace(" ", "")
    return (
        len(text) >= least and any(letter.isalpha() for letter in text)
        and any(not letter.isalpha() and not letter.isspace() for letter in text)
        and not any(folded(part).replace(" ", "") in hidden for part in without))
