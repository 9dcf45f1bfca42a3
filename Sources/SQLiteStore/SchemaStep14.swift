extension Schema {
  /// Version 14: what was sent to the province, and under which device name rows came to be.
  static let step14: StaticString = """
    -- Where the box took another device name: rows up to these numbers are of the former one. The numbers alone would not
    -- say so, since the box that was lost may have counted on.
    CREATE TABLE deviceChange (
      event INTEGER PRIMARY KEY REFERENCES event(id),
      former TEXT NOT NULL CHECK (length(former) > 0),
      lastAttempt INTEGER NOT NULL CHECK (lastAttempt >= 0),
      lastPerson INTEGER NOT NULL CHECK (lastPerson >= 0)
    ) STRICT;
    -- Of what happened before this step: by attempts begun and their people.
    INSERT INTO deviceChange (event, former, lastAttempt, lastPerson)
    SELECT e.id,
      substr(e.note, instr(e.note, 'former=') + 7, instr(substr(e.note, instr(e.note, 'former=') + 7) || ' ', ' ') - 1),
      coalesce((SELECT max(b.attempt) FROM event b WHERE b.id < e.id AND b.attempt IS NOT NULL), 0),
      coalesce((SELECT max(a.person) FROM attempt a
        WHERE a.id <= (SELECT max(b.attempt) FROM event b WHERE b.id < e.id AND b.attempt IS NOT NULL)), 0)
    FROM event e WHERE e.kind IN ('restored', 'issuer-renewed') AND instr(e.note, 'former=') > 0;
    CREATE TRIGGER deviceChanges AFTER INSERT ON event
      WHEN NEW.kind IN ('restored', 'issuer-renewed') AND instr(NEW.note, 'former=') > 0
    BEGIN
      INSERT INTO deviceChange (event, former, lastAttempt, lastPerson)
      SELECT NEW.id,
        substr(NEW.note, instr(NEW.note, 'former=') + 7,
          instr(substr(NEW.note, instr(NEW.note, 'former=') + 7) || ' ', ' ') - 1),
        (SELECT coalesce(max(id), 0) FROM attempt), (SELECT coalesce(max(id), 0) FROM person);
    END;
    CREATE TRIGGER deviceChangeStays BEFORE UPDATE ON deviceChange
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;
    CREATE TRIGGER deviceChangeIsKept BEFORE DELETE ON deviceChange
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;

    -- Bundles as they lie in the folder of bundles, once the box has seen them there. `digest` is of the whole file.
    CREATE TABLE bundle (
      issuer TEXT NOT NULL CHECK (length(issuer) > 0),
      number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999999),
      firstEvent INTEGER NOT NULL CHECK (firstEvent >= 1),
      lastEvent INTEGER NOT NULL CHECK (lastEvent >= firstEvent - 1),
      eventHash BLOB NOT NULL CHECK (length(eventHash) = 32),
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      size INTEGER NOT NULL CHECK (size > 0),
      records INTEGER NOT NULL CHECK (records >= 0),
      -- Seconds since 1970.
      madeAt INTEGER NOT NULL,
      recipient BLOB NOT NULL CHECK (length(recipient) = 8),
      PRIMARY KEY (issuer, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER bundleStays BEFORE UPDATE ON bundle
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;
    CREATE TRIGGER bundleIsKept BEFORE DELETE ON bundle
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;

    -- Another kind of disclosure: names went to the province.
    CREATE TABLE newDisclosure (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL
        CHECK (kind IN ('attempts', 'confirmation-list', 'person-file', 'person-paper', 'full-number', 'bundle')),
      -- A period, a list's or a bundle's number: never a name.
      subject TEXT NOT NULL CHECK (length(subject) <= 80),
      person INTEGER REFERENCES person(id),
      rows INTEGER NOT NULL CHECK (rows >= 0),
      format TEXT NOT NULL CHECK (length(format) BETWEEN 1 AND 20),
      -- SHA-256 of the file as it left; empty for what was only shown.
      digest BLOB NOT NULL CHECK (length(digest) IN (0, 32)),
      account INTEGER CHECK (account >= 1),
      at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO newDisclosure SELECT id, kind, subject, person, rows, format, digest, account, at FROM disclosure;
    DROP TRIGGER disclosureIsKept;
    DROP TABLE disclosure;
    ALTER TABLE newDisclosure RENAME TO disclosure;
    CREATE INDEX disclosurePerson ON disclosure (person) WHERE person IS NOT NULL;
    CREATE TRIGGER disclosureStays BEFORE UPDATE ON disclosure
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;
    CREATE TRIGGER disclosureIsKept BEFORE DELETE ON disclosure
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;
    """
}
