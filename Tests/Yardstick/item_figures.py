"""How long items from files of other programs take to be read and reviewed, and how much memory."""

import pathlib
import resource
import subprocess
import sys
import time

from figures import Figure, Goal

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Independent"))

import many_items  # noqa: E402


def item_figures(folder, binary, count):
    for name, write in many_items.FORMATS.items():
        try:
            content = write(count)
        except ImportError:  # openpyxl is in the tests' own environment only
            continue
        path = pathlib.Path(folder) / f"many.{name}"
        path.write_bytes(content)
        start = time.monotonic()
        done = subprocess.run([binary, "bank", "import", path, "--dry-run", "--data", folder], capture_output=True, text=True)
        seconds = time.monotonic() - start
        assert f"{count} items would come in" in done.stdout, done.stdout + done.stderr[-500:]
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        remark = f"{len(content) / 1e6:.1f} MB; most memory of any process so far {most:.0f} MiB"
        yield Figure(f"{count} items of {name}, dry run", "s", [seconds], goal=Goal("<", 5), remark=remark)
