extension Schema {
  /// Version 11: the box over time: boots, clocks, backups.
  static let step11: StaticString = """
    -- The box's own health.

    -- The test write behind `GET /health`.
    CREATE TABLE pulse (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL) STRICT;
    -- What became of the wall clock; the last row counts. A row with a reason is a doubt that nobody has settled yet;
    -- `trusted` is the last moment that was sure. `shift` is what is added to the machine's clock, in milliseconds.
    CREATE TABLE clockEntry (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      reason TEXT CHECK (reason IN ('before-release', 'before-last-event', 'long-silence', 'jumped')),
      trusted INTEGER NOT NULL,
      shift INTEGER NOT NULL,
      account INTEGER REFERENCES account(id)
    ) STRICT;
    CREATE TRIGGER clockEntryStays BEFORE UPDATE ON clockEntry BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
    -- Looks through the whole file; `finding` is empty where everything was whole.
    CREATE TABLE checkRun (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      finding TEXT NOT NULL CHECK (length(finding) <= 500),
      milliseconds INTEGER NOT NULL
    ) STRICT;
    -- Times this database was built anew from a damaged one. `report` says in lines what was kept and what is missing.
    CREATE TABLE rebuild (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      folder TEXT NOT NULL,
      report TEXT NOT NULL,
      isWhole INTEGER NOT NULL CHECK (isWhole IN (0, 1))
    ) STRICT;
    """
}
