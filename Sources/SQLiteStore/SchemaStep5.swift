extension Schema {
  /// Version 5: what seating needs beside an attempt.
  static let step5: StaticString = """
    -- Where the holder of the seat number is asked to sit down; it says nothing once somebody sits there.
    ALTER TABLE attempt ADD COLUMN device INTEGER REFERENCES device(id) CHECK (device IS NULL OR seatNumber IS NOT NULL);
    CREATE INDEX attemptDevice ON attempt (device)
      WHERE device IS NOT NULL AND state IN ('seating', 'in-progress', 'paused');

    ALTER TABLE seating ADD COLUMN language TEXT NOT NULL DEFAULT 'vi'
      CHECK (length(language) BETWEEN 1 AND 40 AND language NOT GLOB '*[^a-z0-9.-]*');
    CREATE INDEX seatingAccount ON seating (account, attempt);

    -- Languages in force, as adopted with a bank.
    CREATE TABLE language (
      place INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40 AND code NOT GLOB '*[^a-z0-9.-]*'),
      name TEXT NOT NULL CHECK (length(name) > 0)
    ) STRICT;
    INSERT INTO language (place, code, name) VALUES (1, 'vi', 'Tiếng Việt');

    -- Counts of groups that are never written beside anybody: no moment, no account, no order.
    CREATE TABLE tally (
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      audience TEXT NOT NULL CHECK (length(audience) BETWEEN 1 AND 40),
      kind TEXT NOT NULL CHECK (kind IN ('poor', 'nearly-poor', 'ethnic-minority', 'disabled')),
      count INTEGER NOT NULL CHECK (count BETWEEN 0 AND 9999),
      PRIMARY KEY (day, audience, kind)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE classroom (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
      audience TEXT NOT NULL CHECK (length(audience) BETWEEN 1 AND 40),
      mode TEXT NOT NULL CHECK (mode IN ('practice', 'tested')),
      account INTEGER NOT NULL CHECK (account >= 1),
      openedAt INTEGER NOT NULL,
      closedAt INTEGER
    ) STRICT;
    CREATE INDEX classroomOpened ON classroom (openedAt);
    -- A person on a list: sealed until they are seated, the attempt alone from then on.
    CREATE TABLE classLine (
      classroom INTEGER NOT NULL REFERENCES classroom(id),
      line INTEGER NOT NULL CHECK (line >= 1),
      sealed BLOB CHECK (length(sealed) > 0),
      attempt INTEGER REFERENCES attempt(id),
      PRIMARY KEY (classroom, line),
      CONSTRAINT lineIsOneOrTheOther CHECK ((sealed IS NULL) <> (attempt IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER classLineHasNames BEFORE INSERT ON classLine
      WHEN (SELECT mode FROM classroom WHERE id = NEW.classroom) IS NOT 'tested'
    BEGIN SELECT RAISE(ABORT, 'practice knows nobody'); END;
    """
}
