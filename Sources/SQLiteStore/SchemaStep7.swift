extension Schema {
  /// Version 7: lists for the outside authority and its answers.
  static let step7: StaticString = """
    -- How lists look and how answers are read; rows never change, lists stand on them.
    CREATE TABLE confirmationLayout (
      id INTEGER PRIMARY KEY,
      content TEXT NOT NULL CHECK (length(content) > 0),
      account INTEGER CHECK (account >= 1),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER confirmationLayoutStays BEFORE UPDATE ON confirmationLayout
    BEGIN SELECT RAISE(ABORT, 'content never changes'); END;

    CREATE TABLE confirmationBatch (
      id INTEGER PRIMARY KEY,
      layout INTEGER NOT NULL REFERENCES confirmationLayout(id),
      account INTEGER NOT NULL CHECK (account >= 1),
      madeAt INTEGER NOT NULL,
      sentAt INTEGER
    ) STRICT;
    CREATE TRIGGER confirmationBatchGoesOn BEFORE UPDATE ON confirmationBatch
      WHEN OLD.sentAt IS NOT NULL OR NEW.layout <> OLD.layout OR NEW.madeAt <> OLD.madeAt
    BEGIN SELECT RAISE(ABORT, 'a list that was handed over stays as it is'); END;

    CREATE TABLE confirmationEntry (
      id INTEGER PRIMARY KEY,
      batch INTEGER NOT NULL REFERENCES confirmationBatch(id),
      slip INTEGER NOT NULL REFERENCES slip(serial),
      person INTEGER NOT NULL REFERENCES person(id),
      state TEXT NOT NULL CHECK (state IN ('listed', 'sent', 'confirmed', 'refused', 'withdrawn')),
      reason TEXT CHECK (length(reason) <= 300),
      changedAt INTEGER NOT NULL,
      CONSTRAINT reasonIsOfRefusal CHECK (reason IS NULL OR state = 'refused')
    ) STRICT;
    -- Each slip, and each person, on one open list at most.
    CREATE UNIQUE INDEX confirmationOpenSlip ON confirmationEntry (slip) WHERE state IN ('listed', 'sent');
    CREATE UNIQUE INDEX confirmationOpenPerson ON confirmationEntry (person) WHERE state IN ('listed', 'sent');
    CREATE INDEX confirmationOfPerson ON confirmationEntry (person);
    CREATE INDEX confirmationOfBatch ON confirmationEntry (batch);
    CREATE TRIGGER confirmationEntryIsKept BEFORE DELETE ON confirmationEntry
    BEGIN SELECT RAISE(ABORT, 'what was listed stays written down'); END;
    -- A list that was handed over holds the same slips for ever.
    CREATE TRIGGER confirmationEntryKeepsItsSlip BEFORE UPDATE OF batch, slip ON confirmationEntry
    BEGIN SELECT RAISE(ABORT, 'what was listed stays written down'); END;
    CREATE TRIGGER confirmationEntryIsOfOpenList BEFORE INSERT ON confirmationEntry
      WHEN (SELECT sentAt FROM confirmationBatch WHERE id = NEW.batch) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a list that was handed over stays as it is'); END;

    -- `rowsSealed` holds names and numbers between preview and decision, and nothing afterwards.
    CREATE TABLE answerFile (
      id INTEGER PRIMARY KEY,
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      state TEXT NOT NULL CHECK (state IN ('previewed', 'applied', 'undone')),
      account INTEGER NOT NULL CHECK (account >= 1),
      at INTEGER NOT NULL,
      rows INTEGER NOT NULL CHECK (rows >= 0),
      rowsSealed BLOB,
      undoneBy INTEGER CHECK (undoneBy >= 1),
      undoneAt INTEGER,
      CONSTRAINT rowsAreOfPreview CHECK ((rowsSealed IS NOT NULL) = (state = 'previewed')),
      CONSTRAINT undoIsWhole CHECK ((state = 'undone') = (undoneAt IS NOT NULL)
        AND (undoneAt IS NULL) = (undoneBy IS NULL))
    ) STRICT;
    -- The same file changes nothing a second time.
    CREATE UNIQUE INDEX answerFileOnce ON answerFile (digest) WHERE state IN ('previewed', 'applied');

    CREATE TABLE answerChange (
      file INTEGER NOT NULL REFERENCES answerFile(id),
      entry INTEGER NOT NULL REFERENCES confirmationEntry(id),
      line INTEGER NOT NULL CHECK (line >= 1),
      before TEXT NOT NULL,
      reasonBefore TEXT,
      after TEXT NOT NULL CHECK (after IN ('confirmed', 'refused')),
      reasonAfter TEXT,
      PRIMARY KEY (file, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER answerChangeStays BEFORE UPDATE ON answerChange
    BEGIN SELECT RAISE(ABORT, 'what was done stays written down'); END;
    """
}
