"""From the packages to a running server in a clean Debian, through an upgrade, to nothing left. One story: the order counts."""

import re
import sqlite3

from client import Client
from conftest import packages
from older_schema import make_older
from world import HOA

CONF = "/etc/sathach/sathach.conf"
OFFICE = "UBND xã Tân Trào"


def rows(box, sql):
    database = sqlite3.connect(f"file:{box.data / 'sathach.db'}?mode=ro", uri=True)
    found = database.execute(sql).fetchall()
    database.close()
    return found


def test_the_same_sources_make_the_same_bytes(made, tmp_path):
    again = packages(tmp_path)
    assert {name: path.read_bytes() for name, path in made.items()} == \
        {name: path.read_bytes() for name, path in again.items()}


def test_it_installs_with_every_library_in_place_for_a_user_of_its_own(installed, capsys):
    size = installed.run("dpkg-query", "-W", "-f", "${Installed-Size}", "sathach").stdout
    with capsys.disabled():
        print(f"\nsathach installed: {int(size) / 1024:.1f} MiB")
    for program in ["sathach", "sathach-symbols", "sathach-import", "sathach-speech", "sathach-send"]:
        assert "not found" not in installed.run("ldd", f"/usr/bin/{program}").stdout, program
    assert installed.run("id", "-un", "sathach").stdout == "sathach\n"
    state = installed.file("/var/lib/sathach").stat()
    assert (state.st_mode & 0o777, installed.run("stat", "-c", "%U", "/var/lib/sathach").stdout) == (0o700, "sathach\n")


def test_every_setting_stands_in_etc_as_the_program_explains_it(installed):
    assert installed.file(CONF).read_text() == installed.run("sathach", "settings").stdout
    assert installed.run("stat", "-c", "%U:%G %a", CONF).stdout == "root:sathach 640\n"
    assert CONF in installed.run("dpkg-query", "-W", "-f", "${Conffiles}", "sathach").stdout


def test_the_manual_and_the_completions_know_every_command(installed):
    words = installed.run("sathach", "--help").stdout
    manual = installed.run("zcat", "/usr/share/man/man1/sathach.1.gz").stdout
    bash = installed.file("/usr/share/bash-completion/completions/sathach").read_text()
    for command in ["serve", "settings", "backup", "restore", "audit"]:
        assert f"  {command}" in words and f".SS sathach {command}\n" in manual and command in bash


def test_no_unit_of_both_packages_has_anything_that_systemd_would_not_take(installed, made):
    installed.file("/tmp/kiosk.deb").write_bytes(made["sathach-kiosk"].read_bytes())
    # Its browser and compositor are ten times the size of all the rest; the session is tried elsewhere.
    installed.run("dpkg", "--force-depends", "-i", "/tmp/kiosk.deb")
    assert installed.run("id", "-un", "sathach-kiosk").stdout == "sathach-kiosk\n"
    units = sorted(path.name for path in installed.file("/usr/lib/systemd/system").glob("sathach*.*") if path.is_file())
    assert len(units) == 8
    checked = installed.run("systemd-analyze", "verify", *units, check=False)
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
    for name in ["printer-usb.conf", "printer-cups.conf"]:
        installed.run("install", "-D", "-m", "644", "-t", "/etc/systemd/system/sathach.service.d", f"/usr/share/doc/sathach/{name}")
    checked = installed.run("systemd-analyze", "verify", "sathach.service", check=False)
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
    installed.run("rm", "-r", "/etc/systemd/system/sathach.service.d")
    installed.run("dpkg", "--force-depends", "--purge", "sathach-kiosk")
    assert installed.named("sathach-kiosk") == [] and not installed.file("/etc/chromium").exists()


def test_it_serves_and_a_resident_goes_the_whole_way(served, capsys):
    with capsys.disabled():
        print(f"\nstart to an open box, the first time: {served.start_seconds:.2f} s")
    result = Client(served).take_test(HOA)
    assert result.status == 200 and "Đạt" in result.text
    assert rows(served, "SELECT count(*) FROM slip") == [(1,)]


def test_what_is_set_in_etc_holds(installed, box):
    conf = installed.file(CONF)
    conf.write_text(conf.read_text().replace("UBND xã, phường (chưa khai báo)\n", f"{OFFICE}\n"))
    box.start()
    assert OFFICE in Client(box).get("/").text
    assert box.end() == 0


def test_an_upgrade_keeps_settings_and_data_and_copies_the_database_before_its_schema_changes(
        installed, box, newer, capsys):
    before = rows(box, "SELECT serial, token, bytes FROM slip")
    version = make_older(box.data / "sathach.db")
    installed.run("chown", "sathach:sathach", "/var/lib/sathach/sathach.db")
    installed.file("/tmp/newer.deb").write_bytes(newer.read_bytes())
    installed.run("dpkg", "-i", "/tmp/newer.deb")
    box.start()
    with capsys.disabled():
        print(f"\nstart of the upgraded box, from schema {version}: {box.start_seconds:.2f} s")
    assert rows(box, "SELECT serial, token, bytes FROM slip") == before
    assert rows(box, "PRAGMA user_version") == [(version + 1,)]
    copy = sqlite3.connect(box.data / f"sathach.db.schema-{version}")
    assert copy.execute("PRAGMA user_version").fetchone() == (version,)
    assert copy.execute("SELECT count(*) FROM slip").fetchone() == (1,)
    assert OFFICE in Client(box).get("/").text
    assert box.end() == 0
    assert box.command("audit", "verify").returncode == 0


def test_a_setup_follows_the_link_to_etc_and_where_it_may_not_write_there_takes_its_place(installed, box):
    data, conf = "/var/lib/second", "/etc/sathach/second.conf"
    installed.run("install", "-d", "-m", "700", "-o", "sathach", "-g", "sathach", data)
    installed.run("install", "-m", "640", "-o", "root", "-g", "sathach", CONF, conf)
    installed.run("ln", "-s", conf, f"{data}/sathach.conf")
    site = installed.file("/tmp/site.conf")
    site.write_text(f"office = {OFFICE}\ncommune = 02545\nrecovery-key = make\n")
    installed.run("sathach", "setup", "--from", "/tmp/site.conf", "--data", data)
    assert "commune = 02545\n" in installed.file(conf).read_text()
    assert installed.run("stat", "-c", "%U:%G %a", conf).stdout == "root:sathach 640\n"
    # A link is whoever's; what it made itself is the service's.
    assert installed.run("find", data, "!", "-type", "l", "!", "-user", "sathach").stdout == ""
    assert installed.run("readlink", f"{data}/sathach.conf").stdout == f"{conf}\n"

    site.write_text(site.read_text() + "backup-every = 12\n")
    installed.run("setpriv", "--reuid=sathach", "--regid=sathach", "--init-groups", "sathach", "setup",
                  "--from", "/tmp/site.conf", "--data", data)
    own = installed.file(f"{data}/sathach.conf")
    assert not own.is_symlink() and own.read_text().startswith(f"# In the place of {conf}")
    assert "backup-every = 12\n" in own.read_text() and "backup-every = 24\n" in installed.file(conf).read_text()
    installed.run("rm", "-r", data, conf)


def version(installed):
    return installed.run("dpkg-query", "-W", "-f", "${Version}", "sathach").stdout[:2]


def test_a_package_on_a_stick_is_installed_and_the_one_from_before_again_where_the_box_does_not_answer(
        installed, box, newest, capsys):
    maker = installed.run("sathach", "update", "key", "--to", "/tmp/maker").stdout
    installed.run("sathach", "update", "trust", "/tmp/maker/update.pub", "--data", "/var/lib/sathach",
                  "--fingerprint", re.search("fingerprint (.*)\n", maker)[1])
    installed.file("/tmp/newest.deb").write_bytes(newest.read_bytes())
    for number in ["1", "2"]:
        installed.run("sathach", "update", "make", "--to", f"/tmp/usb{number}", "--key", "/tmp/maker", "--number", number,
                      "--package", "/tmp/newest.deb")
    take = ["sathach", "update", "--unit", "", "--patience", "1", "--data", "/var/lib/sathach", "--from"]
    box.start()
    done = installed.run(*take, "/tmp/usb1", "--port", box.port, "--former", "/tmp/newer.deb")
    assert "taken in" in done.stdout and version(installed) == "2:"
    assert OFFICE in installed.file(CONF).read_text() and "Something that is new" not in installed.file(CONF).read_text()
    assert box.end() == 0

    installed.run("dpkg", "--force-confold", "-i", "/tmp/newer.deb")
    installed.file("/var/lib/sathach/update/kept/newest.deb").unlink()
    failed = installed.run(*take, "/tmp/usb2", "--port", 9, "--former", "/tmp/newer.deb", check=False)
    assert failed.returncode != 0 and version(installed) == "1:", failed.stderr
    assert OFFICE in installed.file(CONF).read_text()
    installed.run("sh", "-c", "rm -rf /tmp/maker /tmp/usb? /etc/sathach/*.dpkg-dist")


def test_removing_keeps_data_and_settings(installed):
    installed.run("apt-get", "remove", "-y", "-q", "sathach")
    assert not installed.file("/usr/bin/sathach").exists()
    assert installed.file("/var/lib/sathach/sathach.db").exists() and OFFICE in installed.file(CONF).read_text()


def test_purging_leaves_nothing(installed):
    installed.run("apt-get", "purge", "-y", "-q", "sathach")
    assert installed.named("sathach") == installed.before == []
    assert installed.run("getent", "passwd", "sathach", check=False).stdout == ""
    assert installed.run("getent", "group", "sathach", check=False).stdout == ""
