extension Schema {
  /// Version 6: counts for reports. Everything here can be made anew from the attempts (`KioskStore.recountAll`); a row in
  /// `recountDue` says that it must be, as after this step on a file that holds attempts already.
  static let step6: StaticString = """
    CREATE TABLE recountDue (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
    INSERT INTO recountDue VALUES (1);

    -- Attempts that reports count: tested, handed in, not voided. Narrow, and in the order of a person's attempts, so that
    -- any dates are counted in one pass.
    CREATE TABLE countedAttempt (
      person INTEGER NOT NULL REFERENCES person(id),
      submittedAt INTEGER NOT NULL,
      attempt INTEGER NOT NULL REFERENCES attempt(id),
      audience TEXT NOT NULL,
      hamlet INTEGER REFERENCES hamlet(id),
      -- The age the band begins with.
      ageBand INTEGER NOT NULL,
      sex TEXT CHECK (sex IN ('male', 'female')),
      isAssisted INTEGER NOT NULL CHECK (isAssisted IN (0, 1)),
      isPassed INTEGER NOT NULL CHECK (isPassed IN (0, 1)),
      PRIMARY KEY (person, submittedAt, attempt)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reportPart (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('area', 'competence')),
      code TEXT NOT NULL,
      UNIQUE (kind, code)
    ) STRICT;
    -- `scores`: for each area and competence "part,asked,credit,isReached", with one space between; credit in hundredths.
    CREATE TABLE countedParts (
      attempt INTEGER PRIMARY KEY REFERENCES attempt(id),
      scores TEXT NOT NULL
    ) STRICT;

    -- Kept counts. `start` is the period's first month, 202610; `scope` an audience, or empty over all of them. People are
    -- counted once a period and scope, in the cell of their deciding attempt. Without checks: a count that went wrong must
    -- not keep anybody from handing in, and is found by recounting.
    CREATE TABLE reportCell (
      kind TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'half', 'year')),
      start INTEGER NOT NULL,
      scope TEXT NOT NULL,
      audience TEXT NOT NULL,
      -- 0 where none is written down.
      hamlet INTEGER NOT NULL,
      ageBand INTEGER NOT NULL,
      -- Empty where unknown.
      sex TEXT NOT NULL,
      isAssisted INTEGER NOT NULL,
      isLater INTEGER NOT NULL,
      people INTEGER NOT NULL,
      passed INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      attemptsPassed INTEGER NOT NULL,
      PRIMARY KEY (kind, start, scope, audience, hamlet, ageBand, sex, isAssisted, isLater)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reportPartCell (
      kind TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'half', 'year')),
      start INTEGER NOT NULL,
      scope TEXT NOT NULL,
      part INTEGER NOT NULL REFERENCES reportPart(id),
      people INTEGER NOT NULL,
      reached INTEGER NOT NULL,
      asked INTEGER NOT NULL,
      credit INTEGER NOT NULL,
      PRIMARY KEY (kind, start, scope, part)
    ) STRICT, WITHOUT ROWID;

    -- Head and foot of reports on paper; the newest version is in force.
    CREATE TABLE letterhead (
      version INTEGER PRIMARY KEY,
      superior TEXT NOT NULL,
      office TEXT NOT NULL CHECK (length(office) > 0),
      symbol TEXT NOT NULL,
      place TEXT NOT NULL,
      authority TEXT NOT NULL,
      position TEXT NOT NULL,
      signer TEXT NOT NULL,
      -- One a line.
      recipients TEXT NOT NULL,
      account INTEGER NOT NULL CHECK (account >= 1),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER letterheadStays BEFORE UPDATE ON letterhead
    BEGIN SELECT RAISE(ABORT, 'what was in force stays written down'); END;

    CREATE INDEX attemptPractice ON attempt (submittedAt, audience) WHERE mode = 'practice' AND state = 'submitted';
    """
}
