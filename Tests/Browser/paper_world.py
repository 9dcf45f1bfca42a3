"""Slips on paper and in other people's hands: sheets as pictures, what a pocket does to them, readers and checkers."""

import functools
import html
import io
import json
import re
import subprocess
import sys
from typing import NamedTuple

import numpy
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont
import zxingcpp

import box as product
from bank import ROOT
from box import Box, run, run_province

sys.path.insert(0, str(ROOT / "Tests" / "Independent"))
import sathach_formats as formats  # noqa: E402

DOTS_PER_INCH = 203
DOTS_PER_MODULE = 4
QUIET_MODULES = 4
PASSED, REFUSED, OPEN = "passed", "refused", "not-passed"


# Sheets are pictures: rows of dots from 0, black, to 255, white.


def dots_of(png):
    return numpy.asarray(PIL.Image.open(io.BytesIO(png)).convert("L"))


def png_of(dots):
    file = io.BytesIO()
    PIL.Image.fromarray(dots).save(file, "PNG", compress_level=1)
    return file.getvalue()


def print_to_pdf(page, file):
    """As the browser's print dialogue does it, on the paper that the page asks for."""
    page.pdf(path=file, prefer_css_page_size=True, print_background=False)
    return file


def pages_of(pdf):
    """The millimetres of every page, and every page as a printer of 203 dots an inch puts it down."""
    told = subprocess.run(["pdfinfo", "-l", "99", pdf], capture_output=True, text=True, check=True, timeout=60).stdout
    points = re.findall(r"^Page +\d+ size: +([\d.]+) x ([\d.]+) pts", told, re.MULTILINE)
    subprocess.run(
        ["pdftoppm", "-r", str(DOTS_PER_INCH), "-gray", "-png", pdf, pdf.with_suffix("")], check=True, timeout=60)
    pictures = sorted(pdf.parent.glob(pdf.stem + "-*.png"))
    sizes = [tuple(round(float(side) / 72 * 25.4) for side in page) for page in points]
    return sizes, [dots_of(picture.read_bytes()) for picture in pictures]


# Readers: what they find in a picture, as texts.


def read_with_zbarimg(dots):
    """QR alone, as for zxing-cpp: one slip in a thousand has a row of modules that also passes for a bar code."""
    seen = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", "PNG:-"], input=png_of(dots), capture_output=True, timeout=60)
    return seen.stdout.decode().split()


def read_with_zxing(dots):
    return [found.text for found in symbols(dots)]


def symbols(dots):
    """QR alone: of a thousand slips zxing-cpp also takes two for a bar code, by a single row through the modules."""
    return zxingcpp.read_barcodes(numpy.ascontiguousarray(dots), formats=zxingcpp.BarcodeFormat.QRCode)


READERS = {"zbarimg": read_with_zbarimg, "zxing-cpp": read_with_zxing}


# The symbol on a sheet.


class Symbol(NamedTuple):
    """A square from its first black dot to its last."""
    left: int
    top: int
    side: int

    def cut_out(self, dots, margin=0):
        rows = slice(self.top - margin, self.top + self.side + margin)
        return dots[rows, self.left - margin:self.left + self.side + margin]


def find_symbol(dots):
    """To the dot: from where zxing-cpp sees it to the outermost black dots of its three corner marks."""
    (found,) = symbols(dots)
    corner = found.position
    left, top = corner.top_left.x - 8, corner.top_left.y - 8
    black = dots[top:corner.bottom_left.y + 8, left:corner.top_right.x + 8] < 128
    rows, columns = numpy.flatnonzero(black.any(axis=1)), numpy.flatnonzero(black.any(axis=0))
    sides = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    assert sides[0] == sides[1], f"the symbol is {sides[1]} dots wide and {sides[0]} high"
    return Symbol(left + int(columns[0]), top + int(rows[0]), int(sides[0]))


# What a pocket does to a slip. Each takes the symbol with some paper around it.


def folded(dots, dice):
    """A dark crease of one or two dots somewhere in the middle, and one half slipped by a dot or two."""
    flat = dots if dice.random() < 0.5 else dots.T
    at = int(len(flat) * dice.uniform(0.25, 0.75))
    slipped = numpy.roll(flat[at:], int(dice.choice([-2, -1, 1, 2])), axis=1)
    paper = numpy.vstack([flat[:at], slipped])
    paper[at:at + int(dice.integers(1, 3))] = dice.integers(60, 120)
    return paper if flat is dots else paper.T


def stained(dots, dice, share=(0.03, 0.12)):
    """Something translucent spilt, with a soft edge, over a part of the symbol; all under it is darker."""
    side = min(dots.shape)
    area = dice.uniform(*share) * side * side
    stretch = dice.uniform(0.6, 1.6)
    radius = numpy.sqrt(area * stretch / numpy.pi), numpy.sqrt(area / stretch / numpy.pi)
    centre = dice.uniform(0.2, 0.8, 2) * dots.shape
    rows, columns = numpy.ogrid[:dots.shape[0], :dots.shape[1]]
    distance = numpy.hypot((rows - centre[0]) / radius[0], (columns - centre[1]) / radius[1])
    cover = numpy.clip((1.1 - distance) / 0.2, 0, 1)
    return grey(dots * (1 - cover * dice.uniform(0.25, 0.5)))


def faded(dots, dice):
    """Thermal paper after a summer: down to 35 hundredths of its contrast, with light noise."""
    contrast = dice.uniform(0.35, 0.6)
    return grey(250 - contrast * (250 - dots.astype(float)) + dice.normal(0, 5, dots.shape))


def tilted(dots, dice):
    """Held under the scanner up to 8 degrees askew."""
    angle = dice.choice([-1, 1]) * dice.uniform(1, 8)
    picture = PIL.Image.fromarray(dots)
    return numpy.asarray(picture.rotate(angle, PIL.Image.Resampling.BICUBIC, expand=True, fillcolor=255))


def grey(values):
    return numpy.clip(numpy.rint(values), 0, 255).astype(numpy.uint8)


WEAR = {"folded": folded, "stained": stained, "faded": faded, "tilted": tilted}


# Words on a sheet.

FACES = "/usr/share/fonts/truetype/noto/NotoSans-{}.ttf"


@functools.cache
def drawn(words, size, weight):
    """The words in the face of the sheets, set by another program."""
    face = PIL.ImageFont.truetype(FACES.format(weight), size, layout_engine=PIL.ImageFont.Layout.BASIC)
    left, top, right, bottom = face.getbbox(words)
    picture = PIL.Image.new("L", (right - left, bottom - top), 255)
    PIL.ImageDraw.Draw(picture).text((-left, -top), words, 0, face)
    return numpy.asarray(picture)


def likeness(dots, words, size=31, weight="Bold"):
    """How much the most similar place of a sheet looks like the words: 1 for the very dots, near 0 for any other.

    The normalised cross-correlation, by way of the Fourier transform.
    """
    sought = 255.0 - drawn(words, size, weight)
    sought -= sought.mean()
    paper = 255.0 - dots
    # Sides of many small factors are transformed fast.
    sides = [-(-side // 128) * 128 for side in paper.shape]

    def slide(sheet, shape):
        """The sum of products at every place where the whole shape lies on the sheet."""
        spectrum = numpy.fft.rfft2(sheet, sides) * numpy.conj(numpy.fft.rfft2(shape, sides))
        sums = numpy.fft.irfft2(spectrum, sides)
        return sums[:paper.shape[0] - shape.shape[0] + 1, :paper.shape[1] - shape.shape[1] + 1]

    window = numpy.ones_like(sought)
    energy = (sought**2).sum()
    spread = slide(paper**2, window) - slide(paper, window) ** 2 / window.size
    # Beside blank paper the spread is 0 but for rounding.
    return float((slide(paper, sought) / numpy.sqrt(numpy.maximum(spread, energy / 100) * energy)).max())


# Boxes.


def set_up(folder, commune, office="UBND xã Thử"):
    """A box of a commune, not yet started."""
    folder.mkdir(mode=0o700)
    (folder / "sathach.conf").write_text(f"office = {office}\ncommune = {commune}\ndevice = 1\n", encoding="utf-8")
    return Box(folder)


def run_under(monkeypatch, folder, script):
    """From now on boxes start through a shell script; `exec $BINARY "$@"` in it becomes the program itself."""
    wrapper = folder / "sathach-under"
    wrapper.write_text(f"#!/bin/sh\nBINARY='{product.BINARY}'\n{script}\n", encoding="utf-8")
    wrapper.chmod(0o755)
    monkeypatch.setattr(product, "BINARY", wrapper)


# The province.


class Province:
    """A folder with the key pair, and the lists it has signed."""

    def __init__(self, folder):
        self.folder = folder
        made = run_province("key", "new", "--to", folder)
        assert made.returncode == 0, made.stderr
        self.fingerprint = made.stdout.strip().split("fingerprint ")[1]

    @property
    def public(self):
        return bytes.fromhex((self.folder / "province.pub").read_text().strip())

    @property
    def seed(self):
        return (self.folder / "province.key").read_bytes()

    def sign(self, number, keys, revoked=(), date="2026-11-20"):
        """The file of a list, by the command."""
        content = self.folder / f"list-{number}.json"
        content.write_text(json.dumps({"keys": keys, "revoked": list(revoked)}))
        seen = run_province("list", "sign", "--key", self.folder, "--number", number, "--date", date, content)
        return self.put(f"list-{number}.txt", seen.stdout), seen

    def sign_by_hand(self, content):
        """A list that the command would not sign, by the second implementation."""
        message = formats.sign(formats.cbor2.dumps(content, canonical=True), self.seed, self.public,
                               formats.LIST_HEADER.encode())
        return self.put("by-hand.txt", armoured(message))

    def put(self, name, text):
        (self.folder / name).write_text(text)
        return self.folder / name


def armoured(message):
    letters = formats.base64.b64encode(message).decode()
    return "\n".join([formats.LIST_HEADER, *(letters[start:start + 76] for start in range(0, len(letters), 76)), ""])


def keys_of(box):
    return json.loads(box.command("keys", "export").stdout)


# Checking.


class Check(NamedTuple):
    """What the page of a check says."""
    status: int
    kind: str
    title: str
    reason: str
    holder: str
    facts: dict
    keys: str
    page: str

    @property
    def is_genuine(self):
        return self.kind == PASSED or self.title == "Phiếu thật"


def check(client, text, holder=""):
    """Scans a text into the page of the check and presses the button."""
    page = client.get("/check").page
    return read_check(client.press(page, "/check", slip=text, holder=holder))


def read_check(answer):
    text = answer.text

    def words(pattern):
        found = re.search(pattern, text, re.DOTALL)
        return html.unescape(found[1]) if found else ""

    facts = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", text)
    return Check(
        status=answer.status,
        kind=words(r'<section class="outcome ([a-z-]+)"'),
        title=words(r'<section class="outcome .*?<h2>(.*?)</h2>'),
        reason=words(r"</h2>\s*<p>(.*?)</p>"),
        holder=words(r'<p class="holder">(.*?)</p>'),
        facts={html.unescape(name): html.unescape(value) for name, value in facts},
        keys=words(r'</dl>\s*<p class="small">(.*?)</p>'),
        page=text)


def verify(box, text, *more):
    """The same by the command: its exit code, its lines, and what it says to programs."""
    seen = box.command("slip", "verify", text, *more)
    told = box.command("slip", "verify", text, "--json", *more)
    assert seen.returncode == told.returncode
    return seen, json.loads(told.stdout) if told.stdout else {}


def other_digit(text, place, step=1):
    return text[:place] + str((int(text[place]) + step) % 10) + text[place + 1:]
