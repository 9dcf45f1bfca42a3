"""What these tests share: the packages as `kiosk/package` makes them, and one clean Debian in which their story goes on."""

import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))

from clean_root import CleanRoot, NotMade, run  # noqa: E402
from installed_box import InstalledBox  # noqa: E402
from privileges import may_mount  # noqa: E402


def packages(folder):
    printed = run(ROOT / "kiosk" / "package", "--built", "--to", folder).stdout
    return {path.name.split("_")[0]: path for path in map(pathlib.Path, printed.split())}


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return packages(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="session")
def root(tmp_path_factory):
    if not may_mount():
        pytest.skip("NOT TESTED: only root can make a clean Debian to install in")
    try:
        root = CleanRoot(tmp_path_factory.mktemp("clean"))
    except NotMade as reason:
        pytest.skip(f"NOT TESTED: {reason}")
    yield root
    root.close()


@pytest.fixture(scope="session")
def installed(root, made):
    root.before = root.named("sathach")
    root.install(made["sathach"])
    return root


@pytest.fixture
def box(installed):
    """Not started; ended in any case, for a user whose program runs cannot be removed."""
    box = InstalledBox(installed)
    yield box
    box.end()


@pytest.fixture
def served(box):
    return box.start()


def later(package, folder, epoch, setting=""):
    """The same package under a later version, as the next one would be, perhaps with other words in its settings."""
    run("dpkg-deb", "-R", package, folder / "tree")
    control = folder / "tree" / "DEBIAN" / "control"
    control.write_text(control.read_text().replace("\nVersion: ", f"\nVersion: {epoch}:"))
    with (folder / "tree/etc/sathach/sathach.conf").open("a") as settings:
        settings.write(setting)
    target = folder / f"sathach_{epoch}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "-b", folder / "tree", target], check=True,
                   capture_output=True)
    return target


@pytest.fixture(scope="session")
def newer(made, tmp_path_factory):
    return later(made["sathach"], tmp_path_factory.mktemp("newer"), 1)


@pytest.fixture(scope="session")
def newest(made, tmp_path_factory):
    return later(made["sathach"], tmp_path_factory.mktemp("newest"), 2, "\n# Something that is new.\n")
