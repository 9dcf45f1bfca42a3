"""A Debian of its own, freshly made, in which packages are installed: a folder with an overlay above it."""

import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Made once; everything a test does lies in the layer above it.
LOWER = ROOT / ".build" / "debian-root"
BOUND = ["proc", "sys", "dev"]


def run(*words, check=True, **options):
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, timeout=600, **options)
    assert not check or done.returncode == 0, f"{words}: {done.stdout[-2000:]}{done.stderr[-4000:]}"
    return done


class NotMade(Exception):
    """This machine cannot make a clean Debian; nothing is wrong with the packages."""


def prepare(*words):
    done = run(*words, check=False)
    if done.returncode != 0:
        raise NotMade(f"{words[0]}: {(done.stderr or done.stdout).strip()[-400:]}")


def make_lower():
    """The least Debian that has a systemd, with the sources of this machine."""
    if LOWER.exists():
        return
    draft = LOWER.with_suffix(".new")
    shutil.rmtree(draft, ignore_errors=True)
    release = next(line.split("=")[1].strip() for line in open("/etc/os-release") if line.startswith("VERSION_CODENAME"))
    targets = run("apt-get", "indextargets", "--format", "$(RELEASE) $(ORIGIN) $(SITE)", "Created-By: Packages").stdout
    site = next(line.split()[2] for line in targets.splitlines() if line.startswith(f"{release} Debian "))
    prepare("debootstrap", "--variant=minbase", "--include=ca-certificates,systemd", release, draft, site)
    for name in ["sources.list", "sources.list.d", "apt.conf.d"]:
        source, target = pathlib.Path("/etc/apt") / name, draft / "etc/apt" / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        elif source.exists():
            shutil.copy(source, target)
    shutil.copy("/etc/resolv.conf", draft / "etc/resolv.conf")
    run("chroot", draft, "apt-get", "update", "-q")
    # What is asked for later is fetched once.
    for name in (draft / "etc/apt/apt.conf.d").glob("docker-*"):
        name.unlink()
    draft.rename(LOWER)


class CleanRoot:
    def __init__(self, folder):
        make_lower()
        self.path = folder / "root"
        for name in ["root", "upper", "work"]:
            (folder / name).mkdir()
        layers = f"lowerdir={LOWER},upperdir={folder / 'upper'},workdir={folder / 'work'}"
        prepare("mount", "-t", "overlay", "overlay", "-o", layers, self.path)
        for name in BOUND:
            run("mount", "--rbind", f"/{name}", self.path / name)
            run("mount", "--make-rslave", self.path / name)
        # Downloads outlive the layer.
        archives = LOWER.with_name("debian-archives")
        archives.mkdir(exist_ok=True)
        run("mount", "--bind", archives, self.path / "var/cache/apt/archives")

    def close(self):
        run("umount", "-R", "-l", self.path)

    def run(self, *words, check=True):
        return run("chroot", self.path, "env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8",
                   "DEBIAN_FRONTEND=noninteractive", *words, check=check)

    def install(self, package):
        """As an administrator does, with what the package needs and nothing that is only recommended."""
        shutil.copy(package, self.path / "tmp")
        self.run("apt-get", "install", "-y", "-q", "--no-install-recommends", f"/tmp/{package.name}")

    def file(self, path):
        return self.path / path.lstrip("/")

    def named(self, word):
        """Files and folders with this in their name, wherever the system itself keeps no notes."""
        found = self.run("find", "/", "-xdev", "-iname", f"*{word}*", "-not", "-path", "/proc/*", "-not", "-path", "/sys/*",
                         "-not", "-path", "/dev/*", "-not", "-path", "/tmp/*", "-not", "-path", "/var/cache/apt/*")
        return sorted(found.stdout.split())
