"""Somebody who got into the service and tries this and that; writes down, as JSON, what was refused and why."""

import ctypes
import errno
import json
import mmap
import os
import socket
import subprocess
import sys

# Whatever it may write, if the machine has it.
FOLDERS = ["/var/lib/sathach", "/run/sathach", "/tmp", "/var/tmp", "/dev/shm", "/media", "/mnt"]
LIBC = ctypes.CDLL(None, use_errno=True)


def call(name, *arguments):
    if getattr(LIBC, name)(*arguments) == -1:
        raise OSError(ctypes.get_errno(), name)


def connect(family, address):
    with socket.socket(family, socket.SOCK_STREAM) as wire:
        wire.settimeout(2)
        wire.connect(address)


def write(path):
    with open(path, "w") as file:
        file.write("x")


def run_what_was_written(folder):
    path = f"{folder}/program"
    with open(path, "w") as file:
        file.write("#!/bin/sh\n")
    os.chmod(path, 0o700)
    try:
        subprocess.run([path], check=True)
    finally:
        os.unlink(path)


TRIES = {
    "call a server": lambda: connect(socket.AF_INET, ("127.0.0.1", 9)),
    "call this machine's services": lambda: connect(socket.AF_UNIX, "/run/systemd/private"),
    "call the print system": lambda: connect(socket.AF_UNIX, "/run/cups/cups.sock"),
    "hear the wire": lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0),
    "ask the kernel for routes": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0),
    "write settings of the machine": lambda: write("/etc/probe"),
    "write into the program's folder": lambda: write("/usr/share/sathach/probe"),
    "write a setting of the kernel": lambda: write("/proc/sys/kernel/hostname"),
    **{f"run what it wrote to {folder}": lambda folder=folder: run_what_was_written(folder) for folder in FOLDERS},
    "make written memory run": lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_WRITE | mmap.PROT_EXEC),
    "look into homes": lambda: os.listdir("/root"),
    "look at the machine's passwords": lambda: open("/etc/shadow").read(),
    "see other processes": lambda: os.stat("/proc/1/status"),
    "see a disk": lambda: os.stat("/dev/vda"),
    "make a namespace": lambda: call("unshare", 0x10000000),
    "mount": lambda: call("mount", b"none", b"/tmp", b"tmpfs", 0, None),
    "look into a process": lambda: call("ptrace", 16, os.getppid(), None, None),
    "become root": lambda: call("setuid", 0),
    "set the clock": lambda: call("settimeofday", b"\0" * 16, None),
    "load a module": lambda: call("syscall", 175, b"", 0, b""),
}


def outcome(attempt):
    try:
        attempt()
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error))
    return "done"


if __name__ == "__main__":
    with open(sys.argv[1], "w") as told:
        json.dump({name: outcome(attempt) for name, attempt in TRIES.items()}, told)
