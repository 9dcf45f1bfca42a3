"""A whole machine in software: a kernel, the product on a disk of its own, and a plug that can be pulled.

QEMU is ended without a word at the cut. What the guest had in its memory is gone; what it had written to its disk stays, also
where no flush had asked for it: an honest disk that loses nothing it was given. Disks that lose what was not flushed are in
`test_torn_writes.py`.
"""

import http.client
import pathlib
import re
import shutil
import socket
import subprocess
import time

from bank import KIOSK
from box import BINARY

BOOT_SECONDS = 240
PORT = 8080
MODULES = ["virtio_ring", "virtio", "virtio_pci_legacy_dev", "virtio_pci_modern_dev", "virtio_pci", "virtio_blk",
           "failover", "net_failover", "virtio_net"]
INIT = f"""#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
for name in {" ".join(MODULES)}; do insmod /modules/$name.ko; done
mount -t ext4 /dev/vda /disk || {{ echo "NO DISK"; poweroff -f; }}
echo DISK MOUNTED
ip link set lo up; ip link set eth0 up; ip addr add 10.0.2.15/24 dev eth0
mount -t proc proc /disk/proc; mount --bind /dev /disk/dev
exec chroot /disk /box/sathach serve --data /data --port {PORT} --listen 10.0.2.15 --kiosk /kiosk
"""


def missing():
    """What this machine lacks for another one inside it."""
    commands = [name for name in ("qemu-system-x86_64", "mke2fs", "cpio", "busybox") if not shutil.which(name)]
    return commands + ([] if kernels() else ["a kernel of linux-image-cloud-amd64"])


def kernels():
    return sorted(pathlib.Path("/boot").glob("vmlinuz-*-cloud-amd64"))


class Machine:
    def __init__(self, folder):
        self.folder = folder
        self.disk, self.start_image = folder / "disk.img", folder / "start.cpio"
        self.kernel = kernels()[-1]
        self.console = folder / "console.log"
        self.process = None
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            self.port = door.getsockname()[1]
        self.make_start_image()
        self.make_disk()

    def make_start_image(self):
        root = self.folder / "start"
        for name in ("bin", "proc", "sys", "dev", "disk", "modules"):
            (root / name).mkdir(parents=True)
        shutil.copy(shutil.which("busybox"), root / "bin/busybox")
        modules = pathlib.Path("/lib/modules") / self.kernel.name.removeprefix("vmlinuz-")
        for name in MODULES:
            shutil.copy(next(modules.rglob(f"{name}.ko")), root / "modules")
        (root / "init").write_text(INIT)
        (root / "init").chmod(0o755)
        names = subprocess.run(["find", ".", "-print0"], cwd=root, check=True, capture_output=True).stdout
        with self.start_image.open("wb") as image:
            subprocess.run(["cpio", "--null", "--create", "--format=newc", "--quiet"], cwd=root, input=names, stdout=image,
                           check=True)

    def make_disk(self):
        root = self.folder / "root"
        for name in ("proc", "dev", "data", "box", "tmp"):
            (root / name).mkdir(parents=True)
        (root / "data").chmod(0o700)
        shutil.copytree(KIOSK, root / "kiosk", ignore=shutil.ignore_patterns("speech", "*.opus"))
        shutil.copy(BINARY, root / "box/sathach")
        subprocess.run(["strip", "-s", root / "box/sathach"], check=True)
        for library in re.findall(r"(/\S+) \(0x", subprocess.run(
                ["ldd", BINARY], check=True, capture_output=True, text=True).stdout):
            target = root / library.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(library, target)
        subprocess.run(["mke2fs", "-q", "-t", "ext4", "-d", root, self.disk, "400M"], check=True)

    def start(self):
        words = ["qemu-system-x86_64", "-accel", "tcg", "-cpu", "max", "-m", "384", "-display", "none", "-no-reboot",
                 "-serial", f"file:{self.console}", "-kernel", self.kernel, "-initrd", self.start_image,
                 # On a busy host the timer may not have ticked by the moment at which the kernel looks whether it does.
                 "-append", "console=ttyS0 quiet panic=-1 no_timer_check",
                 "-drive", f"file={self.disk},if=virtio,format=raw,cache=writeback",
                 "-netdev", f"user,id=n,hostfwd=tcp:127.0.0.1:{self.port}-10.0.2.15:{PORT}", "-device", "virtio-net-pci,netdev=n"]
        self.process = subprocess.Popen(list(map(str, words)), stdin=subprocess.DEVNULL)
        self.await_open()
        return self

    def await_open(self):
        deadline = time.monotonic() + BOOT_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
                connection.request("GET", "/health")
                if b'"write":"ok"' in connection.getresponse().read():
                    return
            except (OSError, http.client.HTTPException):
                pass
            finally:
                connection.close()
            time.sleep(0.1)
        raise AssertionError(f"the machine does not serve; its console says: {self.console.read_text()[-3000:]}")

    def pull_the_plug(self):
        self.process.kill()
        self.process.wait(20)

    def take_out(self, folder):
        """The data folder as the disk has it, after the file system's own recovery."""
        place = self.folder / "mounted"
        place.mkdir()
        subprocess.run(["mount", "-o", "loop", self.disk, place], check=True)
        try:
            shutil.copytree(place / "data", folder)
        finally:
            subprocess.run(["umount", place], check=True)
