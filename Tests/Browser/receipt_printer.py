"""A receipt printer at the other end of a line: takes bytes, answers questions about its state, and shows what is on its paper."""

import os
import pty
import select
import threading
import tty

import numpy

# The four answers of a printer that is well, by what DLE EOT n asks for.
WELL = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}
OUT_OF_PAPER = {**WELL, 1: 0x1A, 2: 0x32, 4: 0x72}
COVER_OPEN = {**WELL, 1: 0x1A, 2: 0x16}
ASKING = b"\x10\x04"
RASTER = b"\x1dv0\x00"
FEED_AND_CUT = b"\x1bd\x03\x1dVB\x00"


class ReceiptPrinter:
    """Read by its own thread, as a printer takes what comes: questions are answered and are no part of a sheet."""

    def __init__(self, answers=WELL):
        self.answers = answers
        self.taken = b""
        self.line, self.far_end = pty.openpty()
        tty.setraw(self.far_end)
        self.device = os.ttyname(self.far_end)
        self.is_on = True
        self.thread = threading.Thread(target=self.work, daemon=True)
        self.thread.start()

    def work(self):
        while self.is_on:
            if select.select([self.line], [], [], 0.05)[0]:
                self.taken += os.read(self.line, 65536)
                self.answer()

    def answer(self):
        # What looks like a question within a band of dots is one to such printers too; sheets are read apart from that.
        while (found := question(self.taken)) is not None:
            place, number = found
            self.taken = self.taken[:place] + self.taken[place + 3:]
            if self.answers:
                os.write(self.line, bytes([self.answers[number]]))

    def sheets(self):
        """Every sheet that was cut off, as rows of dots, 0 black and 255 white."""
        return [picture(job) for job in self.taken.split(FEED_AND_CUT)[:-1]]

    def end(self):
        self.is_on = False
        self.thread.join()
        os.close(self.line)
        os.close(self.far_end)


def question(taken):
    """The first question that stands outside of dots."""
    place = 0
    while place < len(taken):
        if taken.startswith(RASTER, place):
            if len(taken) < place + 8:
                return None
            place += 8 + length(taken, place)
        elif taken.startswith(ASKING, place):
            return (place, taken[place + 2]) if len(taken) > place + 2 else None
        else:
            place += 1
    return None


def length(taken, place):
    return int.from_bytes(taken[place + 4:place + 6], "little") * int.from_bytes(taken[place + 6:place + 8], "little")


def picture(job):
    """The bands of a job below each other."""
    assert job.startswith(b"\x1b@"), f"a sheet begins with {job[:8]!r}"
    place, bands = 2, []
    while place < len(job):
        assert job.startswith(RASTER, place), f"text is sent as text: {job[place:place + 8]!r}"
        width = int.from_bytes(job[place + 4:place + 6], "little")
        size = length(job, place)
        bits = numpy.frombuffer(job, numpy.uint8, size, place + 8).reshape(-1, width)
        bands.append(numpy.unpackbits(bits, axis=1))
        place += 8 + size
    return ((1 - numpy.vstack(bands)) * 255).astype(numpy.uint8)
