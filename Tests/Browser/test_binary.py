"""What the shipped program is made of: no full Foundation with its 40 MB of ICU, and small."""

import re
import shutil
import subprocess

import pytest

from box import BINARY

# Symbols of the module Foundation begin with its mangled name; FoundationEssentials, which the command line brings, has
# another. ICU's own functions carry these prefixes, with Swift's renaming or without.
FOUNDATION = re.compile(r"\$s10Foundation\d?[A-Z]|^_?OBJC_CLASS_\$_NS|\bCFStringCreate|_FoundationICU")
ICU = re.compile(r"(^|_)(uloc|ucol|udat|unum|ubrk|ucal|uregex)_(open|get)|icudt\d+")


def output(*words):
    return subprocess.run(words, capture_output=True, text=True, timeout=60, check=True).stdout


def symbols(program):
    return [line.split()[-1] for line in output("nm", program).splitlines()]


def test_no_full_foundation_and_no_icu_is_linked():
    libraries = output("ldd", BINARY)
    assert not re.search(r"Foundation|icu|swiftCore", libraries), libraries
    names = symbols(BINARY)
    assert any("20FoundationEssentials" in name for name in names), "the symbols are there to be looked at"
    assert [name for name in names if FOUNDATION.search(name) or ICU.search(name)][:5] == []


def test_what_reads_pictures_from_outside_or_draws_windows_stays_out_of_the_server():
    libraries = output("ldd", BINARY)
    assert not re.search(r"libzbar|libxlsxwriter|libzip|libexpat|libX11|libdbus|libjpeg|libMagick", libraries), libraries


@pytest.mark.parametrize("program, reads", [("sathach-symbols", "libzbar"), ("sathach-import", "libzip|libexpat")])
def test_each_reader_of_foreign_files_is_a_program_of_its_own_that_talks_to_no_network(program, reads):
    file = BINARY.parent / program
    assert re.search(reads, output("ldd", file))
    assert not re.search(r"libmicrohttpd|libgnutls|libsqlite3|libsodium", output("ldd", file))
    wanted = output("nm", "-D", "--undefined-only", file)
    assert not re.search(r" (socket|connect|bind|listen|getaddrinfo)\b", wanted)


def test_the_program_is_smaller_than_20_megabytes(tmp_path):
    copy = shutil.copy(BINARY, tmp_path / "sathach")
    subprocess.run(["strip", copy], check=True, timeout=60)
    assert (tmp_path / "sathach").stat().st_size < 20_000_000


def test_a_program_with_full_foundation_would_be_found(tmp_path):
    if not shutil.which("swiftc"):
        pytest.skip("no Swift toolchain beside the tests")
    source = tmp_path / "full.swift"
    source.write_text("import Foundation\nprint(DateFormatter().string(from: Date()))\n")
    subprocess.run(["swiftc", "-static-stdlib", source, "-o", tmp_path / "full"], check=True, timeout=120,
                   capture_output=True)
    names = symbols(tmp_path / "full")
    assert any(FOUNDATION.search(name) for name in names) and any(ICU.search(name) for name in names)


def test_the_program_can_open_no_connection_and_ask_for_no_name():
    wanted = output("nm", "-D", "--undefined-only", BINARY)
    assert " socket@" in wanted and not re.search(r" (connect|getaddrinfo|gethostbyname)\b", wanted)
