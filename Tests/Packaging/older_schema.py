"""A database as the program one step of the schema ago would have left it, with what the present one holds."""

import pathlib
import re
import sqlite3

from clean_root import ROOT


def steps():
    """The SQL of each step, from the sources: a released step is never changed."""
    folder = ROOT / "Sources" / "SQLiteStore"
    order = re.search(r"static let steps: \[StaticString\] = \[(.*?)\]", (folder / "Schema.swift").read_text(), re.DOTALL)
    names = re.findall(r"step\d+", order[1])
    texts = {}
    for path in folder.glob("SchemaStep*.swift"):
        for name, sql in re.findall(r'static let (step\d+): StaticString = """\n(.*?)\n +"""', path.read_text(), re.DOTALL):
            texts[name] = sql
    return [texts[name] for name in names]


def columns(database, schema, table):
    # Generated columns are computed, not written.
    return [row[1] for row in database.execute(f"PRAGMA {schema}.table_xinfo('{table}')") if row[6] == 0]


def make_older(path: pathlib.Path):
    """Puts the file's rows into a file of the step before, in its place.

    Returns the number of that step.
    """
    older = path.with_name("older.db")
    database = sqlite3.connect(older, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    version = len(steps()) - 1
    for step in steps()[:version]:
        database.executescript(step)
    database.execute("ATTACH ? AS present", [str(path)])
    application, = database.execute("PRAGMA present.application_id").fetchone()
    triggers = database.execute("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        database.execute(f'DROP TRIGGER main."{name}"')
    present = {name for name, in database.execute("SELECT name FROM present.sqlite_schema WHERE type = 'table'")}
    tables = [name for name, in database.execute(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    for table in tables:
        if table not in present:
            continue
        both = [name for name in columns(database, "main", table) if name in columns(database, "present", table)]
        names = ", ".join(f'"{name}"' for name in both)
        database.execute(f'DELETE FROM main."{table}"')
        database.execute(f'INSERT INTO main."{table}" ({names}) SELECT {names} FROM present."{table}"')
    for _, sql in triggers:
        database.execute(sql)
    database.execute("DETACH present")
    database.execute(f"PRAGMA application_id = {application}")
    database.execute(f"PRAGMA user_version = {version}")
    database.close()
    for suffix in ["-wal", "-shm"]:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.write_bytes(older.read_bytes())
    older.unlink()
    return version
