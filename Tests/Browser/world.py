"""The people of the tests. Nobody of them exists: the random part of every number begins with 999."""

import itertools
from typing import NamedTuple


class Person(NamedTuple):
    name: str
    birth_year: int
    number: str
    card: str = ""

    @property
    def typed(self):
        """The fields of the form, for somebody without a card."""
        return {"name": self.name, "birthYear": str(self.birth_year), "number": self.number}


# Bà Hoa, 68, for the first time at a screen. The address and the date of issue on her card are nobody's business.
HOA = Person(
    "Nguyễn Thị Hoa", 1958, "008158999003", "008158999003||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5, Minh Xuân|15082021")
# Anh Dũng, a fisherman, who types his particulars.
DUNG = Person("Trần Văn Dũng", 1984, "082084999002")
# Chị Sương, whose card is of the newer kind and names her parents.
SUONG = Person(
    "Hoàng Thị Sương", 1990, "004190999006",
    "004190999006|080999006|Hoàng Thị Sương|17041990|Nữ|Thôn 3, Bảo Lạc|20082024||Hoàng Văn Páo|Vi Thị Thắm|")
# Em Nam, 14.
NAM = Person("Lê Văn Nam", 2012, "008212999004", "008212999004||Lê Văn Nam|10052012|Nam|Tổ 2|15082025")

FAMILY_NAMES = ["Ánh", "Bích", "Cường", "Đào", "Giang", "Hạnh", "Khôi", "Liên", "Mận", "Ngọc"]


def strangers():
    """People without end, all grown up, each with a number of their own."""
    numbers = itertools.product(range(1960, 2000), ["001", "002", "004", "006", "008"], range(100, 1000))
    for year, place, last in numbers:
        number = f"{place}{last % 2}{year % 100:02}999{last}"
        yield Person(f"Đỗ Văn {FAMILY_NAMES[last % 10]}", year, number)
