"""A colleague at the desk of a running box, and pictures that a camera would see."""

import pathlib
import re
import sqlite3

import numpy
import PIL.Image

from box import Box
from paper_world import dots_of, find_symbol

CHROMIUM = "/usr/bin/chromium"
WIDE, HIGH = 1280, 720
CAMERA = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


class DeskBox(Box):
    """A box whose only screen is also the desk's, with one clerk who owes nothing."""

    def __init__(self, folder, **options):
        super().__init__(folder, **options)
        self.data.mkdir(mode=0o700, exist_ok=True)
        (self.data / "sathach.conf").write_text("office = UBND xã Tân Trào\ncommune = 02215\ndesk-at-kiosk = on\n")
        # The first start makes keys and tables.
        self.start().end()
        self.password = hire(self, "lan", "Chị Lan", "clerk")


def hire(box, login, name, role):
    """Makes an account, to a box that does not serve, whose first password stays its password."""
    made = box.command("user", "add", login, "--name", name, "--role", role)
    assert made.returncode == 0, made.stderr
    with sqlite3.connect(box.data / "sathach.db") as database:
        database.execute("UPDATE account SET mustChangePassword = 0 WHERE login = ?", [login])
    return re.search(r"one-time password ([\d-]+)", made.stdout)[1]


def sign_in(page, box, login="lan", url=None):
    page.goto(f"{url or box.url}/staff/session")
    page.get_by_label("Tên đăng nhập").fill(login)
    page.get_by_label("Mật khẩu").fill(box.password)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/desk")


# What a camera sees


def scene(*papers):
    """Papers side by side on a grey table, none wider than the camera sees, a little out of the square."""
    table = PIL.Image.new("L", (WIDE, HIGH), 105)
    for place, dots in enumerate(papers):
        picture = PIL.Image.fromarray(dots)
        scale = min((WIDE - 80) / len(papers) / picture.width, (HIGH - 80) / picture.height, 2)
        picture = picture.resize((round(picture.width * scale), round(picture.height * scale)), PIL.Image.LANCZOS)
        picture = picture.point(lambda grey: 40 + grey * 180 // 255).rotate(2, PIL.Image.BICUBIC, True, fillcolor=105)
        left = 40 + place * (WIDE - 80) // len(papers)
        table.paste(picture, (left, (HIGH - picture.height) // 2))
    return numpy.asarray(table)


def video(file, grey, frames=4):
    """A file that Chromium plays as its camera: YUV 4:2:0, uncompressed."""
    colours = bytes([128]) * (WIDE * HIGH // 2)
    picture = b"FRAME\n" + grey.tobytes() + colours
    pathlib.Path(file).write_bytes(f"YUV4MPEG2 W{WIDE} H{HIGH} F10:1 Ip A1:1 C420\n".encode() + picture * frames)
    return file


def symbol_part(png, margin=60):
    """The part of a printed sheet with its symbol, as somebody holds it before a camera."""
    dots = dots_of(png)
    return find_symbol(dots).cut_out(dots, margin)

